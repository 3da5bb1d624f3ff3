#include "app/commands/export.h"

#include "app/commands/namedassessment.h"
#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/delivery/exportpackage.h"
#include "core/delivery/issuerefusals.h"
#include "core/delivery/openedpackage.h"
#include "core/storage/repository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

struct Arguments
{
    std::string folder;
    std::vector<std::string> systems;
    std::string assessment;
    std::string place;
    std::string issuedTo;
    std::string purpose;
    std::string replaces;
    bool asFolder = false;
    bool replace = false;
};

struct NamedSystems
{
    QList<Id<AiSystem>> systems;
    QHash<Id<AiSystem>, Id<Assessment>> assessments; ///< of each, when one was named
};

Result<NamedSystems> namedSystems(const Arguments &arguments, const Connection &connection)
{
    NamedSystems named;
    for (const auto &words : arguments.systems) {
        const auto system = systemCalled(QString::fromStdString(words), connection);
        if (!system)
            return tl::unexpected(system.error());
        if (named.systems.contains(system->id))
            continue;
        named.systems.append(system->id);
        if (arguments.assessment.empty())
            continue;
        const auto assessment =
            assessmentCalled(QString::fromStdString(arguments.assessment), *system, connection);
        if (!assessment)
            return tl::unexpected(assessment.error());
        named.assessments.insert(system->id, assessment->id);
    }
    return named;
}

/// Refuses to write over what somebody may still need.
Done refuseTaken(const Arguments &arguments)
{
    const QFileInfo place(QString::fromStdString(arguments.place));
    if (arguments.replace || place.isDir() || !(place.exists() || place.isSymLink()))
        return {};
    if (auto isFree = refusePlaceInWorkspace(place.absoluteFilePath()); !isFree)
        return isFree;
    const bool canBeReplaced = place.isFile() && !arguments.asFolder;
    const auto sentence =
        canBeReplaced ? Text::tr("%1 exists already. Choose another name, or say --replace to put the new "
                                 "one in its place.")
                      : Text::tr("%1 exists already, and what is asked for does not replace it. "
                                 "Choose another name.");
    return refuse(ErrorCode::Conflict, sentence.arg(QDir::toNativeSeparators(place.filePath())));
}

/// The newest entry of the register that fits.
template <class Fits>
Result<std::optional<Id<IssuedPackage>>> newestEntry(const Connection &connection, Fits fits)
{
    const auto all = Repository<IssuedPackage>(connection).all();
    if (!all)
        return tl::unexpected(all.error());
    std::optional<IssuedPackage> found;
    for (const auto &entry : *all) {
        if (fits(entry) && (!found || found->issuedAt <= entry.issuedAt))
            found = entry;
    }
    return found ? std::optional(found->id) : std::nullopt;
}

/// What people name as the earlier one by file name or seal; else the current one of the name, when the file
/// of this name is to be replaced.
Result<std::optional<Id<IssuedPackage>>> earlierPackage(const Arguments &arguments,
                                                        const Connection &connection)
{
    const auto words = QString::fromStdString(arguments.replaces);
    if (words.isEmpty() && !arguments.replace)
        return std::optional<Id<IssuedPackage>>();
    if (words.isEmpty()) {
        const auto name = QFileInfo(QString::fromStdString(arguments.place)).fileName();
        return newestEntry(connection, [&name](const IssuedPackage &entry) {
            return entry.fileName == name && entry.state == IssueState::Issued;
        });
    }
    auto found = newestEntry(connection, [&words](const IssuedPackage &entry) {
        return entry.fileName == words || entry.seal.hex() == words;
    });
    if (found && !*found)
        return refuse(
            ErrorCode::NotFound,
            Text::tr("The register knows no package called %1. Give its file name or its seal.").arg(words));
    return found;
}

enum class Registered { No, Yes };

struct Asked
{
    QList<Id<AiSystem>> systems;
    ExportOptions options;
};

Result<Asked> asked(const Arguments &arguments, const Workspace &workspace, const Invocation &invocation)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto named = namedSystems(arguments, **reader);
    if (!named)
        return tl::unexpected(named.error());
    const auto replaces = earlierPackage(arguments, **reader);
    if (!replaces)
        return tl::unexpected(replaces.error());
    return Asked{named->systems,
                 {arguments.asFolder ? PackageForm::Folder : PackageForm::Zip,
                  QString::fromStdString(arguments.issuedTo), QString::fromStdString(arguments.purpose),
                  *replaces, arguments.replace ? Existing::Replace : Existing::Refuse, named->assessments,
                  EvidencePlace::Store, invocation.documentsAt}};
}

/// exportPackage() or issueReport(): both enter what they write in the register of the workspace.
using Issue = decltype(&exportPackage);

Result<Issued> issued(Issue issue, const Arguments &arguments, const Invocation &invocation)
{
    if (auto isFree = refuseTaken(arguments); !isFree)
        return tl::unexpected(isFree.error());
    const auto workspace = openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto wanted = asked(arguments, **workspace, invocation);
    if (!wanted)
        return tl::unexpected(wanted.error());
    return issue(**workspace, wanted->systems, QString::fromStdString(arguments.place), wanted->options,
                 invocation.output.progress());
}

