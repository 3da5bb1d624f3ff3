#include "ui/pages/checklist/answerwriter.h"

#include "core/workspace/meanwhile.h"
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

void AnswerWriter::save(const ItemOfAssessment &item, const AnswerChange &change, const Response &seen)
{
    m_wishes.enqueue({{item}, change, {}, seen});
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
    const ItemOfAssessment &item = wish.items.first();
    const AnswerChange ownLast = m_ownLast.value(responseId(item.assessment, item.item));
    m_jobs.run<PlannedAnswers>(
        tr("Save the answer"),
        [&workspace, wish, ownLast](const Progress &) -> Result<PlannedAnswers> {
            const auto connection = workspace.reader();
            if (!connection)
                return tl::unexpected(connection.error());
            if (wish.seen) {
                if (auto free =
                        refuseOverOthers(**connection, wish.items.first(), wish.change, *wish.seen, ownLast);
                    !free)
                    return tl::unexpected(free.error());
            }
            return planAnswers(**connection, wish.items, wish.change);
        },
        this,
        [this, wish](Result<PlannedAnswers> planned) {
            if (planned) {
                noteOwn(wish);
                return commit(planned->changeSet);
            }
            m_workspace.notePlanRefused();
            Q_EMIT refused(planned.error());
            settle();
        });
}

void AnswerWriter::noteOwn(const Wish &wish)
{
    for (const ItemOfAssessment &item : wish.items) {
        AnswerChange &own = m_ownLast[responseId(item.assessment, item.item)];
        if (wish.change.answer)
            own.answer = wish.change.answer;
        if (wish.change.owner)
            own.owner = wish.change.owner;
        if (wish.change.due)
            own.due = wish.change.due;
    }
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
