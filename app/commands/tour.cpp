#include "app/commands/tour.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/newfolder.h"
#include "core/delivery/exportpackage.h"
#include "core/delivery/openedpackage.h"
#include "core/delivery/packageverification.h"
#include "core/sample/sampleworkspace.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/people.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TourCommand)
};

const QString systemShown = u"Fraud scoring"_s;

/// Where everything lies that a tour makes.
struct Places
{
    QString workspace;
    QString report;
    QString package;
};

Places placesIn(const QString &folder)
{
    const QDir dir(folder);
    return {dir.absoluteFilePath(u"sample.plimsoll"_s), dir.absoluteFilePath(u"fraud-scoring.pdf"_s),
            dir.absoluteFilePath(u"fraud-scoring.zip"_s)};
}

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

tl::unexpected<Error> refuseForeign(const QString &path)
{
    const QFileInfo info(path);
    const bool isPackage = info.isDir() && looksLikePackage(path);
    const QString sentence =
        isPackage ? Text::tr("%1 is a package already, and no tour made it there. Move it elsewhere, or take "
                             "the tour in another folder.")
                  : Text::tr("%1 is not as a tour left it here, and nothing else is replaced. Move it "
                             "elsewhere, or take the tour in another folder.");
    return refuse(ErrorCode::Conflict, sentence.arg(QDir::toNativeSeparators(path)));
}

/// Refuses a leftover folder that holds what a tour that was interrupted does not leave there.
Done refuseForeignLeftover(const QString &unfinished)
{
    const QSet<QString> left{u"workspace.db"_s, u"workspace.db-journal"_s,
                             u"evidence"_s,     u"evidence-checks.json"_s,
                             u"packages"_s,     u"backups"_s};
    const auto entries =
        QDir(unfinished).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    if (QFileInfo(unfinished).isSymLink() || !left.contains(QSet<QString>(entries.cbegin(), entries.cend())))
        return refuseForeign(unfinished);
    return {};
}

/// Makes the sample beside its place and moves it there whole, so that a tour that was interrupted can begin
/// again. Nothing when it is there already.
Result<std::optional<NewFolder>> makeSampleOnce(const QString &workspace, const Clock &clock,
                                                const Progress &progress)
{
    if (isThere(workspace))
        return std::optional<NewFolder>();
    const auto unfinished = workspace + u".unfinished"_s;
    if (auto isOurs = refuseForeignLeftover(unfinished); !isOurs)
        return tl::unexpected(isOurs.error());
    QDir(unfinished).removeRecursively();
    auto folder = NewFolder::make(unfinished);
    if (!folder)
        return tl::unexpected(folder.error());
    if (auto made = makeSampleWorkspace(unfinished, clock, progress); !made)
        return tl::unexpected(made.error());
    if (auto moved = folder->rename(QFileInfo(workspace).fileName()); !moved)
        return tl::unexpected(moved.error());
    return std::optional(std::move(*folder));
}

/// Who assessed the system hands it over, unless --as names somebody else.
Result<Id<Person>> whoHandsOver(const AiSystem &system, const Connection &connection,
                                const Invocation &invocation)
{
    if (!invocation.person.isEmpty()) {
        const auto person = personCalled(invocation.person, connection);
        if (!person && person.error().code == ErrorCode::NotFound)
            return refuse(
                ErrorCode::NotFound,
                person.error().message + u' ' +
                    Text::tr("Name one of them with --as, or leave it out: then %1 is handed over by "
                             "whoever assessed it.")
                        .arg(system.name));
        if (!person)
            return tl::unexpected(person.error());
        return person->id;
    }
    const auto assessment = currentAssessment(connection, system.id);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment || !(*assessment)->assessor)
        return refuse(ErrorCode::Denied,
                      Text::tr("Nobody assesses %1. Say who acts with --as NAME.").arg(system.name));
    return *(*assessment)->assessor;
}

/// The package of the tour before, which this one takes the place of.
Result<std::optional<Id<IssuedPackage>>> earlierPackage(const QString &fileName, const Connection &connection)
{
    const auto issued = Repository<IssuedPackage>(connection).where(&IssuedPackage::fileName, fileName);
    if (!issued)
        return tl::unexpected(issued.error());
    for (const auto &entry : *issued) {
        if (entry.state == IssueState::Issued)
            return std::optional(entry.id);
    }
    return std::optional<Id<IssuedPackage>>();
}

