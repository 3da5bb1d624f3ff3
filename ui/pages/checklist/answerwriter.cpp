#include "ui/pages/checklist/answerwriter.h"

#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"

namespace plimsoll {

AnswerWriter::AnswerWriter(Workspace &workspace, Jobs &jobs, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
{
}

void AnswerWriter::save(const QList<ItemOfAssessment> &items, const AnswerChange &change)
{
    m_wishes.enqueue({items, change, {}});
    next();
}

void AnswerWriter::save(const ChangeSet &changeSet)
{
    m_wishes.enqueue({{}, {}, changeSet});
    next();
}

void AnswerWriter::next()
{
    if (m_isWriting || m_wishes.isEmpty())
        return;
    m_isWriting = true;
    const Wish wish = m_wishes.dequeue();
    if (wish.items.isEmpty())
        commit(wish.planned);
    else
        plan(wish);
}

void AnswerWriter::plan(const Wish &wish)
{
    const Workspace &workspace = m_workspace;
    m_jobs.run<PlannedAnswers>(
        tr("Save the answer"),
        [&workspace, wish](const Progress &) -> Result<PlannedAnswers> {
            const auto connection = workspace.reader();
            if (!connection)
                return tl::unexpected(connection.error());
            return planAnswers(**connection, wish.items, wish.change);
        },
        this,
        [this](Result<PlannedAnswers> planned) {
            if (planned)
                return commit(planned->changeSet);
            Q_EMIT refused(planned.error());
            settle();
        });
}

void AnswerWriter::commit(const ChangeSet &changeSet)
{
    if (changeSet.isEmpty())
        return settle();
    m_workspace.commit(changeSet).then(this, [this](const Result<Committed> &committed) {
        if (!committed)
            Q_EMIT refused(committed.error());
        settle();
    });
}

void AnswerWriter::settle()
{
    m_isWriting = false;
    next();
}

}
