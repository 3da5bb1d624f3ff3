#pragma once

#include "core/report/statusmark.h"

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace plimsoll {

/// The five answers as buttons with their marks and keys: 1 met, 2 partly met, 3 not met, 4 not applicable, 0
/// not answered. Arrow keys move, the digit keys work while the keyboard is anywhere in `keysWithin`.
class AnswerButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerButtons(QWidget *parent = nullptr);

    /// Waiting and relied upon are not answers: no button is on then.
    void setAnswer(std::optional<StatusMark> answer);
    [[nodiscard]] std::optional<StatusMark> answer() const;

    /// The card, whose focus inside makes the digits answer; text fields in it keep their digits.
    void listenWithin(QWidget &card);

Q_SIGNALS:
    /// The person chose; setAnswer does not emit it.
    void chosen(plimsoll::StatusMark answer);

private:
    QButtonGroup *m_group = nullptr;
};

}
