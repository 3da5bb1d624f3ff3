#pragma once

#include <QFutureWatcher>

namespace plimsoll {

/// Hands what the future comes to over to `take`, on the thread of `context`, unless that is gone by then.
/// QFuture::then() of Qt 6.4 asserts that its context outlives the work.
template <class T, class Take>
void whenSettled(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, take = std::move(take)]() mutable {
                         watcher->deleteLater();
                         take(watcher->result());
                     });
    watcher->setFuture(future);
}

}
