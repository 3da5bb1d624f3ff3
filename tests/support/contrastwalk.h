#pragma once

#include <QStringList>

class QWidget;

namespace plimsoll {

/// The texts below `page` that are drawn too faintly to be read, one sentence a text: less than 4.5 to 1
/// against their ground, or 3 to 1 where they are large (WCAG 2.1, 1.4.3). Looked at as they are painted.
/// What is switched off is exempt, and so is what is not wholly in sight.
QStringList faintTexts(QWidget &page);

}
