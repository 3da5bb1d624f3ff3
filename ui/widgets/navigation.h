#pragma once

#include <QListWidget>

namespace plimsoll {

/// The left column: one line a page, as wide as the longest. Up and down choose, as in every list.
class Navigation final : public QListWidget
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(const QString &key, const QString &title);
    /// Marks the page as the one shown; a page without a line of its own leaves none marked.
    void setCurrentKey(const QString &key);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void pageChosen(const QString &key);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitWidth();
    void choose(const QListWidgetItem *item);
};

}
