#include "core/delivery/evidencetable.h"

#include "core/base/text.h"
#include "core/delivery/wording.h"
#include "core/exchange/csv.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceTable)
};

const QString pathColumn = u"path"_s;
const QString digestColumn = u"sha256"_s;

QString day(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

}

QList<EvidenceUseLine> evidenceUses(const Dossier &dossier)
{
    QList<EvidenceUseLine> uses;
    QSet<Id<Evidence>> seen;
    for (const auto &file : dossier.systems) {
        const auto &checklist = file.checklist;
        for (const auto &line : checklist.lines) {
            const auto &item = checklist.item(line);
            for (const auto *packaged : dossier.evidence.sorted(line.evidence + line.beside)) {
                const auto &id = packaged->evidence.id;
                seen.insert(id);
                uses.append({checklist.system.number, checklist.system.name, checklist.system.version,
                             item.id, checklist.catalogue->titleOf(item),
                             line.isInherited() ? line.commonSource : QString(), checklist.evidence.value(id),
                             checklist.judgedOn(dossier.today), packaged});
            }
        }
    }
    for (const auto &packaged : dossier.evidence.all()) {
        if (!seen.contains(packaged.evidence.id))
            uses.append({{}, {}, {}, {}, {}, {}, packaged.evidence, dossier.today, &packaged});
    }
    return uses;
}

QByteArray evidenceCsv(const Dossier &dossier)
{
    const QStringList header{u"system number"_s,
                             u"system"_s,
                             u"version"_s,
                             u"provision"_s,
                             u"number"_s,
                             u"title"_s,
                             u"kind"_s,
                             u"state"_s,
                             u"covers from"_s,
                             u"covers to"_s,
                             u"valid until"_s,
                             pathColumn,
                             u"original name"_s,
                             u"bytes"_s,
                             digestColumn,
                             u"address"_s,
                             u"answer inherited from"_s};
    QList<CsvColumn> columns(header.size(), CsvColumn::Text);
    columns[header.indexOf(u"bytes"_s)] = CsvColumn::Number;
    QList<QStringList> rows{header};
    for (const auto &use : evidenceUses(dossier)) {
        const auto &evidence = use.evidence;
        QStringList row{use.systemNumber,
                        use.systemName,
                        use.systemVersion,
                        use.designator,
                        use.packaged->reference,
                        evidence.title,
                        inWords(evidence.kind),
                        stateInWords(evidence, use.judgedOn),
                        day(evidence.coversFrom),
                        day(evidence.coversTo),
                        day(evidence.validUntil),
                        use.packaged->path,
                        evidence.originalName,
                        evidence.digest ? QString::number(evidence.size) : QString(),
                        evidence.digest ? evidence.digest->hex() : QString(),
                        evidence.url,
                        use.inheritedFrom};
        std::ranges::transform(row, row.begin(), withVisibleControls);
        rows.append(row);
    }
    return writeCsv(columns, rows);
}

QStringList contradictions(const QByteArray &evidenceCsv, const QHash<QString, QByteArray> &digests)
{
    constexpr CsvLimits limits{.bytes = qint64(1) << 30, .rows = 10'000'000};
    const auto table = readCsv(evidenceCsv, limits);
    if (!table || table->rows.isEmpty())
        return {table ? Text::tr("data/evidence.csv is empty.")
                      : Text::tr("data/evidence.csv cannot be read. %1").arg(table.error().message)};
    const auto path = table->rows.first().indexOf(pathColumn);
    const auto digest = table->rows.first().indexOf(digestColumn);
    if (path < 0 || digest < 0)
        return {Text::tr("data/evidence.csv does not tell the fingerprints of files.")};
    QStringList found;
    for (const QStringList &row : table->rows.sliced(1)) {
        if (!row.at(path).isEmpty() &&
            digests.value(row.at(path)) != QByteArray::fromHex(row.at(digest).toLatin1()))
            found.append(Text::tr("data/evidence.csv says that %1 has the fingerprint %2, but it has not.")
                             .arg(withVisibleControls(row.at(path)), withVisibleControls(row.at(digest))));
    }
    found.removeDuplicates();
    return found;
}

}
