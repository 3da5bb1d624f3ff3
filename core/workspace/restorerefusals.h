#pragma once

#include "core/base/result.h"
#include "core/workspace/recordidentity.h"
#include "core/workspace/restoring.h"

namespace plimsoll {

/// Refuses to restore the record of the workspace onto itself.
Done refuseRecordItself(const RestoreOrder &order);

/// Refuses a folder that is no workspace, unless a new one is meant, and then one that holds other things.
Done refuseFolderOfSomethingElse(const RestoreOrder &order);

/// The refusal of a backup of another workspace: what each of the two is, so that they can be told apart even
/// where both organisations have one name.
tl::unexpected<Error> refuseAnother(const RestoreOrder &order, const RecordIdentity &brought,
                                    const RecordIdentity &held);

/// Refusals of databases speak of workspaces to be opened; here somebody named a backup. `copy` is the one
/// they speak of.
Error inWordsOfBackup(Error error, const QString &copy, const RestoreOrder &order);

/// The refusal of the record that is to be replaced: one that cannot be read now is not taken for broken, for
/// whose it is nobody could say.
Error inWordsOfRecord(Error error, const QString &database);

/// Where else to look than in the backup that was named.
QString otherBackup(const RestoreOrder &order);

}
