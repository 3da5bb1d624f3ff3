#pragma once

#include "core/workspace/answering.h"

#include <QHash>
#include <QObject>
#include <QQueue>

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
    /// The same of one item that stood so on the screen: what somebody else has set meanwhile is not
    /// overwritten, and the refusal says what it is.
    void save(const ItemOfAssessment &item, const AnswerChange &change, const Response &seen);
    /// A change that is planned already; it waits for its turn as well.
    void save(const ChangeSet &changeSet);

Q_SIGNALS:
    void refused(const plimsoll::Error &error);

private:
    struct Wish
    {
        QList<ItemOfAssessment> items;
        AnswerChange change;
        ChangeSet planned;
        std::optional<Response> seen = {};
    };

    void next();
    void plan(const Wish &wish);
    void commit(const ChangeSet &changeSet);
    void noteOwn(const Wish &wish);
    void settle();

    Workspace &m_workspace;
    Jobs &m_jobs;
    QQueue<Wish> m_wishes;
    QHash<Id<Response>, AnswerChange> m_ownLast; ///< what this writer set; the screen may not show it yet
    bool m_isWriting = false;
};

}
