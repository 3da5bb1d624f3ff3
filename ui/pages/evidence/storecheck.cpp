#include "ui/pages/evidence/storecheck.h"

#include "core/evidence/evidencestore.h"
#include "core/workspace/workspace.h"

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
    case Integrity::Missing:
        return Text::tr("“%1” is missing").arg(name);
    case Integrity::Unreadable:
    case Integrity::Unchanged:
        break;
    }
    return Text::tr("“%1” cannot be read").arg(name);
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
