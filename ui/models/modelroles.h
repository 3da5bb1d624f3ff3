#pragma once

#include <Qt>

namespace plimsoll {

/// What our models answer beside Qt's own roles.
enum ModelRole {
    MarkRole = Qt::UserRole + 1, ///< a StatusMark as int, painted before the text
    SortRole,                    ///< what a column sorts by
    KeyRole,                     ///< the row's key
};

}
