#include "core/workspace/attaching.h"

#include "core/evidence/evidenceuse.h"
#include "core/evidence/linkaddress.h"
#include "core/storage/repository.h"
#include "core/workspace/changelabels.h"
#include "core/workspace/evidenceregister.h"
#include "core/workspace/partlywritten.h"
#include "core/workspace/problems.h"
#include "core/workspace/storedfiles.h"

#include <QCoreApplication>
#include <QUuid>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Attaching)
};

/// Edits. What people drop at once, folders of thousands of files, is one change; one that is larger still
/// would keep other copies of the program from writing for seconds.
constexpr qsizetype largestChangeSet = 20'000;

/// Collects edits into change sets of bearable size that share a group.
class Batches
{
public:
    Batches(Workspace &workspace, QString label)
        : m_workspace(workspace)
        , m_label(std::move(label))
        , m_group(QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_next(m_label)
    {
    }

    ChangeSet &next() { return m_next; }

    void describe(const Evidence &before, const Evidence &after)
    {
        m_describedAnew.append(after.title);
        m_next.change(before, after);
    }

    [[nodiscard]] bool isFull() const { return m_next.edits.size() >= largestChangeSet; }

    Done commit()
    {
        if (m_next.isEmpty())
            return {};
        if (m_split || isFull())
            m_next.group = m_group;
        m_split = true;
        if (!m_describedAnew.isEmpty())
            m_next.label = Text::tr("%1; describe %2 anew", "what is attached, what is described")
                               .arg(m_label, piecesInWords(m_describedAnew));
        m_describedAnew.clear();
        const auto committed = m_workspace.commitAndWait(m_next);
        m_next = ChangeSet(m_label);
        if (!committed)
            return tl::unexpected(committed.error());
        return {};
    }

private:
    Workspace &m_workspace;
    QString m_label;
    QString m_group;
    ChangeSet m_next;
    QStringList m_describedAnew;
    bool m_split = false;
};

/// What the record has under a content already; removed evidence does not count.
Result<std::optional<Evidence>> knownBy(const Connection &connection, const Digest &digest)
{
    const auto held = Repository<Evidence>(connection).where(&Evidence::digest, std::optional(digest));
    if (!held)
        return tl::unexpected(held.error());
    for (const auto &evidence : *held) {
        if (!evidence.removedAt)
            return std::optional(evidence);
    }
    return std::optional<Evidence>();
}

/// Plans evidence and uses one after the other, remembering what this very call has added.
class Recording
{
public:
    Recording(Workspace &workspace, const Connection &connection, const QString &label)
        : m_workspace(workspace)
        , m_connection(connection)
        , m_batches(workspace, label)
    {
    }

    Done add(Evidence evidence, const EvidenceDescription &said, const QList<ItemOfAssessment> &serves)
    {
        if (auto placed = place(evidence, said); !placed)
            return placed;
        for (const auto &use : serves) {
            if (auto used = addUse(evidence.id, use); !used)
                return used;
        }
        m_attached.append(evidence);
        return m_batches.isFull() ? commit() : Done();
    }

    /// What was asked for last, as it stands in the record or will.
    [[nodiscard]] const Evidence &last() const { return m_attached.constLast(); }
    /// The evidence that was asked for last, where the record held it already.
    [[nodiscard]] const std::optional<Evidence> &known() const { return m_known; }
    /// What the record held already of all that was asked for.
    [[nodiscard]] const QList<AttachedAgain> &again() const { return m_again; }
    /// Whether what was asked for last had come before in this very call.
    [[nodiscard]] bool cameBefore() const { return m_cameBefore; }

    Result<QList<Evidence>> finish()
    {
        if (auto committed = commit(); !committed)
            return tl::unexpected(committed.error());
        return m_attached;
    }

    /// Of those asked for, how many the record holds with all that they serve.
    [[nodiscard]] qsizetype standing() const { return m_standing; }

private:
    Done commit()
    {
        auto committed = m_batches.commit();
        if (committed)
            m_standing = m_attached.size();
        return committed;
    }

