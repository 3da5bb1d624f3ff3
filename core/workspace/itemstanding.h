#pragma once

#include "core/assessment/answer.h"
#include "core/base/result.h"
#include "core/catalogue/applicability.h"

#include <QList>

namespace plimsoll {

/// Where one item stands, as people see it: an answer, or why none is due.
enum class Standing {
    Met,
    PartlyMet,
    NotMet,
    NotApplicable,
    NotAnswered,
    Waiting,    ///< for an event
    ReliedUpon, ///< borne by another party
};

/// What people read: "Waits for an event".
QString title(Standing standing);

/// Where an item stands whose applicability and counted answer are these.
Standing standingOf(Applicability::State state, Answer counted);

/// Where one item of one system stands, in two bytes: ten thousand systems are held in memory.
struct ItemStanding
{
    Applicability::State state = Applicability::State::Applies;
    quint8 counted = quint8(Answer::NotAnswered); ///< an Answer; see ChecklistLine::counted

    [[nodiscard]] Answer answer() const { return Answer(counted); }
    [[nodiscard]] Standing standing() const { return standingOf(state, answer()); }
    /// Applies and is not met: what stands in the way of conformity.
    [[nodiscard]] bool isOpen() const;

    friend bool operator==(const ItemStanding &, const ItemStanding &) = default;
};

/// The findings of a closed assessment, by ordinal of the item, as Closing::findings holds them.
QString findingsText(const Catalogue &catalogue, const QList<ItemStanding> &findings);
/// Reads them. An item the catalogue did not have when the assessment was closed was no part of it, so it
/// does not apply. Refused when the text is no findings.
Result<QList<ItemStanding>> findingsFromText(const Catalogue &catalogue, QByteArrayView text);

}
