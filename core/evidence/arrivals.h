#pragma once

#include "core/base/heldfile.h"

#include <atomic>
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

    /// Removes what operations that were killed left behind; answers how many files that were.
    static int removeAbandoned(const QString &storeFolder);

    /// The name of the folder within the store that holds all arrivals.
    static QString folderName();

private:
    Arrivals(QString folder, HeldFile held);

    QString m_folder;
    std::unique_ptr<HeldFile> m_held;
    std::atomic<qint64> m_count = 0;
};

}
