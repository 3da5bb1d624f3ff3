#pragma once

#include "core/report/auditreport.h"
#include "core/report/pageflow.h"

namespace plimsoll {

/// Starts a page with a chapter's heading.
void placeChapter(PageFlow &flow, const QString &title, const QString &anchor);
void placeSection(PageFlow &flow, const QString &title, const QString &anchor);
/// A heading inside a section, with a bookmark when it has an anchor.
void placeGroup(PageFlow &flow, const QString &title, const QString &anchor = {});
void placeParagraph(PageFlow &flow, const QString &text, TextStyle style = TextStyle::Body);

/// Columns side by side over the width of the text.
class Grid
{
public:
    struct Column
    {
        QString title;
        qreal share = 1; ///< of the width, in proportion to the others'
    };

    Grid(PageFlow &flow, QList<Column> columns);

    /// An empty row: one stack a column.
    [[nodiscard]] PageRow row(qreal padding) const;
    [[nodiscard]] qreal width(qsizetype column) const;
    /// The titles, as they are repeated on every page.
    [[nodiscard]] PageRow header() const;
    /// A line across all columns that heads the rows after it.
    [[nodiscard]] PageRow groupRow(const QString &title) const;

private:
    [[nodiscard]] qreal left(qsizetype column) const;

    PageFlow &m_flow;
    QList<Column> m_columns;
    qreal m_total = 0;
};

/// What stands at the top of the next page when the row of this provision or asset is cut.
QString continuationOf(const QString &name);

/// Label on the left, text on the right; rows without a text are left out.
void placeFacts(PageFlow &flow, const QList<std::pair<QString, QString>> &facts);

/// "2026-01-01 to 2026-12-31", "from ...", "until ...", or nothing.
QString inWords(const ReportPeriod &period);
/// Of what an assessment speaks: a period or, where it has no beginning, one day: "as of 2026-11-20".
QString assessedInWords(const ReportPeriod &period);
/// The text, or that there is none: what an auditor looks for is never left out in silence.
QString orNotStated(const QString &text);
QString inWords(const QDate &date);
/// The parts that are not empty, with a middle dot between them.
QString joined(const QStringList &parts);

}
