#pragma once

#include <QAbstractButton>

namespace plimsoll {

class Chip;

/// A chip that leads to what it counts.
class ChipButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `leadsTo` says in a few words what a click shows.
    explicit ChipButton(const QString &leadsTo, QWidget *parent = nullptr);

    [[nodiscard]] Chip &chip() { return *m_chip; }
    void setWords(const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip *m_chip = nullptr;
};

}
