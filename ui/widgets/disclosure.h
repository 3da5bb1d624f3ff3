#pragma once

#include <QWidget>

class QVBoxLayout;
class QPushButton;

namespace plimsoll {

/// A heading that opens and closes what lies below it.
class Disclosure final : public QWidget
{
    Q_OBJECT

public:
    explicit Disclosure(const QString &heading, QWidget *parent = nullptr);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] bool isOpen() const;
    void setOpen(bool open);

Q_SIGNALS:
    /// The person opened or closed it.
    void toggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_heading = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_content = nullptr;
};

}
