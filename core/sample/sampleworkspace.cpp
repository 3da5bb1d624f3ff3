#include "core/sample/sampleworkspace.h"

#include "core/base/newfolder.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidencestore.h"
#include "core/sample/evidencefile.h"
#include "core/sample/samplereader.h"
#include "core/sample/samplestory.h"
#include "core/sample/storyclock.h"
#include "core/workspace/unfinishedworkspace.h"
#include "core/workspace/workspace.h"
#include "core/workspace/workspacefolder.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleWorkspace)
};

tl::unexpected<Error> cancelled()
{
    return refuse(ErrorCode::Cancelled, Text::tr("The sample workspace was not made."));
}

/// Eight in the morning of each day, each step a minute after the one before.
class WorkingDay
{
public:
    QDateTime next(const QDate &on)
    {
        m_at = m_at.isValid() && m_at.date() >= on ? m_at.addSecs(60) : QDateTime(on, QTime(8, 0), Qt::UTC);
        return m_at;
    }

private:
    QDateTime m_at;
};

Result<QHash<QString, SampleFile>> storeFiles(const Sample &sample, const EvidenceStore &store,
                                              const Progress &progress)
{
    QHash<QString, SampleFile> files;
    for (const auto &evidence : sample.evidence) {
        if (!progress(files.size(), sample.evidence.size(),
                      Text::tr("Making evidence: %1").arg(evidence.title)))
            return cancelled();
        const auto bytes = fileOf(evidence, sample);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto stored = store.storeBytes(*bytes, evidence.file);
        if (!stored)
            return tl::unexpected(stored.error());
        files[evidence.id] = {stored->digest, stored->size, stored->mediaType};
    }
    return files;
}

Done tell(const SampleStory &story, Workspace &workspace, StoryClock &clock, WorkingDay &day,
          const Progress &progress)
{
    const auto steps = story.steps();
    for (qsizetype done = 0; done < steps.size(); ++done) {
        const auto &step = steps[done];
        if (!progress(done, steps.size(), step.changes.label))
            return cancelled();
        clock.set(day.next(step.on));
        workspace.actAs(step.actor);
        if (const auto committed = workspace.commitAndWait(step.changes); !committed)
            return tl::unexpected(committed.error());
    }
    return {};
}

Done fill(Workspace &workspace, const Sample &sample, StoryClock &clock, WorkingDay &day,
          const Progress &progress)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto files = storeFiles(sample, EvidenceStore(workspace.evidenceFolder()), progress);
    if (!files)
        return tl::unexpected(files.error());
    const SampleStory story(sample, **catalogue, std::move(*files), clock, workspace.profile().organisation,
                            workspace.actor());
    return tell(story, workspace, clock, day, progress);
}

}

Done makeSampleWorkspace(const QString &folder, const Clock &now, const Progress &progress)
{
    const auto sample = readSample(now);
    if (!sample)
        return tl::unexpected(sample.error());
    const auto &founder = sample->persons.first();
    StoryClock clock;
    WorkingDay day;
    clock.set(day.next(sample->platforms.first().assessment.startedOn));
    if (auto fresh = refuseUnfinishedWorkspace(folder); !fresh)
        return tl::unexpected(fresh.error());
    if (auto free = refuseLostRecord(folder); !free)
        return tl::unexpected(free.error());
    auto made = NewFolder::make(folder);
    if (!made)
        return tl::unexpected(made.error());
    const auto workspace = Workspace::create(folder,
                                             {.organisation = sample->organisation,
                                              .timeZone = sample->timeZone,
                                              .personName = founder.name,
                                              .personAddress = founder.address,
                                              .personFunction = founder.function,
                                              .sample = true},
                                             clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    if (auto filled = fill(**workspace, *sample, clock, day, progress); !filled)
        return filled;
    made->keep();
    return {};
}

}
