#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace plimsoll {

/// A ground with a hairline and round corners that holds what belongs together, under an optional heading.
class Panel final : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(const QString &heading = {}, QWidget *parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Puts a widget at the right end of the heading's line.
    void addBesideHeading(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_head = nullptr;
    QVBoxLayout *m_content = nullptr;
};

}
