#pragma once

#include "core/report/chartcolours.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace plimsoll {

/// What a provision's line shows at a glance: an answer, or why none is due here.
enum class StatusMark {
    Met,
    PartlyMet,
    NotMet,
    NotApplicable,
    NotAnswered,
    Waiting,    ///< an event has to happen first
    ReliedUpon, ///< borne by another party
};

/// The word that always stands beside the mark: neither colour nor shape is enough alone.
QString statusWord(StatusMark mark);

QColor statusColour(StatusMark mark, const ChartColours &colours);

/// Paints the mark into the largest square in the middle of `rect`: met is a filled circle, partly met half a
/// circle, not met a cross, not applicable a dash, not answered a ring, waiting a clock, relied upon two
/// links of a chain.
void paintStatusMark(QPainter &painter, const QRectF &rect, StatusMark mark, const ChartColours &colours);

}
