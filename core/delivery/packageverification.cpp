#include "core/delivery/packageverification.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageVerification)
};

QJsonArray namesOf(const QList<ToldRow> &rows)
{
    QJsonArray names;
    for (const auto &row : rows)
        names.append(row.table + u'/' + row.id);
    return names;
}

QJsonObject toJson(const PackagedRecord &record)
{
    return {{u"holds"_s, record.problems.isEmpty()},
            {u"entries"_s, record.journal.head.sequence},
            {u"head"_s, record.journal.head.digest.hex()},
            {u"leads_to_earlier"_s,
             record.earlier ? QJsonValue(record.earlier->holds) : QJsonValue(QJsonValue::Null)},
            {u"withheld"_s, record.journal.withheld},
            {u"unproven"_s, namesOf(record.withoutProvenEnd)},
            {u"rows"_s, record.rows},
            {u"not_compared"_s, QJsonArray::fromStringList(record.notCompared)},
            {u"problems"_s, QJsonArray::fromStringList(record.problems)}};
}

}

Result<PackageVerification> verifyPackage(const QString &path, std::optional<Digest> expectedSeal,
                                          const Progress &progress, const std::optional<JournalHead> &earlier)
{
    const auto list = verifyList(path, expectedSeal, progress);
    if (!list)
        return tl::unexpected(list.error());
    PackageVerification verification{*list, {}};
    // Fingerprints that differ already say all; the record behind them proves nothing more.
    if (!list->isGood())
        return verification;
    const auto record = verifyPackagedRecord(*list, progress, earlier);
    if (!record)
        return tl::unexpected(record.error());
    verification.record = *record;
    if (*record)
        verification.list.warnings += (*record)->notes;
    else
        verification.list.warnings += Text::tr(
            "It holds no record of Plimsoll's: no record and no journal were checked, only the files against "
            "their own list.");
    if (earlier && !*record)
        verification.list.problems.append(
            Text::tr("It holds no journal that could lead to entry %1.").arg(earlier->sequence));
    return verification;
}

QString contradictionInWords(const PackageVerification &verification)
{
    return Text::tr("“%1” contradicts itself, though its files fit its own list. Do not rely on it; ask the "
                    "sender for the seal and for the package anew.")
        .arg(withVisibleControls(verification.list.name));
}

QStringList inWords(const PackagedRecord &record)
{
    if (!record.problems.isEmpty())
        return record.problems;
    QStringList lines{
        Text::tr("The journal in it is unbroken: it ends with entry %1, which has the digest %2.")
            .arg(record.journal.head.sequence)
            .arg(record.journal.head.digest.hex()),
        record.journal.withheld == 0
            ? Text::tr("Every row of the record is what the journal says: %1 compared.").arg(record.rows)
            : Text::tr("Every row of the record is what the journal says, as far as its texts are here: "
                       "%1 compared.")
                  .arg(record.rows)};
    if (record.earlier)
        lines.insert(1, record.earlier->statement);
    if (record.journal.withheld > 0)
        lines.append(Text::tr("Texts of the journal withheld: %1. That they belong to what is not in the "
                              "package is what the sender says; nothing here proves it.")
                         .arg(record.journal.withheld));
    if (!record.withoutProvenEnd.isEmpty())
        lines.append(
            Text::tr("Not proven to be their last state: %1 rows.").arg(record.withoutProvenEnd.size()));
    QStringList notCompared = record.notCompared;
    std::ranges::transform(notCompared, notCompared.begin(), withVisibleControls);
    if (!notCompared.isEmpty())
        lines.append(Text::tr("As they were packed, but not compared with the record: %1. Where they say "
                              "otherwise, the record in record.json is what was proven.")
                         .arg(notCompared.join(", "_L1)));
    if (!record.withoutProvenEnd.isEmpty())
        lines.append(Text::tr("On the rows not proven to be their last state (%1): the texts withheld come "
                              "later in the journal than what it tells of them; that none of those changed "
                              "them once more is what the sender says.")
                         .arg(kindsInWords(record.withoutProvenEnd)));
    return lines;
}

QStringList inWords(const PackageVerification &verification)
{
    if (!verification.record)
        return inWords(verification.list);
    if (verification.record->problems.isEmpty() && !verification.leadsToEarlier())
        return QStringList{Text::tr("“%1” is not of the journal that ended as you were told.")
                               .arg(withVisibleControls(verification.list.name))} +
               inWords(*verification.record) + reasonsInWords(verification.list);
    if (verification.record->problems.isEmpty())
        return inWords(verification.list) + inWords(*verification.record);
    return QStringList{contradictionInWords(verification)} + inWords(*verification.record) +
           reasonsInWords(verification.list);
}

QJsonObject toJson(const PackageVerification &verification)
{
    QJsonObject document = toJson(verification.list);
    document.insert(u"record"_s,
                    verification.record ? QJsonValue(toJson(*verification.record)) : QJsonValue::Null);
    if (verification.list.isGood() && !verification.holds())
        document.insert(u"verdict"_s, word(verification.record->problems.isEmpty() ? Verdict::Rejected
                                                                                   : Verdict::Contradictory));
    return document;
}

}
