#pragma once

#include "ui/pages/place.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchhit.h"
#include "ui/widgets/unsaved.h"

#include <QWidget>

#include <functional>
#include <memory>

class QVBoxLayout;

namespace plimsoll {

class OpenedPackage;

class ScrollPane;

/// One page answers one question first and lists second. The window makes it at the first visit and keeps it.
/// Its focus proxy, where it has one, gets the keyboard at every visit.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `title` names the page for the window's title and for screen readers.
    explicit Page(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }

    /// Called at every visit, on the GUI thread, with what of the page is asked for; empty for the page as
    /// such. It returns within 50 ms: what takes longer is a job or is paged.
    virtual void activate(const QString &target) { Q_UNUSED(target) }

    /// What the Record menu offers while the page is shown: its own actions, and the buttons that say so.
    [[nodiscard]] virtual QList<QAction *> recordActions() const;

    /// The parts it is divided into, such as tabs, under the names people see: the search finds them.
    [[nodiscard]] virtual QList<SearchHit> parts() const { return {}; }

    /// What was begun on it, in sight or not, and waits for a button to save it: it goes with the page.
    [[nodiscard]] virtual QList<Unsaved> unsaved() const { return begunIn(*this); }
    /// The target that brings this part of the page in sight; empty where a visit does.
    [[nodiscard]] virtual QString targetShowing(const QWidget &part) const
    {
        Q_UNUSED(part)
        return {};
    }

    /// Where refusals are said, in sight above all that scrolls.
    [[nodiscard]] Banner &banner() { return *m_banner; }

    /// Keeps the part in sight, below everything that scrolls.
    void pin(QWidget *part);

Q_SIGNALS:
    /// Somebody wants to see something on another page, or elsewhere on this one.
    void goTo(const plimsoll::Place &place);
    /// What this page shows changed without a visit; Alt+Left will come back to it.
    void targetChanged(const QString &target);
    /// A check on this page found this of the whole record: for the status line.
    void recordStateFound(const QString &words);
    /// Somebody wants to read this in place of the workspace.
    void packageOpened(const std::shared_ptr<plimsoll::OpenedPackage> &package);

protected:
    /// The column that fills the page and scrolls when it must.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    void setTitle(const QString &title);
    /// For a page of words alone: the keys scroll it as soon as it is shown.
    void giveKeyboardToText();
    /// Shows the beginning again: what comes is another thing.
    void scrollToTop();

private:
    QString m_title;
    Banner *m_banner = nullptr;
    ScrollPane *m_pane = nullptr;
    QVBoxLayout *m_content = nullptr;
    QVBoxLayout *m_pinned = nullptr;
};

/// Whether a page has a line in the navigation.
enum class Listing {
    InNavigation,
    Unlisted,
    NeedsTarget, ///< shows one thing, which has to be named
};

/// A page that exists: it is in the list only when it works.
struct PageKind
{
    QString key; ///< what Place::page says
    QString name;
    Listing listing = Listing::InNavigation;
    std::function<Page *()> create;
    QString under = {}; ///< an unlisted page: the key of the line that is marked while it is shown
    QString stepTo =
        {}; ///< what the Record menu calls the step to it from everywhere; empty: none is offered
};

}
