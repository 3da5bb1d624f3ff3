#include "core/delivery/workspaceverification.h"

#include "core/base/text.h"
#include "core/delivery/recordsnapshot.h"
#include "core/evidence/evidence.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "core/evidence/leftovers.h"
#include "core/journal/recordproof.h"
#include "core/storage/backupfiles.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceVerification)
};

QString faultOf(const Evidence &evidence, Integrity integrity, const EvidenceStore &store)
{
    const auto title = withVisibleControls(evidence.title);
    switch (integrity) {
    case Integrity::Unchanged:
        break;
    case Integrity::Changed:
        return Text::tr("The file of the evidence “%1” is no longer the one that was attached.").arg(title);
    case Integrity::Replaced:
        return Text::tr("In the place of the file of the evidence “%1” lies something else, such as a link.")
            .arg(title);
    case Integrity::Missing:
        return Text::tr("The file of the evidence “%1” is missing.").arg(title);
    case Integrity::Unreadable:
        return Text::tr(
                   "The file of the evidence “%1” cannot be read, so nobody can tell whether it is as it "
                   "was stored: %2")
            .arg(title, withVisibleControls(QDir::toNativeSeparators(store.pathOf(*evidence.digest))));
    }
    return {};
}

constexpr qsizetype mostNamed = 20;

/// Names the files that break it, a line each, and how many more do.
Proof proofOfFiles(const QList<Evidence> &evidence, const std::vector<Integrity> &integrity,
                   const EvidenceStore &store)
{
    QStringList faults;
    for (qsizetype i = 0; i < evidence.size(); ++i) {
        if (const QString fault = faultOf(evidence.at(i), integrity.at(size_t(i)), store); !fault.isEmpty())
            faults.append(fault);
    }
    if (faults.isEmpty())
        return {true,
                evidence.isEmpty()
                    ? Text::tr("There are no evidence files to check.")
                    : Text::tr("Every evidence file has its digest: %1 checked.").arg(evidence.size()),
                qint64(evidence.size())};
    const auto unnamed = faults.size() - mostNamed;
    if (unnamed > 0)
        faults = faults.first(mostNamed)
                 << (unnamed == 1 ? Text::tr("So it is with 1 more evidence file.")
                                  : Text::tr("So it is with %1 more evidence files.").arg(unnamed));
    return {false, faults.join(u'\n'), 0};
}

/// Whether some files could not be read, and all that could are as they were stored.
bool isOnlyUnread(const std::vector<Integrity> &integrity)
{
    const auto isAny = [&integrity](Integrity one) {
        return std::ranges::find(integrity, one) != integrity.cend();
    };
    return isAny(Integrity::Unreadable) && !isAny(Integrity::Changed) && !isAny(Integrity::Replaced) &&
           !isAny(Integrity::Missing);
}

struct CheckedFiles
{
    Proof proof;
    bool onlyUnread = false;
};

Result<CheckedFiles> verifyEvidence(QList<Evidence> evidence, const EvidenceStore &store,
                                    const Progress &progress)
{
    evidence.removeIf([](const Evidence &piece) { return !piece.digest || piece.removedAt; });
    std::vector<Fingerprint> fingerprints;
    for (const auto &piece : std::as_const(evidence))
        fingerprints.push_back({*piece.digest, piece.size});
    const auto integrity = integrityOf(store, fingerprints, progress);
    if (!integrity)
        return tl::unexpected(integrity.error());
    return CheckedFiles{proofOfFiles(evidence, *integrity, store), isOnlyUnread(*integrity)};
}

constexpr qsizetype ofEarlierHead = 3; ///< among the proofs

Result<Proof> holdAgainst(const JournalHead &earlier, const Connection &connection, const Proof &chain)
{
    if (chain.holds)
        return verifyEarlierHead(connection, earlier);
    return Proof{false,
                 Text::tr("Whether the journal leads to entry %1 cannot be told: it is broken itself.")
                     .arg(earlier.sequence),
                 0};
}

/// Evidence that was removed still has its row, and its file may be asked for again. What stands in the place
/// of a file that was checked, or of its folder, was told there.
Result<QStringList> lookForLeftovers(const QList<Evidence> &evidence, const EvidenceStore &store)
{
    std::set<Digest> referenced;
    QSet<QString> checked;
    for (const Evidence &piece : evidence) {
        if (!piece.digest)
            continue;
        referenced.insert(*piece.digest);
        if (piece.removedAt)
            continue;
        const QString place = store.pathOf(*piece.digest);
        checked.insert(place);
        checked.insert(QFileInfo(place).path());
    }
    const auto found = leftoversIn(store, referenced);
    if (!found)
        return tl::unexpected(found.error());
    QStringList leftovers = found->all();
    leftovers.removeIf([&checked](const QString &path) { return checked.contains(path); });
    return leftovers;
}

}

bool WorkspaceVerification::holds() const
{
    return std::all_of(proofs.cbegin(), proofs.cend(), [](const Proof &proof) { return proof.holds; });
}

bool WorkspaceVerification::recordHolds() const
{
    return proofs.value(0).holds && proofs.value(1).holds;
}

