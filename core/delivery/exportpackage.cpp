#include "core/delivery/exportpackage.h"

#include "core/base/diskerror.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/issuerefusals.h"
#include "core/delivery/journalexcerpt.h"
#include "core/delivery/openedpackage.h"
#include "core/delivery/packagemaking.h"
#include "core/delivery/packageprogress.h"
#include "core/delivery/recordsnapshot.h"
#include "core/delivery/unplacedissue.h"
#include "core/evidence/evidencestore.h"
#include "core/package/packagename.h"
#include "core/package/packagewriter.h"
#include "core/report/auditreportwriter.h"
#include "core/storage/repository.h"
#include "core/workspace/problems.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <future>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// Everything read before anything is written.
struct Prepared
{
    std::unique_ptr<RecordSnapshot> snapshot;
    Dossier dossier;
    std::optional<IssuedPackage> replaced;
    Id<Person> person = {}; ///< who has it issued
};

Result<std::optional<IssuedPackage>> replacedBy(const Connection &connection, const ExportOptions &options,
                                                const QList<Id<AiSystem>> &systems)
{
    if (!options.replaces)
        return std::optional<IssuedPackage>();
    auto found = Repository<IssuedPackage>(connection).find(*options.replaces);
    if (found && !*found)
        return refuse(ErrorCode::NotFound,
                      Text::tr("The register knows no such package, so it cannot be replaced."));
    if (!found)
        return found;
    if (auto isFree = refuseSecondReplacement(connection, **found); !isFree)
        return tl::unexpected(isFree.error());
    if (auto whole = refuseLosingSystems(connection, **found, {systems.cbegin(), systems.cend()}); !whole)
        return tl::unexpected(whole.error());
    return found;
}

Result<Prepared> prepare(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                         const ExportOptions &options, const Progress &progress)
{
    const Id<Person> person = workspace.actor();
    auto snapshot = RecordSnapshot::take(workspace);
    const auto catalogue = shippedCatalogue();
    if (!snapshot || !catalogue)
        return tl::unexpected(snapshot ? catalogue.error() : snapshot.error());
    // A package was proven when it was opened.
    std::future<Done> sound;
    if (options.evidence == EvidencePlace::Store)
        sound = std::async(std::launch::async,
                           [&] { return refuseContradiction(workspace, **snapshot, progress); });
    const QDate day = options.at ? workspace.dayOf(*options.at) : workspace.today();
    auto dossier = readDossier((*snapshot)->connection(), *catalogue, systems, day, options.assessments);
    auto replaced = replacedBy((*snapshot)->connection(), options, systems);
    if (auto proven = sound.valid() ? sound.get() : Done(); !proven)
        return tl::unexpected(proven.error());
    if (!dossier || !replaced)
        return tl::unexpected(dossier ? replaced.error() : dossier.error());
    return Prepared{std::move(*snapshot), std::move(*dossier), std::move(*replaced), person};
}

ReportOptions reportOptions(const Prepared &prepared, const ExportOptions &options, const QString &name)
{
    QString replaces;
    if (const auto &earlier = prepared.replaced)
        replaces = (earlier->reportAlone ? Text::tr("%1 of %2, fingerprint (SHA-256) %3")
                                         : Text::tr("%1 of %2, seal %3"))
                       .arg(earlier->fileName, earlier->issuedAt.toUTC().date().toString(Qt::ISODate),
                            earlier->seal.hex());
    return {options.issuedTo, options.purpose, replaces, name, options.at.has_value()};
}

QStringList namesOfSystems(const Dossier &dossier)
{
    QStringList names;
    for (const auto &file : dossier.systems)
        names.append(file.checklist.system.name);
    return names;
}

/// The name the folder in the package gets. A chosen file name is kept where every system can unpack it, so
/// that the commands in VERIFY.txt work as they stand there.
QString nameOfPackage(const Workspace &workspace, const Dossier &dossier, const QString &path,
                      const ExportOptions &options)
{
    const QFileInfo chosen(path);
    const bool isZip = chosen.suffix() == "zip"_L1;
    const QString stem = isZip ? chosen.completeBaseName() : chosen.fileName();
    // A folder called like the archive has no room beside it, and a dash begins an option.
    const bool canBeUnpacked = (isZip || options.form == PackageForm::Folder) && !stem.startsWith(u'-');
    if (!chosen.isDir() && canBeUnpacked && isPlainPath(stem))
        return stem;
    return proposedName(workspace, namesOfSystems(dossier), options.at);
}

