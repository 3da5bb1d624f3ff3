#pragma once

#include "core/base/progress.h"
#include "core/evidence/approval.h"
#include "core/workspace/answering.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// One piece of evidence to attach: a file to be stored, or a link, with what is known about it and what it
/// serves.
struct Attachment
{
    QString file;      ///< empty for a link, whose address stands in `evidence.url`
    Evidence evidence; ///< id, digest, size, media type and original name are filled in; the title defaults
                       ///< to the name
    QList<ItemOfAssessment> serves;
    /// What a person says of it, which holds of content that is evidence already as well; `evidence` does
    /// not.
    EvidenceDescription said = {};
};

/// A file or link that was not attached, and why.
struct RefusedAttachment
{
    QString file; ///< or the link's address
    QString reason;
};

/// Content that the record had as evidence already.
struct AttachedAgain
{
    Evidence before; ///< as the record had it
    Evidence after;  ///< as the record has it now
    QString name;    ///< of the file it came as this time
    QString title;   ///< it was given this time, the name where none was
    int uses = 0;    ///< items that use it in their present assessments, where it was described anew

    [[nodiscard]] bool isDescribedAnew() const { return before != after; }
    /// Whether it came by names that the record does not keep.
    [[nodiscard]] bool isCalledOtherwise() const
    {
        return name != before.originalName || (title != name && title != after.title);
    }
};

struct Attached
{
    QList<Evidence> evidence; ///< in the order asked for, without the refused
    QList<RefusedAttachment> refused;
    /// Of the evidence what was held already and whose stored file was missing or damaged: it is whole again.
    QList<Evidence> putBack;
    /// Of the evidence what was held already, or came twice, and is whole.
    QList<Evidence> alreadyHeld;
    /// What was held already, each piece once.
    QList<AttachedAgain> again;
};

/// What it is known as, whether its description stays or changes, and whether its approval has ended.
QString inWords(const AttachedAgain &again);

/// Stores the files, each once by content, and records evidence and uses. A file whose content is evidence
/// already adds uses to that, so one piece serves many provisions, and describes it anew where something is
/// said of it; both in one change. A file that was stored counts as checked at that moment, see keptChecks().
/// A link leads to the web, or is refused. What is refused keeps nothing else out. Where the record refuses,
/// the files that came new are taken out of the store again; when it does so after a part of many was
/// written, the refusal says how many are attached. Call it from any thread; it waits for disk and commit.
Result<Attached> attach(Workspace &workspace, const QList<Attachment> &attachments,
                        const Progress &progress = unwatched());

/// The change set that takes a piece of evidence away from an item; the evidence itself stays.
Result<ChangeSet> planDetach(const Connection &connection, const Id<Evidence> &evidence,
                             const ItemOfAssessment &from);

}
