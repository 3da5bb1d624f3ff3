#pragma once

#include <QWidget>

namespace plimsoll {

/// A field with its name before it, as one piece that a FlowLayout keeps together.
QWidget *labelledBeside(const QString &label, QWidget *field);

}
