#include "tests/bench/ground.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/sample/largeworkspace.h"
#include "core/sample/sampleworkspace.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/registration.h"

#include <QFile>

#include <array>
#include <atomic>
#include <random>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

constexpr qsizetype blockSize = 1 << 20;
const QString putAwayName = u"put-away"_s;

/// Bytes that do not compress, the same ones each time.
class Noise
{
public:
    QByteArrayView next(qsizetype size)
    {
        for (qsizetype i = 0; i < m_block.size(); i += qsizetype(sizeof(quint64))) {
            const quint64 number = m_numbers();
            std::memcpy(m_block.data() + i, &number, sizeof(number));
        }
        return QByteArrayView(m_block).first(std::min(size, m_block.size()));
    }

private:
    std::mt19937_64 m_numbers{1};
    QByteArray m_block = QByteArray(blockSize, '\0');
};

/// Lets a year pass while a workspace is made: a little whenever somebody asks for the time, which happens
/// some five times a system.
class YearPassing final : public Clock
{
public:
    YearPassing(const QDateTime &end, int systems)
        : m_end(end)
        , m_left(year)
        , m_step(year / (systems * qint64(5)))
    {
    }
    [[nodiscard]] QDateTime now() const override
    {
        return m_end.addMSecs(-std::max<qint64>(m_left -= m_step, 0));
    }

private:
    static constexpr qint64 year = qint64(365) * 24 * 60 * 60 * 1000;
    QDateTime m_end;
    mutable std::atomic<qint64> m_left; ///< milliseconds
    qint64 m_step;
};

const QString database = u"/workspace.db"_s;

/// Closes the assessment of every `nth` system.
Done closeEvery(int nth, const QString &folder, const Clock &clock)
{
    const auto catalogue = shippedCatalogue();
    auto workspace = Workspace::open(folder, Workspace::Access::ReadWrite, clock);
    if (!catalogue || !workspace)
        return tl::unexpected(catalogue ? workspace.error() : catalogue.error());
    const auto reader = (*workspace)->reader();
    const auto systems = reader ? Repository<AiSystem>(**reader).all() : tl::unexpected(reader.error());
    const auto people = reader ? Repository<Person>(**reader).all() : tl::unexpected(reader.error());
    if (!systems || !people)
        return tl::unexpected(systems ? people.error() : systems.error());
    (*workspace)->actAs(people->first().id);
    const Occasion occasion{(*workspace)->today(), people->first().id, clock};
    for (qsizetype i = 0; i < systems->size(); i += nth) {
        const auto plan = planClose(**reader, *catalogue, systems->at(i), occasion);
        if (!plan)
            return tl::unexpected(plan.error());
        if (const auto committed = (*workspace)->commitAndWait(*plan); !committed)
            return tl::unexpected(committed.error());
    }
    return {};
}

Done writeNoise(const QString &path, qint64 size, Noise &noise)
{
    QFile file(path);
    bool good = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    for (qint64 left = size; good && left > 0;) {
        const auto block = noise.next(qsizetype(std::min<qint64>(left, blockSize)));
        good = file.write(block.data(), block.size()) == block.size();
        left -= block.size();
    }
    return good ? Done() : refuse(ErrorCode::Storage, file.errorString(), path);
}

}

Ground::~Ground()
{
    QDir(path(putAwayName)).removeRecursively();
}

void Ground::putAway(const QString &path)
{
    m_folder.mkpath(putAwayName);
    m_folder.rename(path, putAwayName + u'/' + QString::number(m_putAway++));
}

Result<QString> Ground::sampleWorkspace()
{
    const QString folder = path(u"sample.plimsoll"_s);
    if (!QFileInfo::exists(folder)) {
        if (const auto made = makeSampleWorkspace(folder, SystemClock()); !made)
            return tl::unexpected(made.error());
    }
    return folder;
}

QString Ground::largeWorkspacePath() const
{
    return path(u"large-%1.plimsoll"_s.arg(m_scale.systems));
}

