#pragma once

#include <QSplitter>

namespace plimsoll {

/// Two parts beside each other while there is room for the text of both, else one below the other; people
/// move the line between them.
class TurningSplitter final : public QSplitter
{
    Q_OBJECT

public:
    /// A part is never lower than so many lines of text: what is around the splitter scrolls.
    explicit TurningSplitter(int leastLines, QWidget *parent = nullptr);

    /// `share` of 100 of the room is the part's until people move the line.
    void add(QWidget *part, int share);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void turn();
    void shareRoom();

    int m_leastLines;
    QList<int> m_shares; ///< of each part, as people left them
};

}
