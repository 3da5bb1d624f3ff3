#pragma once

#include "core/base/digest.h"
#include "core/base/heldfile.h"

#include <QList>

#include <atomic>
#include <functional>
#include <memory>

namespace plimsoll {

/// Where files wait under temporary names until they are whole and durable: a folder within the store, one
/// for each operation, held by a lock as long as the operation lives. What an operation leaves behind when it
/// is killed is recognised by its lock having no owner, so sweeping never takes a file that another window is
/// just writing.
class Arrivals
{
public:
    static Result<std::unique_ptr<Arrivals>> open(const QString &storeFolder);
    /// Removes what is still waiting.
    ~Arrivals();
    Arrivals(const Arrivals &) = delete;
    Arrivals &operator=(const Arrivals &) = delete;

    /// A path nobody else is given. Any thread may ask.
    QString nextPath();

    /// Whether no other operation that lives is in the store. One that is about to begin still copies its
    /// files when whoever asked is done with what they asked for.
    [[nodiscard]] bool isOnlyOne() const;

    /// Writes down what is about to get its name in the store by this operation, so that it can be taken back
    /// where the operation ends before anything refers to it.
    Done announce(const QList<Digest> &contents);
    /// Whether anything refers to what was announced cannot be told now: the next sweep sees to it.
    void leaveToSweep() { m_isLeftToSweep = true; }

    /// Sees to what a sweep found announced. False when that could not be done: a later sweep asks again.
    using SeeTo = std::function<bool(const QList<Digest> &announced)>;

    /// Removes what operations that were killed left behind; answers how many waiting files that were. What
    /// they had announced goes to `seeTo`, unless another operation lives that may just have found it there.
    static int removeAbandoned(const QString &storeFolder, const SeeTo &seeTo);

    /// The name of the folder within the store that holds all arrivals.
    static QString folderName();

private:
    Arrivals(QString folder, HeldFile held);

    QString m_folder;
    std::unique_ptr<HeldFile> m_held;
    std::atomic<qint64> m_count = 0;
    bool m_isLeftToSweep = false;
};

}
