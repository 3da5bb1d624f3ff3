#pragma once

#include <QList>
#include <QString>

class QAction;
class QPushButton;
class QWidget;

namespace plimsoll {

/// Says that this button is a step of its page which the Record menu offers too; there under these words
/// where its own say too little away from their place.
void offerInMenu(QPushButton &step, const QString &words = {});

/// The steps within the page that are offered and can be seen on it, enabled as their buttons are. The
/// actions belong to the buttons.
QList<QAction *> offeredSteps(const QWidget &page);

}
