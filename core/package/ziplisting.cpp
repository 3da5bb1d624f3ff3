#include "core/package/ziplisting.h"

#include "core/base/text.h"
#include "core/package/nametwins.h"
#include "core/package/packagename.h"
#include "core/package/zipdirectory.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <zip.h>

#include <algorithm>
#include <memory>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZipContainer)
};

/// Judges every entry of one archive and lists those that are files.
class Listing
{
public:
    explicit Listing(zip_t &archive)
        : m_archive(archive)
    {
    }

    Done list(QFile &file, const PackageLimits &limits);
    ZipListing take() { return std::move(m_found); }

private:
    struct Entry
    {
        QString path;
        QByteArray inUtf8; ///< the path, by which entries are sorted
        qint64 size = 0;
        bool isFolder = false;
        ZipPlace place;
    };

    Result<Entry> entry(zip_uint64_t index) const;
    Done checkMode(zip_uint64_t index, const Entry &entry) const;
    Done checkBeginning(const QString &shown) const;
    Done takeTopFolder(QList<Entry> entries);

    zip_t &m_archive;
    ZipDirectory m_directory;
    ZipListing m_found;
};

Result<Listing::Entry> Listing::entry(zip_uint64_t index) const
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_flags_t untranslated = ZIP_FL_ENC_RAW;
    constexpr zip_uint64_t needed =
        ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    if (zip_stat_index(&m_archive, index, untranslated, &stat) != 0 || (stat.valid & needed) != needed)
        return damagedEntry(QString::number(index), QString::fromUtf8(zip_strerror(&m_archive)));

    QByteArrayView raw = m_directory.entries[qsizetype(index)].name;
    if (QByteArray(stat.name) != raw.toByteArray().replace('\0', ' '))
        return damagedEntry(QString::fromUtf8(stat.name), {});
    const bool isFolder = raw.endsWith('/');
    if (isFolder)
        raw.chop(1);
    const auto path = packagedPath(raw);
    if (!path)
        return tl::unexpected(path.error());
    constexpr auto largest = zip_uint64_t(std::numeric_limits<qint64>::max());
    if (stat.size >= largest || stat.comp_size >= largest || (isFolder && stat.size > 0))
        return damagedEntry(*path, {});
    if ((stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE) ||
        ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)) {
        return refuse(ErrorCode::Invalid,
                      Text::tr("“%1” in the package is encrypted or packed in an unusual way. Ask for a "
                               "plain ZIP file.")
                          .arg(withVisibleControls(*path)));
    }
    const auto packing =
        stat.comp_method == ZIP_CM_STORE ? ZipPlace::Packing::Stored : ZipPlace::Packing::Deflated;
    if (packing == ZipPlace::Packing::Stored && stat.comp_size != stat.size)
        return damagedEntry(*path, {});
    return Entry{*path,
                 path->toUtf8(),
                 qint64(stat.size),
                 isFolder,
                 {m_directory.entries[qsizetype(index)].header, qint64(stat.comp_size), stat.crc, packing}};
}

Done Listing::checkMode(zip_uint64_t index, const Entry &entry) const
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(&m_archive, index, 0, &system, &attributes) != 0)
        return damagedEntry(entry.path, QString::fromUtf8(zip_strerror(&m_archive)));
    constexpr zip_uint32_t kindMask = 0170000;
    constexpr zip_uint32_t regular = 0100000;
    constexpr zip_uint32_t folder = 0040000;
    // Judged whatever system the entry claims: some unpackers do the same.
    const zip_uint32_t kind = (attributes >> 16) & kindMask;
    if (kind == 0 || kind == (entry.isFolder ? folder : regular))
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("“%1” is a link or a device. A package holds ordinary files only.")
                      .arg(withVisibleControls(entry.path)));
}

/// What stands before the first entry is in no list, and may be a program that runs when the file is opened.
Done Listing::checkBeginning(const QString &shown) const
{
    const auto first = std::ranges::min_element(m_directory.entries, {}, &ZipDirectoryEntry::header);
    if (first == m_directory.entries.cend() || first->header == 0)
        return {};
    return refuse(ErrorCode::Invalid,
                  Text::tr("“%1” begins with %2 bytes that belong to no file of the archive, so it may pass "
                           "for something else. Ask for a plain ZIP file.")
                      .arg(withVisibleControls(shown))
                      .arg(first->header));
}

