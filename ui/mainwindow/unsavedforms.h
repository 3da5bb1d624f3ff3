#pragma once

#include "ui/pages/page.h"

#include <QSet>

namespace plimsoll {

class MainWindow;

/// Before the pages go, with the window or for another workspace's, what was begun in a form and waits for
/// its button is named once, and whoever asked to go stays.
class UnsavedForms final
{
public:
    /// The window outlives it.
    explicit UnsavedForms(MainWindow &window)
        : m_window(window)
    {
    }

    /// Whether something was begun that was not named before; then it is shown, and its page says so. What
    /// was begun on the page `besides` does not count.
    [[nodiscard]] bool holdBack(const Page *besides = nullptr);
    /// Counts all that is begun now as named, but for what is on the page `besides`.
    void letGo(const Page *besides = nullptr);

private:
    [[nodiscard]] bool isNamed(const QList<Unsaved> &begun) const;

    MainWindow &m_window;
    QSet<QString> m_named; ///< the contents
};

}
