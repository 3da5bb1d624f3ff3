#include "ui/widgets/readingonly.h"

#include "ui/widgets/plaintext.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace plimsoll {

namespace {

constexpr auto mark = "plimsollOnlyReads";

bool isText(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget);
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget);
}

}

void onlyReads(QWidget &widget)
{
    widget.setProperty(mark, true);
}

bool doesOnlyRead(const QWidget &widget)
{
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (each->property(mark).toBool())
            return true;
    }
    return false;
}

ReadingOnly::ReadingOnly(QWidget &root, const QString &why)
    : QObject(&root)
    , m_why(asToolTip(why))
{
    watch(root);
}

void ReadingOnly::watch(QWidget &widget)
{
    QList<QWidget *> all = widget.findChildren<QWidget *>();
    all.prepend(&widget);
    for (QWidget *each : all) {
        each->installEventFilter(this);
        close(*each);
    }
}

void ReadingOnly::close(QWidget &widget) const
{
    if (doesOnlyRead(widget))
        return;
    if (widget.acceptDrops())
        widget.setAcceptDrops(false);
    if (auto *view = qobject_cast<QAbstractItemView *>(&widget))
        view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    if (!isText(widget) && !isControl(widget))
        return;
    if (widget.toolTip() != m_why)
        widget.setToolTip(m_why);
    if (auto *line = qobject_cast<QLineEdit *>(&widget); line && !line->isReadOnly())
        line->setReadOnly(true);
    if (auto *text = qobject_cast<QPlainTextEdit *>(&widget); text && !text->isReadOnly())
        text->setReadOnly(true);
    if (isControl(widget) && widget.isEnabled())
        widget.setEnabled(false);
}

bool ReadingOnly::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget)
        return false;
    switch (event->type()) {
    case QEvent::ChildAdded:
        // Only begun yet; it is closed when it is polished, which is before anybody sees it.
        if (auto *child = static_cast<QChildEvent *>(event)->child(); child->isWidgetType())
            child->installEventFilter(this);
        break;
    case QEvent::Polish:
        watch(*widget);
        break;
    case QEvent::EnabledChange:
    case QEvent::ReadOnlyChange:
    case QEvent::ToolTipChange:
        close(*widget);
        break;
    default:
        break;
    }
    return false;
}

}
