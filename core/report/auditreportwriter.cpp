#include "core/report/auditreportwriter.h"

#include "core/base/atomicfile.h"
#include "core/report/contents.h"
#include "core/report/frontchapters.h"
#include "core/report/pdfassembly.h"
#include "core/report/reportpart.h"
#include "core/report/systemchapter.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AuditReportWriter)
};

/// Systems are set in so many groups at once. Fixed, not the number of processors: each group embeds its own
/// fonts, and the bytes must not depend on the machine.
constexpr qsizetype mostGroups = 4;

/// Chapters that come one after the other in one part.
using Setting = std::function<void(PageFlow &, const Step &)>;

/// Hands out settings to threads and gathers the parts in order.
class Workshop
{
public:
    Workshop(PageFrame frame, std::vector<Setting> settings)
        : m_frame(std::move(frame))
        , m_settings(std::move(settings))
        , m_parts(m_settings.size())
    {
    }

    /// False when cancelled. `watch` is asked on this thread, now and then, with the number of steps done.
    bool run(const std::function<bool(qint64)> &watch);
    std::vector<ReportPart> takeParts() { return std::move(m_parts); }

private:
    void work();

    PageFrame m_frame;
    std::vector<Setting> m_settings;
    std::vector<ReportPart> m_parts;
    std::atomic<size_t> m_next = 0;
    std::atomic<qint64> m_steps = 0;
    std::atomic<bool> m_isCancelled = false;
    std::mutex m_mutex;
    std::condition_variable m_finished;
    size_t m_running = 0;
};

void Workshop::work()
{
    const Step step = [this] {
        ++m_steps;
        return !m_isCancelled;
    };
    for (size_t i = m_next++; i < m_settings.size() && !m_isCancelled; i = m_next++) {
        PageFlow flow(m_frame);
        m_settings[i](flow, step);
        m_parts[i] = flow.finish();
    }
    const std::lock_guard lock(m_mutex);
    --m_running;
    m_finished.notify_all();
}

bool Workshop::run(const std::function<bool(qint64)> &watch)
{
    const size_t workers = std::clamp<size_t>(std::thread::hardware_concurrency(), 1, m_settings.size());
    m_running = workers;
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < workers; ++i)
            threads.emplace_back([this] { work(); });
        std::unique_lock lock(m_mutex);
        while (m_running > 0) {
            m_finished.wait_for(lock, std::chrono::milliseconds(20));
            lock.unlock();
            if (!watch(m_steps))
                m_isCancelled = true;
            lock.lock();
        }
    }
    return !m_isCancelled;
}

qint64 stepsOf(const AuditReport &report)
{
    qint64 steps = 0;
    for (const ReportSystem &system : report.systems)
        steps += 2 * system.items.size();
    return steps;
}

/// The first system of every group and, last, the end: groups of about as many provisions each.
QList<qsizetype> groupBounds(const AuditReport &report)
{
    const qint64 total = stepsOf(report);
    const qsizetype groups = std::min(mostGroups, report.systems.size());
    QList<qsizetype> bounds{0};
    qint64 before = 0;
    for (qsizetype system = 0; system < report.systems.size(); ++system) {
        if (bounds.last() < system && before * groups >= total * bounds.size())
            bounds << system;
        before += 2 * report.systems[system].items.size();
    }
    bounds << report.systems.size();
    return bounds;
}

std::vector<Setting> settingsOf(const AuditReport &report)
{
    const bool hasOverview = report.systems.size() > 1;
    const int firstSystem = hasOverview ? 3 : 2;
    std::vector<Setting> settings;
    settings.emplace_back([&report](PageFlow &flow, const Step &) { placeCover(flow, report); });
    settings.emplace_back([&report, hasOverview](PageFlow &flow, const Step &) {
        placeAbout(flow, report, 1);
        if (hasOverview)
            placeOverview(flow, report, 2);
    });
    const QList<qsizetype> bounds = groupBounds(report);
    for (qsizetype group = 0; group + 1 < bounds.size(); ++group)
        settings.emplace_back([&report, firstSystem, from = bounds[group],
                               to = bounds[group + 1]](PageFlow &flow, const Step &step) {
            for (qsizetype system = from; system < to; ++system)
                placeSystem(flow, report.systems[system], {firstSystem + int(system), system}, step);
        });
    settings.emplace_back([&report, firstSystem](PageFlow &flow, const Step &) {
        placeVerification(flow, report, firstSystem + int(report.systems.size()));
    });
    return settings;
}

