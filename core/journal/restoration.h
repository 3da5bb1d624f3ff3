#pragma once

#include "core/responsibility/person.h"

namespace plimsoll {

/// A backup took the place of the record: from here the journal goes on after what the backup held. What it
/// told in between is in the record that was replaced, which is kept.
struct Restoration
{
    Id<Restoration> id;
    QString backup; ///< file name
    std::optional<QDateTime> backupMadeAt;
    qint64 journalReached = 0; ///< the last entry that the backup held
    Id<Person> restoredBy;
    QDateTime restoredAt;
    std::optional<qint64>
        replacedReached; ///< the last entry of the replaced record; none when nobody could read it
    Digest replacedHead; ///< digest of that entry's header
    QString keptAs; ///< file name of the replaced record in the folder of backups; empty when there was none
    bool anotherWorkspace = false; ///< what was replaced was the record of another workspace

    friend bool operator==(const Restoration &, const Restoration &) = default;
};

template <>
struct Described<Restoration>
{
    static constexpr auto table = QLatin1StringView("restoration");
    static constexpr auto fields =
        Fields{Field{QLatin1StringView("backup"), &Restoration::backup, Required},
               Field{QLatin1StringView("backup_made_at"), &Restoration::backupMadeAt},
               Field{QLatin1StringView("journal_reached"), &Restoration::journalReached},
               Field{QLatin1StringView("restored_by"), &Restoration::restoredBy, Required},
               Field{QLatin1StringView("restored_at"), &Restoration::restoredAt, Required},
               Field{QLatin1StringView("replaced_reached"), &Restoration::replacedReached},
               Field{QLatin1StringView("replaced_head"), &Restoration::replacedHead},
               Field{QLatin1StringView("kept_as"), &Restoration::keptAs},
               Field{QLatin1StringView("another_workspace"), &Restoration::anotherWorkspace}};
};

extern template struct EntityCode<Restoration>;

}
