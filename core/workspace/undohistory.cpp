#include "core/workspace/undohistory.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UndoHistory)
};

/// The words for one direction.
struct Wording
{
    QString nothing;
    QString inPart;  ///< %1 the label, %2 the edits written, %3 those of the whole step, %4 the refusal
    QString over;    ///< %1 the refusal, %2 the label
    QString stopped; ///< %1 the label, %2 the edits written, %3 those of the whole step
};

using Turn = std::function<ChangeSet(const ChangeSet &)>;

qsizetype editsOf(const UndoStep &step)
{
    return std::accumulate(step.parts.cbegin(), step.parts.cend(), qsizetype(0),
                           [](qsizetype sum, const ChangeSet &part) { return sum + part.edits.size(); });
}

/// The step of the group, else a new one at the end.
UndoStep &stepFor(QList<UndoStep> &steps, const QString &label, const QString &group)
{
    const auto found =
        std::find_if(steps.rbegin(), steps.rend(), [&](const UndoStep &step) { return step.group == group; });
    if (!group.isEmpty() && found != steps.rend())
        return *found;
    steps.append({label, group, {}});
    return steps.last();
}

/// Whether trying again may help, with the record as it is.
bool mayPass(const Error &error)
{
    return error.code == ErrorCode::Busy || error.code == ErrorCode::Storage;
}

/// Commits the last step of `from` part by part; what was written is a step of `to`.
Result<Committed> turnLast(QList<UndoStep> &from, QList<UndoStep> &to, const Turn &turn,
                           const UndoHistory::Commit &commit, const Wording &words, const Progress &progress)
{
    if (from.isEmpty())
        return refuse(ErrorCode::Invalid, words.nothing);
    UndoStep &step = from.last();
    const QString label = step.label;
    const qsizetype whole = editsOf(step);
    const QString group =
        step.parts.size() > 1 ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
    while (true) {
        const qsizetype written = whole - editsOf(step);
        if (!group.isEmpty() && !progress(written, whole, label))
            return refuse(ErrorCode::Cancelled,
                          words.stopped.arg(label, QString::number(written), QString::number(whole)));
        ChangeSet next = turn(step.parts.last());
        next.group = group;
        auto committed = commit(next);
        if (!committed) {
            Error error = committed.error();
            if (written > 0) {
                error.message =
                    words.inPart.arg(label, QString::number(written), QString::number(whole), error.message);
            } else if (!mayPass(error)) {
                from.removeLast();
                error.message = words.over.arg(error.message, label);
            }
            return tl::unexpected(error);
        }
        stepFor(to, label, step.group).parts.append(step.parts.takeLast());
        if (step.parts.isEmpty()) {
            from.removeLast();
            return committed;
        }
    }
}

}

void UndoHistory::made(const ChangeSet &changeSet)
{
    m_undone.clear();
    if (m_forgotten.contains(changeSet.group))
        return;
    UndoStep &step = stepFor(m_done, changeSet.label, changeSet.group);
    step.parts.append(changeSet);
    if (step.parts.size() > 1 && editsOf(step) > mostEditsOfAGroup)
        forget(std::distance(m_done.data(), &step));
    forgetOldest();
}

Result<Committed> UndoHistory::undo(const Commit &commit, const Progress &progress)
{
    const auto back = [](const ChangeSet &made) {
        return inverse(made, Text::tr("Undo: %1").arg(made.label));
    };
    return turnLast(m_done, m_undone, back, commit,
                    {Text::tr("There is nothing to undo."),
                     Text::tr("“%1” was undone in part: %2 of its %3 changes were taken back, the others "
                              "stay and can be undone once more. They were refused: %4"),
                     Text::tr("%1 “%2” can no longer be undone."),
                     Text::tr("Undoing “%1” was stopped: %2 of its %3 changes were taken back, the others "
                              "stay and can be undone once more.")},
                    progress);
}

Result<Committed> UndoHistory::redo(const Commit &commit, const Progress &progress)
{
    const auto again = [](const ChangeSet &made) {
        return made;
    };
    return turnLast(m_undone, m_done, again, commit,
                    {Text::tr("There is nothing to redo."),
                     Text::tr("“%1” was redone in part: %2 of its %3 changes were made again, the others "
                              "were not and can be redone once more. They were refused: %4"),
                     Text::tr("%1 “%2” can no longer be redone."),
                     Text::tr("Redoing “%1” was stopped: %2 of its %3 changes were made again, the others "
                              "were not and can be redone once more.")},
                    progress);
}

/// Of a group that is forgotten in part, taking back the rest alone would leave what nobody made.
void UndoHistory::forget(qsizetype index)
{
    if (const QString group = m_done.takeAt(index).group; !group.isEmpty())
        m_forgotten.insert(group);
}

/// The last can always be undone, however large.
void UndoHistory::forgetOldest()
{
    qsizetype edits =
        std::accumulate(m_done.cbegin(), m_done.cend(), qsizetype(0),
                        [](qsizetype sum, const UndoStep &step) { return sum + editsOf(step); });
    while (m_done.size() > 1 && (m_done.size() > longest || edits > mostEdits)) {
        edits -= editsOf(m_done.first());
        forget(0);
    }
}

}
