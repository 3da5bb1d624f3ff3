#pragma once

#include "core/evidence/issuedpackage.h"
#include "core/report/statusmark.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

/// One line of the register of what was issued.
struct IssuedLine
{
    IssuedPackage package;
    QString replacedBy; ///< the file name of the package that took its place
};

std::vector<Column<IssuedLine>> issuedColumns();

/// The lines of the register, in the order given.
std::vector<IssuedLine> issuedLines(const QList<IssuedPackage> &issued);

StatusMark markOf(IssueState state);

/// "current", "replaced on 2026-11-21" or "withdrawn on 2026-11-21": short enough for a column.
QString stateAndDay(const IssuedPackage &package);

/// The seal in groups of eight, as people compare it.
QString sealInGroups(const Digest &seal);

}
