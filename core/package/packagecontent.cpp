#include "core/package/packagecontent.h"

#include "core/base/text.h"
#include "core/package/nametwins.h"
#include "core/package/packagename.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageContent)
};

bool isTagName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar character) {
        return character.unicode() > u' ' && character.unicode() < 0x7f && character != u':';
    });
}

Done checkPaths(const PackageContent &content)
{
    NameTwins twins;
    for (const PayloadEntry &entry : content.payload) {
        if (!entry.path.startsWith("data/"_L1) || !isPlainPath(content.name + u'/' + entry.path)) {
            return refuse(ErrorCode::Invalid, Text::tr("“%1” cannot be a file of a package: use data/ and "
                                                       "plain names of at most 100 characters.")
                                                  .arg(withVisibleControls(entry.path)));
        }
        if (auto added = twins.add(entry.path); !added)
            return added;
    }
    return {};
}

}

qint64 sizeOf(const PayloadBytes &content)
{
    return content.file.isEmpty() ? qint64(content.bytes.size()) : content.size;
}

std::optional<qint64> knownSizeOf(const PayloadEntry &entry)
{
    return entry.whenMade ? std::nullopt : std::optional(sizeOf(*contentOf(entry)));
}

Result<PayloadBytes> contentOf(const PayloadEntry &entry)
{
    return entry.whenMade ? entry.whenMade() : PayloadBytes{entry.bytes, entry.file, entry.size};
}

Done check(const PackageContent &content)
{
    if (!isPlainPath(content.name) || content.name.contains(u'/')) {
        return refuse(ErrorCode::Invalid,
                      Text::tr("“%1” cannot name a package. Use letters, digits, dots and dashes.")
                          .arg(withVisibleControls(content.name)));
    }
    const int year = content.at.toUTC().date().year();
    if (!content.at.isValid() || year < 1980 || year > 2107) {
        return refuse(
            ErrorCode::Invalid,
            Text::tr("A package can be dated from 1980 to 2107 only. Set the computer's clock right."));
    }
    if (content.payload.isEmpty())
        return refuse(ErrorCode::Invalid, Text::tr("A package needs at least one file."));
    for (const auto &[name, value] : content.info.more) {
        if (!isTagName(name))
            return refuse(ErrorCode::Invalid, Text::tr("“%1” cannot be a label in bag-info.txt.").arg(name));
    }
    return checkPaths(content);
}

}
