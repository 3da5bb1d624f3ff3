#include "ui/widgets/emptylayout.h"

#include <QLayout>
#include <QWidget>

namespace plimsoll {

void emptyLayout(QLayout &layout)
{
    while (const QLayoutItem *item = layout.takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

}