/// Where it goes: there, or under this name into the folder that is there already. Nothing is put into what
/// is a package itself, or lies in a workspace beside its record.
Result<QString> placeFor(const QString &path, const QString &fileName)
{
    if (QFileInfo(path).isDir() && looksLikePackage(path))
        return refuse(
            ErrorCode::Conflict,
            Text::tr("“%1” is a package already, and what was issued is never changed. Choose another "
                     "place.")
                .arg(QDir::toNativeSeparators(path)));
    const QString place =
        QFileInfo(path).isDir() ? QDir(path).absoluteFilePath(fileName) : QFileInfo(path).absoluteFilePath();
    if (auto isFree = refusePlaceInWorkspace(place); !isFree)
        return tl::unexpected(isFree.error());
    return place;
}

Result<QString> writeLog(const Prepared &prepared, const Progress &progress)
{
    QFile log(prepared.snapshot->filePath(u"log.jsonl"_s));
    const auto refused = [&] {
        return prepared.snapshot->told(writingError(log.fileName(), errno));
    };
    if (!log.open(QIODevice::WriteOnly))
        return tl::unexpected(refused());
    const auto written = writeJournalExcerpt(prepared.snapshot->connection(), recordSchema(),
                                             prepared.dossier.rows, log, progress);
    if (!written)
        return tl::unexpected(prepared.snapshot->told(written.error()));
    if (!log.flush())
        return tl::unexpected(refused());
    return log.fileName();
}

/// Reads the files anew that the report tells of.
Result<FileChecks> readFiles(const Workspace &workspace, const Dossier &dossier, const Progress &progress)
{
    const EvidenceStore store(workspace.evidenceFolder());
    QHash<Digest, Fingerprint> files;
    for (const SystemFile &file : dossier.systems) {
        for (const Fingerprint &each : filesOf(file.checklist))
            files.insert(each.digest, each);
    }
    const auto checks = checkedAnew(store, {files.cbegin(), files.cend()}, workspace.clock().now(), progress);
    // What is kept saves others the reading; where it cannot be written, they read for themselves.
    if (checks && !workspace.isReadOnly())
        (void)keepChecks(store, *checks);
    return checks;
}

/// A stored file that is not what was stored, and what to do about that.
struct Damage
{
    QString statement;
    QString file; ///< what it was called, where its title is another name
    QString wayOut;
};

QList<Damage> damageFound(const Dossier &dossier, const FileChecks &checks)
{
    QList<Damage> damage;
    for (const PackagedEvidence &packaged : dossier.evidence.all()) {
        const Evidence &evidence = packaged.evidence;
        const auto check = evidence.digest ? checks.constFind(*evidence.digest) : checks.cend();
        if (check != checks.cend() && check->integrity != Integrity::Unchanged)
            damage.append({damageInWords(evidence.title, check->integrity),
                           evidence.originalName == evidence.title ? QString() : evidence.originalName,
                           adviceOnDamage(check->integrity)});
    }
    return damage;
}

/// Nothing else in a report alone would show that files it tells of are gone.
Result<QStringList> checkFiles(const Workspace &workspace, Dossier &dossier, EvidencePlace place,
                               const Progress &progress)
{
    if (place == EvidencePlace::Package)
        return QStringList();
    const auto checks = readFiles(workspace, dossier, progress);
    if (!checks)
        return tl::unexpected(checks.error());
    dossier.checks = *checks;
    QStringList warnings;
    for (const Damage &each : damageFound(dossier, *checks))
        warnings.append(each.statement + u' ' + each.wayOut);
    return warnings;
}

