#include "core/storage/repository.h"
#include "tests/bench/measurements.h"
#include "tests/bench/medians.h"
#include "tests/bench/programs.h"
#include "tests/bench/windowatwork.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/system/systempage.h"

#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <map>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// A filter to type into, and what it filters.
struct Filter
{
    QString page;
    QString field;
};

WatchedApplication &application()
{
    return *static_cast<WatchedApplication *>(qApp);
}

/// Some machines give the memory of files back within seconds. What is measured is the program, warm.
void warm(const Workspace &workspace)
{
    QFile database(workspace.databaseFile());
    if (!database.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    QByteArray piece(1 << 20, Qt::Uninitialized);
    while (database.read(piece.data(), piece.size()) > 0) {
    }
}

QString wordsOf(const Place &place)
{
    return place.target.isEmpty() ? place.page : place.page + u' ' + place.target.section(u'/', 1, 1);
}

/// Every page of the workspace but Overview, which is measured by itself, and every tab of the first system.
Result<QList<Place>> allPlaces(WindowAtWork &atWork)
{
    const auto reader = atWork.workspace().reader();
    const auto systems =
        reader ? Repository<AiSystem>(**reader).select({}, {"number"_L1}, 1) : tl::unexpected(reader.error());
    if (!systems)
        return tl::unexpected(systems.error());
    QList<Place> places;
    for (const PageKind &kind : atWork.window().pages()) {
        if (kind.key == OverviewPage::key)
            continue;
        if (kind.key != SystemPage::key) {
            places.append({kind.key, {}});
            continue;
        }
        for (const SystemTabKind &tab : systemTabs())
            places.append(SystemPage::placeOf(systems->first().id, tab.key));
    }
    return places;
}

/// What has been seen on some walks through all pages.
class Walks
{
public:
    explicit Walks(WindowAtWork &atWork)
        : m_atWork(atWork)
    {
    }

    /// Through pages made anew, so that each is met for the first time.
    Done once(const QList<Place> &places)
    {
        warm(m_atWork.workspace());
        application().forget();
        application().setDoing(u"overview, first visit"_s);
        m_overview.append(m_atWork.goToNewOverview().whole);
        for (const Place &place : places) {
            application().setDoing(wordsOf(place) + u", first visit"_s);
            const Seen seen = m_atWork.go(place);
            m_first[wordsOf(place)].append(seen.first);
            m_whole[wordsOf(place)].append(seen.whole);
            lookAround(wordsOf(place));
        }
        warm(m_atWork.workspace());
        for (const Filter &filter :
             {Filter{u"overview"_s, u"overviewFind"_s}, Filter{u"systems"_s, u"systems/filter"_s},
              Filter{u"journal"_s, u"journalWords"_s}}) {
            if (const auto typed = typeInto(filter); !typed)
                return typed;
        }
        m_stalls.append(application().longest());
        return {};
    }

    [[nodiscard]] QList<Row> rows() const;

private:
    /// Scrolls and sorts whatever the page lets.
    void lookAround(const QString &page)
    {
        for (auto *area : m_atWork.window().currentPage()->findChildren<QAbstractScrollArea *>()) {
            if (!area->isVisible())
                continue;
            application().setDoing(page + u", scrolling"_s);
            for (const auto action : {QAbstractSlider::SliderPageStepAdd, QAbstractSlider::SliderToMaximum,
                                      QAbstractSlider::SliderToMinimum})
                m_atWork.perform([area, action] { area->verticalScrollBar()->triggerAction(action); });
        }
        application().setDoing(page + u", sorting"_s);
        for (auto *table : m_atWork.window().currentPage()->findChildren<QTableView *>()) {
            if (!table->isVisible() || !table->isSortingEnabled() || !table->model())
                continue;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                m_atWork.perform([table, column] {
                    table->horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
                });
        }
    }

    /// Refuses to count a filter that is not there, or that brings nothing new into sight.
    Done typeInto(const Filter &filter)
    {
        m_atWork.go({filter.page, {}});
        Page *page = m_atWork.window().currentPage();
        auto *field = page->findChild<QLineEdit *>(filter.field);
        QWidget *view = page->findChild<QWidget *>(u"overviewMap"_s);
        if (!view)
            view = page->findChild<QTableView *>();
        if (!field || !field->isVisible() || !view)
            return refuse(ErrorCode::NotFound,
                          u"The page %1 shows no filter %2."_s.arg(filter.page, filter.field));
        application().setDoing(filter.page + u", typing into the filter"_s);
        for (const QChar letter : u"sup"_s) {
            if (const auto milliseconds = m_atWork.type(letter, *field, *view))
                m_keystrokes[filter.page].append(*milliseconds);
        }
        m_atWork.perform([field] { field->clear(); });
        if (m_keystrokes[filter.page].isEmpty())
            return refuse(ErrorCode::NotFound,
                          u"The filter %1 changes nothing in sight."_s.arg(filter.field));
        return {};
    }

    WindowAtWork &m_atWork;
    QList<double> m_overview;
    std::map<QString, QList<double>> m_first;
    std::map<QString, QList<double>> m_whole;
    std::map<QString, QList<double>> m_keystrokes;
    QList<Stall> m_stalls;
};

/// The slowest of all by its median, and in words how each did.
struct Slowest
{
    double milliseconds = 0;
    QString remark;
};

Slowest slowestOf(const std::map<QString, QList<double>> &all)
{
    Slowest slowest;
    QStringList each;
    for (const auto &[name, values] : all) {
        slowest.milliseconds = std::max(slowest.milliseconds, median(values));
        each.append(u"%1 %2"_s.arg(name).arg(median(values), 0, 'f', 0));
    }
    slowest.remark = u"In ms: %1."_s.arg(each.join(u", "_s));
    return slowest;
}

QList<Row> Walks::rows() const
{
    const Slowest change = slowestOf(m_first);
    const Slowest whole = slowestOf(m_whole);
    const Slowest keystroke = slowestOf(m_keystrokes);
    QList<double> stalls;
    QStringList longest;
    for (const Stall &stall : m_stalls) {
        stalls.append(stall.milliseconds);
        longest.append(u"%1 ms (%2 ms at work): %3; %4."_s.arg(stall.milliseconds, 0, 'f', 0)
                           .arg(stall.atWork, 0, 'f', 0)
                           .arg(stall.during, stall.where));
    }
    return {{.name = u"overview"_s,
             .what = u"Overview complete, on the record's first day"_s,
             .unit = u"ms"_s,
             .ours = median(m_overview),
             .limit = 300},
            {.name = u"page-change"_s,
             .what = u"slowest page change to repaint"_s,
             .unit = u"ms"_s,
             .ours = change.milliseconds,
             .limit = 100,
             .remarks = {change.remark}},
            {.name = u"page-whole"_s,
             .what = u"slowest page until its jobs ended"_s,
             .unit = u"ms"_s,
             .ours = whole.milliseconds,
             .remarks = {whole.remark}},
            {.name = u"keystroke"_s,
             .what = u"slowest keystroke in a filter to repaint"_s,
             .unit = u"ms"_s,
             .ours = keystroke.milliseconds,
             .limit = 30,
             .remarks = {keystroke.remark}},
            {.name = u"stall"_s,
             .what = u"longest GUI stall of a walk through all pages"_s,
             .unit = u"ms"_s,
             .ours = median(stalls),
             .limit = 50,
             .remarks = longest}};
}

Result<QList<Row>> walkPages(const QString &folder, const QDateTime &at, int runs)
{
    const FixedClock clock(at);
    WindowAtWork atWork(clock);
    if (const auto opened = atWork.open(folder); !opened)
        return tl::unexpected(opened.error());
    atWork.goToNewOverview();
    const auto places = allPlaces(atWork);
    if (!places)
        return tl::unexpected(places.error());
    calmDisk();
    Walks walks(atWork);
    for (int run = 0; run < runs; ++run) {
        if (const auto walked = walks.once(*places); !walked)
            return tl::unexpected(walked.error());
    }
    return walks.rows();
}

/// With readiness over time, for which the journal is gone through.
Result<Row> overviewWithAPast(const Row &row, const QString &folder, const QDateTime &at, int runs)
{
    const FixedClock clock(at);
    WindowAtWork atWork(clock);
    if (const auto opened = atWork.open(folder); !opened)
        return tl::unexpected(opened.error());
    QList<double> whole;
    for (int run = 0; run < runs; ++run) {
        warm(atWork.workspace());
        whole.append(atWork.goToNewOverview().whole);
    }
    Row measured = row;
    measured.unit = u"ms"_s;
    measured.ours = median(whole);
    return measured;
}

/// Whether there is a past to be read is settled by the clock and not by the day on which somebody measures.
Result<QList<Row>> measurePages(Ground &ground)
{
    const auto folder = ground.largeWorkspace();
    if (!folder)
        return tl::unexpected(folder.error());
    const auto workspace = Workspace::open(*folder, Workspace::Access::ReadOnly, ground.clock());
    if (!workspace)
        return tl::unexpected(workspace.error());
    const QDate first = (*workspace)->profile().createdAt.toUTC().date();
    const QDateTime lastOfFirst(first, QTime(23, 59), Qt::UTC);
    auto rows = walkPages(*folder, lastOfFirst, ground.scale().runs);
    const auto past = overviewWithAPast(
        {.name = u"overview-past"_s, .what = u"Overview complete, the day after"_s, .limit = 300}, *folder,
        lastOfFirst.addDays(1), ground.scale().runs);
    if (!rows || !past)
        return tl::unexpected(rows ? past.error() : rows.error());
    rows->append(*past);
    const auto yearOld = ground.yearOldWorkspace();
    if (!yearOld)
        return tl::unexpected(yearOld.error());
    const auto year =
        overviewWithAPast({.name = u"overview-year"_s, .what = u"Overview complete, made over a year"_s},
                          *yearOld, ground.clock().now(), ground.scale().runs);
    if (!year)
        return tl::unexpected(year.error());
    rows->append(*year);
    const auto closed = ground.closedWorkspace();
    if (!closed)
        return tl::unexpected(closed.error());
    const auto frozen = overviewWithAPast({.name = u"overview-closed"_s,
                                           .what = u"Overview complete, a fifth of the assessments closed"_s,
                                           .limit = 300},
                                          *closed, ground.clock().now(), ground.scale().runs);
    if (!frozen)
        return tl::unexpected(frozen.error());
    rows->append(*frozen);
    return rows;
}

}

Measurement pagesOfTheWindow()
{
    return {{u"overview"_s, u"page-change"_s, u"page-whole"_s, u"keystroke"_s, u"stall"_s, u"overview-past"_s,
             u"overview-year"_s, u"overview-closed"_s},
            measurePages};
}

}