    Done place(Evidence &evidence, const EvidenceDescription &said)
    {
        m_known.reset();
        m_cameBefore = evidence.digest && m_added.contains(*evidence.digest);
        if (evidence.digest) {
            auto known =
                m_cameBefore ? std::optional(m_added.value(*evidence.digest)) : std::optional<Evidence>();
            if (!known) {
                const auto held = knownBy(m_connection, *evidence.digest);
                if (!held)
                    return tl::unexpected(held.error());
                known = m_known = *held;
            }
            if (m_known) {
                m_again.append({*m_known, described(*m_known, said), evidence.originalName,
                                said.title.value_or(evidence.title)});
                known = m_again.constLast().after;
                m_added.insert(*evidence.digest, *known);
                if (m_again.constLast().isDescribedAnew())
                    m_batches.describe(*m_known, *known);
            }
            if (known) {
                evidence = *known;
                return {};
            }
        }
        evidence = described(evidence, said);
        evidence.id = Id<Evidence>::generate(m_workspace.clock());
        m_batches.next().create(evidence);
        if (evidence.digest)
            m_added.insert(*evidence.digest, evidence);
        return {};
    }

    Done addUse(const Id<Evidence> &evidence, const ItemOfAssessment &item)
    {
        const auto id = evidenceUseId(evidence, item.assessment, item.item);
        const auto held = Repository<EvidenceUse>(m_connection).find(id);
        if (!held)
            return tl::unexpected(held.error());
        if (!*held && !m_used.contains(id)) {
            m_used.insert(id);
            m_batches.next().create(EvidenceUse{id, evidence, item.assessment, item.item});
        }
        return {};
    }

    Workspace &m_workspace;
    const Connection &m_connection;
    Batches m_batches;
    QHash<Digest, Evidence> m_added;
    QSet<Id<EvidenceUse>> m_used;
    QList<Evidence> m_attached;
    qsizetype m_standing = 0;
    std::optional<Evidence> m_known;
    QList<AttachedAgain> m_again;
    bool m_cameBefore = false;
};

/// What of an attachment the record takes.
struct Taken
{
    const Attachment *attachment = nullptr;
    Evidence evidence;
    Arrival arrival = Arrival::AlreadyThere;
};

/// By the titles they are given, or the names they come with.
Result<QString> labelFor(const Connection &connection, const QList<Taken> &taken)
{
    QStringList titles;
    QList<ItemOfAssessment> serves;
    for (const auto &one : taken) {
        titles.append(one.attachment->said.title.value_or(one.evidence.title));
        for (const auto &item : one.attachment->serves) {
            if (!serves.contains(item))
                serves.append(item);
        }
    }
    return labelOfAttaching(connection, titles, serves);
}

Evidence ofFile(Evidence evidence, const StoredFile &stored)
{
    evidence.digest = stored.digest;
    evidence.size = stored.size;
    evidence.mediaType = stored.mediaType;
    evidence.originalName = stored.fileName;
    if (evidence.title.trimmed().isEmpty())
        evidence.title = stored.fileName;
    return evidence;
}

QStringList filesOf(const QList<Attachment> &attachments)
{
    QStringList files;
    for (const auto &attachment : attachments) {
        if (!attachment.file.isEmpty())
            files.append(attachment.file);
    }
    return files;
}

/// What was stored, and links; `outcomes` are those of the attachments that are files, in turn. What is not
/// taken is entered among the refused.
QList<Taken> whatIsTaken(const QList<Attachment> &attachments, const std::vector<StoreOutcome> &outcomes,
                         QList<RefusedAttachment> &refused)
{
    QList<Taken> taken;
    auto outcome = outcomes.cbegin();
    for (const auto &attachment : attachments) {
        Evidence evidence = attachment.evidence;
        if (!attachment.file.isEmpty()) {
            const auto &stored = (outcome++)->stored;
            if (stored)
                taken.append({&attachment, ofFile(evidence, *stored), stored->arrival});
            else
                refused.append({attachment.file, stored.error().message});
            continue;
        }
        if (auto isLink = checkLinkAddress(evidence.url); !isLink) {
            refused.append({evidence.url, isLink.error().message});
            continue;
        }
        if (evidence.title.trimmed().isEmpty())
            evidence.title = evidence.url;
        taken.append({&attachment, evidence, Arrival::AlreadyThere});
    }
    return taken;
}

Done countUses(const Connection &connection, QList<AttachedAgain> &again)
{
    QList<Id<Evidence>> described;
    for (const AttachedAgain &piece : std::as_const(again)) {
        if (piece.isDescribedAnew())
            described.append(piece.after.id);
    }
    const auto served = itemsServedBy(connection, described);
    if (!served)
        return tl::unexpected(served.error());
    for (AttachedAgain &piece : again)
        piece.uses = served->value(piece.after.id);
    return {};
}

Result<Attached> record(const QList<Taken> &taken, const Connection &connection, Recording &recording)
{
    Attached attached;
    for (const auto &[attachment, evidence, arrival] : taken) {
        if (auto added = recording.add(evidence, attachment->said, attachment->serves); !added)
            return tl::unexpected(added.error());
        if (recording.cameBefore() || (recording.known() && arrival == Arrival::AlreadyThere))
            attached.alreadyHeld.append(recording.last());
        else if (recording.known())
            attached.putBack.append(recording.last());
    }
    auto recorded = recording.finish();
    if (!recorded)
        return tl::unexpected(recorded.error());
    attached.evidence = std::move(*recorded);
    attached.again = recording.again();
    if (auto counted = countUses(connection, attached.again); !counted)
        return tl::unexpected(counted.error());
    return attached;
}

}

