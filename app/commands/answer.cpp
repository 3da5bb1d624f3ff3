#include "app/commands/answer.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/people.h"
#include "core/workspace/problems.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnswerCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
    std::string item;
    std::string answer;
    std::optional<std::string> rationale;
    std::optional<std::string> owner;
    std::optional<std::string> due;
    std::optional<std::string> approver;
    std::optional<std::string> reviewOn;
    std::optional<std::string> overrideReason;
};

using ChangedPerson = std::optional<std::optional<Id<Person>>>;
using ChangedDay = std::optional<std::optional<QDate>>;

/// Nothing said changes nothing; an empty name takes away the person who was there.
Result<ChangedPerson> person(const std::optional<std::string> &words, const Connection &connection)
{
    if (!words)
        return ChangedPerson();
    if (words->empty())
        return ChangedPerson(std::in_place);
    const auto found = personCalled(QString::fromStdString(*words), connection);
    if (!found)
        return tl::unexpected(found.error());
    return ChangedPerson(std::optional(found->id));
}

ChangedDay day(const std::optional<std::string> &words)
{
    return words ? ChangedDay(dayFrom(*words)) : ChangedDay();
}

Result<AnswerChange> changeFrom(const Arguments &arguments, const Connection &connection)
{
    const auto owner = person(arguments.owner, connection);
    if (!owner)
        return tl::unexpected(owner.error());
    const auto approver = person(arguments.approver, connection);
    if (!approver)
        return tl::unexpected(approver.error());
    AnswerChange change;
    change.answer = fromWord<Answer>(QString::fromStdString(arguments.answer));
    if (arguments.rationale)
        change.rationale = QString::fromStdString(*arguments.rationale);
    change.owner = *owner;
    change.due = day(arguments.due);
    change.approver = *approver;
    change.reviewOn = day(arguments.reviewOn);
    if (arguments.overrideReason)
        change.overrideReason = QString::fromStdString(*arguments.overrideReason);
    return change;
}

/// What counts in the place of this one answer, and what an auditor would still ask about it.
QStringList questionsLeft(const Checklist &checklist, const Item &item, QDate today)
{
    QStringList statements;
    const auto &line = checklist.lines.at(size_t(item.ordinal));
    if (line.applicability.state != Applicability::State::Applies)
        statements.append(checklist.reason(line));
    else if (line.isInherited())
        statements.append(Text::tr("%1 takes over what %2 answers: %3.")
                              .arg(item.id, withVisibleControls(line.commonSource), title(line.counted)));
    for (const auto &problem : problemsOf(checklist, today)) {
        if (problem.ordinal == item.ordinal)
            statements.append(inWords(problem));
    }
    return statements;
}

/// What became of the answer; that the system has none of its own now is said with what it inherits.
QString outcome(const Checklist &checklist, const Item &item, Answer given, const ChangeSet &written)
{
    const bool isNew = !written.isEmpty();
    const auto &line = checklist.lines.at(size_t(item.ordinal));
    const QString name = withVisibleControls(checklist.name());
    if (line.isInherited())
        return (isNew ? Text::tr("%1 of %2 has no answer of its own any more: it inherits “%3” from %4.")
                      : Text::tr("%1 of %2 has no answer of its own already: it inherits “%3” from %4. "
                                 "Nothing was changed."))
            .arg(item.id, name, title(line.common->answer), withVisibleControls(line.commonSource));
    return (isNew ? Text::tr("%1 of %2 is answered: %3.")
                  : Text::tr("%1 of %2 is answered so already: %3. Nothing was changed."))
        .arg(item.id, name, title(given));
}

Result<Exit> answer(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto *item = itemCalled(QString::fromStdString(arguments.item), **catalogue, invocation.output);
    if (!item)
        return Exit::Usage;
    const auto place = openToAnswer(arguments.folder, arguments.system, invocation);
    if (!place)
        return tl::unexpected(place.error());
    const auto change = changeFrom(arguments, *place->reader);
    if (!change)
        return tl::unexpected(change.error());
    const auto planned = planAnswers(*place->reader, {{place->assessment.id, item->id}}, *change);
    if (!planned)
        return tl::unexpected(planned.error());
    const bool isNew = !planned->changeSet.isEmpty();
    if (isNew) {
        if (const auto committed = place->workspace->commitAndWait(planned->changeSet); !committed)
            return tl::unexpected(committed.error());
    }
    const auto checklist = place->checklist(*catalogue);
    if (!checklist)
        return tl::unexpected(checklist.error());

    const auto questions = questionsLeft(*checklist, *item, place->workspace->today());
    invocation.output.words(outcome(*checklist, *item, *change->answer, planned->changeSet));
    for (const auto &question : questions)
        invocation.output.words(question);
    const auto &line = checklist->lines.at(size_t(item->ordinal));
    invocation.output.json(
        {place->forJson(),
         {u"item"_s, item->id},
         {u"answer"_s, word(*change->answer)},
         {u"counts_as"_s, word(line.counted)},
         {u"inherited_from"_s, line.isInherited() ? QJsonValue(line.commonSource) : QJsonValue()},
         {u"changed"_s, isNew},
         {u"problems"_s, QJsonArray::fromStringList(questions)}});
    return Exit::Fine;
}

}

void addAnswer(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command =
        commandLine.command("answer", "Answer one item for a system, or once for several");
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("SYSTEM", arguments->system, "Its number, name or id; or a platform's name").required();
    command.takes("ITEM", arguments->item, "A provision, or one of its parts: 5.1.3-1/b").required();
    command.takes("ANSWER", arguments->answer, "How far the item is met").required().wordOf<Answer>();
    command.takes("--rationale", arguments->rationale, "Why").named("TEXT");
    command.takes("--owner", arguments->owner, "Who sees to it, by name or address").named("NAME");
    command.takes("--due", arguments->due, "By when").dayOrNone();
    command.takes("--approver", arguments->approver, "Who approved that it is not applicable").named("NAME");
    command.takes("--review-on", arguments->reviewOn, "When that is looked at again").dayOrNone();
    command
        .takes("--override-reason", arguments->overrideReason,
               "Why the system does not take over the common answer")
        .named("TEXT");
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return answer(*arguments, invocation); });
}

}
