#pragma once

#include <QWidget>

namespace plimsoll {

/// Every widget of the house on one page, filled as on a real one: for tests and for looking at it.
QWidget *makeGallery(QWidget *parent = nullptr);

}