/// Of a package that one evidence file refused: all files that would, the first by name, and one way out.
Error namingAllDamage(Error refusal, const Workspace &workspace, const Dossier &dossier,
                      const Progress &progress)
{
    constexpr qsizetype mostNamed = 5;
    const bool mayBeDamage = refusal.code == ErrorCode::NotFound || refusal.code == ErrorCode::Conflict ||
                             refusal.code == ErrorCode::Invalid;
    const auto checks = mayBeDamage ? readFiles(workspace, dossier, progress) : FileChecks();
    const auto damage = checks ? damageFound(dossier, *checks) : QList<Damage>();
    if (damage.isEmpty())
        return refusal;
    QStringList words{Text::tr("No package was made. Evidence files that are not as they were stored: %1.")
                          .arg(damage.size())};
    QStringList waysOut;
    for (const Damage &each : damage) {
        if (waysOut.size() < mostNamed)
            words.append(each.file.isEmpty()
                             ? each.statement
                             : each.statement + u' ' + Text::tr("It was called “%1”.").arg(each.file));
        waysOut.append(each.wayOut);
    }
    if (damage.size() > mostNamed)
        words.append(Text::tr("And so on: %1 more.").arg(damage.size() - mostNamed));
    waysOut.removeDuplicates();
    refusal.message = (words + waysOut).join(u' ');
    return refusal;
}

Result<Prepared> prepareToIssue(Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                const ExportOptions &options, const Progress &progress)
{
    if (workspace.isReadOnly())
        return refuse(ErrorCode::Denied,
                      Text::tr("%1 is open for reading only, so the package could not be entered in its "
                               "register. Open it to be worked in.")
                          .arg(workspace.name()));
    if (auto settled = withdrawAbandonedIssues(workspace); !settled)
        return tl::unexpected(settled.error());
    return prepare(workspace, systems, options, progress);
}

QList<IssuedSystem> systemsOf(const Dossier &dossier, const Id<IssuedPackage> &package)
{
    QList<IssuedSystem> systems;
    for (const auto &file : dossier.systems) {
        const auto &system = file.checklist.system.id;
        const auto &assessment = file.checklist.assessment;
        systems.append({issuedSystemId(package, system), package, system,
                        assessment ? std::optional(assessment->id) : std::nullopt});
    }
    return systems;
}

/// Enters what was written, then gives it its name. Where that is refused it is in the register for good, and
/// is marked there as withdrawn.
Result<Issued> entered(Workspace &workspace, const Prepared &prepared, const ExportOptions &options,
                       const IssuePlace &place, Issued issued)
{
    if (auto isFree = place.checkFree(); !isFree)
        return tl::unexpected(isFree.error());
    issued.entry.id = Id<IssuedPackage>::generate(workspace.clock());
    issued.entry.fileName = QFileInfo(issued.path).fileName();
    issued.entry.systems = prepared.dossier.systemsInWords();
    issued.entry.issuedTo = options.issuedTo;
    issued.entry.purpose = options.purpose;
    issued.entry.issuedAt = workspace.clock().now();
    issued.entry.seal = issued.seal;
    issued.entry.bytes = issued.bytes;
    const auto noted = UnplacedIssue::note(workspace, issued.entry.id, issued.path, prepared.replaced);
    if (!noted)
        return tl::unexpected(noted.error());
    const auto systems = systemsOf(prepared.dossier, issued.entry.id);
    if (auto done = enterInRegister(workspace, prepared.person, issued.entry, systems, prepared.replaced);
        !done)
        return tl::unexpected(done.error());
    if (auto settled = place.settle(); !settled)
        return tl::unexpected(withdrawUnplaced(workspace, prepared.person, issued.entry, prepared.replaced,
                                               place.told(settled.error())));
    return issued;
}

}

