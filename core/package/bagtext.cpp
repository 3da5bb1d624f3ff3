#include "core/package/bagtext.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BagText)
};

constexpr QByteArrayView utf8Mark("\xef\xbb\xbf");

auto notABag(const QString &reason)
{
    return refuse(ErrorCode::Foreign, Text::tr("bagit.txt is not valid: %1.").arg(reason));
}

std::optional<QStringConverter::Encoding> encodingNamed(const QString &name)
{
    const QString upper = name.toUpper();
    if (upper == "UTF-8"_L1)
        return QStringConverter::Utf8;
    if (upper == "UTF-16"_L1)
        return QStringConverter::Utf16;
    if (upper == "ISO-8859-1"_L1 || upper == "US-ASCII"_L1 || upper == "ASCII"_L1)
        return QStringConverter::Latin1;
    return std::nullopt;
}

QString withPlainLineEnds(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

}

Result<BagDeclaration> readBagDeclaration(const QByteArray &bytes)
{
    if (bytes.startsWith(utf8Mark))
        return notABag(Text::tr("it begins with a byte-order mark"));
    const QStringList lines = withPlainLineEnds(QString::fromUtf8(bytes)).split(u'\n');
    static const QRegularExpression versionLine(
        QRegularExpression::anchoredPattern(u"BagIt-Version(\\s*):(\\s*)(\\d{1,4})\\.(\\d{1,4})\\s*"_s));
    const auto version = versionLine.match(lines.value(0));
    if (!version.hasMatch())
        return notABag(Text::tr("its first line does not state a version"));

    BagDeclaration declaration{version.captured(3).toInt(), version.captured(4).toInt()};
    static const QRegularExpression encodingLine(
        QRegularExpression::anchoredPattern(u"Tag-File-Character-Encoding(\\s*):(\\s*)(\\S+)\\s*"_s));
    const auto encoding = encodingLine.match(lines.value(1));
    if (!encoding.hasMatch())
        return notABag(Text::tr("its second line does not state an encoding"));
    if (declaration.isAtLeast(1, 0)) {
        const bool exact = version.captured(1).isEmpty() && version.captured(2) == " "_L1 &&
                           encoding.captured(1).isEmpty() && encoding.captured(2) == " "_L1;
        if (!exact)
            return notABag(Text::tr("its labels are followed by other white space than version 1.0 allows"));
    }
    for (const QString &line : lines.mid(2)) {
        if (!line.trimmed().isEmpty())
            return notABag(Text::tr("it has more than two lines"));
    }
    const auto known = encodingNamed(encoding.captured(3));
    if (!known)
        return notABag(
            Text::tr("the encoding %1 is not known").arg(withVisibleControls(encoding.captured(3))));
    if (!declaration.isAtLeast(0, 93) || declaration.isAtLeast(1, 1)) {
        return refuse(ErrorCode::Newer,
                      Text::tr("The package follows version %1 of BagIt; 0.93 to 1.0 can be checked. "
                               "Look for a newer Plimsoll.")
                          .arg(declaration.version()));
    }
    declaration.encoding = *known;
    return declaration;
}

Result<QString> decodeTagFile(const QByteArray &bytes, const BagDeclaration &declaration, const QString &path)
{
    QStringDecoder decode(declaration.encoding);
    const QString text = decode(bytes);
    if (decode.hasError() || text.contains(QChar(u'\0'))) {
        return refuse(ErrorCode::Damaged,
                      Text::tr("“%1” is not written in the encoding that bagit.txt declares.")
                          .arg(withVisibleControls(path)));
    }
    return withPlainLineEnds(text);
}

Result<BagPairs> readBagPairs(const QString &text, const QString &path)
{
    BagPairs pairs;
    qsizetype number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        if (line.front().isSpace() && !pairs.isEmpty()) {
            pairs.last().second += u' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0) {
            return refuse(ErrorCode::Damaged, Text::tr("Line %1 of “%2” is no label with a value.")
                                                  .arg(number)
                                                  .arg(withVisibleControls(path)));
        }
        pairs.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return pairs;
}

std::optional<PayloadTotals> readOxum(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    bool bytesRead = false;
    bool filesRead = false;
    const PayloadTotals totals{text.left(dot).toLongLong(&bytesRead),
                               text.mid(dot + 1).toLongLong(&filesRead)};
    if (dot < 0 || !bytesRead || !filesRead || totals.bytes < 0 || totals.files < 0)
        return std::nullopt;
    return totals;
}

}
