#pragma once

#include "core/workspace/checklist.h"

namespace plimsoll {

/// A common answer that a closed assessment rests on, and that counts otherwise now.
struct ChangedAnswer
{
    QString item;
    QString platform; ///< the name of the one that answers it now, or no longer does; empty for none
    Answer then = Answer::NotAnswered;
    Answer now = Answer::NotAnswered;
    std::optional<QDate> changedOn = {}; ///< when the platform's answer was changed last, where that is known
    int others = 0;                      ///< how many more count otherwise
};

/// What an assessment speaks of, to be held against the system as it is now.
struct Assessed
{
    QString version; ///< of the system; empty when nobody had named one
    std::optional<QDate> closedOn = {};
    std::optional<LifecyclePhase> phase = {}; ///< of the system at the closing, where that is known
    std::optional<ChangedAnswer> changed = {};
};

/// Why an assessment does not speak of the system as it is now.
struct Outdated
{
    QString why;    ///< a whole sentence
    QString wayOut; ///< another

    [[nodiscard]] QString inWords() const { return why + u' ' + wayOut; }

    friend bool operator==(const Outdated &, const Outdated &) = default;
};

/// Another version than the one assessed or, once the assessment is closed, another phase or a common answer
/// that counts otherwise makes it outdated; nothing else does. Titles of phases are the catalogue's.
std::optional<Outdated> whyOutdated(const Catalogue &catalogue, const Assessed &assessed,
                                    const QString &version, LifecyclePhase phase);

/// The same as the record is on that day; and an assessment after which another was begun is outdated by
/// that.
Result<std::optional<Outdated>> whyOutdated(const Connection &connection, const Checklist &checklist,
                                            QDate today);

}
