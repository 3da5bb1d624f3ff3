#pragma once

#include "core/record/changeset.h"
#include "core/workspace/occasion.h"
#include "ui/pages/system/systemtab.h"
#include "ui/widgets/choicefield.h"

class QVBoxLayout;

namespace plimsoll {

/// A tab that shows the page's reading and writes what people change at once.
class ReadingTab : public SystemTab
{
    Q_OBJECT

public:
    explicit ReadingTab(const TabContext &context, QWidget *parent = nullptr);

    void setReading(const std::shared_ptr<const SystemReading> &reading) final;

protected:
    /// Shows what was read; called whenever that changed.
    virtual void showReading() = 0;

    [[nodiscard]] bool hasReading() const { return m_reading != nullptr; }
    [[nodiscard]] const SystemReading &reading() const { return *m_reading; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] Workspace &workspace() const { return m_context.workspace; }
    [[nodiscard]] Jobs &jobs() const { return m_context.jobs; }
    [[nodiscard]] Occasion occasion() const;

    /// Writes the change and calls `written`; refused, it is said above the tabs and the former values are
    /// shown again. A change without an edit writes nothing.
    void commit(
        const ChangeSet &changeSet, const std::function<void()> &written = [] {});
    /// Plans on a job's thread with a reader of its own, then writes.
    void planAndCommit(
        const QString &label, std::function<Result<ChangeSet>(const Connection &)> plan,
        const std::function<void()> &written = [] {});

    /// To be chosen from, "nobody" first.
    [[nodiscard]] QList<Choice> peopleToChoose() const;
    [[nodiscard]] QList<Choice> partiesToChoose(const QString &none) const;

private:
    TabContext m_context;
    std::shared_ptr<const SystemReading> m_reading;
    QVBoxLayout *m_column = nullptr;
};

}
