#pragma once

#include <QList>

#include <algorithm>

namespace plimsoll {

/// Things that have a name, in the order in which people look for it.
template <class Entity>
void sortByName(QList<Entity> &entities)
{
    std::sort(entities.begin(), entities.end(),
              [](const Entity &a, const Entity &b) { return a.name.localeAwareCompare(b.name) < 0; });
}

}
