#include "app/commands/status.h"

#include "app/commands/arguments.h"
#include "app/commands/namedassessment.h"
#include "app/commands/output.h"
#include "app/commands/place.h"
#include "app/commands/standing.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/openedpackage.h"
#include "core/delivery/recordsnapshot.h"
#include "core/evidence/evidencestore.h"
#include "core/journal/recordproof.h"
#include "core/report/charts.h"
#include "core/storage/repository.h"
#include "core/workspace/outofscope.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
    std::string assessment;
    std::string requirement;
    std::string phase;
    bool readsFiles = false;
};

/// What is known of the stored files: what checks before this one found and, where it was asked for, what
/// reading them anew finds.
class Files
{
public:
    Files(const Arguments &arguments, const Workspace &workspace)
        : m_store(workspace.evidenceFolder())
        , m_now(workspace.clock().now())
        , m_areInPackage(looksLikePackage(QString::fromStdString(arguments.folder)))
        , m_readsAnew(arguments.readsFiles && !m_areInPackage)
    {
        if (!m_areInPackage)
            m_known = keptChecks(m_store);
    }

    Result<FileChecks> of(const Checklist &checklist, const Progress &progress)
    {
        // A package was proven with its files when it was opened.
        if (m_areInPackage)
            return FileChecks();
        auto files = filesOf(checklist);
        if (m_readsAnew) {
            std::vector<Fingerprint> unread;
            std::ranges::copy_if(files, std::back_inserter(unread),
                                 [this](const Fingerprint &file) { return !m_read.contains(file.digest); });
            const auto read = checkedAnew(m_store, unread, m_now, progress);
            if (!read)
                return read;
            m_read.insert(*read);
            m_known.insert(*read);
        }
        return lookedAt(m_store, files, m_known, m_now);
    }

    /// For the next look. Where nothing can be written the next reads for itself.
    void keep() const
    {
        if (!m_read.isEmpty())
            (void)keepChecks(m_store, m_read);
    }

private:
    EvidenceStore m_store;
    QDateTime m_now;
    bool m_areInPackage;
    bool m_readsAnew;
    FileChecks m_known;
    FileChecks m_read;
};

/// One system, or all.
Result<QList<AiSystem>> systemsAskedFor(const Arguments &arguments, const Connection &connection)
{
    if (!arguments.system.empty()) {
        const auto system = systemCalled(QString::fromStdString(arguments.system), connection);
        if (!system)
            return tl::unexpected(system.error());
        return QList{*system};
    }
    return registeredSystems(connection);
}

std::optional<int> phaseAskedFor(const Arguments &arguments, const Catalogue &catalogue)
{
    const auto *phase = catalogue.phase(QString::fromStdString(arguments.phase));
    return phase ? std::optional(int(phase - catalogue.phases().data())) : std::nullopt;
}

/// As of the assessment that was named; else the one the package tells; else the one that counts.
Result<Checklist> checklistAskedFor(const Arguments &arguments, const ToldRecord &record,
                                    const Connection &connection,
                                    const std::shared_ptr<const Catalogue> &catalogue, const AiSystem &system)
{
    const QDate today = record.workspace->today();
    if (!arguments.assessment.empty()) {
        const auto named = assessmentCalled(QString::fromStdString(arguments.assessment), system, connection);
        if (!named)
            return tl::unexpected(named.error());
        return readChecklist(connection, catalogue, named->id, today);
    }
    if (const auto told = record.told.constFind(system.id); told != record.told.cend())
        return readChecklist(connection, catalogue, *told, today);
    return readChecklist(connection, catalogue, system.id, today);
}

/// Whether the system is told as it is now: not where an assessment was asked for, or a package tells one.
bool isToldAsItIs(const Arguments &arguments, const ToldRecord &record, const AiSystem &system)
{
    return arguments.assessment.empty() && !record.told.contains(system.id);
}

/// A system may go out of scope after its assessment was closed, and come back.
void takeScope(AiSystem &told, const AiSystem &present)
{
    told.outOfScope = present.outOfScope;
    told.outOfScopeReason = present.outOfScopeReason;
    told.outOfScopeApprover = present.outOfScopeApprover;
    told.outOfScopeReviewOn = present.outOfScopeReviewOn;
}

