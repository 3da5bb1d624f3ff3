#pragma once

#include "core/workspace/checklist.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QVBoxLayout;

namespace plimsoll {

class ChoiceField;
class DateField;
class PlainLabel;

/// What happened to the system so far, what still waits for something to happen, and a way to record it.
class EventList final : public QWidget
{
    Q_OBJECT

public:
    explicit EventList(QWidget *parent = nullptr);

    void setChecklist(const Checklist &checklist, const QDate &today);
    /// The event is in the record: what was written of it is no longer to be saved.
    void noteRecorded(const SystemEvent &event);

Q_SIGNALS:
    /// Without id and system: those are the page's to give.
    void recorded(const plimsoll::SystemEvent &event);
    void removed(const plimsoll::SystemEvent &event);

private:
    void showEvents(const Checklist &checklist);
    void showChoices(const Checklist &checklist);
    void record();

    QList<SystemEvent> m_events;
    std::optional<SystemEvent> m_asked; ///< to be recorded, until the checklist is read anew
    PlainLabel *m_none = nullptr;
    QVBoxLayout *m_lines = nullptr;
    ChoiceField *m_event = nullptr;
    DateField *m_day = nullptr;
    QLineEdit *m_note = nullptr;
};

}
