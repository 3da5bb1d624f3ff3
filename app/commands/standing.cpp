#include "app/commands/standing.h"

#include "app/commands/scopejson.h"

#include "core/base/calledname.h"
#include "core/base/text.h"
#include "core/delivery/wording.h"
#include "core/workspace/outofscope.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemStatus)
};

/// A phase, or the whole, with what is counted in it.
struct Group
{
    QString id; ///< empty for the whole
    QString title;
    Tally tally;
    std::optional<int> phase = {}; ///< an index of Catalogue::phases(); nothing for the whole
};

QList<Group> groupsOf(const SystemStatus &standing)
{
    const auto &phases = standing.checklist.catalogue->phases();
    QList<Group> groups;
    for (size_t index = 0; index < phases.size(); ++index) {
        if (!standing.phase || size_t(*standing.phase) == index)
            groups.append(
                {phases[index].id, phases[index].title, standing.checklist.phase(int(index)), int(index)});
    }
    if (!standing.phase)
        groups.append({{}, Text::tr("All phases"), standing.checklist.rollUp.whole});
    return groups;
}

/// What is counted beside the shares of a phase or the whole, in provisions.
struct Beside
{
    CountsByVerb lapsed;
    CountsByVerb unshown;
    CountsByVerb carried;
};

Beside besideCounts(const SystemStatus &standing, std::optional<int> phase)
{
    const auto count = [&](Problem::Kind kind) {
        return provisionsWith(kind, standing.problems, *standing.checklist.catalogue, phase);
    };
    return {count(Problem::Kind::EvidenceLapsed), count(Problem::Kind::EvidenceMissing),
            count(Problem::Kind::InheritedToConfirm)};
}

QString inWords(const Fraction &fraction)
{
    const auto counts = u"%1/%2"_s.arg(fraction.part).arg(fraction.whole);
    return u"%1 %2"_s.arg(counts, 7).arg(fraction.isEmpty() ? u"     -"_s
                                                            : u"%1 %"_s.arg(fraction.percent(), 4));
}

QString line(const QString &title, const QString &verb, const AnswerCounts &counts)
{
    return u"%1 %2 %3 %4 %5 %6 %7"_s.arg(title, -24)
        .arg(verb, -13)
        .arg(inWords(counts.conformity()), 15)
        .arg(inWords(counts.progress()), 15)
        .arg(counts.waiting, 8)
        .arg(counts.reliedUpon, 13)
        .arg(counts.notApplicable, 15);
}

QJsonObject json(const Fraction &fraction)
{
    return {{u"part"_s, fraction.part}, {u"whole"_s, fraction.whole}, {u"percent"_s, fraction.percent()}};
}

QJsonObject json(const AnswerCounts &counts, const Beside &beside, int CountsByVerb::*verb)
{
    return {{u"met"_s, counts.met},
            {u"partly_met"_s, counts.partlyMet},
            {u"not_met"_s, counts.notMet},
            {u"not_answered"_s, counts.notAnswered},
            {u"answered_in_part"_s, counts.partlyMetInPart + counts.notMetInPart},
            {u"not_applicable"_s, counts.notApplicable},
            {u"waiting"_s, counts.waiting},
            {u"relied_upon"_s, counts.reliedUpon},
            {u"due"_s, counts.due()},
            {u"conformity"_s, json(counts.conformity())},
            {u"progress"_s, json(counts.progress())},
            {u"lapsed_evidence"_s, beside.lapsed.*verb},
            {u"without_evidence"_s, beside.unshown.*verb},
            {u"not_reconfirmed"_s, beside.carried.*verb}};
}

QJsonObject json(const SystemStatus &standing, const Group &group)
{
    const Beside beside = besideCounts(standing, group.phase);
    QJsonObject object{
        {u"title"_s, group.title},
        {u"shall"_s, json(group.tally.shall, beside, &CountsByVerb::shall)},
        {u"should"_s, json(group.tally.should, beside, &CountsByVerb::should)},
        {u"should_parts"_s, json(group.tally.shouldParts, beside, &CountsByVerb::shouldParts)}};
    if (!group.id.isEmpty())
        object.insert(u"phase"_s, group.id);
    return object;
}

