#pragma once

#include "ui/pages/checklist/checklistreading.h"

#include <QWidget>

class QComboBox;

namespace plimsoll {

class AnswerWriter;
class PlainLabel;
class PlainTextEdit;
class TextField;

/// What is held from the party that bears an item, and what remains to be done here.
class ReliedUponForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ReliedUponForm(AnswerWriter &writer, QWidget *parent = nullptr);

    void show(const SharedReading &reading, int ordinal);
    /// Saves what is typed and not yet saved, and lets go of the item.
    void leave();

private:
    [[nodiscard]] std::optional<Reliance> written() const;
    [[nodiscard]] std::optional<Reliance> recorded() const;
    void save();
    /// Of what is carried over: it holds for this assessment as it stands.
    void confirm();

    AnswerWriter &m_writer;
    SharedReading m_reading;
    int m_ordinal = -1;
    PlainLabel *m_party = nullptr;
    QWidget *m_carried = nullptr; ///< says that it is to be confirmed
    QComboBox *m_holding = nullptr;
    TextField *m_reference = nullptr;
    PlainTextEdit *m_ownDuty = nullptr;
};

}
