#pragma once

#include "core/inventory/limitation.h"
#include "ui/widgets/panel.h"

#include <optional>

class QLineEdit;

namespace plimsoll {

class ChoiceField;
class DateField;
class PlainLabel;

/// Known limitations and residual risks with the day each was noted, and a line to add one.
class LimitationList final : public QWidget
{
    Q_OBJECT

public:
    explicit LimitationList(QWidget *parent = nullptr);

    void setLimitations(const QList<Limitation> &limitations);
    /// It is in the record: what was written of it is no longer to be saved.
    void noteAdded(const Limitation &limitation);
    /// The day proposed for a new one.
    void setToday(const QDate &today);

Q_SIGNALS:
    /// Without id and system: those are the page's to give.
    void added(const plimsoll::Limitation &limitation);
    void removed(const plimsoll::Limitation &limitation);

private:
    void addLine(const Limitation &limitation);
    void addFromFields();

    QList<Limitation> m_limitations;
    std::optional<Limitation> m_asked; ///< to be written down, until they are read anew
    PlainLabel *m_none = nullptr;
    QVBoxLayout *m_lines = nullptr;
    ChoiceField *m_kind = nullptr;
    QLineEdit *m_statement = nullptr;
    DateField *m_notedOn = nullptr;
};

}
