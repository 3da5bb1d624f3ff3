#include "core/storage/repository.h"
#include "tests/bench/beside.h"
#include "tests/bench/measurements.h"
#include "tests/bench/programs.h"
#include "tests/bench/reportmaterial.h"

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

Result<QStringList> numbersOfSystems(const QString &folder, const Clock &clock)
{
    const auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, clock);
    const auto reader = workspace ? (*workspace)->reader() : tl::unexpected(workspace.error());
    const auto systems = reader ? Repository<AiSystem>(**reader).all() : tl::unexpected(reader.error());
    if (!systems)
        return tl::unexpected(systems.error());
    QStringList numbers;
    for (const AiSystem &system : *systems)
        numbers.append(system.number);
    return numbers;
}

Result<double> printOurs(const QString &folder, const QStringList &systems, const QString &pdf)
{
    QFile::remove(pdf);
    return secondsOfRun(QStringLiteral(PLIMSOLL_CTL),
                        QStringList{u"export"_s, u"pdf"_s, folder} + systems + QStringList{u"-o"_s, pdf});
}

Result<double> printByChromium(const QString &html, const QString &pdf, const QString &profile)
{
    QFile::remove(pdf);
    return secondsOfRun(u"chromium"_s,
                        {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--no-pdf-header-footer"_s,
                         u"--user-data-dir="_s + profile, u"--print-to-pdf="_s + pdf, u"file://"_s + html});
}

Result<QList<Row>> printReport(Ground &ground)
{
    const int count = ground.scale().reportSystems;
    const QString folder = ground.path(u"report.plimsoll"_s);
    const QString html = ground.path(u"report.html"_s);
    const QString ourPdf = ground.path(u"report.pdf"_s);
    const QString theirPdf = ground.path(u"chromium.pdf"_s);
    const QString profile = ground.path(u"chromium"_s);
    QDir(folder).removeRecursively();
    if (const auto made = makeWorkspaceToReport(folder, count, ground.clock()); !made)
        return tl::unexpected(made.error());
    if (const auto written = writeReportAsHtml(folder, html, ground.clock()); !written)
        return tl::unexpected(written.error());
    const auto systems = numbersOfSystems(folder, ground.clock());
    if (!systems)
        return tl::unexpected(systems.error());

    calmDisk();
    auto row = besidePeer(
        {.name = u"report"_s,
         .what = u"audit PDF of %1 systems"_s.arg(count),
         .unit = u"s"_s,
         .peer = u"Chromium"_s,
         .limit = 0.5},
        ground.scale().runs, [&] { return printOurs(folder, *systems, ourPdf); }, {u"chromium"_s},
        [&] { return printByChromium(html, theirPdf, profile); });
    if (!row)
        return tl::unexpected(row.error());
    row->remarks.append(u"Ours has %1 pages, Chromium's %2."_s.arg(pagesOf(ourPdf)).arg(pagesOf(theirPdf)));
    for (const QString &path : {html, ourPdf, theirPdf})
        QFile::remove(path);
    QDir(folder).removeRecursively();
    QDir(profile).removeRecursively();
    return QList<Row>{*row};
}

}

Measurement printingTheReport()
{
    return {{u"report"_s}, printReport};
}

}