Done Listing::list(QFile &file, const PackageLimits &limits)
{
    const QString shown = QFileInfo(file.fileName()).fileName();
    // Unbuffered: of each entry's header thirty bytes are read, where a buffer would fetch 16 KiB.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return damagedEntry(shown, file.errorString());
    const qint64 archiveSize = file.size();
    const qint64 count = zip_get_num_entries(&m_archive, 0);
    if (count > limits.files)
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The package has %1 entries; at most %2 are read.").arg(count).arg(limits.files));

    m_directory = zipDirectory(file, limits.tagFile);
    if (m_directory.entries.size() != count)
        return damagedEntry(shown, Text::tr("its list of files has another length than stated"));
    if (auto plain = checkBeginning(shown); !plain)
        return plain;

    NameTwins twins;
    QList<Entry> entries;
    qint64 bytes = 0;
    qint64 packed = 0;
    QList<quint64> lengths;
    for (qint64 index = 0; index < count; ++index) {
        const auto found = entry(zip_uint64_t(index));
        if (!found)
            return tl::unexpected(found.error());
        if (auto checked = checkMode(zip_uint64_t(index), *found); !checked)
            return checked;
        if (auto added = found->isFolder ? twins.addFolder(found->path) : twins.add(found->path); !added)
            return added;
        if (found->size > limits.bytes - bytes)
            return refuse(ErrorCode::Invalid,
                          Text::tr("The package unpacks to more than %1 bytes, the most that is read.")
                              .arg(limits.bytes));
        if (found->place.packed > archiveSize - packed)
            return refuse(ErrorCode::Invalid,
                          Text::tr("Entries of the archive overlap, which only an attack needs."));
        bytes += found->size;
        packed += found->place.packed;
        lengths.append(quint64(found->place.packed));
        if (!found->isFolder)
            entries.append(*found);
    }
    if (!isPlausibleRatio(bytes, archiveSize, limits)) {
        return refuse(
            ErrorCode::Invalid,
            Text::tr("The archive unpacks to more than %1 times its size, which only an attack needs.")
                .arg(limits.ratio));
    }
    m_found.unclaimed = unclaimedBytes(file, m_directory, lengths);
    return takeTopFolder(std::move(entries));
}

Done Listing::takeTopFolder(QList<Entry> entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.inUtf8 < b.inUtf8; });
    const QString top = entries.isEmpty() ? QString() : entries.first().path.section(u'/', 0, 0) + u'/';
    for (const Entry &entry : std::as_const(entries)) {
        if (!entry.path.startsWith(top) || entry.path.size() == top.size())
            return refuse(ErrorCode::Foreign,
                          Text::tr("The archive does not hold exactly one folder, so it is no package."));
        m_found.files.append({entry.path.mid(top.size()), entry.size});
        m_found.places.append(entry.place);
    }
    m_found.name = top.chopped(top.isEmpty() ? 0 : 1);
    return {};
}

QString sentenceFor(int code, const QString &shown)
{
    switch (code) {
    case ZIP_ER_NOZIP:
        return Text::tr("“%1” is no ZIP file, or only a part of one. Ask for it again.").arg(shown);
    case ZIP_ER_INCONS:
    case ZIP_ER_EXISTS:
        return Text::tr("“%1” is a damaged archive: its list of files and its content contradict each other. "
                        "Ask for it "
                        "again.")
            .arg(shown);
    default:
        return Text::tr("“%1” is a damaged archive or cannot be read. Ask for it again.").arg(shown);
    }
}

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Result<Archive> openArchive(const QString &path)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_file_create(QFile::encodeName(path).constData(), 0, -1, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    const int code = zip_error_code_zip(&error);
    const QString detail = archive ? QString() : QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (archive)
        return Archive(archive, &zip_discard);
    if (source)
        zip_source_free(source);
    return refuse(ErrorCode::Damaged, sentenceFor(code, withVisibleControls(QFileInfo(path).fileName())),
                  detail);
}

}

tl::unexpected<Error> damagedEntry(const QString &path, const QString &detail)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("The package is a damaged archive: “%1” cannot be unpacked. Ask for it again.")
                      .arg(withVisibleControls(path)),
                  detail);
}

Result<ZipListing> listZip(const QString &path, const PackageLimits &limits)
{
    const auto archive = openArchive(path);
    if (!archive)
        return tl::unexpected(archive.error());
    QFile file(path);
    Listing listing(**archive);
    if (auto listed = listing.list(file, limits); !listed)
        return tl::unexpected(listed.error());
    return listing.take();
}

}