QString inWords(const AttachedAgain &again)
{
    const auto &[before, after, name, title, uses] = again;
    QStringList sentences;
    if (name == before.originalName || before.originalName.isEmpty())
        sentences.append(
            Text::tr("The content of “%1” was evidence already, as “%2”.").arg(name, before.title));
    else
        sentences.append(Text::tr("The content of “%1” was evidence already, as “%2” from the file “%3”, the "
                                  "name it keeps.")
                             .arg(name, before.title, before.originalName));
    if (again.isDescribedAnew())
        sentences.append(Text::tr("What is said of it now holds wherever it is used at present; items that "
                                  "use it: %1. Closed assessments keep what they were closed with.")
                             .arg(uses));
    else
        sentences.append(Text::tr("Its description stays."));
    if (hasLostItsApproval(before, after))
        sentences.append(endedApprovalInWords(before));
    return sentences.join(u' ');
}

Result<Attached> attach(Workspace &workspace, const QList<Attachment> &attachments, const Progress &progress)
{
    // Asked before files of many GiB are copied: a refusal then costs nothing.
    if (auto ready = workspace.readyToWrite(); !ready)
        return tl::unexpected(ready.error());
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto stored = StoredFiles::store(workspace, filesOf(attachments), progress);
    if (!stored)
        return tl::unexpected(stored.error());

    QList<RefusedAttachment> refused;
    const auto taken = whatIsTaken(attachments, stored->outcomes(), refused);
    const auto label = labelFor(**connection, taken);
    if (!label) {
        stored->takeBack();
        return tl::unexpected(label.error());
    }
    Recording recording(workspace, **connection, *label);
    auto attached = record(taken, **connection, recording);
    if (attached) {
        stored->noteStored();
        attached->refused = refused;
        return attached;
    }
    stored->takeBack();
    if (recording.standing() == 0)
        return attached;
    return tl::unexpected(afterPartWasWritten(
        Text::tr("%1 of %2 pieces of evidence are attached; do the same again for the rest.")
            .arg(QString::number(recording.standing()), QString::number(attachments.size())),
        attached.error()));
}

Result<ChangeSet> planDetach(const Connection &connection, const Id<Evidence> &evidence,
                             const ItemOfAssessment &from)
{
    const auto use =
        Repository<EvidenceUse>(connection).find(evidenceUseId(evidence, from.assessment, from.item));
    if (!use)
        return tl::unexpected(use.error());
    if (!*use)
        return refuse(ErrorCode::NotFound, Text::tr("This evidence is not attached to %1.").arg(from.item));
    const auto piece = Repository<Evidence>(connection).find(evidence);
    const auto items = itemsInWords(connection, {from});
    if (!piece || !items)
        return tl::unexpected(piece ? items.error() : piece.error());
    const QString title = *piece ? (*piece)->title : QString();
    return ChangeSet(Text::tr("Take %1 away from %2").arg(piecesInWords({title}), *items)).remove(**use);
}

}
