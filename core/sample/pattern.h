#pragma once

#include <QDateTime>
#include <QString>

#include <random>

namespace plimsoll {

/// Fills the placeholders of a text from numbers that come out the same on every machine:
/// {n:1-100} a number, {pick:a|b|c} one of these, {hex:8} hexadecimal digits, {date:2026-01-05+30} a day in
/// the thirty from then on, {seq:1001} a number that grows by one, {at} the present moment of the pattern.
class Pattern
{
public:
    explicit Pattern(quint32 seed)
        : m_numbers(seed)
    {
    }

    void setMoment(const QDateTime &moment) { m_moment = moment; }
    [[nodiscard]] QString fill(const QString &text);
    /// Between zero and `bound` - 1.
    [[nodiscard]] int below(int bound) { return int(m_numbers() % quint32(bound)); }
    /// Begins the next row: {seq} grows.
    void nextRow() { ++m_row; }

private:
    QString fillOne(const QString &name, const QString &argument);

    std::mt19937 m_numbers;
    QDateTime m_moment;
    int m_row = 0;
};

}