bool WorkspaceVerification::wasHeldAgainstEarlierHead() const
{
    return proofs.size() > ofEarlierHead;
}

bool WorkspaceVerification::couldNotTell() const
{
    const bool isLedTo = !wasHeldAgainstEarlierHead() || proofs.value(ofEarlierHead).holds;
    return recordHolds() && isLedTo && onlyUnread;
}

Result<WorkspaceVerification> verifyWorkspace(const Workspace &workspace, const Progress &progress,
                                              const std::optional<JournalHead> &earlier)
{
    const auto snapshot = RecordSnapshot::take(workspace);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto proof = proveRecord((*snapshot)->file(), recordSchema(), progress);
    if (!proof)
        return tl::unexpected(proof.error());
    const auto evidence = Repository<Evidence>((*snapshot)->connection()).all();
    if (!evidence)
        return tl::unexpected(evidence.error());
    const EvidenceStore store(workspace.evidenceFolder());
    const auto files = verifyEvidence(*evidence, store, progress);
    const auto leftovers = lookForLeftovers(*evidence, store);
    if (!files || !leftovers)
        return tl::unexpected(files ? leftovers.error() : files.error());
    const auto head = proof->chain.holds ? journalHead((*snapshot)->connection()) : JournalHead();
    if (!head)
        return tl::unexpected(head.error());
    WorkspaceVerification verification{
        {proof->chain, proof->rows, files->proof}, *leftovers, *head, files->onlyUnread};
    if (!verification.recordHolds())
        verification.wayOut =
            Text::tr("The record is %1.").arg(QDir::toNativeSeparators(workspace.databaseFile())) + u' ' +
            wayToRestore(workspace.databaseFile());
    if (!earlier)
        return verification;
    const auto led = holdAgainst(*earlier, (*snapshot)->connection(), proof->chain);
    if (!led)
        return tl::unexpected(led.error());
    verification.proofs.append(*led);
    return verification;
}

QStringList headInWords(const WorkspaceVerification &verification)
{
    if (!verification.proofs.value(0).holds)
        return {};
    QStringList lines{Text::tr("The journal ends with entry %1, which has the digest %2.")
                          .arg(verification.head.sequence)
                          .arg(verification.head.digest.hex())};
    if (!verification.wasHeldAgainstEarlierHead())
        lines.append(
            Text::tr("A journal that was rewritten as a whole does not show by itself. Hold it against the "
                     "end of the journal that an earlier report or package tells: plimsollctl verify "
                     "WORKSPACE --head ENTRIES:DIGEST."));
    return lines;
}

QStringList leftoversInWords(const WorkspaceVerification &verification)
{
    const QStringList &leftovers = verification.leftovers;
    if (leftovers.isEmpty())
        return {};
    QStringList lines{
        Text::tr("Files in the evidence folder that nothing in the record refers to: %1. A program that "
                 "was killed or the restoring of an older record may have left them, or they are "
                 "being attached just now. They do not change the verdict.")
            .arg(leftovers.size())};
    for (const QString &path : leftovers.first(std::min(leftovers.size(), mostNamed)))
        lines.append(u"  "_s + withVisibleControls(QDir::toNativeSeparators(path)));
    if (const auto more = leftovers.size() - mostNamed; more > 0)
        lines.append(u"  "_s + Text::tr("and %1 more.").arg(more));
    return lines;
}

QStringList inWords(const WorkspaceVerification &verification)
{
    QStringList words;
    if (verification.holds())
        words.append(Text::tr("Verified: the record is what its journal says."));
    else if (verification.couldNotTell())
        words.append(
            Text::tr("Not verified to the end: evidence files could not be read. Ask for the right to read "
                     "them, or look at the disk, then verify again. What could be read is as it was stored, "
                     "and the record is what its journal says."));
    else if (verification.recordHolds() && verification.wasHeldAgainstEarlierHead() &&
             !verification.proofs.value(ofEarlierHead).holds)
        words.append(Text::tr("Not verified: this is not the journal that ended as you were told."));
    else if (verification.recordHolds())
        words.append(
            Text::tr("Not verified: evidence files are not as they were stored. The record is what its "
                     "journal says."));
    else
        words.append(Text::tr("Not verified: the record is not what its journal says."));
    for (const auto &proof : verification.proofs)
        words.append(proof.statement);
    if (!verification.wayOut.isEmpty())
        words.append(verification.wayOut);
    return words + headInWords(verification) + leftoversInWords(verification);
}

QJsonObject toJson(const WorkspaceVerification &verification)
{
    QJsonArray proofs;
    for (const auto &proof : verification.proofs)
        proofs.append(QJsonObject{
            {u"holds"_s, proof.holds}, {u"statement"_s, proof.statement}, {u"checked"_s, proof.checked}});
    QJsonValue head;
    if (verification.proofs.value(0).holds)
        head = QJsonObject{{u"entries"_s, verification.head.sequence},
                           {u"digest"_s, verification.head.digest.hex()}};
    return {{u"verified"_s, verification.holds()},
            {u"proofs"_s, proofs},
            {u"head"_s, head},
            {u"unreferenced"_s, QJsonArray::fromStringList(verification.leftovers)}};
}

}
