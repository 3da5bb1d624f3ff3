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

/// `ownLast` is what was written here last to the item the person saw.
Result<PlannedAnswers> AnswerWriter::planned(const Connection &connection, const Wish &wish,
                                             const AnswerChange &ownLast)
{
    if (wish.seen) {
        if (auto free = refuseOverOthers(connection, wish.items.first(), wish.change, *wish.seen, ownLast);
            !free)
            return tl::unexpected(free.error());
    }
    auto answers = planAnswers(connection, wish.items, wish.change);
    if (answers && wish.shown) {
        if (auto asShown = refuseUnlessAsShown(*wish.shown, answers->overwritten); !asShown)
            return tl::unexpected(asShown.error());
    }
    return answers;
}

void AnswerWriter::plan(const Wish &wish)
{
    const ItemOfAssessment &item = wish.items.first();
    const AnswerChange ownLast = m_own.value(responseId(item.assessment, item.item)).change;
    planInJob<PlannedAnswers>(
        m_workspace, m_jobs, tr("Save the answer"),
        [wish, ownLast](const Connection &connection) { return planned(connection, wish, ownLast); }, this,
        [this, wish](const Result<PlannedAnswers> &answers) { receive(wish, answers); });
}

void AnswerWriter::receive(const Wish &wish, const Result<PlannedAnswers> &answers)
{
    if (answers)
        return commit(wish, answers->changeSet);
    Q_EMIT refused(answers.error());
    settle();
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
    if (changeSet.isEmpty())
        return finish(wish, {});
    whenSettled(m_workspace.commit(changeSet), this, [this, wish](const Result<Committed> &committed) {
        finish(wish, committed ? Done() : Done(tl::unexpected(committed.error())));
    });
}

void AnswerWriter::finish(const Wish &wish, const Done &done)
{
    if (done)
        noteOwn(wish);
    else
        Q_EMIT refused(done.error());
    settle();
}

void AnswerWriter::settle()
{
    m_isWriting = false;
    ++m_settled;
    next();
}

}
