#include "tests/support/accessibilitywalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QString nameOf(const QWidget &widget)
{
    const QString label = widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName();
    return u"%1 '%2' in %3"_s.arg(QLatin1StringView(widget.metaObject()->className()), label,
                                  widget.parentWidget()
                                      ? QLatin1StringView(widget.parentWidget()->metaObject()->className())
                                      : "nothing"_L1);
}

/// Pieces that Qt builds inside its own widgets.
bool isInnerPart(const QWidget &widget)
{
    for (const auto *above = widget.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QCalendarWidget *>(above) || qobject_cast<const QComboBox *>(above) ||
            qobject_cast<const QTabBar *>(above))
            return true;
    }
    return qobject_cast<const QScrollBar *>(&widget) || widget.objectName().startsWith("qt_"_L1);
}

bool isNamed(QWidget &widget)
{
    const auto *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface && !interface->text(QAccessible::Name).trimmed().isEmpty();
}

QString mnemonicOf(const QWidget &widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return QKeySequence::mnemonic(button->text()).toString();
    const auto *label = qobject_cast<const QLabel *>(&widget);
    return label && label->buddy() ? QKeySequence::mnemonic(label->text()).toString() : QString();
}

/// What cannot shrink: buttons, chips, labels of one line. Views and wrapped text scroll or wrap instead.
QString clippingOf(const QWidget &widget)
{
    if (qobject_cast<const QAbstractScrollArea *>(&widget) || widget.layout())
        return {};
    QSize wanted = widget.minimumSizeHint();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const bool givesWay = !label->toolTip().isEmpty(); // and tells it all there
        wanted = label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                 : givesWay        ? label->minimumSizeHint()
                                   : label->sizeHint();
    } else if (widget.sizePolicy().hasHeightForWidth()) {
        wanted = QSize(wanted.width(), widget.heightForWidth(widget.width()));
    } else if (qobject_cast<const QAbstractButton *>(&widget)) {
        wanted = widget.sizeHint();
    }
    if (widget.width() >= wanted.width() - 1 && widget.height() >= wanted.height() - 1)
        return {};
    return u"%1 has %2 x %3 and needs %4 x %5"_s.arg(nameOf(widget))
        .arg(widget.width())
        .arg(widget.height())
        .arg(wanted.width())
        .arg(wanted.height());
}

/// Beyond its parent's edge, where nobody can scroll to it.
QString overhangOf(const QWidget &widget)
{
    const auto *parent = widget.parentWidget();
    if (!parent || widget.isWindow() || qobject_cast<const QScrollArea *>(parent->parentWidget()) ||
        qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
        return {};
    if (parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()))
        return {};
    return u"%1 reaches out of its place"_s.arg(nameOf(widget));
}

}

QStringList accessibilityFaults(QWidget &page)
{
    QStringList faults;
    QHash<QString, QString> mnemonics;
    for (auto *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || widget->isWindow() || isInnerPart(*widget))
            continue;
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && !isNamed(*widget))
            faults.append(u"%1 has no accessible name"_s.arg(nameOf(*widget)));
        if (const QString key = mnemonicOf(*widget); !key.isEmpty()) {
            if (mnemonics.contains(key))
                faults.append(u"%1 and %2 share %3"_s.arg(mnemonics[key], nameOf(*widget), key));
            mnemonics.insert(key, nameOf(*widget));
        }
        for (const QString &fault : {clippingOf(*widget), overhangOf(*widget)}) {
            if (!fault.isEmpty())
                faults.append(fault);
        }
    }
    return faults;
}

}
