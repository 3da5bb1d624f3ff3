#include "core/delivery/restorationwords.h"

#include "core/journal/restoration.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RestorationWords)
};

QString moment(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString whatWasRestored(const Restoration &restoration, const QString &restorer)
{
    const QString when = moment(restoration.restoredAt);
    if (!restoration.backupMadeAt)
        return Text::tr("On %1 UTC %2 restored the backup %3, which ends with entry %4.")
            .arg(when, restorer, restoration.backup)
            .arg(restoration.journalReached);
    return Text::tr("On %1 UTC %2 restored the backup made on %3 UTC, which ends with entry %4.")
        .arg(when, restorer, moment(*restoration.backupMadeAt))
        .arg(restoration.journalReached);
}

QString whatWasReplaced(const Restoration &restoration)
{
    if (restoration.keptAs.isEmpty())
        return Text::tr("There was no record to replace.");
    if (!restoration.replacedReached)
        return Text::tr("The record it replaced could not be read any more; it is kept as %1.")
            .arg(restoration.keptAs);
    const QString replaced =
        restoration.anotherWorkspace
            ? Text::tr(
                  "It replaced the record of another workspace, kept as %1, whose journal ended with entry "
                  "%2 and the digest %3.")
            : Text::tr(
                  "The record it replaced is kept as %1; its journal ended with entry %2 and the digest %3.");
    return replaced.arg(restoration.keptAs)
        .arg(*restoration.replacedReached)
        .arg(restoration.replacedHead.hex());
}

}

Result<QStringList> restorationsInWords(const Connection &connection)
{
    auto restorations = Repository<Restoration>(connection).all();
    if (!restorations)
        return tl::unexpected(restorations.error());
    std::sort(restorations->begin(), restorations->end(),
              [](const auto &a, const auto &b) { return a.restoredAt < b.restoredAt; });
    QStringList sentences;
    for (const Restoration &restoration : *restorations) {
        const auto person = Repository<Person>(connection).find(restoration.restoredBy);
        if (!person)
            return tl::unexpected(person.error());
        const QString restorer = *person ? (*person)->name : restoration.restoredBy.text();
        sentences.append(whatWasRestored(restoration, restorer) + u' ' + whatWasReplaced(restoration));
    }
    return sentences;
}

}
