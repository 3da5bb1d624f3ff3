#pragma once

#include <QList>
#include <QWidget>

class QBoxLayout;

namespace plimsoll {

class FlowLayout;
class PlainLabel;

/// A page's title and what is told of the thing in chips: beside it where there is room, else below.
class TitleLine final : public QWidget
{
    Q_OBJECT

public:
    explicit TitleLine(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Takes them over; those before go.
    void setChips(const QList<QWidget *> &chips);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    PlainLabel *m_title = nullptr;
    FlowLayout *m_flow = nullptr;
    QBoxLayout *m_box = nullptr;
    QList<QWidget *> m_chips;
};

}
