#pragma once

#include "app/commands/invocation.h"

#include "core/assessment/assessment.h"
#include "core/catalogue/catalogue.h"
#include "core/delivery/namedassessments.h"
#include "core/inventory/aisystem.h"
#include "core/workspace/checklist.h"
#include "core/workspace/occasionof.h"
#include "core/workspace/workspace.h"

#include <QJsonValue>

#include <variant>

namespace plimsoll {

/// Refuses a package where a workspace is called for.
Done refusePackage(const std::string &folder);

/// The workspace in `folder`, to read: takes no lock.
Result<std::unique_ptr<Workspace>> openToRead(const std::string &folder, const Invocation &invocation);

/// The record at `place`, to read: a workspace, or an audit package, which is proven first. Takes no lock.
Result<std::shared_ptr<const Workspace>> openRecord(const std::string &place, const Invocation &invocation);

/// The same with the assessment of each system that the report in the package tells; none in a workspace.
struct ToldRecord
{
    std::shared_ptr<const Workspace> workspace;
    NamedAssessments told;
};
Result<ToldRecord> openToldRecord(const std::string &place, const Invocation &invocation);

/// A record and a reader of it.
struct RecordInSight
{
    std::shared_ptr<const Workspace> workspace;
    std::unique_ptr<Connection> reader; ///< goes before what it reads from
};
Result<RecordInSight> recordInSight(const std::string &place, const Invocation &invocation);

/// The workspace in `folder`, to write. Who acts is the person --as names, else the one whose account this
/// is; refused when that is nobody, and where the journal does not end as its head says. A backup that is due
/// is made first; one that cannot be made is told once an hour, and keeps nobody from their work.
Result<std::unique_ptr<Workspace>> openToWrite(const std::string &folder, const Invocation &invocation);

/// The same with a reader of it.
struct RecordToWrite
{
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Connection> reader; ///< goes before what it reads from
};
Result<RecordToWrite> recordToWrite(const std::string &folder, const Invocation &invocation);

/// What persons are called.
Result<QHash<Id<Person>, QString>> personNames(const Connection &connection);

/// The system that `words` names: by its number ("AI-001") or id, or by its name where only one is called so.
Result<AiSystem> systemCalled(const QString &words, const Connection &connection);

/// All systems that are not in the bin, by number.
Result<QList<AiSystem>> registeredSystems(const Connection &connection);

/// The platform of that name or id; refused when there is none.
Result<Platform> knownPlatform(const QString &words, const Connection &connection);

/// Who answers, and where these answers can be written: a system, or a platform that answers once for
/// several.
struct Answering
{
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Connection> reader;
    std::variant<AiSystem, Platform> who;
    Assessment assessment; ///< the open one

    [[nodiscard]] QString name() const;
    /// {"system": number} or {"platform": name}
    [[nodiscard]] std::pair<QString, QJsonValue> forJson() const;
    [[nodiscard]] Result<Checklist> checklist(const std::shared_ptr<const Catalogue> &catalogue) const;
};

/// Opens the workspace in `folder` to write the answers of the system, or else the platform, that `words`
/// names; refused when none of its assessments is open.
Result<Answering> openToAnswer(const std::string &folder, const std::string &words,
                               const Invocation &invocation);

/// The item that `words` names. Null for wrong usage, which is then explained on `output`: no such provision,
/// or one that is answered part by part, whose parts are listed.
const Item *itemCalled(const QString &words, const Catalogue &catalogue, Output &output);

}
