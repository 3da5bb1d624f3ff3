#include "tests/support/samplereport.h"

#include "core/base/digest.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll::test {

namespace {

struct Principle
{
    const char *clause;
    const char *title;
    int phase;
    int provisions;
};

constexpr std::array principles{
    Principle{"5.1.1", "Raise awareness of AI security threats and risks", 0, 5},
    Principle{"5.1.2", "Design the AI system for security as well as functionality", 0, 9},
    Principle{"5.1.3", "Evaluate the threats and manage the risks", 0, 7},
    Principle{"5.1.4", "Enable human responsibility for AI systems", 0, 5},
    Principle{"5.2.1", "Identify, track and protect the assets", 1, 7},
    Principle{"5.2.2", "Secure the infrastructure", 1, 6},
    Principle{"5.2.3", "Secure the supply chain", 1, 6},
    Principle{"5.2.4", "Document data, models and prompts", 1, 6},
    Principle{"5.2.5", "Conduct appropriate testing and evaluation", 1, 6},
    Principle{"5.3.1", "Communication with End-users and Affected Entities", 2, 5},
    Principle{"5.4.1", "Maintain regular security updates, patches and mitigations", 3, 4},
    Principle{"5.4.2", "Monitor the system's behaviour", 3, 4},
    Principle{"5.5.1", "Ensure proper data and model disposal", 4, 2}};
constexpr std::array phases{"Secure Design", "Secure Development", "Secure Deployment", "Secure Maintenance",
                            "Secure End of Life"};
constexpr std::array titles{
    "Security training covers AI",     "Threat model kept current",       "Complete inventory of AI assets",
    "Release digests of components",   "Justify poorly documented parts", "Audit trail of design decisions",
    "Test before going live",          "Tell users about updates",        "Dispose of residual copies",
    "Human oversight by named people", "Restrict access to prompts",      "Log inference calls"};
constexpr std::array sentences{
    "The operator reviewed the supplier's evidence for this model and found that release approval was "
    "recorded before deployment.",
    "Dataset fingerprints matched the register, and access to prompts is limited to named custodians.",
    "Logging covers every inference call; retention follows the bank's policy for critical systems.",
    "The test was repeated in the third quarter with the same result and is filed with the change record.",
    "Two developers have yet to finish the course; their access to the training environment is suspended "
    "until then.",
    "The vendor gives a model card without training data, so the justification was drafted together with "
    "Procurement."};
constexpr std::array owners{"Jo Lee (Engineering)", "Ana Ruiz (Security)", "Mats Holm (Data Office)",
                            "Priya Nair (Risk)"};
constexpr std::array systemNames{"Fraud scoring",  "Support chatbot",  "Document reading",
                                 "Credit scoring", "Churn prediction", "Code assistant"};

template <size_t N>
QString pick(const std::array<const char *, N> &from, int index)
{
    return QString::fromUtf8(from.at(size_t(index) % N));
}

QString rationaleOf(int words, int seed)
{
    QStringList all;
    for (int i = seed; all.size() < words; ++i)
        all << pick(sentences, i).split(u' ');
    return all.mid(0, words).join(u' ');
}

ReportEvidence evidenceOf(int system, int provision, int evidence)
{
    const int number = system * 144 + provision * 2 + evidence + 1;
    const bool isPolicy = evidence % 2 == 0;
    return {.reference = u"%1"_s.arg(number, 4, 10, QLatin1Char('0')),
            .title =
                (isPolicy ? u"Policy on %1"_s : u"Test record: %1"_s).arg(pick(titles, provision).toLower()),
            .kind = isPolicy ? u"policy"_s : u"monitoring and review"_s,
            .digest = nordbankDigest(system, provision, evidence),
            .location = u"data/evidence/%1-%2.pdf"_s.arg(number, 4, 10, QLatin1Char('0'))
                            .arg(isPolicy ? u"policy"_s : u"test-record"_s),
            .period = {QDate(2026, 1, 1), QDate(2026, 12, 31)},
            .validUntil = QDate(2027, 3, 1),
            .state = provision % 11 == 3 ? u"draft"_s : u"approved 2026-03-01"_s};
}

StatusMark answerOf(int provision)
{
    constexpr std::array cycle{
        StatusMark::Met,    StatusMark::Met, StatusMark::PartlyMet, StatusMark::Met, StatusMark::Met,
        StatusMark::NotMet, StatusMark::Met, StatusMark::Met,       StatusMark::Met, StatusMark::NotAnswered};
    return cycle.at(size_t(provision) % cycle.size());
}

void settleApplicability(ReportItem &item, int provision, int phase)
{
    item.applicabilityReason = u"Nordbank is Developer and System Operator of this system."_s;
    item.status = answerOf(provision);
    if (phase == 4) {
        item.applicability = ReportApplicability::Waits;
        item.waitsFor = u"decommission"_s;
        item.applicabilityReason =
            u"Falls due when the system or its data is handed over or taken out of service."_s;
        item.status = StatusMark::Waiting;
    } else if (provision % 19 == 7) {
        item.applicability = ReportApplicability::BorneElsewhere;
        item.applicabilityReason = u"The supplier of the base model bears this as Developer."_s;
        item.borneBy = u"Klarsicht Models GmbH"_s;
        item.heldFromParty = u"Attestation of 2026-02-14 and clause 9 of the supply contract"_s;
        item.leftToDo = u"Check the attestation at each new version of the base model."_s;
        item.status = StatusMark::ReliedUpon;
    } else if (provision % 23 == 11) {
        item.applicability = ReportApplicability::ConditionNotMet;
        item.applicabilityReason = u"No model or component is offered to others: the condition is not met."_s;
        item.status = StatusMark::NotApplicable;
    }
}

ReportItem itemOf(const ReportSize &size, int system, int provision, const Principle &principle,
                  int inPrinciple)
{
    ReportItem item;
    item.designator = u"%1-%2"_s.arg(QString::fromUtf8(principle.clause)).arg(inPrinciple + 1);
    item.title = pick(titles, provision);
    item.phase = pick(phases, principle.phase);
    item.principle = QString::fromUtf8(principle.clause) + u' ' + QString::fromUtf8(principle.title);
    item.verb = provision % 3 == 2 ? u"should"_s : u"shall"_s;
    item.isShouldPart = provision % 17 == 4;
    item.dutyHolder = provision % 2 == 0 ? u"each: Developer, System Operator"_s : u"System Operator"_s;
    settleApplicability(item, provision, principle.phase);
    item.rationale = rationaleOf(size.wordsInRationale, provision + system);
    item.inheritedFrom =
        provision % 6 == 0 ? u"the common answer \u201cBank-wide training\u201d"_s : QString();
    item.owner = pick(owners, provision);
    item.due = item.status == StatusMark::Met ? QDate() : QDate(2026, 12, 1);
    for (int i = 0; i < size.evidencePerProvision; ++i)
        item.evidence << evidenceOf(system, provision, i);
    item.references << ReportReference{u"ISO/IEC 27001:2022"_s, u"A.5.%1"_s.arg(1 + provision % 37),
                                       u"stated by TR 104 128"_s};
    if (provision % 2 == 0)
        item.references << ReportReference{u"SOC 2"_s, u"CC%1.1"_s.arg(1 + provision % 9), u"our analysis"_s};
    return item;
}

void count(ReportPhase &phase, const ReportItem &item)
{
    AnswerCounts &counts = item.verb == "shall"_L1 ? phase.shall : phase.should;
    switch (item.status) {
    case StatusMark::Met:
        ++counts.met;
        break;
    case StatusMark::PartlyMet:
        ++counts.partlyMet;
        break;
    case StatusMark::NotMet:
        ++counts.notMet;
        break;
    case StatusMark::NotAnswered:
        ++counts.notAnswered;
        break;
    case StatusMark::NotApplicable:
        ++counts.notApplicable;
        break;
    case StatusMark::Waiting:
        ++counts.waiting;
        phase.absence = u"waits: decommission"_s;
        break;
    case StatusMark::ReliedUpon:
        ++counts.reliedUpon;
        break;
    }
}

void addExceptions(ReportSystem &system)
{
    for (const ReportItem &item : system.items) {
        if (item.status != StatusMark::NotMet && item.status != StatusMark::PartlyMet)
            continue;
        system.exceptions << ReportException{
            .kind = statusWord(item.status).toLower(),
            .designator = item.designator,
            .what = u"Two of five teams have not yet shown that this is done."_s,
            .reason =
                u"The new release process starts in December; until then each change is reviewed by hand."_s,
            .approver = u"Ingrid Berg (Chief Risk Officer)"_s,
            .until = QDate(2027, 2, 28),
            .owner = item.owner,
            .due = item.due};
    }
}

void addAssets(ReportSystem &system, int index)
{
    for (int i = 0; i < 4; ++i)
        system.assets << ReportAsset{
            .name = u"%1 %2"_s.arg(i % 2 == 0 ? u"base-classifier"_s : u"transactions-2025"_s).arg(i + 1),
            .kind = i % 2 == 0 ? u"model"_s : u"dataset"_s,
            .version = u"3.%1"_s.arg(i),
            .supplier = u"Klarsicht Models GmbH"_s,
            .origin = u"https://models.example/base-classifier/3.%1"_s.arg(i),
            .acquiredAt = QDateTime(QDate(2026, 2, 14), QTime(9, 30), Qt::UTC),
            .digest = Digest::of(u"asset %1 %2"_s.arg(index).arg(i).toUtf8()).hex()};
}

ReportSystem systemOf(const ReportSize &size, int index)
{
    ReportSystem system;
    system.name = pick(systemNames, index);
    system.version = u"%1.%2"_s.arg(1 + index % 4).arg(index % 10);
    system.identifier = u"NB-AI-%1"_s.arg(index + 1, 3, 10, QLatin1Char('0'));
    system.purpose =
        u"Scores card payments for fraud before they are cleared. A clerk decides on every block that lasts longer than an hour."_s;
    system.lifecyclePhase = u"Deployment"_s;
    system.aiActCategory = u"Not high-risk (fraud detection is exempt from Annex III 5(b))"_s;
    system.assessmentKind = u"Self-assessment"_s;
    system.period = {QDate(2026, 1, 1), QDate(2026, 12, 31)};
    system.scope =
        u"Model, feature pipeline, scoring service and its console, in production and in the training environment."_s;
    system.exclusions = u"Card terminal software: maintained and assessed by the acquirer"_s;
    system.parties << ReportParty{u"Developer"_s, u"Nordbank AG"_s, u"fine-tuning"_s}
                   << ReportParty{u"Developer"_s, u"Klarsicht Models GmbH"_s, u"base model"_s}
                   << ReportParty{u"System Operator"_s, u"Nordbank AG"_s, {}}
                   << ReportParty{u"Data Custodian"_s, u"Nordbank Data Office"_s, {}};
    for (const char *phase : phases) {
        system.phases << ReportPhase{};
        system.phases.last().name = QString::fromUtf8(phase);
    }
    int provision = 0;
    for (const Principle &principle : principles)
        for (int i = 0; i < principle.provisions && provision < size.provisions; ++i, ++provision) {
            system.items << itemOf(size, index, provision, principle, i);
            count(system.phases[principle.phase], system.items.last());
        }
    addExceptions(system);
    addAssets(system, index);
    return system;
}

}

