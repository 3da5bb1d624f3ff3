#pragma once

#include "core/storage/connection.h"
#include "core/workspace/answering.h"

namespace plimsoll {

/// "“Policy”", "“Policy” and “Plan”", "30 pieces of evidence, such as “Policy”"; long titles are cut.
QString piecesInWords(const QStringList &titles);

/// "5.1.1-1 of Fraud scoring", "3 items of Fraud scoring", "12 items of 4 systems or platforms".
Result<QString> itemsInWords(const Connection &connection, const QList<ItemOfAssessment> &items);

/// "Attach “Policy” to 5.1.1-1 of Fraud scoring"; "Add “Policy” to the evidence" when it serves nothing yet.
Result<QString> labelOfAttaching(const Connection &connection, const QStringList &titles,
                                 const QList<ItemOfAssessment> &serves);

}
