#pragma once

#include <QMimeData>
#include <QStringList>

namespace plimsoll {

/// The paths of the files and folders of this computer that are dragged; nothing else that may be.
QStringList localPathsIn(const QMimeData &data);

}