/// Refuses to issue from another workspace than the sample, and to replace what this one did not issue.
Done refuseOthers(const Workspace &workspace, const Places &places)
{
    if (!workspace.profile().sample)
        return refuse(ErrorCode::Conflict,
                      Text::tr("%1 is a workspace of somebody's own and not the sample, and a tour issues "
                               "nothing from it. Take the tour in another folder.")
                          .arg(QDir::toNativeSeparators(places.workspace)));
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    for (const QString &path : {places.report, places.package}) {
        const auto isOurs = isThere(path) ? isInRegister(**reader, path) : Result<bool>(true);
        if (!isOurs)
            return tl::unexpected(isOurs.error());
        if (!*isOurs)
            return refuseForeign(path);
    }
    return {};
}

struct HandedOver
{
    Issued report;
    Issued package;
};

Result<HandedOver> handOver(Workspace &workspace, const Places &places, const Invocation &invocation)
{
    if (auto isOurs = refuseOthers(workspace, places); !isOurs)
        return tl::unexpected(isOurs.error());
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto system = systemCalled(systemShown, **reader);
    if (!system)
        return tl::unexpected(system.error());
    const auto person = whoHandsOver(*system, **reader, invocation);
    if (!person)
        return tl::unexpected(person.error());
    const auto earlierReport = earlierPackage(QFileInfo(places.report).fileName(), **reader);
    const auto earlier = earlierPackage(QFileInfo(places.package).fileName(), **reader);
    if (!earlierReport || !earlier)
        return tl::unexpected(earlier ? earlierReport.error() : earlier.error());

    workspace.actAs(*person);
    ExportOptions options;
    options.at = invocation.documentsAt;
    options.issuedTo = Text::tr("whoever takes the tour");
    options.purpose = Text::tr("A look at what Plimsoll hands over");
    options.existing = Existing::Replace;
    options.replaces = *earlierReport;
    const auto progress = invocation.output.progress();
    const auto report = issueReport(workspace, {system->id}, places.report, options, progress);
    if (!report)
        return tl::unexpected(report.error());
    options.replaces = *earlier;
    const auto package = exportPackage(workspace, {system->id}, places.package, options, progress);
    if (!package)
        return tl::unexpected(package.error());
    return HandedOver{*report, *package};
}

void answerWith(const Places &places, const HandedOver &made, const PackageVerification &verification,
                Output &output)
{
    for (const auto &warning : made.report.warnings)
        output.remark(warning);
    output.words(Text::tr("Workspace:  %1").arg(places.workspace));
    output.words(Text::tr("Audit PDF:  %1").arg(places.report));
    output.words(Text::tr("Package:    %1").arg(made.package.path));
    output.words(Text::tr("Seal:       %1").arg(made.package.seal.hex()));
    output.words({});
    output.words(inWords(verification).join(u'\n'));
    output.json({{u"workspace"_s, places.workspace},
                 {u"pdf"_s, places.report},
                 {u"package"_s, made.package.path},
                 {u"seal"_s, made.package.seal.hex()},
                 {u"warnings"_s, QJsonArray::fromStringList(made.report.warnings)},
                 {u"verification"_s, toJson(verification)}});
}

Result<Exit> tour(const std::string &folder, const Invocation &invocation)
{
    const auto places = placesIn(QString::fromStdString(folder));
    const auto progress = invocation.output.progress();
    invocation.output.announceChange();
    for (const QString &path : {places.report, places.package}) {
        if (!isThere(places.workspace) && isThere(path))
            return refuseForeign(path);
    }
    auto sample = makeSampleOnce(places.workspace, invocation.clock, progress);
    if (!sample)
        return tl::unexpected(sample.error());
    const auto workspace = Workspace::open(places.workspace, Workspace::Access::ReadWrite, invocation.clock);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto made = handOver(**workspace, places, invocation);
    if (!made && *sample) {
        QFile::remove(places.report); // Its register goes with the sample.
    }
    if (!made)
        return tl::unexpected(made.error());
    if (*sample)
        (*sample)->keep();
    const auto verification = verifyPackage(made->package.path, made->package.seal, progress);
    if (!verification)
        return tl::unexpected(verification.error());
    answerWith(places, *made, *verification, invocation.output);
    return verification->holds() ? Exit::Fine : Exit::No;
}

}

void addTour(CommandLine &commandLine)
{
    const auto folder = std::make_shared<std::string>();
    const Command command =
        commandLine.command("tour", "Make the sample workspace, its audit PDF and package, and verify it");
    command.takes("DIR", *folder, "Where everything goes").required();
    commandLine.perform(
        command, [folder](const Invocation &invocation) { return tour(*folder, invocation); }, Paints::Yes);
}

}
