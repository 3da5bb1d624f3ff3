#include "app/commands/assessment.h"

#include "app/commands/arguments.h"
#include "app/commands/assessmentlist.h"
#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/assessing.h"
#include "core/workspace/people.h"
#include "core/workspace/problems.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AssessmentCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
    std::string kind;
    std::optional<std::string> period;
    std::optional<std::string> assessor;
    std::optional<std::string> scope;
    std::optional<std::string> exclusions;
    std::optional<std::string> independence;
    std::optional<std::string> methods;
    std::optional<std::string> readers;
    std::optional<std::string> limitations;
};

enum class Step { Start, Describe, Close };

std::optional<QString> text(const std::optional<std::string> &said)
{
    return said ? std::optional(QString::fromStdString(*said)) : std::nullopt;
}

Result<AssessmentDescription> descriptionFrom(const Arguments &arguments, const Connection &connection)
{
    AssessmentDescription description;
    description.purpose = fromWord<AssessmentPurpose>(QString::fromStdString(arguments.kind));
    if (arguments.period) {
        const auto [from, to] = periodFrom(*arguments.period);
        description.periodFrom.emplace(from);
        description.periodTo.emplace(to);
    }
    description.scopeIn = text(arguments.scope);
    description.scopeOut = text(arguments.exclusions);
    description.independence = text(arguments.independence);
    description.methods = text(arguments.methods);
    description.intendedReaders = text(arguments.readers);
    description.limitations = text(arguments.limitations);
    if (arguments.assessor && arguments.assessor->empty()) {
        description.assessor.emplace(std::nullopt);
    } else if (arguments.assessor) {
        const auto person = personCalled(QString::fromStdString(*arguments.assessor), connection);
        if (!person)
            return tl::unexpected(person.error());
        description.assessor.emplace(person->id);
    }
    return description;
}

Result<ChangeSet> plan(Step step, const Arguments &arguments, const Connection &connection,
                       const AiSystem &system, const Occasion &occasion)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (step == Step::Close)
        return planClose(connection, *catalogue, system, occasion);
    const auto description = descriptionFrom(arguments, connection);
    if (!description)
        return tl::unexpected(description.error());
    if (step == Step::Describe)
        return planDescription(connection, system, *description);
    return planStart(connection, **catalogue, system, occasion, *description);
}

QString doneInWords(Step step, const AiSystem &system)
{
    switch (step) {
    case Step::Start:
        return Text::tr("The next assessment of %1 is open.").arg(system.name);
    case Step::Describe:
        return Text::tr("The assessment of %1 is described.").arg(system.name);
    case Step::Close:
        break;
    }
    return Text::tr("The assessment of %1 is closed.").arg(system.name);
}

/// What an assessment leaves open for good.
struct LeftOpen
{
    int unanswered = 0;
    int uncovered = 0;

    [[nodiscard]] QString inWords() const
    {
        return QStringList{unansweredInWords(unanswered), uncoveredInWords(uncovered)}.join(u' ').trimmed();
    }
};

/// Of what is about to be closed; nothing for the other steps.
Result<std::optional<LeftOpen>> leftOpenBefore(Step step, const Connection &connection,
                                               const AiSystem &system, QDate today)
{
    if (step != Step::Close)
        return std::optional<LeftOpen>();
    const auto catalogue = shippedCatalogue();
    const auto checklist = catalogue ? readPresentChecklist(connection, *catalogue, system.id, today)
                                     : tl::unexpected(catalogue.error());
    if (!checklist)
        return tl::unexpected(checklist.error());
    return std::optional(LeftOpen{checklist->unanswered(), itemsUncoveredOnceClosed(*checklist, today)});
}

/// Whether another assessor is named and what was said of the former one's independence goes with them.
bool losesIndependence(Step step, const Arguments &arguments, const ChangeSet &changeSet)
{
    return step == Step::Describe && !arguments.independence &&
           std::ranges::any_of(changeSet.edits, [](const Edit &edit) {
               return edit.table == Described<Assessment>::table && edit.field("independence"_L1) != nullptr;
           });
}

Result<Exit> take(Step step, const Arguments &arguments, const Invocation &invocation)
{
    const auto record = recordToWrite(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto system = systemCalled(QString::fromStdString(arguments.system), *record->reader);
    if (!system)
        return tl::unexpected(system.error());
    const auto left = leftOpenBefore(step, *record->reader, *system, record->workspace->today());
    if (!left)
        return tl::unexpected(left.error());
    const auto changeSet = plan(step, arguments, *record->reader, *system, occasionOf(*record->workspace));
    if (!changeSet)
        return tl::unexpected(changeSet.error());
    if (!changeSet->isEmpty()) {
        if (const auto committed = record->workspace->commitAndWait(*changeSet); !committed)
            return tl::unexpected(committed.error());
    }
    invocation.output.words(doneInWords(step, *system));
    const bool isIndependenceLost = losesIndependence(step, arguments, *changeSet);
    if (isIndependenceLost)
        invocation.output.words(
            Text::tr("How independent the former assessor was is taken away: say it of this "
                     "one with --independence."));
    QJsonObject document{{u"system"_s, system->number}, {u"open"_s, step != Step::Close}};
    if (step == Step::Describe)
        document.insert(u"independence_taken_away"_s, isIndependenceLost);
    if (*left) {
        document.insert(u"unanswered"_s, (*left)->unanswered);
        document.insert(u"uncovered"_s, (*left)->uncovered);
        invocation.output.words((*left)->inWords());
    }
    invocation.output.json(document);
    return Exit::Fine;
}

void addDescription(Command command, Arguments &arguments)
{
    command.takes("--kind", arguments.kind, "Who assesses for whom").wordOf<AssessmentPurpose>();
    command.takes("--period", arguments.period, "What it speaks of; ..B for one day").periodOrNone();
    command.takes("--assessor", arguments.assessor, "Who assesses, by name or address").named("NAME");
    command.takes("--independence", arguments.independence, "How the assessor is independent").named("TEXT");
    command.takes("--methods", arguments.methods, "How it was assessed").named("TEXT");
    command.takes("--readers", arguments.readers, "For whom the report is meant").named("TEXT");
    command.takes("--limitations", arguments.limitations, "What the assessment does not cover or show")
        .named("TEXT");
    command.takes("--scope", arguments.scope, "What is in scope").named("TEXT");
    command.takes("--exclusions", arguments.exclusions, "What is out of scope, with reasons").named("TEXT");
}

void addStep(CommandLine &commandLine, Command group, Step step, const char *name, const char *sentence)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command(name, sentence);
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("SYSTEM", arguments->system, "Its number or name").required();
    if (step != Step::Close)
        addDescription(command, *arguments);
    commandLine.perform(command, [step, arguments](const Invocation &invocation) {
        return take(step, *arguments, invocation);
    });
}

}

void addAssessment(CommandLine &commandLine)
{
    const Command group = commandLine.group("assessment", "Begin, describe, freeze or list assessments");
    addStep(commandLine, group, Step::Start, "start", "Begin the next one, pre-filled from the one before");
    addStep(commandLine, group, Step::Describe, "describe",
            "Say of the open one what the front pages of a report print");
    addStep(commandLine, group, Step::Close, "close", "Freeze the open one");
    addAssessmentList(commandLine, group);
}

}