/// Of a system out of scope nothing is counted, and nothing is there to be checked.
SystemStatus statusOutOfScope(const Arguments &arguments, Checklist checklist, const QString &approver,
                              QDate today)
{
    SystemStatus status;
    status.scopeProblems = scopeProblems(checklist.system, today);
    status.scopeApprover = approver;
    status.checklist = std::move(checklist);
    if (!arguments.requirement.empty())
        status.held = 0;
    return status;
}

/// Reads one system after the other, and lets go of each before the next: there may be thousands.
Done eachStanding(const Arguments &arguments, const ToldRecord &record, const Progress &progress,
                  const std::function<void(const SystemStatus &)> &take)
{
    const Workspace &workspace = *record.workspace;
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto systems = systemsAskedFor(arguments, **reader);
    if (!systems)
        return tl::unexpected(systems.error());
    const auto persons = Repository<Person>(**reader).all();
    if (!persons)
        return tl::unexpected(persons.error());

    QHash<Id<Person>, QString> presentNames;
    for (const Person &person : *persons)
        presentNames.insert(person.id, person.name);

    const auto requirement = fromWord<Requirement>(QString::fromStdString(arguments.requirement));
    const auto phase = phaseAskedFor(arguments, **catalogue);
    Files files(arguments, workspace);
    for (qsizetype index = 0; index < systems->size(); ++index) {
        progress(index, systems->size(), Text::tr("Reading systems"));
        auto checklist = checklistAskedFor(arguments, record, **reader, *catalogue, systems->at(index));
        if (!checklist)
            return tl::unexpected(checklist.error());
        if (isToldAsItIs(arguments, record, systems->at(index)))
            takeScope(checklist->system, systems->at(index));
        if (const AiSystem &system = checklist->system; system.outOfScope) {
            const QString approver = presentNames.value(system.outOfScopeApprover.value_or(Id<Person>()));
            take(statusOutOfScope(arguments, std::move(*checklist), approver, workspace.today()));
            continue;
        }
        auto outdated = whyOutdated(**reader, *checklist, workspace.today());
        if (!outdated)
            return tl::unexpected(outdated.error());
        const auto told = record.told.constFind(systems->at(index).id);
        const bool isTold =
            told != record.told.cend() && checklist->assessment && checklist->assessment->id == *told;
        const auto checks = files.of(*checklist, progress);
        if (!checks)
            return tl::unexpected(checks.error());
        auto problems = problemsOf(*checklist, workspace.today(), *checks);
        auto blocking = requirement ? whatBlocks(*checklist, *requirement, phase) : QList<Blocking>();
        const auto held =
            requirement ? std::optional(countHeldItems(*checklist, *requirement, phase)) : std::nullopt;
        auto names = presentNames;
        for (const Person &person : std::as_const(checklist->persons))
            names.insert(person.id, person.name); // once it is closed, as they were called then
        take({std::move(*checklist), std::move(*outdated), std::move(problems), std::move(blocking), held,
              names, phase, isTold});
    }
    files.keep();
    return {};
}

enum class Problems { Counted, Listed };

void explain(const SystemStatus &standing, Problems shown, Output &output)
{
    for (const auto &line : tableOf(standing))
        output.words(line);
    const auto problems = problemsOf(standing);
    output.words(
        standing.isOutOfScope()
            ? Text::tr("Problems an auditor would ask about: %1.").arg(problems.size())
            : Text::tr("Problems an auditor would ask about, item by item: %1.").arg(problems.size()));
    if (shown == Problems::Listed || standing.isOutOfScope()) {
        for (const auto &problem : problems)
            output.words(u"  "_s + problem);
    }
    for (const auto &reason : reasonsOf(standing))
        output.words(reason);
    output.words({});
}

