#pragma once

#include "core/report/statusmark.h"

#include <QWidget>

#include <optional>

namespace plimsoll {

/// How a chip is filled.
enum class ChipKind {
    Neutral, ///< a fact
    Ours,    ///< a fact that concerns us: role held, filter that is on
    Strong,  ///< SHALL
};

/// A few words on a rounded ground: a role, a verb, a count. It may carry a status mark.
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, ChipKind kind = ChipKind::Neutral, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setKind(ChipKind kind);
    void setMark(std::optional<StatusMark> mark);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont chipFont() const;
    [[nodiscard]] int widest() const;
    [[nodiscard]] int wholeWidth() const;

    QString m_text;
    ChipKind m_kind;
    std::optional<StatusMark> m_mark;
};

}
