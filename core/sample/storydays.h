#pragma once

#include <QDate>
#include <QString>

namespace plimsoll {

/// Moves the days that a text of the sample names, so that a story written down as of one day is told as of
/// another: the days by as many whole days, months and years that are named without a day by as many months
/// and years as come nearest to that.
class StoryDays
{
public:
    /// The text was written as of `writtenOn` and is told as of `toldOn`.
    StoryDays(const QDate &writtenOn, const QDate &toldOn);

    /// Moves what reads 2026-03-31, 2026-03, March 2026, March, MAR and 2026 (from 2015 to 2039). What reads
    /// like a day and is none stays.
    [[nodiscard]] QString moved(const QString &text) const;

private:
    struct Month
    {
        int year = 0;
        int month = 1;
    };

    [[nodiscard]] QString movedDay(const QString &text) const;
    [[nodiscard]] Month moved(const Month &month) const;

    qint64 m_days = 0;
    int m_months = 0;
    int m_years = 0;
    int m_writtenIn = 0; ///< the year of a month that is named without one
};

}
