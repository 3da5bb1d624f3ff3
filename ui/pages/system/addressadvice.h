#pragma once

class QWidget;

namespace plimsoll {

/// Says under the line of a labelled() cell, once it has been left, that what stands there is no address of
/// electronic mail. It is kept all the same.
void adviseOnAddress(QWidget &cell);

}
