#pragma once

#include <QWidget>

class QBoxLayout;
class QLayout;

namespace plimsoll {

/// Puts its parts beside each other while there is room for so many characters, else one below the other.
class SideBySide final : public QWidget
{
    Q_OBJECT

public:
    explicit SideBySide(int characters, QWidget *parent = nullptr);

    /// `share` of the width is the part's when it stands beside the others.
    void add(QWidget *part, int share);
    void add(QLayout *part, int share);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    int m_characters;
    QBoxLayout *m_row = nullptr;
};

}
