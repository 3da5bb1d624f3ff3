#pragma once

#include <QString>

namespace plimsoll {

/// The Qt module that owns a header, as "QtGui" for both <QPainter> and <QtGui/QPainter>; empty when it is
/// not Qt's.
QString qtModuleOf(const QString &header);

}
