#include "ui/pages/evidence/intakemodel.h"

#include "core/catalogue/shippedcatalogue.h"
#include "ui/pages/evidence/evidencewords.h"
#include "ui/pages/evidence/useform.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IntakeModel)
};

constexpr FolderLimits limits{.files = 10'000}; ///< more than anybody describes in one table

/// The folder that all of the dropped things lie in, so that the table shows what is below it.
QString commonFolder(const QStringList &paths)
{
    QString folder;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString own = info.isDir() ? info.canonicalFilePath() : info.absolutePath();
        if (!folder.isEmpty() && own != folder)
            return {};
        folder = own;
    }
    return folder;
}

ArrivingFile arriving(const QString &path, const QString &folder)
{
    const QFileInfo info(path);
    ArrivingFile file;
    file.path = path;
    file.shownPath = !folder.isEmpty() && path.startsWith(folder + u'/') ? path.sliced(folder.size() + 1)
                                                                         : QDir::toNativeSeparators(path);
    file.size = info.size();
    const QString title = info.completeBaseName();
    file.evidence.title = title.isEmpty() ? info.fileName() : title;
    return file;
}

QString inWords(const QStringList &things)
{
    return things.isEmpty() ? Text::tr("none yet") : things.join(u", "_s);
}

}

Result<IntakeReading> readIntake(const Connection &reader, const QStringList &paths, const Progress &progress)
{
    auto listing = walkDropped(paths, progress, limits);
    if (!listing)
        return tl::unexpected(listing.error());
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto open = readOpenAssessments(reader);
    if (!open)
        return tl::unexpected(open.error());
    IntakeReading reading{
        {}, std::move(listing->leftOut), tickableSystems(*open), tickableItems(**catalogue)};
    const QString folder = commonFolder(paths);
    for (const QString &path : std::as_const(listing->files))
        reading.files.push_back(arriving(path, folder));
    return reading;
}

std::unique_ptr<IntakeModel> makeIntakeModel(const QHash<QString, QString> &systemNames)
{
    using C = Column<ArrivingFile>;
    std::vector<C> columns;
    columns.emplace_back(Text::tr("File"), [](const ArrivingFile &file) { return file.shownPath; });
    columns.emplace_back(Text::tr("Title"), [](const ArrivingFile &file) { return file.evidence.title; });
    columns.emplace_back(Text::tr("Kind"),
                         [](const ArrivingFile &file) { return title(file.evidence.kind); });
    columns.emplace_back(Text::tr("Covers"),
                         [](const ArrivingFile &file) { return coverageInWords(file.evidence); });
    columns.emplace_back(Text::tr("Items"), [](const ArrivingFile &file) { return inWords(file.items); });
    columns.emplace_back(Text::tr("Systems"), [&systemNames](const ArrivingFile &file) {
        QStringList names;
        for (const QString &system : file.systems)
            names.append(systemNames.value(system));
        return inWords(names);
    });
    columns.push_back(C(Text::tr("Size"), [](const ArrivingFile &file) {
                          return QLocale().formattedDataSize(file.size);
                      }).sortedBy([](const ArrivingFile &file) {
                            return file.size;
                        }).alignedRight());
    return std::make_unique<IntakeModel>([](const ArrivingFile &file) { return file.path; },
                                         std::move(columns));
}

QList<Attachment> attachmentsOf(const std::vector<ArrivingFile> &files, const Id<Person> &collector,
                                QDate today)
{
    QList<Attachment> attachments;
    for (const ArrivingFile &file : files) {
        Evidence evidence = file.evidence;
        if (!collector.isNull())
            evidence.collectedBy = collector;
        evidence.collectedOn = today;
        attachments.append({file.path, evidence, everyPair(file.systems, file.items)});
    }
    return attachments;
}

}
