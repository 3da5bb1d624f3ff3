#pragma once

#include "ui/pages/place.h"

#include <QList>

#include <functional>

namespace plimsoll {

/// One line the search offers.
struct SearchHit
{
    QString kind; ///< for people: "Page", "System", "Provision", "Person"
    QString title;
    QString detail; ///< quiet text beside it
    Place place;
};

/// Looks for words and answers, at once or later, on the GUI thread. An answer that comes after the words
/// changed is dropped. It holds the GUI thread at most 16 ms.
using SearchProvider =
    std::function<void(const QString &words, std::function<void(const QList<SearchHit> &hits)> answer)>;

}