void answerWith(const ExportedReport &report, Registered registered, Output &output)
{
    for (const auto &warning : report.warnings)
        output.remark(warning);
    output.words(Text::tr("%1: %n pages", nullptr, report.pages).arg(report.path));
    if (registered == Registered::Yes)
        output.words(Text::tr("Entered in the register with the fingerprint %1.").arg(report.digest.hex()));
    else
        output.words(
            Text::tr("It is entered in no register: a package, and a workspace that cannot be written, "
                     "keep none."));
    output.json({{u"path"_s, report.path},
                 {u"pages"_s, report.pages},
                 {u"bytes"_s, report.bytes},
                 {u"sha256"_s, report.digest.hex()},
                 {u"registered"_s, registered == Registered::Yes},
                 {u"warnings"_s, QJsonArray::fromStringList(report.warnings)}});
}

/// From a package, or a workspace that can only be read.
Result<Exit> writeReport(const Arguments &arguments, const Invocation &invocation)
{
    if (auto isFree = refuseTaken(arguments); !isFree)
        return tl::unexpected(isFree.error());
    const auto record = openToldRecord(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    auto wanted = asked(arguments, *record->workspace, invocation);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (arguments.assessment.empty())
        wanted->options.assessments = record->told;
    if (looksLikePackage(QString::fromStdString(arguments.folder)))
        wanted->options.evidence = EvidencePlace::Package;
    invocation.output.announceChange();
    const auto exported =
        exportPdf(*record->workspace, wanted->systems, QString::fromStdString(arguments.place),
                  wanted->options, invocation.output.progress());
    if (!exported)
        return tl::unexpected(exported.error());
    answerWith(*exported, Registered::No, invocation.output);
    return Exit::Fine;
}

Result<Exit> exportReport(const Arguments &arguments, const Invocation &invocation)
{
    const auto folder = QString::fromStdString(arguments.folder);
    if (looksLikePackage(folder) || (QFileInfo(folder).isDir() && !QFileInfo(folder).isWritable()))
        return writeReport(arguments, invocation);
    const auto report = issued(&issueReport, arguments, invocation);
    if (!report)
        return tl::unexpected(report.error());
    answerWith({report->path, report->pages, report->bytes, report->seal, report->warnings}, Registered::Yes,
               invocation.output);
    return Exit::Fine;
}

Result<Exit> exportWhole(const Arguments &arguments, const Invocation &invocation)
{
    const auto package = issued(&exportPackage, arguments, invocation);
    if (!package)
        return tl::unexpected(package.error());
    for (const auto &warning : package->warnings)
        invocation.output.remark(warning);
    invocation.output.words(Text::tr("Package: %1").arg(package->path));
    invocation.output.words(Text::tr("Seal: %1").arg(package->seal.hex()));
    invocation.output.words(adviceOnSeal());
    invocation.output.json({{u"path"_s, package->path},
                            {u"seal"_s, package->seal.hex()},
                            {u"bytes"_s, package->bytes},
                            {u"files"_s, qint64(package->files)},
                            {u"warnings"_s, QJsonArray::fromStringList(package->warnings)}});
    return Exit::Fine;
}

/// Gives back the one that lets a file be replaced.
Argument addCommonArguments(Command command, Arguments &arguments)
{
    command.takes("SYSTEM", arguments.systems, "Systems, by number or name").required();
    command
        .takes("--assessment", arguments.assessment,
               "An earlier one, by its number or the day it was closed on; without it, the one that counts")
        .named("WHICH")
        .filled();
    command.takes("-o,--output", arguments.place, "Where to write").named("PLACE").required().filled();
    command.takes("--issued-to", arguments.issuedTo, "Who receives it").named("WHOM");
    command.takes("--purpose", arguments.purpose, "What it is for").named("PURPOSE");
    command
        .takes("--replaces", arguments.replaces,
               "The earlier issue it takes the place of, by file name or seal")
        .named("EARLIER");
    return command.flag("--replace", arguments.replace, "Put it in the place of a file of that name");
}

}

void addExport(CommandLine &commandLine)
{
    const Command group = commandLine.group("export", "Hand over the report or the audit package");

    const auto report = std::make_shared<Arguments>();
    const Command pdf = group.command("pdf", "Write the audit report alone and enter it in the register");
    pdf.takes("WS|PACKAGE", report->folder, "The workspace or package").required();
    addCommonArguments(pdf, *report);
    commandLine.perform(
        pdf, [report](const Invocation &invocation) { return exportReport(*report, invocation); },
        Paints::Yes);

    const auto whole = std::make_shared<Arguments>();
    const Command package =
        group.command("package", "Write report, record, journal and evidence as one package");
    package.takes("WS", whole->folder, "The workspace").required();
    const Argument replace = addCommonArguments(package, *whole);
    package.flag("--folder", whole->asFolder, "A folder instead of a ZIP file").excludes(replace);
    commandLine.perform(
        package, [whole](const Invocation &invocation) { return exportWhole(*whole, invocation); },
        Paints::Yes);
}

}
