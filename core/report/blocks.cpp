#include "core/report/blocks.h"

#include "core/report/paper.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

using paper::body;
using paper::pt;

constexpr qreal gutter = pt(9);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Blocks)
};

PageRow singleCell(PageFlow &flow, const QString &text, TextStyle style)
{
    PageRow row;
    row.cells.push_back({0, Stack(flow.typography(), body.width())});
    row.cells.front().stack.add(text, style);
    return row;
}

}

void placeChapter(PageFlow &flow, const QString &title, const QString &anchor)
{
    flow.breakPage();
    PageRow row = singleCell(flow, title, TextStyle::Chapter);
    const QColor accent = flow.typography().colours().accent;
    row.cells.front().stack.add(
        pt(16),
        [accent](QPainter &painter, const QRectF &rect) {
            painter.fillRect(QRectF(rect.left(), rect.top(), pt(42), pt(2.2)), accent);
        },
        pt(7));
    row.anchor = anchor;
    row.outline = OutlineEntry{1, title, anchor};
    flow.placeWithNext(std::move(row));
}

void placeSection(PageFlow &flow, const QString &title, const QString &anchor)
{
    PageRow row = singleCell(flow, title, TextStyle::Section);
    row.gap = pt(20);
    row.padding = pt(4);
    row.anchor = anchor;
    row.outline = OutlineEntry{2, title, anchor};
    flow.placeWithNext(std::move(row));
}

void placeGroup(PageFlow &flow, const QString &title, const QString &anchor)
{
    PageRow row = singleCell(flow, title, TextStyle::Group);
    row.gap = pt(10);
    row.padding = pt(4);
    if (!anchor.isEmpty()) {
        row.anchor = anchor;
        row.outline = OutlineEntry{3, title, anchor};
    }
    flow.placeWithNext(std::move(row));
}

void placeParagraph(PageFlow &flow, const QString &text, TextStyle style)
{
    PageRow row = singleCell(flow, text, style);
    row.gap = pt(4);
    flow.place(std::move(row));
}

Grid::Grid(PageFlow &flow, QList<Column> columns)
    : m_flow(flow)
    , m_columns(std::move(columns))
{
    for (const Column &column : m_columns)
        m_total += column.share;
}

qreal Grid::width(qsizetype column) const
{
    const qreal room = body.width() - gutter * qreal(m_columns.size() - 1);
    return room * m_columns[column].share / m_total;
}

qreal Grid::left(qsizetype column) const
{
    qreal left = 0;
    for (qsizetype i = 0; i < column; ++i)
        left += width(i) + gutter;
    return left;
}

PageRow Grid::row(qreal padding) const
{
    PageRow row;
    row.padding = padding;
    row.hasRule = true;
    row.cells.reserve(size_t(m_columns.size()));
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        row.cells.push_back({left(i), Stack(m_flow.typography(), width(i))});
    return row;
}

PageRow Grid::header() const
{
    PageRow header = row(pt(4));
    header.gap = pt(4);
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        header.cells[size_t(i)].stack.add(m_columns[i].title, TextStyle::Label);
    return header;
}

PageRow Grid::groupRow(const QString &title) const
{
    PageRow row = singleCell(m_flow, title, TextStyle::SmallStrong);
    row.padding = pt(3.5);
    row.ground = m_flow.typography().colours().chip;
    row.cells.front().left = pt(4);
    return row;
}

QString continuationOf(const QString &name)
{
    constexpr qsizetype longest = 60;
    return Text::tr("%1, continued").arg(name.left(longest));
}

void placeFacts(PageFlow &flow, const QList<std::pair<QString, QString>> &facts)
{
    const Grid grid(flow, {{{}, 24}, {{}, 76}});
    for (const auto &[label, text] : facts) {
        if (text.isEmpty())
            continue;
        PageRow row = grid.row(pt(4));
        row.cells[0].stack.add(label, TextStyle::Term);
        row.cells[1].stack.add(text, TextStyle::Body);
        flow.place(std::move(row));
    }
}

QString orNotStated(const QString &text)
{
    return text.isEmpty() ? Text::tr("not stated") : text;
}

QString inWords(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString inWords(const ReportPeriod &period)
{
    if (period.from.isValid() && period.to.isValid())
        return period.from == period.to ? inWords(period.from)
                                        : Text::tr("%1 to %2").arg(inWords(period.from), inWords(period.to));
    if (period.from.isValid())
        return Text::tr("from %1").arg(inWords(period.from));
    return period.to.isValid() ? Text::tr("until %1").arg(inWords(period.to)) : QString();
}

QString assessedInWords(const ReportPeriod &period)
{
    const bool isOneDay = !period.from.isValid() && period.to.isValid();
    return isOneDay ? Text::tr("as of %1").arg(inWords(period.to)) : inWords(period);
}

QString joined(const QStringList &parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(u" · "_s);
}

}
