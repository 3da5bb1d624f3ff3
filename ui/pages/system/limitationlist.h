#pragma once

#include "core/inventory/limitation.h"
#include "ui/widgets/panel.h"

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
    PlainLabel *m_none = nullptr;
    QVBoxLayout *m_lines = nullptr;
    ChoiceField *m_kind = nullptr;
    QLineEdit *m_statement = nullptr;
    DateField *m_notedOn = nullptr;
};

}
