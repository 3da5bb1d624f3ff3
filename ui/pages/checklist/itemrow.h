#pragma once

#include "ui/pages/checklist/checklistreading.h"

#include <vector>

namespace plimsoll {

/// In which order open items are best taken up.
enum class Urgency {
    ToConfirm, ///< carried over and not reconfirmed, here or on its platform, or inherited and not met:
               ///< quickest done
    MinimumSet,
    NextRelease, ///< a shall of the phases up to the next release
    OtherShall,
    Should,
    Settled, ///< met, not applicable or not due
};

/// What people read over the items of that urgency.
QString title(Urgency urgency);

/// One line of the checklist's list.
struct ItemRow
{
    QString item;
    QString title;
    QString remark; ///< "waits: decommission", "inherited from Group", "2 problems"; empty when nothing is
                    ///< special
    Verb verb = Verb::Shall;
    Standing standing = Standing::NotAnswered;
    Urgency urgency = Urgency::Settled;
    int principle = 0;
    int phase = 0;
    int problems = 0;
    bool isMinimum = false;
    bool isOverdue = false; ///< due on a day that has passed, and not met
    bool hasLapsed = false; ///< some of its evidence was valid until a day that has passed

    /// Applies, and to be answered now, as the rings count.
    [[nodiscard]] bool isDue() const
    {
        return standing == Standing::Met || standing == Standing::PartlyMet || standing == Standing::NotMet ||
               standing == Standing::NotAnswered;
    }
    /// Due, and neither met nor confirmed.
    [[nodiscard]] bool isOpen() const { return urgency != Urgency::Settled; }

    friend bool operator==(const ItemRow &, const ItemRow &) = default;
};

/// All items in the order of the standard.
std::vector<ItemRow> itemRows(const ChecklistReading &reading);

/// Why nothing is to be answered now, or whose answer it is: "waits: decommission", "relied upon: Acme AI".
/// Empty for an answer of the system's own.
QString circumstanceInWords(const Checklist &checklist, const ChecklistLine &line);

/// Whether a person answers the item for this system now.
bool isAnswerable(const ChecklistLine &line);

}
