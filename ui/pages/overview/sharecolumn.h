#pragma once

#include "core/assessment/answercounts.h"
#include "ui/models/recordmodel.h"

namespace plimsoll {

/// "64 %   11 of 17", or that nothing is due.
QString shareInWords(const Fraction &fraction);

/// A column of shares, sorted by how large they are. `shareOf` answers the Fraction of a row.
template <class Row, class ShareOf>
Column<Row> shareColumn(const QString &header, ShareOf shareOf)
{
    return Column<Row>(header, [shareOf](const Row &row) { return shareInWords(shareOf(row)); })
        .sortedBy([shareOf](const Row &row) { return shareOf(row).share(); })
        .alignedRight();
}

}
