#pragma once

#include <QLayout>

#include <vector>

namespace plimsoll {

/// Lays widgets in lines, as words in a text: a row of chips or buttons wraps instead of being cut off at
/// large fonts.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Act { Measure, Place };
    static QSize sizeIn(const QLayoutItem &item, int width);
    int flow(const QRect &rect, Act act) const;

    std::vector<QLayoutItem *> m_items;
};

}
