#pragma once

#include <QStringList>
#include <QTextEdit>

namespace plimsoll {

/// Words under one heading. Several lines are listed with bullets.
struct TextSection
{
    QString heading;
    QStringList lines;

    friend bool operator==(const TextSection &, const TextSection &) = default;
};

/// Much to read, select and copy in one piece, laid out once where a label for each line would be laid out
/// again and again. Shows every line as it is: no HTML, no hidden characters.
class ReadingText final : public QTextEdit
{
    Q_OBJECT

public:
    explicit ReadingText(const QString &accessibleName, QWidget *parent = nullptr);

    void setSections(const QList<TextSection> &sections);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QList<TextSection> m_sections;
};

}
