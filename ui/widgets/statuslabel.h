#pragma once

#include "core/report/statusmark.h"

#include <QWidget>

namespace plimsoll {

/// A status mark and its word, or the words that say more ("waits: decommission").
class StatusLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLabel(StatusMark mark, const QString &words = {}, QWidget *parent = nullptr);

    /// Without words the mark's own word is shown: a mark is never alone.
    void setStatus(StatusMark mark, const QString &words = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusMark m_mark;
    QString m_words;
};

}
