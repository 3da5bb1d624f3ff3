#include "core/delivery/evidencetable.h"

#include "core/base/text.h"
#include "core/delivery/wording.h"
#include "core/exchange/csv.h"

#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

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
            for (const auto &id : line.evidence + line.beside) {
                const auto *packaged = dossier.evidence.find(id);
                if (!packaged)
                    continue;
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
                             u"path"_s,
                             u"original name"_s,
                             u"bytes"_s,
                             u"sha256"_s,
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

}
