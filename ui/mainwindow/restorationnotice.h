#pragma once

#include "core/base/result.h"
#include "core/journal/restoration.h"

#include <QObject>
#include <QSet>

namespace plimsoll {

class Jobs;
class Workspace;

/// Notices that another copy of the program restored a backup of the workspace that is open here.
class RestorationNotice final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. What was restored before is no news.
    RestorationNotice(const Workspace &workspace, Jobs &jobs);

Q_SIGNALS:
    /// Who put which backup back, and what is kept of what it replaced: a sentence for each restoration.
    void restoredElsewhere(const QString &sentences);
    void refused(const plimsoll::Error &error);

private:
    struct Told
    {
        Id<Restoration> id;
        QString sentence;
    };

    static Result<QList<Told>> readAll(const Workspace &workspace);
    void read();
    void receive(const QList<Told> &all);

    const Workspace &m_workspace;
    Jobs &m_jobs;
    bool m_isFirst = true; ///< nothing is known yet, so nothing is new
    QSet<Id<Restoration>> m_known;
};

}
