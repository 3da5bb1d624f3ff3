#pragma once

#include "core/delivery/openedpackage.h"
#include "core/package/verification.h"

namespace plimsoll {

/// What proving a package found: its files against its own list, and, when it is one of ours and the files
/// are right, its record against its log.
struct PackageVerification
{
    Verification list; ///< its warnings tell besides what of a record was not there to be checked
    std::optional<PackagedRecord> record; ///< none when the list does not hold or the package is none of ours

    [[nodiscard]] bool holds() const
    {
        return list.isGood() && (!record || record->problems.isEmpty()) && leadsToEarlier();
    }
    /// The journal leads to the earlier head that was given, or none was.
    [[nodiscard]] bool leadsToEarlier() const
    {
        return !record || !record->earlier || record->earlier->holds;
    }
};

/// Proves the package at `path`, a ZIP file or a folder, ours or anybody's. `earlier` is where its journal
/// ended by an earlier report or package: it must lead there.
Result<PackageVerification> verifyPackage(const QString &path, std::optional<Digest> expectedSeal,
                                          const Progress &progress = unwatched(),
                                          const std::optional<JournalHead> &earlier = {});

/// That the package does not hold although its list does, in one sentence.
QString contradictionInWords(const PackageVerification &verification);
/// What the record in it says, a line each.
QStringList inWords(const PackagedRecord &record);
/// The verdict first, then its reasons, a line each.
QStringList inWords(const PackageVerification &verification);

/// The same for programs: the keys of the list, and `record` with holds, entries, head, leads_to_earlier
/// (null where no earlier head was given), withheld, unproven (the rows that a withheld text may have changed
/// once more, each as table/id), rows, not_compared (paths of files that were not held against the record)
/// and problems. The record is null where none was proven: it is no package of ours, or its list does not
/// hold. The verdict is Verdict::Contradictory when only the record does not hold, and Verdict::Rejected when
/// only the earlier head does not.
QJsonObject toJson(const PackageVerification &verification);

}
