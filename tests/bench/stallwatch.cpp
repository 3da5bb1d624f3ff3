#include "tests/bench/stallwatch.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <ctime>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// Of the calling thread.
double millisecondsWorked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QString kindOf(QEvent::Type type)
{
    return QString::fromLatin1(QMetaEnum::fromType<QEvent::Type>().valueToKey(type));
}

/// Its class and name, and those of the page or window it belongs to.
QString nameOf(const QObject &receiver)
{
    QStringList names;
    for (const QObject *object = &receiver; object; object = object->parent()) {
        const QString kind = QString::fromLatin1(object->metaObject()->className());
        if (object == &receiver || kind.startsWith("plimsoll::"_L1))
            names.append((kind + u' ' + object->objectName()).trimmed());
    }
    return names.join(u" in "_s);
}

}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0 || thread() != QThread::currentThread())
        return QApplication::notify(receiver, event);
    // Kept beforehand: both may be gone afterwards.
    const QString name = nameOf(*receiver);
    const auto type = event->type();
    const double workedBefore = millisecondsWorked();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool answer = QApplication::notify(receiver, event);
    --m_depth;
    const double took = double(timer.nsecsElapsed()) / 1e6;
    if (took > m_longest.milliseconds)
        m_longest = {took, millisecondsWorked() - workedBefore, name + u' ' + kindOf(type), m_doing};
    return answer;
}

void WatchedApplication::forget()
{
    m_longest = {};
}

}