QString nordbankDigest(int system, int provision, int evidence)
{
    return Digest::of(u"evidence %1 %2 %3"_s.arg(system).arg(provision).arg(evidence).toUtf8()).hex();
}

AuditReport nordbankReport(const ReportSize &size)
{
    AuditReport report;
    report.title = u"Security baseline of AI systems"_s;
    report.organisation = u"Nordbank AG"_s;
    report.kind = u"Self-assessment"_s;
    report.period = u"2026-01-01 to 2026-12-31"_s;
    report.issuedOn = QDate(2026, 11, 21);
    report.isSample = true;
    report.standard = u"ETSI EN 304 223"_s;
    report.edition = u"V2.1.1 (2025-12)"_s;
    report.catalogue = u"en-304-223"_s;
    report.catalogueVersion = u"1.0"_s;
    report.catalogueDigest = Digest::of("catalogue").hex();
    report.assessor = u"Ana Ruiz, Security, Nordbank AG"_s;
    report.independence =
        u"The assessor works for the organisation but not for the teams that build or run the systems."_s;
    report.methods =
        u"Reading of documents and records; interviews with owners; samples of logs and of release records."_s;
    report.intendedReaders = u"The bank's management, its internal audit and its supervisors."_s;
    report.limitations
        << u"Evidence was judged as supplied; no penetration test was part of this assessment."_s;
    report.replaces = u"Package fraud-scoring-20260630, seal 4be1\u20269c07"_s;
    for (int system = 0; system < size.systems; ++system)
        report.systems << systemOf(size, system);
    report.journalSequence = 4711;
    report.journalDigest = Digest::of("journal").hex();
    report.verification << ReportStep{u"Unpack the package into an empty folder."_s, u"unzip PACKAGE.zip"_s}
                        << ReportStep{u"Compare every file with the list."_s,
                                      u"sha256sum -c manifest-sha256.txt"_s}
                        << ReportStep{u"Compare the seal with the one you were sent by another channel."_s,
                                      u"sha256sum tagmanifest-sha256.txt"_s};
    return report;
}

}
