#include "ui/pages/overview/phaseabsence.h"

#include "ui/pages/system/inventorywords.h"

#include <QCoreApplication>
#include <QSet>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PhaseAbsence)
};

}

QString phaseAbsence(const Catalogue &catalogue, const SystemStanding &system, int phase, Verb verb)
{
    int items = 0;
    int reliedUpon = 0;
    QSet<QString> events;
    for (const Item &item : catalogue.items()) {
        if (item.phase != phase || item.verb != verb)
            continue;
        ++items;
        const auto state = system.items[size_t(item.ordinal)].state;
        if (state == Applicability::State::BorneByAnotherParty)
            ++reliedUpon;
        if (state == Applicability::State::WaitsForEvent)
            events.insert(catalogue.events()[size_t(item.rule.subject)].id);
    }
    if (items == 0)
        return verb == Verb::Shall ? Text::tr("no shall") : Text::tr("no should");
    if (events.size() == 1)
        return Text::tr("waits: %1").arg(QString(*events.cbegin()).replace(u'_', u' '));
    if (!events.isEmpty())
        return Text::tr("waits: %n events", nullptr, int(events.size()));
    if (phase > int(system.phase))
        return Text::tr("later phase");
    return reliedUpon > 0 ? Text::tr("relied upon") : Text::tr("not applicable");
}

QString shortTitle(const Phase &phase)
{
    return title(fromWord<LifecyclePhase>(phase.id).value_or(LifecyclePhase::Design));
}

}
