#include "tests/bench/reportmaterial.h"

#include "core/assessment/response.h"
#include "core/catalogue/applicability.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/auditreportcomposer.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/registration.h"
#include "core/workspace/workspace.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// Writes the answers of one system after the other, the same ones each time.
class Answering
{
public:
    Answering(Workspace &workspace, const Connection &reader, const Catalogue &catalogue)
        : m_workspace(workspace)
        , m_reader(reader)
        , m_catalogue(catalogue)
    {
        // The preset to which most items apply: the report is to be long.
        for (const Preset &preset : catalogue.presets()) {
            auto applicable = applicabilityOf(
                catalogue, circumstancesOf(preset, catalogue, u"Nordbank"_s, workspace.today()));
            if (m_preset.isEmpty() || applying(applicable) > applying(m_applicable)) {
                m_preset = preset.id;
                m_applicable = std::move(applicable);
            }
        }
    }

    /// What shows an item is the same file for every system, as policies and test plans are.
    Done storeEvidence()
    {
        const EvidenceStore store(m_workspace.evidenceFolder());
        for (const Item &item : m_catalogue.items()) {
            for (const auto &kind : {u"policy"_s, u"test"_s}) {
                const QString name = u"%1-%2.pdf"_s.arg(kind, QString(item.id).replace(u'/', u'-'));
                const auto stored = store.storeBytes(name.toUtf8(), name);
                if (!stored)
                    return tl::unexpected(stored.error());
                m_files[item.id].append({name, *stored});
            }
        }
        return {};
    }

    Done add(int number)
    {
        Registration registration;
        registration.preset = m_preset;
        registration.system.name = u"Fraud scoring %1"_s.arg(number + 1);
        registration.system.version = u"2.1"_s;
        auto changes = planRegistration(m_reader, m_catalogue, registration,
                                        {m_workspace.today(), m_workspace.actor(), m_workspace.clock()});
        if (!changes)
            return tl::unexpected(changes.error());
        const auto made = std::find_if(changes->edits.cbegin(), changes->edits.cend(), [](const Edit &edit) {
            return edit.table == Described<Assessment>::table;
        });
        const auto assessment = Id<Assessment>::fromText(made->id);
        for (const Item &item : m_catalogue.items()) {
            if (m_applicable[size_t(item.ordinal)].state == Applicability::State::Applies)
                answer(assessment, item.id, *changes);
        }
        const auto committed = m_workspace.commitAndWait(*changes);
        return committed ? Done() : tl::unexpected(committed.error());
    }

private:
    static qsizetype applying(const std::vector<Applicability> &all)
    {
        return std::count_if(all.cbegin(), all.cend(),
                             [](const auto &one) { return one.state == Applicability::State::Applies; });
    }

    void answer(const Id<Assessment> &assessment, const QString &item, ChangeSet &changes)
    {
        const auto chance = m_numbers() % 10;
        Response response;
        response.id = responseId(assessment, item);
        response.assessment = assessment;
        response.item = item;
        response.answer = chance < 6 ? Answer::Met : chance < 8 ? Answer::PartlyMet : Answer::NotMet;
        response.rationale = rationale();
        response.owner = m_workspace.actor();
        response.due = m_workspace.today().addDays(90);
        changes.create(response);
        for (const auto &[name, stored] : m_files.value(item)) {
            Evidence evidence;
            evidence.id = Id<Evidence>::generate(m_workspace.clock());
            evidence.originalName = name;
            evidence.title = u"%1, piece %2"_s.arg(name).arg(++m_evidence);
            evidence.digest = stored.digest;
            evidence.size = stored.size;
            evidence.mediaType = u"application/pdf"_s;
            evidence.state = DocumentState::Approved;
            evidence.approvedBy = u"Ana Ruiz"_s;
            evidence.approvedOn = m_workspace.today();
            changes.create(evidence);
            changes.create(
                EvidenceUse{evidenceUseId(evidence.id, assessment, item), evidence.id, assessment, item});
        }
    }

