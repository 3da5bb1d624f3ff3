#pragma once

#include <QWidget>

#include <array>
#include <optional>

class QRadioButton;

namespace plimsoll {

class PlainLabel;

/// Whether a person can answer, or the record settles it.
enum class Settling { ByPerson, ByRecord };

/// One question with its three possible answers.
class FactRow final : public QWidget
{
    Q_OBJECT

public:
    /// Object names of the buttons are `fact`/yes, `fact`/no and `fact`/unanswered.
    FactRow(const QString &fact, const QString &question, QWidget *parent = nullptr);

    void setAnswer(std::optional<bool> holds, Settling settling);
    /// Where the answer comes from, and what another one would change.
    void setDetail(const QString &source, const QString &effect);

Q_SIGNALS:
    void answered(std::optional<bool> holds);

private:
    std::array<QRadioButton *, 3> m_buttons{}; ///< yes, no, unanswered
    PlainLabel *m_source = nullptr;
    PlainLabel *m_effect = nullptr;
};

}
