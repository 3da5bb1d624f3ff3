#include "ui/pages/checklist/itemrow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ItemRow)
};

/// A system not yet released has all up to its deployment before it; afterwards each update needs the phase
/// it is in.
bool belongsToNextRelease(const Item &item, const AiSystem &system)
{
    return item.phase <= std::max(int(system.phase), int(LifecyclePhase::Deployment));
}

Urgency urgencyOf(const Item &item, const ChecklistLine &line, const AiSystem &system)
{
    if (line.isCarried())
        return Urgency::ToConfirm;
    const Standing standing = line.standing();
    const bool isOpen =
        standing == Standing::NotAnswered || standing == Standing::PartlyMet || standing == Standing::NotMet;
    if (!isOpen)
        return Urgency::Settled;
    if (line.isInherited())
        return Urgency::ToConfirm;
    if (item.isMinimum)
        return Urgency::MinimumSet;
    if (item.verb != Verb::Shall)
        return Urgency::Should;
    return belongsToNextRelease(item, system) ? Urgency::NextRelease : Urgency::OtherShall;
}

QString remarkOf(const ChecklistReading &reading, const ChecklistLine &line, int problems)
{
    QStringList remarks;
    if (const QString words = circumstanceInWords(reading.checklist, line); !words.isEmpty())
        remarks.append(words);
    if (line.isCarried())
        remarks.append(Text::tr("to confirm"));
    if (problems > 0)
        remarks.append(problems == 1 ? Text::tr("1 problem") : Text::tr("%1 problems").arg(problems));
    return remarks.join(u" · "_s);
}

}

QString title(Urgency urgency)
{
    switch (urgency) {
    case Urgency::ToConfirm:
        return Text::tr("Carried over or inherited, to confirm");
    case Urgency::MinimumSet:
        return Text::tr("Minimum set (our judgement)");
    case Urgency::NextRelease:
        return Text::tr("Needed for the next release");
    case Urgency::OtherShall:
        return Text::tr("Every other shall");
    case Urgency::Should:
        return Text::tr("Every should");
    case Urgency::Settled:
        break;
    }
    return Text::tr("Met, not applicable or not due");
}

bool isAnswerable(const ChecklistLine &line)
{
    return line.applicability.state == Applicability::State::Applies;
}

QString circumstanceInWords(const Checklist &checklist, const ChecklistLine &line)
{
    const Applicability &applicability = line.applicability;
    switch (applicability.state) {
    case Applicability::State::WaitsForEvent: {
        if (applicability.event < 0)
            return Text::tr("waits");
        QString event = checklist.catalogue->events().at(size_t(applicability.event)).id;
        return Text::tr("waits: %1").arg(event.replace(u'_', u' '));
    }
    case Applicability::State::BorneByAnotherParty:
        if (applicability.party < 0)
            return Text::tr("relied upon");
        return Text::tr("relied upon: %1")
            .arg(checklist.circumstances.holders.at(size_t(applicability.party)).party);
    case Applicability::State::ConditionNotMet:
        return applicability.isDecided ? Text::tr("not applicable, by decision")
                                       : Text::tr("not applicable here");
    case Applicability::State::Applies:
        break;
    }
    return line.isInherited() ? Text::tr("inherited from %1").arg(line.commonSource) : QString();
}

std::vector<ItemRow> itemRows(const ChecklistReading &reading)
{
    const Checklist &checklist = reading.checklist;
    std::vector<int> problems(checklist.lines.size(), 0);
    std::vector<bool> overdue(checklist.lines.size(), false);
    std::vector<bool> lapsed(checklist.lines.size(), false);
    for (const Problem &problem : reading.problems) {
        ++problems.at(size_t(problem.ordinal));
        if (problem.kind == Problem::Kind::Overdue)
            overdue.at(size_t(problem.ordinal)) = true;
        if (problem.kind == Problem::Kind::EvidenceLapsed)
            lapsed.at(size_t(problem.ordinal)) = true;
    }
    std::vector<ItemRow> rows;
    rows.reserve(checklist.lines.size());
    for (const ChecklistLine &line : checklist.lines) {
        const Item &item = checklist.item(line);
        const int found = problems.at(size_t(line.ordinal));
        rows.push_back({item.id, checklist.catalogue->titleOf(item), remarkOf(reading, line, found),
                        item.verb, line.standing(), urgencyOf(item, line, checklist.system), item.principle,
                        item.phase, found, item.isMinimum, overdue.at(size_t(line.ordinal)),
                        bool(lapsed.at(size_t(line.ordinal)))});
    }
    return rows;
}

}
