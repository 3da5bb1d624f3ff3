#include "ui/widgets/filedrop.h"

#include "ui/widgets/droppedfiles.h"

#include <QDropEvent>
#include <QWidget>

namespace plimsoll {

namespace {

void acceptAsCopy(QDropEvent &event)
{
    event.setDropAction(Qt::CopyAction);
    event.accept();
}

}

FileDrop::FileDrop(QWidget &target, Takes takes)
    : QObject(&target)
    , m_takes(takes)
{
    target.setAcceptDrops(true);
    target.installEventFilter(this);
}

bool FileDrop::takes(const QDropEvent &held) const
{
    const auto paths = localPathsIn(*held.mimeData()).size();
    return m_takes == Takes::OnePath ? paths == 1 : paths > 0;
}

void FileDrop::setAwaited(bool isAwaited)
{
    m_isAwaited = isAwaited;
    Q_EMIT awaitedChanged();
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragLeave)
        setAwaited(false);
    const bool isEnter = event->type() == QEvent::DragEnter;
    if (!isEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto &held = static_cast<QDropEvent &>(*event);
    if (!takes(held))
        return QObject::eventFilter(watched, event);
    acceptAsCopy(held);
    setAwaited(isEnter);
    if (!isEnter)
        Q_EMIT dropped(localPathsIn(*held.mimeData()));
    return true;
}

}
