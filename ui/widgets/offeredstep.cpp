#include "ui/widgets/offeredstep.h"

#include <QAction>
#include <QPushButton>

namespace plimsoll {

namespace {

constexpr auto stepName = QLatin1StringView("offeredStep");

/// The letter is the page's own; in the menu it could be another entry's too.
QString withoutLetter(QString words)
{
    return words.remove(u'&');
}

}

void offerInMenu(QPushButton &step, const QString &words)
{
    auto *action = new QAction(withoutLetter(words.isEmpty() ? step.text() : words), &step);
    action->setObjectName(stepName);
    QObject::connect(action, &QAction::triggered, &step, &QPushButton::click);
}

QList<QAction *> offeredSteps(const QWidget &page)
{
    QList<QAction *> steps;
    for (const auto *button : page.findChildren<QPushButton *>()) {
        auto *action = button->findChild<QAction *>(stepName, Qt::FindDirectChildrenOnly);
        if (!action || !button->isVisibleTo(&page))
            continue;
        action->setEnabled(button->isEnabled());
        steps.append(action);
    }
    return steps;
}

}
