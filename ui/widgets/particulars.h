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
    /// Which is what people look for: mostly the values.
    enum class Sought { Values, Names };

    explicit Particulars(Sought sought = Sought::Values, QWidget *parent = nullptr);

    /// The value is empty; it may be marked and copied, by mouse and by keyboard.
    PlainLabel *add(const QString &name);
    void add(const QString &name, QWidget *value);
    /// What says nothing takes no line.
    void say(PlainLabel *value, const QString &words);

private:
    Sought m_sought;
    QGridLayout *m_grid = nullptr;
};

}
