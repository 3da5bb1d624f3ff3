#include "ui/mainwindow/restorationnotice.h"

#include "core/storage/repository.h"
#include "core/workspace/people.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"

#include <algorithm>

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
    return RestorationNotice::tr("%1 put back %2; what was done since is kept as %3.")
        .arg(restorer, backup, restoration.keptAs);
}

}

RestorationNotice::RestorationNotice(const Workspace &workspace, Jobs &jobs)
    : m_workspace(workspace)
    , m_jobs(jobs)
{
    connect(&workspace, &Workspace::changedElsewhere, this, &RestorationNotice::read);
    read();
}

Result<QList<RestorationNotice::Told>> RestorationNotice::readAll(const Workspace &workspace)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    auto restorations = Repository<Restoration>(**reader).all();
    if (!restorations)
        return tl::unexpected(restorations.error());
    std::sort(restorations->begin(), restorations->end(),
              [](const auto &a, const auto &b) { return a.restoredAt < b.restoredAt; });
    QList<Told> all;
    for (const Restoration &restoration : std::as_const(*restorations)) {
        const auto name = nameOf(**reader, restoration.restoredBy);
        if (!name)
            return tl::unexpected(name.error());
        all.append({restoration.id, inWords(restoration, name->isEmpty() ? tr("Somebody") : *name)});
    }
    return all;
}

void RestorationNotice::read()
{
    m_jobs.run<QList<Told>>(
        tr("Look whether a backup was restored"),
        [&workspace = m_workspace](const Progress &) { return readAll(workspace); }, this,
        [this](const Result<QList<Told>> &all) {
            if (all)
                receive(*all);
            else
                Q_EMIT refused(all.error());
        });
}

void RestorationNotice::receive(const QList<Told> &all)
{
    QStringList sentences;
    for (const Told &told : all) {
        if (!m_isFirst && !m_known.contains(told.id))
            sentences.append(told.sentence);
        m_known.insert(told.id);
    }
    m_isFirst = false;
    if (!sentences.isEmpty())
        Q_EMIT restoredElsewhere(sentences.join(u'\n'));
}

}
