#include "ui/pages/checklist/answerwriter.h"

#include "core/workspace/meanwhile.h"
#include "ui/jobs/planning.h"
#include "ui/jobs/settled.h"

namespace plimsoll {

AnswerWriter::AnswerWriter(Workspace &workspace, Jobs &jobs, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
{
}

void AnswerWriter::save(const QList<ItemOfAssessment> &items, const AnswerChange &change)
{
    take({.items = items, .change = change});
}

void AnswerWriter::save(const QList<ItemOfAssessment> &items, const AnswerChange &change,
                        const QList<Response> &shownToBeOverwritten)
{
    take({.items = items, .change = change, .shown = shownToBeOverwritten});
}

void AnswerWriter::save(const ItemOfAssessment &item, const AnswerChange &change, const Response &seen)
{
    take({.items = {item}, .change = change, .seen = seen});
}

void AnswerWriter::save(const ChangeSet &changeSet)
{
    take({.planned = changeSet});
}

void AnswerWriter::take(Wish wish)
{
    wish.underWay = changeUnderWay(m_workspace);
    m_wishes.enqueue(wish);
    next();
}

void AnswerWriter::next()
{
    if (m_isWriting || m_wishes.isEmpty())
        return;
    m_isWriting = true;
    Wish wish = m_wishes.dequeue();
    const auto untilPlannedOrSent = std::move(wish.underWay);
    if (wish.items.isEmpty())
        commit(wish, wish.planned);
    else
        plan(wish);
}

void AnswerWriter::plan(const Wish &wish)
{
    const ItemOfAssessment &item = wish.items.first();
    const AnswerChange ownLast = m_own.value(responseId(item.assessment, item.item)).change;
    planInJob<PlannedAnswers>(
        m_workspace, m_jobs, tr("Save the answer"),
        [wish, ownLast](const Connection &connection) -> Result<PlannedAnswers> {
            if (wish.seen) {
                if (auto free =
                        refuseOverOthers(connection, wish.items.first(), wish.change, *wish.seen, ownLast);
                    !free)
                    return tl::unexpected(free.error());
            }
            auto planned = planAnswers(connection, wish.items, wish.change);
            if (planned && wish.shown) {
                if (auto asShown = refuseUnlessAsShown(*wish.shown, planned->overwritten); !asShown)
                    return tl::unexpected(asShown.error());
            }
            return planned;
        },
        this,
        [this, wish](Result<PlannedAnswers> planned) {
            if (planned)
                return commit(wish, planned->changeSet);
            Q_EMIT refused(planned.error());
            settle();
        });
}

void AnswerWriter::noteOwn(const Wish &wish)
{
    for (const ItemOfAssessment &item : wish.items) {
        OwnWriting &own = m_own[responseId(item.assessment, item.item)];
        own.wish = m_settled + 1;
        if (wish.change.answer)
            own.change.answer = wish.change.answer;
        if (wish.change.owner)
            own.change.owner = wish.change.owner;
        if (wish.change.due)
            own.change.due = wish.change.due;
    }
    if (wish.shown)
        Q_EMIT overwritten(wish.items, wish.change);
}

void AnswerWriter::noteShown(quint64 settledWhenRead)
{
    m_own.removeIf([settledWhenRead](const auto &own) { return own.value().wish <= settledWhenRead; });
}

void AnswerWriter::commit(const Wish &wish, const ChangeSet &changeSet)
{
    const auto finish = [this, wish](const Done &done) {
        if (done)
            noteOwn(wish);
        else
            Q_EMIT refused(done.error());
        settle();
    };
    if (changeSet.isEmpty())
        return finish({});
    whenSettled(m_workspace.commit(changeSet), this, [finish](const Result<Committed> &committed) {
        finish(committed ? Done() : Done(tl::unexpected(committed.error())));
    });
}

void AnswerWriter::settle()
{
    m_isWriting = false;
    ++m_settled;
    next();
}

}
