#include "app/commands/attach.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/attaching.h"
#include "core/workspace/notdue.h"
#include "core/workspace/problems.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AttachCommand)
};

struct Arguments
{
    std::string folder;
    std::string system;
    std::string item;
    std::vector<std::string> files;
    std::string url;
    std::string title;
    std::optional<std::string> kind;
    std::string covers;
    std::string validUntil;
    std::string approvedBy;
    std::string approvedOn;
};

/// What the words say of every file.
EvidenceDescription saidIn(const Arguments &arguments, const Occasion &occasion)
{
    EvidenceDescription said;
    if (!arguments.title.empty())
        said.title = QString::fromStdString(arguments.title);
    if (arguments.kind)
        said.kind = fromWord<EvidenceKind>(QString::fromStdString(*arguments.kind));
    if (!arguments.covers.empty())
        said.covers = periodFrom(arguments.covers);
    if (!arguments.validUntil.empty())
        said.validUntil = dayFrom(arguments.validUntil);
    if (!arguments.approvedBy.empty())
        said.approval = Approval{QString::fromStdString(arguments.approvedBy),
                                 dayFrom(arguments.approvedOn).value_or(occasion.today)};
    return said;
}

QList<Attachment> attachmentsFrom(const Arguments &arguments, const Occasion &occasion,
                                  const ItemOfAssessment &item)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::Implementation;
    evidence.collectedBy = occasion.actor;
    evidence.collectedOn = occasion.today;
    const EvidenceDescription said = saidIn(arguments, occasion);
    QList<Attachment> attachments;
    for (const auto &file : arguments.files)
        attachments.append({QString::fromStdString(file), evidence, {item}, said});
    if (!arguments.url.empty()) {
        attachments.append({{}, evidence, {item}, said});
        attachments.last().evidence.url = QString::fromStdString(arguments.url);
    }
    return attachments;
}

/// What makes no sense together; empty when everything does.
QString misuse(const Arguments &arguments)
{
    if (arguments.files.empty() && arguments.url.empty())
        return Text::tr("Name a file to attach, or an address with --url.");
    if (!arguments.title.empty() && arguments.files.size() + (arguments.url.empty() ? 0 : 1) > 1)
        return Text::tr("--title names one piece of evidence. Attach the files one by one to name each.");
    if (!arguments.approvedOn.empty() && arguments.approvedBy.empty())
        return Text::tr("--approved-on wants --approved-by: somebody approves a document.");
    return {};
}

/// Who approved it; or that it is a draft until the day of its approval has come.
void tellApproval(const Evidence &evidence, QDate today, Output &output)
{
    if (const QString fault = missingApproval(evidence, today); !fault.isEmpty())
        output.words(withVisibleControls(fault));
    else if (evidence.state == DocumentState::Approved)
        output.words(
            withVisibleControls(Text::tr("Approved by %1 on %2.")
                                    .arg(evidence.approvedBy, evidence.approvedOn->toString(Qt::ISODate))));
}

/// What is to be told of content that was evidence already: where somebody calls it otherwise, or describes
/// it.
QStringList knownInWords(const Attached &attached)
{
    QStringList sentences;
    for (const AttachedAgain &piece : attached.again) {
        if (piece.isDescribedAnew() || piece.isCalledOtherwise())
            sentences.append(inWords(piece));
    }
    return sentences;
}

void answerWith(const Attached &attached, const Item &item, const Answering &place, const QStringList &notDue,
                Output &output)
{
    QJsonArray kept;
    for (const auto &evidence : attached.evidence) {
        const auto digest = evidence.digest ? evidence.digest->hex() : QString();
        output.words(
            withVisibleControls(Text::tr("Attached to %1: %2  %3")
                                    .arg(item.id, evidence.title, evidence.digest ? digest : evidence.url)));
        tellApproval(evidence, place.workspace->today(), output);
        kept.append(QJsonObject{{u"id"_s, evidence.id.text()},
                                {u"title"_s, evidence.title},
                                {u"original_name"_s, evidence.originalName},
                                {u"url"_s, evidence.url},
                                {u"digest"_s, digest},
                                {u"size"_s, evidence.size}});
    }
    QJsonArray refused;
    for (const auto &[file, reason] : attached.refused) {
        output.remark(withVisibleControls(u"%1: %2"_s.arg(file, reason)));
        refused.append(QJsonObject{{u"file"_s, file}, {u"reason"_s, reason}});
    }
    const QStringList known = knownInWords(attached);
    for (const auto &sentence : known + notDue)
        output.words(withVisibleControls(sentence));
    output.json({place.forJson(),
                 {u"item"_s, item.id},
                 {u"attached"_s, kept},
                 {u"refused"_s, refused},
                 {u"known_already"_s, QJsonArray::fromStringList(known)},
                 {u"not_due"_s, QJsonArray::fromStringList(notDue)}});
}

Result<Exit> attachFiles(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto *item = itemCalled(QString::fromStdString(arguments.item), **catalogue, invocation.output);
    if (!item)
        return Exit::Usage;
    if (const auto sentence = misuse(arguments); !sentence.isEmpty()) {
        invocation.output.remark(sentence);
        return Exit::Usage;
    }
    const auto place = openToAnswer(arguments.folder, arguments.system, invocation);
    if (!place)
        return tl::unexpected(place.error());
    const auto occasion = occasionOf(*place->workspace);
    const ItemOfAssessment served{place->assessment.id, item->id};
    const auto notDue = whyNotDue(*place->reader, *catalogue, {served}, place->workspace->today());
    if (!notDue)
        return tl::unexpected(notDue.error());
    const auto attached =
        attach(*place->workspace, attachmentsFrom(arguments, occasion, served), invocation.output.progress());
    if (!attached)
        return tl::unexpected(attached.error());
    answerWith(*attached, *item, *place, *notDue, invocation.output);
    return attached->refused.isEmpty() ? Exit::Fine : Exit::CouldNot;
}

}

void addAttach(CommandLine &commandLine)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = commandLine.command("attach", "Attach evidence to one item");
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("SYSTEM", arguments->system, "Its number, name or id; or a platform's name").required();
    command.takes("ITEM", arguments->item, "A provision, or one of its parts: 5.1.3-1/b").required();
    command.takes("FILE", arguments->files, "What shows that the item is met");
    command.takes("--url", arguments->url, "A link, as evidence without a file").named("ADDRESS");
    command.takes("--title", arguments->title, "What people call it; without it, the file's name")
        .named("TEXT");
    command.takes("--kind", arguments->kind, "What the document shows; implementation when not said")
        .wordOf<EvidenceKind>();
    command.takes("--covers", arguments->covers, "The period it speaks of").period();
    command.takes("--valid-until", arguments->validUntil, "The last day on which it counts").day();
    command
        .takes("--approved-by", arguments->approvedBy,
               "Who approved it, today if no day is said; without it, a draft")
        .named("NAME");
    command.takes("--approved-on", arguments->approvedOn, "The day of the approval; today when not said")
        .day();
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return attachFiles(*arguments, invocation); });
}

}