/// A line for each verb that something is due in: they are never added.
QStringList besideInWords(const SystemStatus &standing)
{
    const Beside beside = besideCounts(standing, standing.phase);
    const auto sentence = [&beside](const QString &verb, int CountsByVerb::*of) {
        return Text::tr("%1 counted with lapsed evidence: %2; without any evidence: %3; carried over from "
                        "the assessment before and not reconfirmed: %4.")
            .arg(verb)
            .arg(beside.lapsed.*of)
            .arg(beside.unshown.*of)
            .arg(beside.carried.*of);
    };
    const auto &checklist = standing.checklist;
    const Tally &tally = standing.phase ? checklist.phase(*standing.phase) : checklist.rollUp.whole;
    QStringList lines{sentence(Text::tr("Shall provisions"), &CountsByVerb::shall)};
    if (tally.should.total() > 0)
        lines.append(sentence(Text::tr("Should provisions"), &CountsByVerb::should));
    if (tally.shouldParts.total() > 0)
        lines.append(sentence(Text::tr("Should parts"), &CountsByVerb::shouldParts));
    return lines;
}

/// Whether the problem is one of the phase asked for.
bool concerns(const SystemStatus &standing, const Problem &problem)
{
    return !standing.phase ||
           standing.checklist.catalogue->items().at(size_t(problem.ordinal)).phase == *standing.phase;
}

/// How many answers that count come from each platform, by its name.
QMap<QString, int> inheritedAnswers(const Checklist &checklist)
{
    QMap<QString, int> inherited;
    for (const auto &line : checklist.lines) {
        if (line.countsInherited())
            ++inherited[line.commonSource];
    }
    return inherited;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString whoAndWhen(const SystemStatus &standing, const Blocking &blocking)
{
    const auto who = blocking.owner ? standing.persons.value(*blocking.owner) : Text::tr("Nobody owns it");
    return blocking.due ? Text::tr("%1, due %2").arg(who, blocking.due->toString(Qt::ISODate))
                        : Text::tr("%1, no due date").arg(who);
}

}

QStringList tableOf(const SystemStatus &standing)
{
    const auto &system = standing.checklist.system;
    const auto called = calledName(system.name, system.version);
    QStringList lines{withVisibleControls(u"%1  %2  %3"_s.arg(system.number, called, word(system.phase)))};
    if (standing.isOutOfScope())
        return lines << withVisibleControls(outOfScopeInWords(system, standing.scopeApprover));
    if (!standing.checklist.assessment)
        lines.append(Text::tr("No assessment was ever begun."));
    else if (const auto closed = standing.checklist.assessment->closedOn)
        lines.append(
            Text::tr("As of %1, when the assessment was closed.").arg(closed->toString(Qt::ISODate)));
    if (standing.isTold)
        lines.append(Text::tr("The report in the package tells this assessment: %1.")
                         .arg(inWords(*standing.checklist.assessment)));
    if (standing.outdated)
        lines.append(withVisibleControls(standing.outdated->inWords()));
    if (const auto inherited = inheritedAnswers(standing.checklist); !inherited.isEmpty()) {
        QStringList sources;
        for (auto source = inherited.cbegin(); source != inherited.cend(); ++source)
            sources.append(Text::tr("%1 from %2").arg(source.value()).arg(source.key()));
        lines.append(withVisibleControls(Text::tr("Inherited answers: %1.").arg(sources.join(u", "_s))));
    }
    lines.append(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(QString(), -24)
                     .arg(QString(), -13)
                     .arg(Text::tr("conformity"), 15)
                     .arg(Text::tr("progress"), 15)
                     .arg(Text::tr("waiting"), 8)
                     .arg(Text::tr("relied upon"), 13)
                     .arg(Text::tr("not applicable"), 15));
    for (const auto &group : groupsOf(standing)) {
        lines.append(line(group.title, u"shall"_s, group.tally.shall));
        if (group.tally.should.total() > 0)
            lines.append(line({}, u"should"_s, group.tally.should));
        if (group.tally.shouldParts.total() > 0)
            lines.append(line({}, Text::tr("should parts"), group.tally.shouldParts));
    }
    return lines + besideInWords(standing);
}

