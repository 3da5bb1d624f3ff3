#include "ui/pages/checklist/phasestates.h"

#include "ui/pages/overview/phaseabsence.h"

namespace plimsoll {

QList<PhaseState> phaseStates(const Checklist &checklist)
{
    const QList<ItemStanding> items = itemStandings(checklist);
    QList<PhaseState> states;
    for (size_t phase = 0; phase < checklist.catalogue->phases().size(); ++phase) {
        const Phase &known = checklist.catalogue->phases()[phase];
        const Tally &tally = checklist.phase(int(phase));
        const bool isDue = tally.shall.due() + tally.should.due() > 0;
        states.append({known.id, known.title, tally.shall.conformity(), tally.should.conformity(),
                       isDue
                           ? QString()
                           : phaseAbsence(*checklist.catalogue, items, checklist.system.phase, int(phase))});
    }
    return states;
}

}
