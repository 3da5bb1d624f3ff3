#include "core/delivery/journalexcerpt.h"

#include "core/journal/chainwalk.h"
#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalExcerpt)
};

constexpr qint64 longestLine = 256 * 1024 * 1024;

/// What is wrong, to follow "Line 7 of the journal".
using Fault = QString;

template <class T>
using Parsed = tl::expected<T, Fault>;

Parsed<LoggedPart> partOf(const QJsonObject &object)
{
    LoggedPart part;
    const auto digest = Digest::fromHex(object.value("digest"_L1).toString());
    const bool hasText = object.contains("text"_L1);
    const qsizetype keys = hasText ? 3 : 1;
    if (!digest || object.size() != keys || hasText != object.contains("salt"_L1))
        return tl::unexpected(Text::tr("has a part that cannot be read"));
    part.digest = *digest;
    if (hasText) {
        const QByteArray salt = object.value("salt"_L1).toString().toLatin1();
        part.salt = QByteArray::fromHex(salt); // which leaves out what is no digit
        part.text = object.value("text"_L1).toString().toUtf8();
        if (part.salt.toHex() != salt || digestOf(part.salt, *part.text) != part.digest)
            return tl::unexpected(Text::tr("has a text that is not the one it was written with"));
    }
    return part;
}

Parsed<LoggedEntry> entryOf(const QByteArray &line)
{
    const auto object = QJsonDocument::fromJson(line).object();
    const auto digest = Digest::fromHex(object.value("digest"_L1).toString());
    if (!digest || object.size() != 3 || canonicalJson(object) != line)
        return tl::unexpected(Text::tr("cannot be read"));
    LoggedEntry entry{object.value("header"_L1).toString().toUtf8(), *digest, {}};
    const QJsonArray parts = object.value("parts"_L1).toArray();
    for (const auto &part : parts) {
        auto read = partOf(part.toObject());
        if (!read)
            return tl::unexpected(read.error());
        entry.parts.append(std::move(*read));
    }
    return entry;
}

Fault inWords(ChainBreak fault, qint64 next)
{
    switch (fault) {
    case ChainBreak::UnreadableHeader:
        return Text::tr("has a header that cannot be read");
    case ChainBreak::OutOfSequence:
        return Text::tr("is not entry %1").arg(next);
    case ChainBreak::OtherPrevious:
        return Text::tr("does not follow from the entry before it");
    case ChainBreak::OtherBody:
        return Text::tr("does not hold what its header was written for");
    case ChainBreak::OtherDigest:
        return Text::tr("has a digest that is not its header's");
    }
    return {};
}

/// What breaks the chain at this entry, or nothing.
std::optional<Fault> step(ChainWalk &walk, const LoggedEntry &entry)
{
    QList<Digest> digests;
    for (const auto &part : entry.parts)
        digests.append(part.digest);
    const auto fault = walk.step(entry.header, entry.digest, digests);
    return fault ? std::optional(inWords(*fault, walk.head().sequence + 1)) : std::nullopt;
}

tl::unexpected<Error> broken(qint64 line, const Fault &fault)
{
    return refuse(ErrorCode::Damaged, Text::tr("Line %1 of the journal %2.").arg(line).arg(fault));
}

}

Result<JournalExcerpt> readJournalExcerpt(QIODevice &log,
                                          const std::function<Done(const LoggedEntry &)> &take,
                                          const Progress &progress)
{
    JournalExcerpt excerpt;
    ChainWalk walk;
    qint64 number = 0;
    while (!log.atEnd()) {
        QByteArray line = log.readLine(longestLine);
        ++number;
        if (!line.endsWith('\n'))
            return broken(number, Text::tr("is cut off"));
        line.chop(1);
        const auto entry = entryOf(line);
        if (!entry)
            return broken(number, entry.error());
        if (const auto fault = step(walk, *entry))
            return broken(number, *fault);
        excerpt.parts += entry->parts.size();
        excerpt.withheld += std::count_if(entry->parts.cbegin(), entry->parts.cend(),
                                          [](const LoggedPart &part) { return !part.text; });
        if (auto taken = take(*entry); !taken)
            return tl::unexpected(taken.error());
        if (!progress(log.pos(), log.size(), Text::tr("Checking the journal")))
            return refuse(ErrorCode::Cancelled, Text::tr("The check was stopped before it was complete."));
    }
    excerpt.head = walk.head();
    return excerpt;
}

Result<JournalExcerpt> verifyJournalExcerpt(QIODevice &log, const Progress &progress)
{
    return readJournalExcerpt(
        log, [](const LoggedEntry &) { return Done(); }, progress);
}

}
