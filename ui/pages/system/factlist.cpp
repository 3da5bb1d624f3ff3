#include "ui/pages/system/factlist.h"

#include "ui/pages/system/factrow.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// "2 items (1 provision)", "3 items (1 provision and 1 part of another)": items are what the page counts,
/// and provisions what the standard numbers.
QString countInWords(int items, int provisions, int parts)
{
    QStringList counts;
    if (provisions > 0)
        counts.append(provisions == 1 ? FactList::tr("1 provision")
                                      : FactList::tr("%1 provisions").arg(provisions));
    if (parts > 0)
        counts.append(parts == 1 ? FactList::tr("1 part of another")
                                 : FactList::tr("%1 parts of others").arg(parts));
    const QString inItems = items == 1 ? FactList::tr("1 item") : FactList::tr("%1 items").arg(items);
    return FactList::tr("%1 (%2)").arg(inItems, counts.join(FactList::tr(" and ")));
}

QString changeInWords(const ApplicabilityChange &change)
{
    QStringList changes;
    if (change.addedItems > 0)
        changes.append(FactList::tr("adds %1").arg(
            countInWords(change.addedItems, change.addedProvisions, change.addedParts)));
    if (change.removedItems > 0)
        changes.append(
            FactList::tr("takes away %1")
                .arg(countInWords(change.removedItems, change.removedProvisions, change.removedParts)));
    return changes.isEmpty() ? FactList::tr("changes nothing") : changes.join(u", "_s);
}

/// What the answers that are not given would change.
QString effectInWords(const FactEffect &effect, std::optional<bool> holds)
{
    const QString whenYes = FactList::tr("“Yes” %1").arg(changeInWords(effect.whenYes));
    const QString whenNo = FactList::tr("“No” %1").arg(changeInWords(effect.whenNo));
    if (!holds)
        return whenYes + u" · "_s + whenNo;
    return *holds ? whenNo : whenYes;
}

/// The same of what nobody answers, because the roles say it.
QString otherwiseInWords(const FactEffect &effect, std::optional<bool> byRoles)
{
    return byRoles.value_or(false) ? FactList::tr("If it were no: %1").arg(changeInWords(effect.whenNo))
                                   : FactList::tr("If it were yes: %1").arg(changeInWords(effect.whenYes));
}

const FactAnswer *answerTo(const Fact &fact, const Checklist &checklist)
{
    const auto found = std::find_if(checklist.factAnswers.cbegin(), checklist.factAnswers.cend(),
                                    [&](const FactAnswer &answer) { return answer.fact == fact.id; });
    return found == checklist.factAnswers.cend() ? nullptr : &*found;
}

QString answeredInWords(const FactAnswer &answer, const QString &person)
{
    const QString day = answer.answeredOn ? answer.answeredOn->toString(Qt::ISODate) : QString();
    if (person.isEmpty())
        return day.isEmpty() ? FactList::tr("Answered") : FactList::tr("Answered on %1").arg(day);
    return day.isEmpty() ? FactList::tr("Answered by %1").arg(person)
                         : FactList::tr("Answered by %1 on %2").arg(person, day);
}

QString sourceInWords(const FactAnswer *answer, const SystemReading &reading, const SettledFact &settled)
{
    if (answer) {
        const QString who = answeredInWords(*answer, reading.nameOf(answer->answeredBy));
        return answer->reason.isEmpty() ? who : u"%1: %2"_s.arg(who, answer->reason);
    }
    return settled.because.isEmpty() ? QString() : FactList::tr("From the record: %1.").arg(settled.because);
}

}

FactList::FactList(QWidget *parent)
    : QWidget(parent)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
}

void FactList::setReading(const SystemReading &reading)
{
    const Checklist &checklist = reading.checklist;
    const auto &facts = checklist.catalogue->facts();
    if (m_rows.isEmpty()) {
        auto *grid = new CellGrid(46);
        for (const Fact &fact : facts) {
            auto *row = new FactRow(u"fact/"_s + fact.id, fact.asks);
            connect(row, &FactRow::answered, this,
                    [this, id = fact.id](std::optional<bool> holds) { Q_EMIT answered(id, holds); });
            grid->addWidget(row);
            m_rows.append(row);
        }
        qobject_cast<QVBoxLayout *>(layout())->addLayout(grid);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Fact &fact = facts[size_t(i)];
        const Circumstances &circumstances = checklist.circumstances;
        const auto byRoles =
            isSettledByRoles(fact.id) ? settledByRoles(fact.id, circumstances.holders) : std::nullopt;
        std::optional<bool> holds = byRoles;
        const auto settled = circumstances.facts.constFind(fact.id);
        if (!holds && settled != circumstances.facts.cend())
            holds = settled->holds;
        const FactEffect effect = effectOfFact(*checklist.catalogue, circumstances, fact);
        m_rows[i]->setAnswer(holds, byRoles ? Settling::ByRecord : Settling::ByPerson);
        m_rows[i]->setDetail(
            byRoles ? tr("From the record: who holds the roles settles it.")
                    : sourceInWords(answerTo(fact, checklist), reading, circumstances.facts.value(fact.id)),
            byRoles ? otherwiseInWords(effect, byRoles) : effectInWords(effect, holds));
    }
}

}
