#include "ui/pages/overview/phaseabsence.h"

#include "ui/pages/system/inventorywords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PhaseAbsence)
};

}

QString phaseAbsence(const Catalogue &catalogue, const QList<ItemStanding> &items, LifecyclePhase now,
                     int phase, Verb verb)
{
    int ofVerb = 0;
    int reliedUpon = 0;
    QSet<QString> events;
    for (const Item &item : catalogue.items()) {
        if (item.phase != phase || item.verb != verb)
            continue;
        ++ofVerb;
        const auto state = items.at(item.ordinal).state;
        if (state == Applicability::State::BorneByAnotherParty)
            ++reliedUpon;
        if (state == Applicability::State::WaitsForEvent)
            events.insert(catalogue.events()[size_t(item.rule.subject)].id);
    }
    if (ofVerb == 0)
        return verb == Verb::Shall ? Text::tr("no shall") : Text::tr("no should");
    if (events.size() == 1)
        return Text::tr("waits: %1").arg(QString(*events.cbegin()).replace(u'_', u' '));
    if (!events.isEmpty())
        return Text::tr("waits: %n events", nullptr, int(events.size()));
    if (phase > int(now))
        return Text::tr("later phase");
    return reliedUpon > 0 ? Text::tr("relied upon") : Text::tr("not applicable");
}

QString phaseAbsence(const Catalogue &catalogue, const QList<ItemStanding> &items, LifecyclePhase now,
                     int phase)
{
    const bool hasShall =
        std::any_of(catalogue.items().cbegin(), catalogue.items().cend(),
                    [phase](const Item &item) { return item.phase == phase && item.verb == Verb::Shall; });
    return phaseAbsence(catalogue, items, now, phase, hasShall ? Verb::Shall : Verb::Should);
}

QString shortTitle(const Phase &phase)
{
    return title(fromWord<LifecyclePhase>(phase.id).value_or(LifecyclePhase::Design));
}

}