/// What the record says otherwise than its journal; nothing where no release is asked for, and of a package,
/// which was proven when it was opened.
Result<std::optional<QString>> contradictionIn(const Workspace &workspace, const Arguments &arguments,
                                               const Progress &progress)
{
    if (arguments.requirement.empty() || looksLikePackage(QString::fromStdString(arguments.folder)))
        return std::optional<QString>();
    const auto snapshot = RecordSnapshot::take(workspace);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto proof = proveRecord((*snapshot)->file(), recordSchema(), progress);
    if (!proof)
        return tl::unexpected(proof.error());
    return proof->contradiction();
}

/// Where a release is asked for. Among all systems, one out of scope is none that is to go out.
bool keepsFromRelease(const SystemStatus &standing, const Arguments &arguments)
{
    if (arguments.requirement.empty() || (standing.isOutOfScope() && arguments.system.empty()))
        return false;
    return !standing.blocking.isEmpty() || standing.isUnchecked() || standing.outdated;
}

Result<Exit> status(const Arguments &arguments, const Invocation &invocation)
{
    const auto record = openToldRecord(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto &workspace = record->workspace;
    const bool asksForRelease = !arguments.requirement.empty();
    const auto shown = arguments.system.empty() || asksForRelease ? Problems::Counted : Problems::Listed;
    QJsonArray systems;
    bool isBlocked = false;
    int outOfScope = 0;
    const auto read =
        eachStanding(arguments, *record, invocation.output.progress(), [&](const SystemStatus &standing) {
            explain(standing, shown, invocation.output);
            isBlocked = isBlocked || keepsFromRelease(standing, arguments);
            outOfScope += int(standing.isOutOfScope());
            systems.append(jsonOf(standing));
        });
    if (!read)
        return tl::unexpected(read.error());
    const auto contradiction = contradictionIn(*workspace, arguments, invocation.output.progress());
    if (!contradiction)
        return tl::unexpected(contradiction.error());
    if (*contradiction)
        invocation.output.words(Text::tr("The record is not what its journal says: %1").arg(**contradiction));
    if (outOfScope > 0)
        invocation.output.words(Text::tr("Out of scope, and not assessed: %1.").arg(outOfScope));
    // Nothing was checked, so nothing is promised.
    const bool isNoneAssessed = systems.size() == outOfScope;
    isBlocked = isBlocked || *contradiction || (asksForRelease && isNoneAssessed);
    if (isNoneAssessed && arguments.system.empty())
        invocation.output.words(Text::tr("%1 has no AI system to be assessed.").arg(workspace->name()));
    else if (asksForRelease)
        invocation.output.words(isBlocked ? Text::tr("No: the above stands in the way.")
                                          : Text::tr("Yes: nothing stands in the way."));
    else if (!isNoneAssessed)
        invocation.output.words(conformityFormula() + u'\n' + progressFormula());
    QJsonObject document{
        {u"workspace"_s, workspace->name()}, {u"systems"_s, systems}, {u"out_of_scope"_s, outOfScope}};
    if (asksForRelease) {
        document.insert(u"require"_s, QString::fromStdString(arguments.requirement));
        document.insert(u"satisfied"_s, !isBlocked);
        document.insert(u"contradiction"_s, *contradiction ? QJsonValue(**contradiction) : QJsonValue());
    }
    invocation.output.json(document);
    return isBlocked ? Exit::No : Exit::Fine;
}

}

void addStatus(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command =
        commandLine.command("status", "Show where systems stand, or whether one may go out");
    command.takes("WS|PACKAGE", arguments->folder, "The workspace or package").required();
    const Argument system =
        command.takes("SYSTEM", arguments->system, "Its number, name or id; without it, all").filled();
    const Argument require =
        command.takes("--require", arguments->requirement, "Say no unless these provisions are met")
            .wordOf<Requirement>();
    command
        .takes("--assessment", arguments->assessment,
               "As of an earlier one, by its number or the day it was closed on")
        .named("WHICH")
        .filled()
        .needs(system)
        .excludes(require);
    command.takes("--phase", arguments->phase, "Only the provisions of this phase").wordOf<LifecyclePhase>();
    command.flag("--check-evidence", arguments->readsFiles,
                 "Read every stored file of these systems anew and compare its fingerprint");
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return status(*arguments, invocation); });
}

}
