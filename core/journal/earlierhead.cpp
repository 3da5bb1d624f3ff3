#include "core/journal/earlierhead.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EarlierHead)
};

const QString readDigest = u"SELECT digest FROM journal_entry WHERE sequence = ?"_s;

}

QString headText(const JournalHead &head)
{
    return u"%1:%2"_s.arg(head.sequence).arg(head.digest.hex());
}

std::optional<JournalHead> headFromText(const QString &text)
{
    bool isNumber = false;
    const qint64 sequence = text.section(u':', 0, 0).toLongLong(&isNumber);
    const auto digest = Digest::fromHex(text.section(u':', 1));
    if (!isNumber || sequence < 1 || !digest)
        return std::nullopt;
    return JournalHead{sequence, *digest};
}

Result<Proof> verifyEarlierHead(const Connection &connection, const JournalHead &earlier)
{
    std::optional<Digest> found;
    const auto read = connection.each(readDigest, {earlier.sequence},
                                      [&](const Row &row) { found = Digest::fromHex(row.text(0)); });
    if (!read)
        return tl::unexpected(read.error());
    if (found == earlier.digest)
        return Proof{true,
                     Text::tr("The journal still leads to entry %1 with the digest %2.")
                         .arg(earlier.sequence)
                         .arg(earlier.digest.hex()),
                     1};
    const QString what =
        found ? Text::tr("its entry %1 has the digest %2").arg(earlier.sequence).arg(found->hex())
              : Text::tr("it has no entry %1").arg(earlier.sequence);
    return Proof{
        false,
        Text::tr(
            "The journal does not lead to entry %1 with the digest %2: %3. It was shortened or rewritten "
            "since, or it is another workspace's. A restored backup shortens it too; then an entry tells "
            "of the restoration.")
            .arg(QString::number(earlier.sequence), earlier.digest.hex(), what),
        0};
}

}