QStringList problemsOf(const SystemStatus &standing)
{
    QStringList statements = standing.scopeProblems;
    for (const auto &problem : standing.problems) {
        if (concerns(standing, problem))
            statements.append(inWords(problem));
    }
    return statements;
}

QStringList reasonsOf(const SystemStatus &standing)
{
    QStringList reasons;
    if (standing.isUnchecked() && standing.isOutOfScope())
        reasons.append(Text::tr("%1 Nothing was checked: the system is out of scope.")
                           .arg(standing.checklist.system.number));
    else if (standing.isUnchecked())
        reasons.append(
            Text::tr("%1 Nothing of what was asked for is applicable and due, so nothing was checked.")
                .arg(standing.checklist.system.number));
    for (const auto &blocking : standing.blocking)
        reasons.append(u"%1 %2 %3"_s.arg(standing.checklist.system.number, blocking.statement,
                                         whoAndWhen(standing, blocking)));
    return reasons;
}

QJsonObject jsonOf(const SystemStatus &standing)
{
    const auto &checklist = standing.checklist;
    const auto itemId = [&](int ordinal) {
        return checklist.catalogue->items().at(size_t(ordinal)).id;
    };
    QJsonArray phases;
    QJsonObject whole;
    for (const auto &group : standing.isOutOfScope() ? QList<Group>() : groupsOf(standing)) {
        if (group.id.isEmpty())
            whole = json(standing, group);
        else
            phases.append(json(standing, group));
    }
    QJsonArray problems;
    for (const auto &problem : standing.scopeProblems)
        problems.append(QJsonObject{{u"item"_s, QJsonValue()}, {u"statement"_s, problem}});
    for (const auto &problem : standing.problems) {
        if (concerns(standing, problem))
            problems.append(
                QJsonObject{{u"item"_s, itemId(problem.ordinal)}, {u"statement"_s, inWords(problem)}});
    }
    QJsonArray reasons;
    for (const auto &blocking : standing.blocking) {
        reasons.append(QJsonObject{
            {u"item"_s, itemId(blocking.ordinal)},
            {u"statement"_s, blocking.statement},
            {u"owner"_s, blocking.owner ? QJsonValue(standing.persons.value(*blocking.owner)) : QJsonValue()},
            {u"due"_s, blocking.due ? QJsonValue(blocking.due->toString(Qt::ISODate)) : QJsonValue()}});
    }
    QJsonObject object{{u"number"_s, checklist.system.number},
                       {u"name"_s, checklist.system.name},
                       {u"version"_s, checklist.system.version},
                       {u"id"_s, checklist.system.id.text()},
                       {u"phase"_s, word(checklist.system.phase)},
                       {u"phases"_s, phases},
                       {u"problems"_s, problems},
                       {u"reasons"_s, reasons}};
    insertScope(object, checklist.system, standing.scopeApprover);
    if (!whole.isEmpty())
        object.insert(u"whole"_s, whole);
    if (standing.held)
        object.insert(u"checked_items"_s, *standing.held);
    const auto &assessment = checklist.assessment.value_or(Assessment());
    object.insert(u"assessment"_s, orNull(checklist.assessment ? assessment.id.text() : QString()));
    object.insert(u"assessed_version"_s, orNull(assessment.systemVersion));
    object.insert(u"closed_on"_s,
                  assessment.closedOn ? orNull(assessment.closedOn->toString(Qt::ISODate)) : QJsonValue());
    object.insert(u"outdated"_s, orNull(standing.outdated ? standing.outdated->inWords() : QString()));
    QJsonArray sources;
    const auto inherited = inheritedAnswers(checklist);
    for (auto source = inherited.cbegin(); source != inherited.cend(); ++source)
        sources.append(QJsonObject{{u"platform"_s, source.key()}, {u"answers"_s, source.value()}});
    object.insert(u"inherited"_s, sources);
    return object;
}

}
