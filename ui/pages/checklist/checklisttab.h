#pragma once

#include "ui/pages/system/systemtab.h"

namespace plimsoll {

class Banner;
class ChecklistView;

/// The checklist of one system, or one of its closed assessments. The target is the id of an item or a phase;
/// before it may stand the id of a closed assessment and a slash.
class ChecklistTab final : public SystemTab
{
    Q_OBJECT

public:
    explicit ChecklistTab(const TabContext &context, QWidget *parent = nullptr);

    void activate(const Id<AiSystem> &system, const QString &target) override;
    void takeKeyboard() override;
    void setReading(const std::shared_ptr<const SystemReading> &reading) override;
    [[nodiscard]] std::optional<Id<Assessment>> shownEarlier() const override;
    [[nodiscard]] QList<Unsaved> unsaved() const override;

private:
    void showNotice();

    ChecklistView *m_view = nullptr;
    Banner *m_notice = nullptr;
    std::shared_ptr<const SystemReading> m_reading;
    Id<AiSystem> m_system;
    Id<Assessment> m_earlier; ///< null while the present checklist is shown
};

}
