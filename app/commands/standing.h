#pragma once

#include "core/workspace/outdated.h"
#include "core/workspace/problems.h"
#include "core/workspace/releasegate.h"

#include <QJsonObject>

namespace plimsoll {

/// What `status` says of one system.
struct SystemStatus
{
    Checklist checklist;
    std::optional<Outdated> outdated;
    QList<Problem> problems;
    QList<Blocking> blocking;
    std::optional<int> held = {}; ///< countHeldItems() of the gate that was asked for
    QHash<Id<Person>, QString> persons;
    std::optional<int> phase; ///< the only one asked for, an index of Catalogue::phases()
    bool isTold = false;      ///< the assessment is the one that the report in a package tells
    QStringList scopeProblems = {};
    QString scopeApprover = {};

    /// Whether a gate was asked for that has nothing to hold: nothing is promised then.
    [[nodiscard]] bool isUnchecked() const { return held == 0; }
    /// Such a system has no counts, and no item of it blocks.
    [[nodiscard]] bool isOutOfScope() const { return checklist.system.outOfScope; }
};

/// The counts as a table for people: a line for each phase and verb. Of a system out of scope, why it is.
QStringList tableOf(const SystemStatus &standing);
/// The sentences of what an auditor would ask about.
QStringList problemsOf(const SystemStatus &standing);
/// "AI-001 5.1.2-3 is not met. Jo Lee, due 2026-12-01": a line for each item that blocks, or that nothing was
/// checked.
QStringList reasonsOf(const SystemStatus &standing);

QJsonObject jsonOf(const SystemStatus &standing);

}
