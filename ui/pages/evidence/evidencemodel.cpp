#include "ui/pages/evidence/evidencemodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceModel)
};

using C = Column<EvidenceRow>;

QVariant asVariant(const std::optional<QDate> &date)
{
    return date ? QVariant(*date) : QVariant();
}

C documentColumn(QDate today)
{
    return C(Text::tr("Document"),
             [today](const EvidenceRow &row) { return documentInShort(row.evidence(), today); })
        .withToolTip([today](const EvidenceRow &row) { return documentInWords(row.evidence(), today); })
        .marked([today](const EvidenceRow &row) { return int(documentMark(row.evidence(), today)); })
        .explained(Text::tr("Whether somebody has approved it. A draft never makes “met”."));
}

C validityColumn(QDate today)
{
    return C(Text::tr("Valid until"),
             [today](const EvidenceRow &row) { return validityInWords(row.evidence(), today); })
        .sortedBy([](const EvidenceRow &row) { return asVariant(row.evidence().validUntil); })
        .marked([today](const EvidenceRow &row) {
            const auto mark = markOf(validityOf(row.evidence(), today));
            return mark ? QVariant(int(*mark)) : QVariant();
        });
}

C integrityColumn(const FileChecks &checks)
{
    return C(Text::tr("Integrity"),
             [&checks](const EvidenceRow &row) { return integrityInShort(row.evidence(), checks); })
        .withToolTip([&checks](const EvidenceRow &row) { return integrityInWords(row.evidence(), checks); })
        .marked([&checks](const EvidenceRow &row) { return int(integrityMark(row.evidence(), checks)); })
        .explained(Text::tr("Whether the stored file still has the fingerprint it was stored with, and "
                            "when that was last seen"));
}

C numberColumn(const QString &header, int RegisteredEvidence::*member, const QString &meaning)
{
    return C(header, [member](const EvidenceRow &row) { return row.held.*member; })
        .alignedRight()
        .explained(meaning);
}

bool isIntact(const Evidence &evidence, const FileChecks &checks)
{
    if (!evidence.digest)
        return true;
    const auto check = checks.constFind(*evidence.digest);
    return check == checks.cend() || check->integrity == Integrity::Unchanged;
}

bool isOf(EvidenceConcern concern, const EvidenceRow &row, QDate today, const FileChecks &checks)
{
    switch (concern) {
    case EvidenceConcern::All:
        return true;
    case EvidenceConcern::Ready:
    case EvidenceConcern::LapsesLater:
    case EvidenceConcern::LapsesSoon:
    case EvidenceConcern::Lapsed:
    case EvidenceConcern::Drafts:
        return concern == concernOf(freshnessOf(row.evidence(), today));
    case EvidenceConcern::ApprovedByNobody:
        return !namesItsApproval(row.evidence());
    case EvidenceConcern::NotUsed:
        return row.held.items == 0;
    case EvidenceConcern::NotIntact:
        return !isIntact(row.evidence(), checks);
    }
    return true;
}

}

EvidenceRow rowOf(RegisteredEvidence held, QDate today)
{
    const Evidence &evidence = held.evidence;
    const QStringList words{evidence.title,
                            evidence.originalName,
                            evidence.url,
                            title(evidence.kind),
                            documentInWords(evidence, today),
                            evidence.version,
                            evidence.sourceSystem,
                            title(evidence.classification)};
    return {std::move(held), words.join(u'\n').toCaseFolded()};
}

std::unique_ptr<EvidenceModel> makeEvidenceModel(QDate today, const FileChecks &checks)
{
    std::vector<C> columns;
    columns.emplace_back(Text::tr("Title"), [](const EvidenceRow &row) { return row.evidence().title; });
    columns.push_back(documentColumn(today));
    columns.push_back(validityColumn(today));
    columns.push_back(integrityColumn(checks));
    columns.emplace_back(Text::tr("Kind"), [](const EvidenceRow &row) { return title(row.evidence().kind); });
    columns.push_back(C(Text::tr("Covers"), [](const EvidenceRow &row) {
                          return coverageInWords(row.evidence());
                      }).sortedBy([](const EvidenceRow &row) {
        return asVariant(row.evidence().coversTo ? row.evidence().coversTo : row.evidence().coversFrom);
    }));
    columns.push_back(numberColumn(Text::tr("Items"), &RegisteredEvidence::items,
                                   Text::tr("How many items it serves in present assessments"))
                          .withToolTip([](const EvidenceRow &row) {
                              return Text::tr("Items: %1, of systems and platforms: %2")
                                  .arg(row.held.items)
                                  .arg(row.held.systems);
                          }));
    columns.push_back(numberColumn(Text::tr("Systems"), &RegisteredEvidence::systems,
                                   Text::tr("Of how many systems and platforms these items are")));
    return std::make_unique<EvidenceModel>([](const EvidenceRow &row) { return row.evidence().id.text(); },
                                           std::move(columns));
}

EvidenceConcern concernOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Ready:
        return EvidenceConcern::Ready;
    case Freshness::LapsesLater:
        return EvidenceConcern::LapsesLater;
    case Freshness::LapsesSoon:
        return EvidenceConcern::LapsesSoon;
    case Freshness::Lapsed:
        return EvidenceConcern::Lapsed;
    case Freshness::Draft:
        break;
    }
    return EvidenceConcern::Drafts;
}

EvidenceModel::Filter evidenceFilter(const QString &words, EvidenceConcern concern, QDate today,
                                     const FileChecks &checks)
{
    const QStringList wanted = words.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty() && concern == EvidenceConcern::All)
        return {};
    return [wanted, concern, today, &checks](const EvidenceRow &row) {
        return isOf(concern, row, today, checks) &&
               std::all_of(wanted.cbegin(), wanted.cend(),
                           [&row](const QString &word) { return row.words.contains(word); });
    };
}

}
