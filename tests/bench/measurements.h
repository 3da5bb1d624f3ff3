#pragma once

#include "tests/bench/ground.h"
#include "tests/bench/row.h"

#include <QList>

#include <functional>

namespace plimsoll::bench {

/// Rows that come of one run. What cannot be measured here is said in the row's remarks; refused only when
/// our own part fails.
struct Measurement
{
    QStringList rows; ///< their names
    std::function<Result<QList<Row>>(Ground &)> measure;
};

/// All there are, in the order of the table.
QList<Measurement> measurements();

/// First window and memory, beside KeePassXC on the same display.
Measurement startOfTheWindow();
/// Making the large workspace, and what a response costs on disk.
Measurement makingTheLargeWorkspace();
/// The window on the large workspace: Overview, change of page, keystroke, longest stall.
Measurement pagesOfTheWindow();
Measurement creatingASystem();
Measurement committingAnAnswer();
Measurement attachingALargeFile();
Measurement attachingManyFiles();
Measurement printingTheReport();
Measurement packagingALargeFile();
Measurement packagingManyFiles();

}
