#pragma once

#include "core/base/result.h"
#include "core/journal/restoration.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace plimsoll {

class Banner;
class Connection;
class Jobs;
class Workspace;

/// The restorations that a record tells of.
using KnownRestorations = QSet<Id<Restoration>>;

/// Says in a banner that another copy of the program restored a backup of the workspace that is open here:
/// who put which one back, and what is kept of what it replaced.
class RestorationNotice final : public QObject
{
    Q_OBJECT

public:
    /// All three outlive it. What was `known` when the workspace was opened is no news.
    RestorationNotice(const Workspace &workspace, KnownRestorations known, Jobs &jobs, Banner &banner);

    static Result<KnownRestorations> knownTo(const Workspace &workspace);

Q_SIGNALS:
    void refused(const plimsoll::Error &error);

private:
    struct Reading
    {
        KnownRestorations all;
        Id<Restoration> newest;
        QString sentence; ///< of the newest; empty when all were known
    };

    static Result<Reading> readNew(const Connection &connection, const KnownRestorations &known);
    void read();
    void receive(const Reading &reading);

    const Workspace &m_workspace;
    KnownRestorations m_known;
    Jobs &m_jobs;
    Banner &m_banner;
    QStringList m_said; ///< since somebody dismissed the banner
};

}
