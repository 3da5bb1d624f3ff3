#include "core/evidence/arrivals.h"

#include "core/base/diskerror.h"
#include "core/base/diskfile.h"
#include "core/base/networkfolder.h"
#include "core/base/smallfile.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto sign = "/at-work"_L1;
constexpr auto waitingFiles = "*.part"_L1;
constexpr auto announcement = "/announced"_L1; ///< fingerprints, a line each

QStringList operationsIn(const QDir &all)
{
    return all.entryList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot | QDir::Hidden);
}

int removeWaiting(const QDir &folder)
{
    int removed = 0;
    const auto waiting = folder.entryList({QString(waitingFiles)}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : waiting)
        removed += QFile::remove(folder.filePath(name)) ? 1 : 0;
    return removed;
}

QList<Digest> announcedIn(const QDir &folder)
{
    constexpr qint64 longest = 64LL << 20; // of a million files
    QList<Digest> announced;
    const auto text = contentOfSmallFile(folder.path() + announcement, longest);
    if (!text)
        return announced;
    for (const QByteArray &line : text->split('\n')) {
        if (const auto digest = Digest::fromHex(QString::fromLatin1(line)))
            announced.append(*digest);
    }
    return announced;
}

/// Whether an operation lives in any of the folders. On a network folder the locks of other machines may not
/// be seen, so there one may.
bool mayAnyLive(const QDir &all)
{
    const auto lives = [&all](const QString &name) {
        return !HeldFile::hold(all.filePath(name) + sign);
    };
    return isOnNetwork(all.path()) || std::ranges::any_of(operationsIn(all), lives);
}

}

QString Arrivals::folderName()
{
    return u".arriving"_s;
}

Arrivals::Arrivals(QString folder, HeldFile held)
    : m_folder(std::move(folder))
    , m_held(std::make_unique<HeldFile>(std::move(held)))
{
}

Result<std::unique_ptr<Arrivals>> Arrivals::open(const QString &storeFolder)
{
    // A second name is tried when a sweep takes the first between its making and its holding.
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        const QString folder =
            storeFolder + u'/' + folderName() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
        errno = 0;
        if (!QDir().mkpath(folder))
            return tl::unexpected(writingError(folder, errno));
        auto held = HeldFile::hold(folder + sign);
        if (held)
            return std::unique_ptr<Arrivals>(new Arrivals(folder, std::move(*held)));
        if (attempt == attempts)
            return tl::unexpected(held.error());
    }
}

Arrivals::~Arrivals()
{
    removeWaiting(QDir(m_folder));
    if (!m_isLeftToSweep)
        QFile::remove(m_folder + announcement);
    m_held.reset();
    QDir().rmdir(m_folder);
}

QString Arrivals::nextPath()
{
    return m_folder + u'/' + QString::number(m_count++) + u".part"_s;
}

Done Arrivals::announce(const QList<Digest> &contents)
{
    if (contents.isEmpty())
        return {};
    QByteArray lines;
    for (const Digest &digest : contents)
        lines += digest.hex().toLatin1() + '\n';
    auto file = DiskFile::create(m_folder + announcement, m_folder);
    if (!file)
        return tl::unexpected(file.error());
    return file->write(lines);
}

bool Arrivals::isOnlyOne() const
{
    const QFileInfo own(m_folder);
    const QDir all(own.path());
    for (const QString &name : operationsIn(all)) {
        if (name == own.fileName())
            continue;
        const auto held = HeldFile::hold(all.filePath(name) + sign);
        if (!held)
            return false;
    }
    return true;
}

int Arrivals::removeAbandoned(const QString &storeFolder, const SeeTo &seeTo)
{
    // Links are never followed: a workspace somebody else made could point at files that are not its own.
    if (QFileInfo(storeFolder + u'/' + folderName()).isSymLink())
        return 0;
    const QDir all(storeFolder + u'/' + folderName());
    const bool mayBeWanted = mayAnyLive(all);
    int removed = 0;
    for (const QString &name : operationsIn(all)) {
        const QDir folder(all.filePath(name));
        {
            const auto held = HeldFile::hold(folder.path() + sign);
            if (!held)
                continue;
            removed += removeWaiting(folder);
            const auto announced = announcedIn(folder);
            if (announced.isEmpty() || (!mayBeWanted && seeTo(announced)))
                QFile::remove(folder.path() + announcement);
        }
        QDir().rmdir(folder.path());
    }
    return removed;
}

}
