#include "ui/pages/checklist/phasestates.h"

#include "ui/pages/checklist/itemrow.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PhaseStates)
};

/// The first reason met in the phase speaks for all: "waits: decommission".
QString absenceIn(const Checklist &checklist, int phase)
{
    for (const ChecklistLine &line : checklist.lines) {
        if (checklist.item(line).phase == phase &&
            line.applicability.state == Applicability::State::WaitsForEvent)
            return circumstanceInWords(checklist, line);
    }
    for (const ChecklistLine &line : checklist.lines) {
        if (checklist.item(line).phase == phase &&
            line.applicability.state == Applicability::State::BorneByAnotherParty)
            return Text::tr("relied upon");
    }
    return Text::tr("not applicable");
}

}

QList<PhaseState> phaseStates(const Checklist &checklist)
{
    QList<PhaseState> states;
    for (size_t phase = 0; phase < checklist.catalogue->phases().size(); ++phase) {
        const Phase &known = checklist.catalogue->phases()[phase];
        const Tally &tally = checklist.phase(int(phase));
        const bool isDue = tally.shall.due() + tally.should.due() > 0;
        states.append({known.id, known.title, tally.shall.conformity(), tally.should.conformity(),
                       isDue ? QString() : absenceIn(checklist, int(phase))});
    }
    return states;
}

}
