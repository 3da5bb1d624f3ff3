#include "ui/pages/evidence/storecheck.h"

#include "core/evidence/evidencestore.h"
#include "core/workspace/workspace.h"
#include "ui/widgets/plaintext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StoreCheck)
};

constexpr qsizetype mostNamed = 5;

QString complaint(const QString &name, Integrity integrity)
{
    switch (integrity) {
    case Integrity::Changed:
        return Text::tr("“%1” was changed").arg(name);
    case Integrity::Replaced:
        return Text::tr("in the place of “%1” lies something else, such as a link").arg(name);
    case Integrity::Missing:
        return Text::tr("“%1” is missing").arg(name);
    case Integrity::Unreadable:
    case Integrity::Unchanged:
        break;
    }
    return Text::tr("“%1” cannot be read").arg(name);
}

QString attachedInWords(qsizetype all, qsizetype alreadyHeld)
{
    if (alreadyHeld == 0)
        return Text::tr("Attached: %1.").arg(all);
    return alreadyHeld == 1
               ? Text::tr("Attached: %1, of these 1 was already stored.").arg(all)
               : Text::tr("Attached: %1, of these %2 were already stored.").arg(all).arg(alreadyHeld);
}

QString namesOf(const QList<Evidence> &evidence)
{
    QStringList names;
    for (const Evidence &piece : evidence.first(std::min(evidence.size(), mostNamed)))
        names.append(Text::tr("“%1”").arg(shownInLine(piece.title)));
    if (evidence.size() > mostNamed)
        names.append(Text::tr("and so on"));
    return names.join(Text::tr(", "));
}

}

qsizetype StoreCheck::intact() const
{
    return std::count(found.cbegin(), found.cend(), Integrity::Unchanged);
}

Result<StoreCheck> checkStore(const QString &storeFolder, const QList<Evidence> &evidence,
                              const Progress &progress)
{
    StoreCheck check;
    QSet<Digest> known;
    for (const Evidence &piece : evidence) {
        if (!piece.digest || known.contains(*piece.digest))
            continue;
        known.insert(*piece.digest);
        check.files.push_back({*piece.digest, piece.size});
    }
    auto found = integrityOf(EvidenceStore(storeFolder), check.files, progress);
    if (!found)
        return tl::unexpected(found.error());
    check.found = std::move(*found);
    return check;
}

Result<StoreCheck> checkAndKeep(const Workspace &workspace, const QList<Evidence> &evidence,
                                const Progress &progress)
{
    auto check = checkStore(workspace.evidenceFolder(), evidence, progress);
    if (!check || workspace.isReadOnly())
        return check;
    FileChecks checks;
    const QDateTime now = workspace.clock().now();
    for (size_t i = 0; i < check->files.size(); ++i)
        checks.insert(check->files[i].digest, {check->found[i], now});
    if (auto kept = keepChecks(EvidenceStore(workspace.evidenceFolder()), checks); !kept)
        return tl::unexpected(kept.error());
    return check;
}

QString inWords(const Attached &attached, const QList<Evidence> &evidence, const FileChecks &checks)
{
    QStringList sentences;
    if (const auto others = attached.evidence.size() - attached.putBack.size();
        others > 0 || attached.putBack.isEmpty())
        sentences.append(attachedInWords(others, attached.alreadyHeld.size()));
    if (!attached.putBack.isEmpty())
        sentences.append(Text::tr("Put back, and whole again: %1.").arg(namesOf(attached.putBack)));
    qsizetype told = 0;
    for (const AttachedAgain &piece : attached.again) {
        if (piece.isCalledOtherwise() && ++told <= mostNamed)
            sentences.append(inWords(piece));
    }
    QList<Evidence> damaged;
    std::copy_if(evidence.cbegin(), evidence.cend(), std::back_inserter(damaged), [&](const Evidence &piece) {
        const auto check = piece.digest ? checks.constFind(*piece.digest) : checks.cend();
        return check != checks.cend() && check->integrity != Integrity::Unchanged;
    });
    if (!damaged.isEmpty())
        sentences.append(Text::tr("Still not what was stored: %1.").arg(namesOf(damaged)));
    for (const RefusedAttachment &one : attached.refused)
        sentences.append(one.reason);
    return sentences.join(u'\n');
}

QString inWords(const StoreCheck &check, const QList<Evidence> &evidence)
{
    const auto all = qsizetype(check.files.size());
    const qsizetype wrong = all - check.intact();
    if (all == 0)
        return Text::tr("There is no stored file to check.");
    if (wrong == 0)
        return Text::tr("Every stored file is what was stored. Checked: %1.").arg(all);
    QHash<Digest, QString> titles;
    for (const Evidence &piece : evidence) {
        if (piece.digest)
            titles.insert(*piece.digest, piece.title);
    }
    QStringList complaints;
    for (size_t i = 0; i < check.files.size() && complaints.size() < mostNamed; ++i) {
        if (check.found[i] != Integrity::Unchanged)
            complaints.append(complaint(titles.value(check.files[i].digest), check.found[i]));
    }
    if (wrong > complaints.size())
        complaints.append(Text::tr("and so on"));
    return Text::tr("Not what was stored: %1 of %2 files. %3. Attach the original again: that puts it in its "
                    "place.")
        .arg(wrong)
        .arg(all)
        .arg(complaints.join(u", "_s));
}

}
