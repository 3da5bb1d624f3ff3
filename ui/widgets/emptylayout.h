#pragma once

class QLayout;

namespace plimsoll {

/// Takes all widgets out of the layout. They live until the event that is handled now is over, so one of them
/// may have sent it.
void emptyLayout(QLayout &layout);

}
