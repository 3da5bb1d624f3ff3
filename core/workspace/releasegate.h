#pragma once

#include "core/workspace/checklist.h"

namespace plimsoll {

/// Which provisions must be met before a release.
enum class Requirement {
    Shall, ///< those that bind
    All,   ///< those that recommend as well
};

template <>
struct Words<Requirement>
{
    static constexpr std::array words{
        std::pair{Requirement::Shall, QLatin1StringView("shall")},
        std::pair{Requirement::All, QLatin1StringView("all")},
    };
};

/// What an item that keeps the gate closed lacks.
enum class Lack {
    Conformity,   ///< it is due and not met
    Confirmation, ///< what settles it is carried over and not reconfirmed
    Approval,     ///< it is said not to apply, without a reason or an approver
};

/// One item that keeps the gate closed.
struct Blocking
{
    int ordinal = 0; ///< of the item
    Lack lack = Lack::Conformity;
    QString statement;               ///< what is missing, a whole sentence that names the item
    std::optional<Id<Person>> owner; ///< who sees to it
    std::optional<QDate> due;

    friend bool operator==(const Blocking &, const Blocking &) = default;
};

/// What keeps the system from being released, in the order of the items; empty when nothing does. An item
/// that is due blocks until it counts as met; one that a person calls not applicable blocks until that has a
/// reason and an approver; so does what is taken over from the assessment before, an answer, a decision or
/// what is held from a party relied upon, until it is reconfirmed. What waits for an event, is relied upon or
/// has its condition not met does not block otherwise. With `phase`, an index of Catalogue::phases(), only
/// its items are looked at.
QList<Blocking> whatBlocks(const Checklist &checklist, Requirement requirement,
                           std::optional<int> phase = std::nullopt);

/// How many items such a gate holds: those that are applicable and due. A provision answered part by part has
/// an item for each part, and each is to be met. None keep no gate closed, and open none either.
int countHeldItems(const Checklist &checklist, Requirement requirement,
                   std::optional<int> phase = std::nullopt);

}
