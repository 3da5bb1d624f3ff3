#include "core/workspace/releasegate.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReleaseGate)
};

QString unapproved(const QString &item)
{
    return Text::tr("%1 is said not to apply, but a reason or an approver is missing.").arg(item);
}

/// What is taken over from the assessment before still needs; empty for what is of this assessment.
QString unconfirmed(const ChecklistLine &line, const QString &item)
{
    return line.isCarried()
               ? Text::tr("%1 is carried over from the assessment before and not reconfirmed.").arg(item)
               : QString();
}

/// What is missing; empty when the item does not block.
QString missing(const ChecklistLine &line, const QString &item)
{
    switch (line.standing()) {
    case Standing::NotAnswered:
        return line.awaitsApproval() || line.hasOpenDecision() ? unapproved(item)
                                                               : Text::tr("%1 is not answered.").arg(item);
    case Standing::NotMet:
        return Text::tr("%1 is not met.").arg(item);
    case Standing::PartlyMet:
        return line.restsOnDrafts()
                   ? Text::tr("%1 rests on drafts alone and is counted as partly met.").arg(item)
                   : Text::tr("%1 is partly met.").arg(item);
    case Standing::NotApplicable:
        return line.hasOpenDecision() ? unapproved(item) : unconfirmed(line, item);
    case Standing::Met:
    case Standing::ReliedUpon:
        return unconfirmed(line, item);
    case Standing::Waiting:
        break;
    }
    return {};
}

/// Of an item that blocks.
Lack lackOf(const ChecklistLine &line)
{
    switch (line.standing()) {
    case Standing::NotAnswered:
        return line.awaitsApproval() || line.hasOpenDecision() ? Lack::Approval : Lack::Conformity;
    case Standing::NotApplicable:
        return line.hasOpenDecision() ? Lack::Approval : Lack::Confirmation;
    case Standing::Met:
    case Standing::ReliedUpon:
        return Lack::Confirmation;
    case Standing::PartlyMet:
    case Standing::NotMet:
    case Standing::Waiting:
        break;
    }
    return Lack::Conformity;
}

bool isLookedAt(const Item &item, Requirement requirement, std::optional<int> phase)
{
    return (requirement == Requirement::All || item.verb == Verb::Shall) && (!phase || item.phase == *phase);
}

bool isDue(Standing standing)
{
    return standing == Standing::Met || standing == Standing::PartlyMet || standing == Standing::NotMet ||
           standing == Standing::NotAnswered;
}

}

QList<Blocking> whatBlocks(const Checklist &checklist, Requirement requirement, std::optional<int> phase)
{
    QList<Blocking> blocking;
    for (const auto &line : checklist.lines) {
        const auto &item = checklist.item(line);
        if (!isLookedAt(item, requirement, phase))
            continue;
        const auto statement = missing(line, item.id);
        if (statement.isEmpty())
            continue;
        Blocking found{line.ordinal, lackOf(line), statement, {}, {}};
        if (const auto *response = line.response()) {
            found.owner = response->owner;
            found.due = response->due;
        }
        blocking.append(found);
    }
    return blocking;
}

int countHeldItems(const Checklist &checklist, Requirement requirement, std::optional<int> phase)
{
    return int(std::ranges::count_if(checklist.lines, [&](const ChecklistLine &line) {
        return isLookedAt(checklist.item(line), requirement, phase) && isDue(line.standing());
    }));
}

}
