#include "core/delivery/packagemaking.h"

#include "core/base/text.h"
#include "core/delivery/catalogueproof.h"
#include "core/delivery/evidencetable.h"
#include "core/delivery/indexpage.h"
#include "core/delivery/openedpackage.h"
#include "core/delivery/recordguide.h"
#include "core/delivery/recordjson.h"
#include "core/delivery/wording.h"
#include "core/report/auditreportwriter.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

Packing packingOf(const QString &mediaType)
{
    const bool isText = mediaType.startsWith("text/"_L1) || mediaType.endsWith("json"_L1) ||
                        mediaType.endsWith("xml"_L1) || mediaType.endsWith("yaml"_L1);
    return isText ? Packing::Deflate : Packing::Store;
}

PayloadEntry madeHere(const QString &path, const QByteArray &bytes, const QString &mediaType)
{
    PayloadEntry entry{path, bytes};
    entry.mediaType = mediaType;
    entry.packing = packingOf(mediaType);
    return entry;
}

PayloadEntry fileMadeHere(const QString &path, const QString &file, const QString &mediaType)
{
    PayloadEntry entry = madeHere(path, {}, mediaType);
    entry.file = file;
    entry.size = QFileInfo(file).size();
    return entry;
}

PayloadEntry madeMeanwhile(const QString &path, const QString &mediaType,
                           std::function<Result<PayloadBytes>()> whenMade)
{
    PayloadEntry entry = madeHere(path, {}, mediaType);
    entry.whenMade = std::move(whenMade);
    return entry;
}

void addEvidence(const PackagedEvidenceList &evidence, const EvidenceStore &store, PackageContent &content)
{
    QSet<QString> placed;
    for (const auto &packaged : evidence.all()) {
        if (packaged.path.isEmpty() || placed.contains(packaged.path))
            continue;
        placed.insert(packaged.path);
        PayloadEntry entry = madeHere(packaged.path, {}, packaged.evidence.mediaType);
        entry.file = store.pathOf(*packaged.evidence.digest);
        entry.size = packaged.evidence.size;
        entry.originalName = packaged.evidence.originalName;
        entry.digest = packaged.evidence.digest;
        content.payload.append(entry);
    }
}

BagInfo bagInfo(const Dossier &dossier, const ReportOptions &options, const QDateTime &at)
{
    BagInfo info;
    const QString systems = dossier.systemsInWords();
    info.sourceOrganization = withVisibleControls(dossier.organisation);
    info.externalIdentifier = QUuid::createUuidV5(
        dossier.profile.id.uuid(),
        QString(dossier.head.digest.hex() + systems + at.toString(Qt::ISODateWithMs)).toUtf8());
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            info.more.append({label, withVisibleControls(value)});
    };
    add(u"External-Description"_s, Text::tr("Audit package of %1").arg(systems));
    add(u"Plimsoll-Sample"_s, dossier.profile.sample ? u"SAMPLE"_s : QString());
    for (const SystemFile &file : dossier.systems) {
        const auto &assessment = file.checklist.assessment;
        if (!assessment)
            continue;
        add(u"Plimsoll-Assessment"_s, u"%1: %2"_s.arg(file.checklist.system.number, inWords(*assessment)));
        add(QString(toldAssessmentLabel), assessment->id.text());
    }
    if (options.isTimeGiven)
        add(u"Plimsoll-Clock"_s, u"given by SOURCE_DATE_EPOCH: %1"_s.arg(at.toString(Qt::ISODate)));
    add(u"Plimsoll-Issued-To"_s, options.issuedTo);
    add(u"Plimsoll-Purpose"_s, options.purpose);
    add(u"Plimsoll-Replaces"_s, options.replaces);
    add(QString(catalogueLabel), inWords(referenceTo(*dossier.catalogue)));
    add(QString(journalHeadLabel), u"%1 %2"_s.arg(dossier.head.sequence).arg(dossier.head.digest.hex()));
    return info;
}

}

PackageMaking::PackageMaking(const Dossier &dossier, const ReportOptions &words, QString pdf,
                             const Clock &clock, Progress progress)
    : m_dossier(dossier)
    , m_words(words)
    , m_report(composeAuditReport(dossier, words))
    , m_pdf(std::move(pdf))
    , m_facts(std::async(std::launch::async,
                         [this, &clock, progress = std::move(progress)] {
                             return writeAuditReport(m_report, m_pdf, clock, progress);
                         })
                  .share())
    , m_texts(std::async(std::launch::async, [this] { return compose(); }).share())
{
}

PackageMaking::Texts PackageMaking::compose() const
{
    const RecordDocument record{referenceTo(*m_dossier.catalogue), m_dossier.rows.rows};
    return {recordJson(record, recordSchema()), evidenceCsv(m_dossier),
            indexPage(m_dossier, m_report, m_words.packageName)};
}

QList<PayloadEntry> PackageMaking::beingMade() const
{
    const auto pdf = [facts = m_facts, file = m_pdf]() -> Result<PayloadBytes> {
        if (const auto &set = facts.get(); !set)
            return tl::unexpected(set.error());
        return PayloadBytes{{}, file, QFileInfo(file).size()};
    };
    const auto text = [texts = m_texts](QByteArray Texts::*which) {
        return [texts, which]() -> Result<PayloadBytes> {
            return PayloadBytes{texts.get().*which};
        };
    };
    return {madeMeanwhile(u"data/export/audit-report.pdf"_s, u"application/pdf"_s, pdf),
            madeMeanwhile(u"data/export/record.json"_s, u"application/json"_s, text(&Texts::record)),
            madeHere(u"data/export/record-guide.txt"_s, recordGuide(recordSchema()), u"text/plain"_s),
            madeMeanwhile(u"data/evidence.csv"_s, u"text/csv"_s, text(&Texts::evidence)),
            madeMeanwhile(u"data/index.html"_s, u"text/html"_s, text(&Texts::index))};
}

PackageContent PackageMaking::content(const QString &log, const EvidenceStore &store,
                                      const QDateTime &at) const
{
    PackageContent content{m_words.packageName, at, bagInfo(m_dossier, m_words, at), beingMade()};
    content.payload.append(fileMadeHere(u"data/audit/log.jsonl"_s, log, u"application/x-ndjson"_s));
    addEvidence(m_dossier.evidence, store, content);
    return content;
}

}
