#pragma once

#include <QKeySequence>
#include <QList>

namespace plimsoll {

/// Keys that do the same or belong together, and what they do.
struct KeysInWords
{
    QList<QKeySequence> keys;
    QString shown; ///< as people read them; the keys one after the other when empty
    QString does;

    [[nodiscard]] QString inWords() const;
};

/// Every key of the window and its pages, for the page Help.
QList<KeysInWords> allKeys();

}
