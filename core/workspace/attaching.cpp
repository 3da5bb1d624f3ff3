#include "core/workspace/attaching.h"

#include "core/evidence/evidenceuse.h"
#include "core/evidence/linkaddress.h"
#include "core/storage/repository.h"
#include "core/workspace/changelabels.h"
#include "core/workspace/partlywritten.h"
#include "core/workspace/storedfiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Attaching)
};

constexpr qsizetype largestChangeSet = 1000; // edits

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

    [[nodiscard]] bool isFull() const { return m_next.edits.size() >= largestChangeSet; }

    Done commit()
    {
        if (m_next.isEmpty())
            return {};
        if (m_split || isFull())
            m_next.group = m_group;
        m_split = true;
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

    Done add(Evidence evidence, const QList<ItemOfAssessment> &serves)
    {
        if (auto placed = place(evidence); !placed)
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

    Done place(Evidence &evidence)
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
            if (known) {
                evidence = *known;
                return {};
            }
        }
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
    bool m_cameBefore = false;
};

/// By the titles they are given, or the names they come with.
Result<QString> labelFor(const Connection &connection, const QList<Attachment> &attachments)
{
    QStringList titles;
    QList<ItemOfAssessment> serves;
    for (const auto &attachment : attachments) {
        const Evidence &evidence = attachment.evidence;
        const QString otherwise =
            attachment.file.isEmpty() ? evidence.url : QFileInfo(attachment.file).fileName();
        titles.append(evidence.title.trimmed().isEmpty() ? otherwise : evidence.title);
        for (const auto &item : attachment.serves) {
            if (!serves.contains(item))
                serves.append(item);
        }
    }
    return labelOfAttaching(connection, titles, serves);
}

Evidence described(Evidence evidence, const StoredFile &stored)
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

/// Records what was stored, and links; `outcomes` are those of the attachments that are files, in turn.
Result<Attached> record(const QList<Attachment> &attachments, const std::vector<StoreOutcome> &outcomes,
                        Recording &recording)
{
    Attached attached;
    auto outcome = outcomes.cbegin();
    for (const auto &attachment : attachments) {
        Evidence evidence = attachment.evidence;
        Arrival arrival = Arrival::AlreadyThere;
        if (attachment.file.isEmpty()) {
            if (auto taken = checkLinkAddress(evidence.url); !taken) {
                attached.refused.append({evidence.url, taken.error().message});
                continue;
            }
            if (evidence.title.trimmed().isEmpty())
                evidence.title = evidence.url;
        } else {
            const auto &stored = (outcome++)->stored;
            if (!stored) {
                attached.refused.append({attachment.file, stored.error().message});
                continue;
            }
            evidence = described(evidence, *stored);
            arrival = stored->arrival;
        }
        if (auto added = recording.add(evidence, attachment.serves); !added)
            return tl::unexpected(added.error());
        if (recording.cameBefore() || (recording.known() && arrival == Arrival::AlreadyThere))
            attached.alreadyHeld.append(recording.last());
        else if (recording.known())
            attached.putBack.append(*recording.known());
    }
    auto recorded = recording.finish();
    if (!recorded)
        return tl::unexpected(recorded.error());
    attached.evidence = std::move(*recorded);
    return attached;
}

}

Result<Attached> attach(Workspace &workspace, const QList<Attachment> &attachments, const Progress &progress)
{
    // Asked before files of many GiB are copied: a refusal then costs nothing.
    if (auto ready = workspace.readyToWrite(); !ready)
        return tl::unexpected(ready.error());
    const auto connection = workspace.reader();
    if (!connection)
        return tl::unexpected(connection.error());
    const auto label = labelFor(**connection, attachments);
    if (!label)
        return tl::unexpected(label.error());
    const auto stored = StoredFiles::store(workspace, filesOf(attachments), progress);
    if (!stored)
        return tl::unexpected(stored.error());

    Recording recording(workspace, **connection, *label);
    auto attached = record(attachments, stored->outcomes(), recording);
    if (attached) {
        stored->noteStored();
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
