#pragma once

#include "core/base/error.h"
#include "ui/pages/place.h"
#include "ui/pages/system/systemreading.h"
#include "ui/widgets/unsaved.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace plimsoll {

class Jobs;
class Workspace;

/// What the tabs of a system's page work with; both outlive them.
struct TabContext
{
    Workspace &workspace;
    Jobs &jobs;
};

/// One tab of a system's page. It is made at its first visit and kept; the page scrolls around it.
class SystemTab : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Called at every visit with what of the tab is asked for; empty for the tab as such.
    virtual void activate(const Id<AiSystem> &system, const QString &target)
    {
        Q_UNUSED(system)
        Q_UNUSED(target)
    }

    /// Called after activate() when somebody went to this tab by name or by the keys that turn tabs, which
    /// leave the keyboard at the row of tabs: a tab with one place that keys are for takes it there.
    virtual void takeKeyboard() {}

    /// Called on the GUI thread whenever the page has read the system: at the visit, and after every change
    /// of the record. It returns within 50 ms.
    virtual void setReading(const std::shared_ptr<const SystemReading> &reading) { Q_UNUSED(reading) }

    /// The earlier assessment that is shown, so that it is what is handed over; none: the present one.
    [[nodiscard]] virtual std::optional<Id<Assessment>> shownEarlier() const { return std::nullopt; }

    /// What was begun on it and none of its fields shows now.
    [[nodiscard]] virtual QList<Unsaved> unsaved() const { return {}; }

Q_SIGNALS:
    /// Somebody wants to see something on another page.
    void goTo(const plimsoll::Place &place);
    /// What this tab shows changed without a visit.
    void targetChanged(const QString &target);
    /// To be said above the tabs; `wayOut` is the text of a button that reads the system anew.
    void refused(const plimsoll::Error &error, const QString &wayOut = {});
};

/// A tab that exists: it is in the list only when it works.
struct SystemTabKind
{
    QString key; ///< what the page's target says after the system's id: "id/checklist/5.2.3-2"
    QString name;
    std::function<SystemTab *(const TabContext &context)> create;
};

/// The tabs of a system's page, in the order shown. A new tab joins this list.
std::vector<SystemTabKind> systemTabs();

}
