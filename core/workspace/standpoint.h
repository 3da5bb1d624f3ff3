#pragma once

#include "core/workspace/situation.h"
#include "core/workspace/standings.h"

#include <QSet>

namespace plimsoll {

/// Everything on which the standings depend at one moment, by number instead of by name. What is read from
/// the rows of today and what is replayed from the journal is put together by the same function, so that
/// counts of two days never differ in their basis.
struct Standpoint
{
    static constexpr quint8 noResponse = 0xff;
    static constexpr quint8 unapproved = 0xfe; ///< "not applicable" without a reason or an approver

    std::vector<SystemStanding> systems; ///< their items are filled in by stand()
    std::vector<Situation> situations;   ///< by system
    std::vector<int> assessmentOfSystem; ///< the current one; -1 for none
    std::vector<std::vector<int>> platformsOfSystem;
    std::vector<int> assessmentOfPlatform; ///< the current one; -1 for none
    QStringList platforms;                 ///< their names, where somebody asks for them
    std::vector<quint8> given;             ///< answers by assessment, then item
    QSet<qint64> onDrafts;                 ///< places in `given` whose evidence is drafts alone
    /// Places in `given` whose answer is carried over and not reconfirmed; of today alone, like the rest.
    QSet<qint64> carried;
    /// Places of closed assessments that rested on a common answer nobody had reconfirmed when they were
    /// closed.
    QSet<qint64> carriedCommon;
    QSet<qint64> carriedDecisions; ///< that the item does not apply, with a reason and an approver
    QSet<qint64> carriedReliances; ///< on another party
    /// Where a person decided that the item does not apply, without an approver or a reason.
    QSet<qint64> unapprovedDecisions;
    QHash<int, QList<ItemStanding>> findings; ///< of closed assessments

    /// Where in `given` an item of an assessment stands.
    [[nodiscard]] static size_t place(const Catalogue &catalogue, int assessment, int item)
    {
        return size_t(assessment) * catalogue.items().size() + size_t(item);
    }
};

/// A common answer that the closed assessment of a system rests on and that counts otherwise now.
struct MovedAnswer
{
    int item = 0;
    int platform = 0; ///< that answers it now, or no longer does; -1 where none of the system's ever did
    Answer then = Answer::NotAnswered;
    Answer now = Answer::NotAnswered;
    int others = 0;
};

/// The first of them by item; nothing while the assessment is open, and where none does. What no platform of
/// the system speaks of any more has moved to "not answered". As changedAnswer().
std::optional<MovedAnswer> movedAnswer(const Catalogue &catalogue, const Standpoint &point, size_t system);

/// Fills in how every item of every system stands: Checklist::lines of all systems at once, without words.
void stand(const Catalogue &catalogue, Standpoint &point);

/// Of a system or a platform the assessment that counts: the open one, else the one closed last. Candidates
/// are given in the order of their ids; as currentAssessment().
template <class Name, class Day>
struct CurrentAssessment
{
    Name id{};
    Day closedOn{};
    bool isSet = false;
    bool isOpen = false;

    /// `closed` is empty while it is open.
    void consider(const Name &candidate, const Day &closed)
    {
        const bool candidateIsOpen = closed == Day();
        if (isSet && (isOpen || (!candidateIsOpen && closed < closedOn)))
            return;
        *this = {candidate, closed, true, candidateIsOpen};
    }
};

}
