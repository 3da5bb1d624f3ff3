#pragma once

#include "core/workspace/answering.h"

#include <QHash>
#include <QObject>
#include <QQueue>

#include <memory>

namespace plimsoll {

class Jobs;
class Workspace;

/// Saves answers one after the other in the order they were given: each is planned against the record as the
/// one before left it, so quick hands never meet a conflict with themselves.
class AnswerWriter final : public QObject
{
    Q_OBJECT

public:
    AnswerWriter(Workspace &workspace, Jobs &jobs, QObject *parent = nullptr);

    void save(const QList<ItemOfAssessment> &items, const AnswerChange &change);
    /// The same where the person was shown what it would overwrite: when that is no longer so, nothing is
    /// written, and the refusal says of which items.
    void save(const QList<ItemOfAssessment> &items, const AnswerChange &change,
              const QList<Response> &shownToBeOverwritten);
    /// The same of one item that stood so on the screen: what somebody else has set meanwhile is not
    /// overwritten, and the refusal says what it is.
    void save(const ItemOfAssessment &item, const AnswerChange &change, const Response &seen);
    /// A change that is planned already; it waits for its turn as well.
    void save(const ChangeSet &changeSet);

    /// How many of the wishes are done with: a reading of the record that begins now holds what these wrote.
    [[nodiscard]] quint64 settled() const { return m_settled; }
    /// The screen shows a reading that began when so many wishes were done with: from now on what differs
    /// from it is somebody else's, also where it equals what was written here earlier.
    void noteShown(quint64 settledWhenRead);

Q_SIGNALS:
    void refused(const plimsoll::Error &error);
    /// What was shown to be overwritten is, by this change of these items.
    void overwritten(const QList<plimsoll::ItemOfAssessment> &items, const plimsoll::AnswerChange &change);

private:
    struct Wish
    {
        QList<ItemOfAssessment> items = {};
        AnswerChange change = {};
        ChangeSet planned = {};
        std::optional<Response> seen = {};
        std::optional<QList<Response>> shown = {}; ///< to be overwritten
        std::shared_ptr<void> underWay = {};       ///< while it waits for its turn
    };
    /// What was written to an item here; the screen may not show it yet.
    struct OwnWriting
    {
        AnswerChange change;
        quint64 wish = 0; ///< the number of the last
    };

    void take(Wish wish);
    void next();
    static Result<PlannedAnswers> planned(const Connection &connection, const Wish &wish,
                                          const AnswerChange &ownLast);
    void plan(const Wish &wish);
    void receive(const Wish &wish, const Result<PlannedAnswers> &answers);
    void commit(const Wish &wish, const ChangeSet &changeSet);
    void finish(const Wish &wish, const Done &done);
    void noteOwn(const Wish &wish);
    void settle();

    Workspace &m_workspace;
    Jobs &m_jobs;
    QQueue<Wish> m_wishes;
    QHash<Id<Response>, OwnWriting> m_own;
    quint64 m_settled = 0;
    bool m_isWriting = false;
};

}