Result<QString> Ground::largeWorkspace()
{
    const QString folder = largeWorkspacePath();
    if (!QFileInfo::exists(folder)) {
        if (const auto made = makeLargeWorkspace(folder, {m_scale.systems, 0.5}, m_clock); !made)
            return tl::unexpected(made.error());
    }
    return folder;
}

Result<QString> Ground::yearOldWorkspace()
{
    const QString folder = path(u"year-%1.plimsoll"_s.arg(m_scale.systems));
    if (!QFileInfo::exists(folder)) {
        const YearPassing clock(m_clock.now(), m_scale.systems);
        if (const auto made = makeLargeWorkspace(folder, {m_scale.systems, 0.5}, clock); !made)
            return tl::unexpected(made.error());
    }
    return folder;
}

Result<QString> Ground::closedWorkspace()
{
    const QString folder = path(u"closed-%1.plimsoll"_s.arg(m_scale.systems));
    if (QFileInfo::exists(folder))
        return folder;
    const auto large = largeWorkspace();
    if (!large)
        return large;
    const QString unfinished = path(u"closing"_s);
    QDir(unfinished).removeRecursively();
    if (!QDir().mkpath(unfinished) || !QFile::copy(*large + database, unfinished + database))
        return refuse(ErrorCode::Storage, u"The large workspace could not be copied."_s);
    if (const auto closed = closeEvery(5, unfinished, m_clock); !closed)
        return tl::unexpected(closed.error());
    QDir().rename(unfinished, folder);
    return folder;
}

Result<QString> Ground::largeFile()
{
    const QString file = path(u"large-%1.bin"_s.arg(m_scale.bytes));
    if (QFileInfo(file).size() != m_scale.bytes) {
        Noise noise;
        if (const auto written = writeNoise(file, m_scale.bytes, noise); !written)
            return tl::unexpected(written.error());
    }
    return file;
}

Result<QString> Ground::manyFiles()
{
    const QString folder = path(u"many-%1"_s.arg(m_scale.files));
    if (filesIn(folder).size() == m_scale.files)
        return folder;
    QDir().mkpath(folder);
    Noise noise;
    // Names as evidence has them that does not compress. Of a name that tells nothing the bytes are compared
    // with every known beginning, which takes 0.15 ms a file.
    static const std::array endings{u"pdf"_s, u"png"_s, u"docx"_s, u"xlsx"_s};
    for (int number = 0; number < m_scale.files; ++number) {
        const QString file = u"%1/evidence-%2.%3"_s.arg(folder)
                                 .arg(number, 5, 10, QLatin1Char('0'))
                                 .arg(endings[size_t(number) % endings.size()]);
        if (const auto written = writeNoise(file, Scale::smallFile, noise); !written)
            return tl::unexpected(written.error());
    }
    return folder;
}

Result<OneSystem> OneSystem::make(const QString &folder, const Clock &clock)
{
    const auto catalogue = shippedCatalogue();
    auto workspace = Workspace::create(
        folder, {u"Nordbank"_s, u"UTC"_s, u"Ana Ruiz"_s, u"ana@nordbank.example"_s, u"Risk"_s, false}, clock);
    if (!catalogue || !workspace)
        return tl::unexpected(catalogue ? workspace.error() : catalogue.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());

    Registration registration;
    registration.system.name = u"Fraud scoring"_s;
    registration.preset = (*catalogue)->presets().front().id;
    const Occasion occasion{(*workspace)->today(), (*workspace)->actor(), clock};
    const auto plan = planRegistration(**reader, **catalogue, registration, occasion);
    if (!plan)
        return tl::unexpected(plan.error());
    if (const auto committed = (*workspace)->commitAndWait(*plan); !committed)
        return tl::unexpected(committed.error());
    const auto systems = Repository<AiSystem>(**reader).all();
    if (!systems)
        return tl::unexpected(systems.error());
    const auto assessment = currentAssessment(**reader, systems->first().id);
    if (!assessment)
        return tl::unexpected(assessment.error());
    return OneSystem{std::move(*workspace), systems->first(), **assessment};
}

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    const QDir all(folder);
    for (const QString &name : all.entryList(QDir::Files, QDir::Name))
        paths.append(all.filePath(name));
    return paths;
}

}
