#pragma once

#include "core/report/statusmark.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QShortcut;

namespace plimsoll {

/// The five answers as buttons with their marks and keys: 1 met, 2 partly met, 3 not met, 4 not applicable, 0
/// not answered. Arrow keys move, the digit keys work while the keyboard is anywhere in a place to listen in.
class AnswerButtons final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerButtons(QWidget *parent = nullptr);

    /// Waiting and relied upon are not answers: no button is on then.
    void setAnswer(std::optional<StatusMark> answer);
    [[nodiscard]] std::optional<StatusMark> answer() const;

    /// From now on the digits answer while the keyboard is anywhere in these places, and in no other; fields
    /// to write in or to choose from keep their digits. So does a word that is typed at one of the places
    /// itself: it was meant for a field, and answers nothing.
    void listenWithin(const QList<QWidget *> &places);
    void stopListening();

Q_SIGNALS:
    /// The person chose; setAnswer does not emit it.
    void chosen(plimsoll::StatusMark answer);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeKeys(QWidget &place);

    QElapsedTimer m_word; ///< since a letter was typed at a place
    QButtonGroup *m_group = nullptr;
    QList<QPointer<QShortcut>> m_keys; ///< of the places, which may end before
};

}
