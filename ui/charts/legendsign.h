#pragma once

#include "ui/charts/barschart.h"

#include <QWidget>

#include <variant>

namespace plimsoll {

/// How a line of a chart looks: a pattern of its own beside its colour.
struct LineKind
{
    QString name;
    bool isMain = true; ///< a whole line in the accent; else a quiet dashed one
};

/// One word of a legend beside the sign it explains.
class LegendSign final : public QWidget
{
    Q_OBJECT

public:
    explicit LegendSign(std::variant<BarKind, LineKind> kind, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString words() const;
    [[nodiscard]] int signWidth() const;

    std::variant<BarKind, LineKind> m_kind;
};

}
