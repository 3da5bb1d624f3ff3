#pragma once

#include <QWidget>

namespace plimsoll {

/// A cell of a form: the field under its label, and under it what helps to fill it in. A label may carry a
/// mnemonic.
QWidget *labelled(const QString &label, QWidget *field, const QString &hint = {});

}
