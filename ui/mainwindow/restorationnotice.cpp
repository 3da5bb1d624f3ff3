#include "ui/mainwindow/restorationnotice.h"

#include "core/journal/journal.h"
#include "core/storage/repository.h"
#include "core/workspace/people.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/widgets/banner.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QString moment(const QDateTime &at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

QString inWords(const Restoration &restoration, const QString &restorer)
{
    const QString backup =
        restoration.backupMadeAt
            ? RestorationNotice::tr("the backup of %1").arg(moment(*restoration.backupMadeAt))
            : RestorationNotice::tr("the backup %1").arg(restoration.backup);
    if (restoration.keptAs.isEmpty())
        return RestorationNotice::tr("%1 put back %2.").arg(restorer, backup);
    const QString sentence =
        restoration.anotherWorkspace
            ? RestorationNotice::tr("%1 replaced this workspace with another one, from %2; the record that "
                                    "was here is kept as %3 in the folder “backups”.")
            : RestorationNotice::tr(
                  "%1 put back %2; what was done since is kept as %3 in the folder “backups”.");
    return sentence.arg(restorer, backup, restoration.keptAs);
}

KnownRestorations idsOf(const QList<Restoration> &restorations)
{
    KnownRestorations ids;
    for (const Restoration &each : restorations)
        ids.insert(each.id);
    return ids;
}

/// Where the journal tells of it: the entry, and the place among the edits of that entry.
Result<std::pair<qint64, qsizetype>> placeInJournal(const Connection &connection,
                                                    const Restoration &restoration)
{
    const QString id = restoration.id.text();
    const auto found = entries(connection, recordSchema(), {.limit = 1, .entity = id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return std::pair<qint64, qsizetype>();
    const JournalEntry &entry = found->first();
    const auto edit = std::find_if(entry.edits.cbegin(), entry.edits.cend(),
                                   [&id](const Edit &each) { return each.id == id; });
    return std::pair(entry.header.sequence, qsizetype(edit - entry.edits.cbegin()));
}

/// By the order of the journal: the clocks of those who restored may differ. The backup of another workspace
/// brings the restorations of its own history along, which are older.
Result<Restoration> newestOf(const Connection &connection, const QList<Restoration> &restorations)
{
    Restoration newest;
    std::pair<qint64, qsizetype> last{-1, -1};
    for (const Restoration &each : restorations) {
        const auto place = placeInJournal(connection, each);
        if (!place)
            return tl::unexpected(place.error());
        if (*place <= last)
            continue;
        last = *place;
        newest = each;
    }
    return newest;
}

}

RestorationNotice::RestorationNotice(const Workspace &workspace, KnownRestorations known, Jobs &jobs,
                                     Banner &banner)
    : m_workspace(workspace)
    , m_known(std::move(known))
    , m_jobs(jobs)
    , m_banner(banner)
{
    connect(&workspace, &Workspace::changedElsewhere, this, &RestorationNotice::read);
    read();
}

Result<KnownRestorations> RestorationNotice::knownTo(const Workspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto restorations = Repository<Restoration>(**reader).all();
    if (!restorations)
        return tl::unexpected(restorations.error());
    return idsOf(*restorations);
}

Result<RestorationNotice::Reading> RestorationNotice::readNew(const Connection &connection,
                                                              const KnownRestorations &known)
{
    auto restorations = Repository<Restoration>(connection).all();
    if (!restorations)
        return tl::unexpected(restorations.error());
    Reading reading;
    reading.all = idsOf(*restorations);
    restorations->removeIf([&known](const Restoration &each) { return known.contains(each.id); });
    if (restorations->isEmpty())
        return reading;
    const auto newest = newestOf(connection, *restorations);
    if (!newest)
        return tl::unexpected(newest.error());
    const auto name = nameOf(connection, newest->restoredBy);
    if (!name)
        return tl::unexpected(name.error());
    reading.newest = newest->id;
    reading.sentence = inWords(*newest, name->isEmpty() ? tr("Somebody") : *name);
    return reading;
}

void RestorationNotice::read()
{
    m_jobs.run<Reading>(
        tr("Look whether a backup was restored"),
        withReader(m_workspace,
                   [known = m_known](const Connection &reader) { return readNew(reader, known); }),
        this, [this](const Result<Reading> &reading) {
            if (reading)
                receive(*reading);
            else
                Q_EMIT refused(reading.error());
        });
}

void RestorationNotice::receive(const Reading &reading)
{
    // Two that read at once come to the same.
    const bool isNews = !reading.sentence.isEmpty() && !m_known.contains(reading.newest);
    m_known += reading.all;
    if (!isNews)
        return;
    if (m_banner.isHidden())
        m_said.clear();
    m_said.append(reading.sentence);
    m_banner.say(BannerKind::Notice, m_said.join(u'\n'), tr("Show the journal"));
}

}