Result<Issued> exportPackage(Workspace &workspace, const QList<Id<AiSystem>> &systems, const QString &path,
                             const ExportOptions &options, const Progress &progress)
{
    const auto prepared = prepareToIssue(workspace, systems, options, progress);
    if (!prepared)
        return tl::unexpected(nothingWritten(path, prepared.error()));
    const QString name = nameOfPackage(workspace, prepared->dossier, path, options);
    const auto place = placeFor(path, options.form == PackageForm::Zip ? name + u".zip"_s : name);
    if (!place)
        return tl::unexpected(place.error());
    auto claimed = IssuePlace::claim(
        *place, options.form == PackageForm::Zip ? IssuedAs::File : IssuedAs::Folder, options.existing);
    if (!claimed)
        return tl::unexpected(claimed.error());
    const EvidenceStore store(workspace.evidenceFolder());
    if (auto own = refuseLinkedEvidence(prepared->dossier.evidence, store); !own)
        return tl::unexpected(namingAllDamage(own.error(), workspace, prepared->dossier, progress));
    const auto log = writeLog(*prepared, progress);
    if (!log)
        return tl::unexpected(nothingWritten(*place, log.error()));

    const auto words = reportOptions(*prepared, options, name);
    PackageProgress shared(progress);
    const FixedClock clock(options.at.value_or(workspace.clock().now()));
    const PackageMaking making(prepared->dossier, words, prepared->snapshot->filePath(u"audit-report.pdf"_s),
                               clock, shared.ofSetting());
    const auto content = making.content(*log, store, clock.now());

    const auto write = options.form == PackageForm::Zip ? writeZipPackage : writeFolderPackage;
    const auto written = write(content, claimed->writeTo(), shared.ofPacking());
    shared.stop();
    if (!written)
        return tl::unexpected(
            namingAllDamage(nothingWritten(*place, claimed->told(prepared->snapshot->told(written.error()))),
                            workspace, prepared->dossier, progress));
    const auto warnings = making.facts()->warnings + reservations(prepared->dossier);
    Issued issued{*place, written->seal, written->payloadBytes, written->payloadFiles, warnings, {}};
    if (options.form == PackageForm::Zip)
        issued.bytes = QFileInfo(claimed->writeTo()).size();
    return entered(workspace, *prepared, options, *claimed, issued);
}

Result<Issued> issueReport(Workspace &workspace, const QList<Id<AiSystem>> &systems, const QString &path,
                           const ExportOptions &options, const Progress &progress)
{
    auto prepared = prepareToIssue(workspace, systems, options, progress);
    if (!prepared)
        return tl::unexpected(nothingWritten(path, prepared.error()));
    const QString name = proposedName(workspace, namesOfSystems(prepared->dossier), options.at);
    const auto place = placeFor(path, name + u".pdf"_s);
    if (!place)
        return tl::unexpected(place.error());
    auto claimed = IssuePlace::claim(*place, IssuedAs::File, options.existing);
    if (!claimed)
        return tl::unexpected(claimed.error());
    const auto damage = checkFiles(workspace, prepared->dossier, options.evidence, progress);
    if (!damage)
        return tl::unexpected(damage.error());
    const auto report = composeAuditReport(prepared->dossier, reportOptions(*prepared, options, {}));
    const auto facts = writeAuditReport(report, claimed->writeTo(),
                                        FixedClock(options.at.value_or(workspace.clock().now())), progress);
    if (!facts)
        return tl::unexpected(claimed->told(facts.error()));
    Issued issued{*place, facts->digest, facts->bytes, 1, facts->warnings, {}};
    issued.warnings += reservations(prepared->dossier) + *damage;
    issued.entry.reportAlone = true;
    issued.pages = facts->pages;
    return entered(workspace, *prepared, options, *claimed, issued);
}

QString proposedName(const Workspace &workspace, const QStringList &systemNames,
                     const std::optional<QDateTime> &at)
{
    return packageName(systemNames.size() == 1 ? systemNames.first() : workspace.name(),
                       at.value_or(workspace.clock().now()));
}

QString adviceOnSeal()
{
    return Text::tr("Send the seal by another channel than the package.");
}

Result<ExportedReport> exportPdf(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                 const QString &path, const ExportOptions &options, const Progress &progress)
{
    auto prepared = prepare(workspace, systems, options, progress);
    if (!prepared)
        return tl::unexpected(prepared.error());
    const QString name = proposedName(workspace, namesOfSystems(prepared->dossier), options.at);
    const auto place = placeFor(path, name + u".pdf"_s);
    if (!place)
        return tl::unexpected(place.error());
    const auto damage = checkFiles(workspace, prepared->dossier, options.evidence, progress);
    if (!damage)
        return tl::unexpected(damage.error());
    const auto report = composeAuditReport(prepared->dossier, reportOptions(*prepared, options, {}));
    const auto facts =
        writeAuditReport(report, *place, FixedClock(options.at.value_or(workspace.clock().now())), progress);
    if (!facts)
        return tl::unexpected(facts.error());
    return ExportedReport{*place, facts->pages, facts->bytes, facts->digest,
                          facts->warnings + reservations(prepared->dossier) + *damage};
}

}