    QString rationale()
    {
        static const std::array words{u"review"_s,     u"of"_s,     u"each"_s,     u"model"_s, u"before"_s,
                                      u"deployment"_s, u"keeps"_s,  u"training"_s, u"sets"_s,  u"signed"_s,
                                      u"owners"_s,     u"named"_s,  u"logs"_s,     u"are"_s,   u"kept"_s,
                                      u"ninety"_s,     u"days"_s,   u"and"_s,      u"read"_s,  u"weekly"_s,
                                      u"access"_s,     u"is"_s,     u"granted"_s,  u"by"_s,    u"role"_s,
                                      u"tests"_s,      u"repeat"_s, u"quarterly"_s};
        QStringList chosen;
        for (int i = 0; i < 60; ++i)
            chosen.append(words[m_numbers() % words.size()]);
        return chosen.join(u' ') + u'.';
    }

    Workspace &m_workspace;
    const Connection &m_reader;
    const Catalogue &m_catalogue;
    QString m_preset;
    std::vector<Applicability> m_applicable;
    QHash<QString, QList<std::pair<QString, StoredFile>>> m_files; ///< by the item they show
    std::mt19937 m_numbers{1};
    int m_evidence = 0;
};

void writeItem(QTextStream &out, const ReportItem &item)
{
    out << "<tr><td>" << item.designator << "<br>" << item.verb << "</td><td>" << statusWord(item.status)
        << "</td><td>" << item.title.toHtmlEscaped() << "<br>" << item.rationale.toHtmlEscaped();
    for (const ReportEvidence &evidence : item.evidence)
        out << "<br><code>" << evidence.title.toHtmlEscaped() << ' ' << evidence.digest << "</code>";
    out << "</td></tr>\n";
}

}

Done makeWorkspaceToReport(const QString &folder, int systems, const Clock &clock)
{
    const auto catalogue = shippedCatalogue();
    const auto workspace = Workspace::create(
        folder, {u"Nordbank"_s, u"UTC"_s, u"Ana Ruiz"_s, u"ana@nordbank.example"_s, u"Risk"_s, false}, clock);
    if (!catalogue || !workspace)
        return tl::unexpected(catalogue ? workspace.error() : catalogue.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    Answering answering(**workspace, **reader, **catalogue);
    if (const auto stored = answering.storeEvidence(); !stored)
        return stored;
    for (int number = 0; number < systems; ++number) {
        if (const auto added = answering.add(number); !added)
            return added;
    }
    return {};
}

Done writeReportAsHtml(const QString &folder, const QString &html, const Clock &clock)
{
    const auto catalogue = shippedCatalogue();
    const auto workspace = Workspace::open(folder, Workspace::Access::ReadOnly, clock);
    if (!catalogue || !workspace)
        return tl::unexpected(catalogue ? workspace.error() : catalogue.error());
    const auto reader = (*workspace)->reader();
    const auto systems = reader ? Repository<AiSystem>(**reader).all() : tl::unexpected(reader.error());
    if (!systems)
        return tl::unexpected(systems.error());
    QList<Id<AiSystem>> ids;
    for (const AiSystem &system : *systems)
        ids.append(system.id);
    const auto dossier = readDossier(**reader, *catalogue, ids, (*workspace)->today());
    if (!dossier)
        return tl::unexpected(dossier.error());

    QFile file(html);
    if (!file.open(QIODevice::WriteOnly))
        return refuse(ErrorCode::Storage, file.errorString(), html);
    QTextStream out(&file);
    out << "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Audit report</title><style>"
           "@page{size:A4;margin:18mm}body{font:9pt Inter,sans-serif}h1{break-before:page;font-size:16pt}"
           "table{width:100%;border-collapse:collapse}td{border:1px solid "
           "#999;padding:3px;vertical-align:top}"
           "code{font:7pt 'DejaVu Sans Mono',monospace}</style></head><body>\n";
    for (const ReportSystem &system : composeAuditReport(*dossier, {}).systems) {
        out << "<h1>" << system.name.toHtmlEscaped() << "</h1><table>\n";
        for (const ReportItem &item : system.items)
            writeItem(out, item);
        out << "</table>\n";
    }
    out << "</body></html>\n";
    return {};
}

int pagesOf(const QString &pdf)
{
    QProcess process;
    process.start(u"pdfinfo"_s, {pdf});
    process.waitForFinished();
    static const QRegularExpression pages(u"Pages:\\s+(\\d+)"_s);
    return pages.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt();
}

}
