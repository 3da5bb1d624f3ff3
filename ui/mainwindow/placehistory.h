#pragma once

#include "ui/pages/place.h"

#include <QList>

namespace plimsoll {

/// Where somebody has been, for back and forward. Remembers the last hundred places.
class PlaceHistory
{
public:
    /// A step to a new place; what lay forward is forgotten.
    void visit(const Place &place)
    {
        if (m_current >= 0 && m_places[m_current] == place)
            return;
        m_places.resize(m_current + 1);
        m_places.append(place);
        if (m_places.size() > 100)
            m_places.removeFirst();
        m_current = m_places.size() - 1;
    }

    /// The place shown now changed its target without a step.
    void amend(const QString &target)
    {
        if (m_current >= 0)
            m_places[m_current].target = target;
    }

    void clear()
    {
        m_places.clear();
        m_current = -1;
    }

    [[nodiscard]] bool canGoBack() const { return m_current > 0; }
    [[nodiscard]] bool canGoForward() const { return m_current + 1 < m_places.size(); }
    Place back() { return m_places[--m_current]; }
    Place forward() { return m_places[++m_current]; }
    [[nodiscard]] Place current() const { return m_current < 0 ? Place{} : m_places[m_current]; }

private:
    QList<Place> m_places;
    qsizetype m_current = -1;
};

}
