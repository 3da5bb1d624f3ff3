#pragma once

#include "tests/bench/row.h"
#include "tests/bench/scale.h"

#include <QJsonDocument>
#include <QList>

namespace plimsoll::bench {

/// For people: one line a row, remarks below it.
QString asTable(const QList<Row> &rows);

/// For programs: the scale, and every row with its figures; what was not measured is null.
QJsonDocument asJson(const QList<Row> &rows, const Scale &scale);

}
