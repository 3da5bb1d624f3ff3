#pragma once

#include "core/report/charts.h"

#include <QWidget>

namespace plimsoll {

/// Where a system stands in one phase. Rings show shall; should stands beside it in quiet text, never added.
struct PhaseState
{
    QString key;
    QString name;
    Fraction shall;
    Fraction should;
    QString absence; ///< instead of fractions: "waits: decommission", "later phase"

    friend bool operator==(const PhaseState &, const PhaseState &) = default;
};

/// The five phases side by side, in more lines where the window is narrow or the font large. Arrow keys and
/// clicks choose one.
class PhaseStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseStrip(QWidget *parent = nullptr);

    void setPhases(QList<PhaseState> phases);
    [[nodiscard]] const QList<PhaseState> &phases() const { return m_phases; }
    [[nodiscard]] QString currentKey() const;
    void setCurrentKey(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void phaseChosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect cell(qsizetype phase) const;
    [[nodiscard]] qsizetype phaseAt(const QPoint &point) const;
    [[nodiscard]] int ringSide() const;
    [[nodiscard]] QSize cellSize() const;
    [[nodiscard]] int columnsIn(int width) const;
    [[nodiscard]] int widestText() const;
    void choose(qsizetype phase);
    void describe();

    QList<PhaseState> m_phases;
    qsizetype m_current = 0;
    qsizetype m_hovered = -1;
};

}
