#pragma once

#include "core/storage/connection.h"

#include <QSet>

namespace plimsoll {

/// Gives systems their own ids, "AI-004": each is one above the highest that was ever given, also to systems
/// that are gone. None is given twice, nor one that a system is called by.
class SystemNumbers
{
public:
    static Result<SystemNumbers> read(const Connection &connection);

    /// Keeps the words, as they are heard, from being given.
    void reserve(const QString &words);
    /// The next one; no other is given before it from now on.
    QString give();

private:
    qint64 m_last = 0;     ///< the highest given
    QSet<QString> m_taken; ///< names and own ids that look like a number, as they are heard
};

}
