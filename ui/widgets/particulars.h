#pragma once

#include <QWidget>

class QGridLayout;

namespace plimsoll {

class PlainLabel;

/// What is known of one thing, one line below the other: a name and its value, which breaks its lines.
class Particulars final : public QWidget
{
    Q_OBJECT

public:
    explicit Particulars(QWidget *parent = nullptr);

    /// The value is empty; it may be marked and copied, by mouse and by keyboard.
    PlainLabel *add(const QString &name);
    void add(const QString &name, QWidget *value);
    /// What says nothing takes no line.
    void say(PlainLabel *value, const QString &words);

private:
    QGridLayout *m_grid = nullptr;
};

}