/// Chapters and sections with their pages, when the contents take `contentsPages` and stand after the cover.
QList<ContentsLine> contentsLines(const std::vector<ReportPart> &parts, int contentsPages)
{
    QList<ContentsLine> lines;
    int before = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        for (const OutlineEntry &entry : parts[i].outline)
            if (entry.level <= 2)
                lines << ContentsLine{entry, before + parts[i].anchors.value(entry.anchor).page + 1};
        before += parts[i].pages + (i == 0 ? contentsPages : 0);
    }
    return lines;
}

/// The platform "minimal" would write pages without a single letter.
bool canDrawText()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr &&
           QGuiApplication::platformName() != "minimal"_L1;
}

QStringList warningsOf(const std::vector<ReportPart> &parts)
{
    QMap<char32_t, qint64> missing;
    for (const ReportPart &part : parts)
        for (auto it = part.missingGlyphs.cbegin(); it != part.missingGlyphs.cend(); ++it)
            missing[it.key()] += it.value();
    if (missing.isEmpty())
        return {};
    QStringList names;
    for (auto it = missing.cbegin(); it != missing.cend() && names.size() < 5; ++it)
        names << u"U+%1"_s.arg(uint(it.key()), 4, 16, QLatin1Char('0')).toUpper();
    return {Text::tr("No installed font can draw every character: %1 of them are printed by name in "
                     "brackets, such as %2. Install a font "
                     "that has them and export again.")
                .arg(missing.size())
                .arg(names.join(u", "_s))};
}

/// Passes everything on, counting and fingerprinting it.
class Recorder final : public QIODevice
{
public:
    explicit Recorder(QIODevice &out)
        : m_out(out)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    Digest finish() { return m_hasher.finish(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 length) override
    {
        const qint64 written = m_out.write(data, length);
        if (written != length) {
            setErrorString(m_out.errorString());
            return -1;
        }
        m_hasher.add(QByteArrayView(data, length));
        m_bytes += length;
        return length;
    }

private:
    QIODevice &m_out;
    Hasher m_hasher;
    qint64 m_bytes = 0;
};

/// A device does not keep why it refused: the disk says so again to whoever asks for a little more.
Error reasonOf(AtomicFile &file, const Error &refusal)
{
    constexpr qsizetype more = 64 * 1024; // bytes; a few would still find room in a block that is begun
    if (refusal.code != ErrorCode::Storage)
        return refusal;
    const auto asked = file.write(QByteArray(more, '\0'));
    return asked ? refusal : asked.error();
}

}

Result<ReportFacts> writeAuditReport(const AuditReport &report, QIODevice &out, const Clock &clock,
                                     const Progress &progress)
{
    if (!canDrawText())
        return refuse(ErrorCode::Invalid,
                      Text::tr("A report needs fonts, and this program was started without them."));
    const QDateTime madeAt = clock.now();
    const qint64 total = stepsOf(report);
    const auto cancelled = [] {
        return refuse(ErrorCode::Cancelled, Text::tr("The report was cancelled. Nothing was written."));
    };

    const PageFrame frame{report.organisation, report.isSample};
    Workshop workshop(frame, settingsOf(report));
    if (!workshop.run([&](qint64 done) { return progress(done, total, Text::tr("Setting the pages")); }))
        return cancelled();

    std::vector<ReportPart> parts = workshop.takeParts();
    const int contentsPages = setContents(frame, contentsLines(parts, 0)).pages;
    parts.insert(parts.begin() + 1, setContents(frame, contentsLines(parts, contentsPages)));
    int pages = 0;
    for (const ReportPart &part : parts)
        pages += part.pages;
    if (!progress(total, total, Text::tr("Joining the pages")))
        return cancelled();

    Recorder recorder(out);
    const PdfDescription description{report.title, report.organisation, u"en"_s, madeAt};
    if (const Done done = assemblePdf(parts, setPageNumbers(pages), description, recorder); !done)
        return tl::unexpected(done.error());
    return ReportFacts{pages, recorder.bytes(), recorder.finish(), warningsOf(parts)};
}

Result<ReportFacts> writeAuditReport(const AuditReport &report, const QString &path, const Clock &clock,
                                     const Progress &progress)
{
    auto file = AtomicFile::create(path);
    const auto device = file ? file->device() : tl::unexpected(file.error());
    if (!device)
        return tl::unexpected(device.error());
    auto facts = writeAuditReport(report, **device, clock, progress);
    if (!facts)
        return tl::unexpected(reasonOf(*file, facts.error()));
    if (auto committed = file->commit(); !committed)
        return tl::unexpected(committed.error());
    return facts;
}

}
