#include "core/delivery/systemreport.h"

#include "core/assessment/reason.h"
#include "core/delivery/wording.h"
#include "core/report/standingmark.h"
#include "core/workspace/outofscope.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemReport)
};

/// The frameworks the statement of applicability has a column for.
constexpr std::array referencedFrameworks{"iso-27001"_L1, "soc-2"_L1};

ReportApplicability applicabilityOf(const ChecklistLine &line)
{
    switch (line.standing()) {
    case Standing::NotApplicable:
        return ReportApplicability::ConditionNotMet;
    case Standing::Waiting:
        return ReportApplicability::Waits;
    case Standing::ReliedUpon:
        return ReportApplicability::BorneElsewhere;
    default:
        break;
    }
    return ReportApplicability::Applies;
}

QString damageOf(const Evidence &evidence, const FileChecks &checks)
{
    const auto check = evidence.digest ? checks.constFind(*evidence.digest) : checks.cend();
    if (check == checks.cend())
        return {};
    switch (check->integrity) {
    case Integrity::Unchanged:
        return {};
    case Integrity::Missing:
        return Text::tr("Its stored file is missing.");
    case Integrity::Changed:
        return Text::tr("Its stored file was altered: it no longer has this fingerprint.");
    case Integrity::Replaced:
        return Text::tr("In the place of its stored file lies something else, such as a link.");
    case Integrity::Unreadable:
        break;
    }
    return Text::tr("Its stored file cannot be read.");
}

ReportEvidence evidenceOf(const PackagedEvidence &packaged, const Evidence &evidence,
                          const FileChecks &checks, QDate day)
{
    return {.reference = packaged.reference,
            .title = evidence.title,
            .kind = inWords(evidence.kind),
            .digest = evidence.digest ? evidence.digest->hex() : QString(),
            .location = packaged.path.isEmpty() ? evidence.url : packaged.path,
            .period = {evidence.coversFrom.value_or(QDate()), evidence.coversTo.value_or(QDate())},
            .validUntil = evidence.validUntil.value_or(QDate()),
            .state = stateInWords(evidence, day),
            .damage = damageOf(evidence, checks)};
}

QString inWords(MappingBasis basis)
{
    return basis == MappingBasis::Source ? Text::tr("stated by a source") : Text::tr("our judgement");
}

/// One reference a framework and basis, with all its clauses.
QList<ReportReference> referencesOf(const Dossier &dossier, const QString &provision)
{
    QList<ReportReference> references;
    for (const auto &framework : referencedFrameworks) {
        for (const auto &mapping : dossier.mappings) {
            if (mapping.id != framework)
                continue;
            for (const auto basis : {MappingBasis::Source, MappingBasis::Judgement}) {
                QStringList clauses;
                for (const auto &row : mapping.rows) {
                    if (row.from == Mapping::From::Provision && row.subject == provision &&
                        row.basis == basis)
                        clauses.append(row.to);
                }
                if (!clauses.isEmpty())
                    references.append({mapping.shortName, clauses.join(u", "_s), inWords(basis)});
            }
        }
    }
    return references;
}

QString inheritanceInWords(const ChecklistLine &line)
{
    QStringList words;
    if (line.isCarried())
        words.append(Text::tr("carried, not reconfirmed"));
    if (overridesCommonAnswer(line))
        words.append(Text::tr("overrides the common answer of %1, which is “%2”")
                         .arg(line.commonSource, title(line.common->answer)));
    if (line.common && !line.isInherited() && isReason(line.own->overrideReason))
        words.append(Text::tr("answered here because: %1").arg(asReason(line.own->overrideReason)));
    return words.join(u"; "_s);
}

/// What is answered, here or by a platform, though the item does not apply here; empty where nothing is.
QString notCountedInWords(const ChecklistLine &line)
{
    const Response &response = *line.response();
    if (response.answer == Answer::NotAnswered)
        return {};
    const QString recorded =
        line.isInherited()
            ? Text::tr("The common answer “%1” of %2 is recorded and does not count.")
                  .arg(title(response.answer), line.commonSource)
            : Text::tr("The answer “%1” is recorded and does not count.").arg(title(response.answer));
    if (!isReason(response.rationale))
        return recorded;
    return Text::tr("%1 Its rationale: %2").arg(recorded, asReason(response.rationale));
}

void addAnswer(const Dossier &dossier, const SystemFile &file, const ChecklistLine &line, ReportItem &item)
{
    const Checklist &checklist = file.checklist;
    const auto *response = line.response();
    const bool counts = line.applicability.state == Applicability::State::Applies;
    if (response && (counts || !line.isInherited())) { // a platform sees to nothing that it does not answer
        item.owner = file.nameOf(response->owner);
        item.due = response->due.value_or(QDate());
    }
    if (response && counts) {
        item.rationale = asReason(response->rationale);
        item.inheritance = inheritanceInWords(line);
        if (line.countsInherited())
            item.inheritedFrom = line.commonSource;
    }
    if (response && !counts)
        item.notCounted = notCountedInWords(line);
    for (const auto *packaged : dossier.evidence.sorted(line.evidence))
        item.evidence.append(evidenceOf(*packaged, checklist.evidence.value(packaged->evidence.id),
                                        dossier.checks, checklist.judgedOn(dossier.today)));
}

const Event &eventOf(const Checklist &checklist, const ChecklistLine &line)
{
    return checklist.catalogue->events().at(size_t(line.applicability.event));
}

void addWhoElse(const Checklist &checklist, const ChecklistLine &line, ReportItem &item)
{
    const auto &applicability = line.applicability;
    if (item.applicability == ReportApplicability::Waits && applicability.event >= 0)
        item.waitsFor = Text::tr("until %1").arg(eventOf(checklist, line).waitsUntil);
    if (item.applicability != ReportApplicability::BorneElsewhere)
        return;
    if (applicability.party >= 0)
        item.borneBy = checklist.circumstances.holders.at(size_t(applicability.party)).party;
    if (line.reliance) {
        item.heldFromParty = heldInWords(*line.reliance);
        item.leftToDo = line.reliance->ownDuty;
    }
    if (item.heldFromParty.isEmpty())
        item.heldFromParty = Text::tr("nothing");
}

/// Who answered the fact that takes the item out, when, and why; nothing where no person's answer counts.
QString answererInWords(const SystemFile &file, const ChecklistLine &line)
{
    const Checklist &checklist = file.checklist;
    const auto &applicability = line.applicability;
    if (applicability.state != Applicability::State::ConditionNotMet || applicability.isDecided ||
        applicability.fact < 0)
        return {};
    const Fact &fact = checklist.catalogue->facts().at(size_t(applicability.fact));
    const auto answer = std::ranges::find(checklist.factAnswers, fact.id, &FactAnswer::fact);
    if (answer == checklist.factAnswers.cend() || settledByRoles(fact, checklist.circumstances.holders))
        return {};
    return answererInWords(file, *answer);
}

QString reasonOf(const SystemFile &file, const ChecklistLine &line)
{
    const Checklist &checklist = file.checklist;
    const bool answeredSo = line.standing() == Standing::NotApplicable &&
                            line.applicability.state == Applicability::State::Applies;
    if (answeredSo)
        return asReason(line.response()->rationale);
    const QString answerer = answererInWords(file, line);
    return answerer.isEmpty() ? checklist.reason(line) : checklist.reason(line) + u' ' + answerer;
}

/// What was answered, where the count says otherwise until it is approved.
QString awaitingInWords(const ChecklistLine &line)
{
    return Text::tr("Answered “%1”; counted as “%2” until there is a reason and somebody has approved it.")
        .arg(title(line.response()->answer), title(line.counted));
}

/// Who approved that a person says it does not apply, and when that is to be looked at again.
QString approvalOf(const SystemFile &file, const ChecklistLine &line)
{
    const auto told = [&file](const std::optional<Id<Person>> &approver, std::optional<QDate> reviewOn) {
        const QString name = file.nameOf(approver);
        if (name.isEmpty())
            return Text::tr("Approved by nobody.");
        return reviewOn ? Text::tr("Approved by %1, to be looked at again on %2.")
                              .arg(name, reviewOn->toString(Qt::ISODate))
                        : Text::tr("Approved by %1, and no day is set to look at it again.").arg(name);
    };
    if (line.applicability.isDecided && line.decision && !line.decision->applies)
        return told(line.decision->approver, line.decision->reviewOn);
    const auto *response = line.response();
    const bool isAsked = line.applicability.state == Applicability::State::Applies;
    if (isAsked && response && response->answer == Answer::NotApplicable)
        return line.awaitsApproval() ? awaitingInWords(line) : told(response->approver, response->reviewOn);
    return {};
}

ReportItem itemOf(const Dossier &dossier, const SystemFile &file, const ChecklistLine &line)
{
    const Checklist &checklist = file.checklist;
    const auto &catalogue = *checklist.catalogue;
    const auto &item = checklist.item(line);
    const auto &principle = catalogue.principles().at(size_t(item.principle));
    ReportItem reported;
    reported.designator = item.id;
    reported.title = catalogue.titleOf(item);
    reported.phase = catalogue.phases().at(size_t(item.phase)).title;
    reported.principle = principle.clause + u' ' + principle.title;
    reported.verb = word(item.verb);
    reported.isShouldPart = !item.carriesProvisionVerb;
    reported.dutyHolder = dutyInWords(item);
    reported.applicability = applicabilityOf(line);
    reported.applicabilityReason = reasonOf(file, line);
    reported.approval = approvalOf(file, line);
    reported.status = markOf(line.standing());
    reported.references = referencesOf(dossier, catalogue.provisionOf(item).id);
    addAnswer(dossier, file, line, reported);
    addWhoElse(checklist, line, reported);
    return reported;
}

/// Why nothing of the phase is due; only asked when nothing is.
QString absenceOf(const Checklist &checklist, int phase)
{
    QString absence = Text::tr("not applicable");
    for (const auto &line : checklist.lines) {
        if (checklist.item(line).phase != phase)
            continue;
        if (line.standing() == Standing::Waiting)
            return Text::tr("waits for an event");
        if (line.standing() == Standing::ReliedUpon)
            absence = Text::tr("borne by another party");
    }
    return absence;
}

ReportPhase phaseOf(const Checklist &checklist, int index, const QList<Problem> &problems)
{
    const Tally &tally = checklist.phase(index);
    const auto count = [&](Problem::Kind kind) {
        return provisionsWith(kind, problems, *checklist.catalogue, index);
    };
    ReportPhase phase;
    phase.name = checklist.catalogue->phases().at(size_t(index)).title;
    phase.shall = tally.shall;
    phase.should = tally.should;
    phase.lapsedEvidence = count(Problem::Kind::EvidenceLapsed);
    phase.withoutEvidence = count(Problem::Kind::EvidenceMissing);
    phase.carried = count(Problem::Kind::InheritedToConfirm);
    if (phase.shall.due() + phase.should.due() == 0)
        phase.absence = absenceOf(checklist, index);
    return phase;
}

/// What is answered, counted and found of a system that is assessed.
void addAssessed(const Dossier &dossier, const SystemFile &file, ReportSystem &system)
{
    const Checklist &checklist = file.checklist;
    const auto problems = problemsOf(checklist, dossier.today, dossier.checks);
    if (const auto &assessment = checklist.assessment) {
        system.assessmentKind = inWords(*assessment);
        system.period = {assessment->periodFrom.value_or(QDate()), assessment->periodTo.value_or(QDate())};
        system.scope = assessment->scopeIn;
        system.exclusions = assessment->scopeOut.trimmed();
        system.outdated = file.outdated ? file.outdated->why : QString();
    }
    for (int phase = 0; phase < int(dossier.catalogue->phases().size()); ++phase)
        system.phases.append(phaseOf(checklist, phase, problems));
    for (const auto &line : checklist.lines)
        system.items.append(itemOf(dossier, file, line));
    Deviations deviations = composeDeviations(file, problems, dossier.today);
    system.exceptions = std::move(deviations.exceptions);
    system.gaps = std::move(deviations.gaps);
}

/// Of a system that is not assessed: why, and that its phases count nothing.
void addOutOfScope(const Dossier &dossier, const SystemFile &file, ReportSystem &system)
{
    const AiSystem &told = file.checklist.system;
    system.outOfScope = outOfScopeInWords(told, file.nameOf(told.outOfScopeApprover));
    system.scopeProblems = scopeProblems(told, file.checklist.judgedOn(dossier.today));
    for (const Phase &phase : dossier.catalogue->phases())
        system.phases.append({.name = phase.title});
}

}

QString answererInWords(const SystemFile &file, const FactAnswer &answer)
{
    const QString name = file.nameOf(answer.answeredBy);
    QStringList words;
    if (!name.isEmpty() && answer.answeredOn)
        words.append(Text::tr("Answered by %1 on %2.").arg(name, answer.answeredOn->toString(Qt::ISODate)));
    else
        words.append(Text::tr("Who answered that is not recorded."));
    if (isReason(answer.reason))
        words.append(Text::tr("Reason given: %1").arg(answer.reason));
    return words.join(u' ');
}

bool overridesCommonAnswer(const ChecklistLine &line)
{
    return line.applicability.state == Applicability::State::Applies && line.common && !line.isInherited() &&
           line.own && line.own->answer != line.common->answer;
}

ReportSystem composeSystem(const Dossier &dossier, const SystemFile &file)
{
    const Checklist &checklist = file.checklist;
    ReportSystem system;
    system.name = checklist.system.name;
    system.version = checklist.system.version;
    system.identifier = checklist.system.number;
    system.purpose = checklist.system.purpose;
    if (const auto *phase = dossier.catalogue->phase(QString(word(checklist.system.phase))))
        system.lifecyclePhase = phase->title;
    system.aiActCategory = inWords(checklist.system.aiActCategory);
    for (const auto &limitation : file.limitations)
        system.limitations.append(Text::tr("%1, noted on %2: %3")
                                      .arg(inWords(limitation.kind), limitation.notedOn.toString(Qt::ISODate),
                                           limitation.statement));
    for (const auto &held : checklist.roles)
        system.parties.append({title(held.role), held.party.name, {}});
    if (checklist.system.outOfScope)
        addOutOfScope(dossier, file, system);
    else
        addAssessed(dossier, file, system);
    for (const auto &asset : file.assets)
        system.assets.append({asset.name, inWords(asset.kind), asset.version,
                              asset.supplier ? file.named.parties.value(*asset.supplier).name : QString(),
                              asset.originUrl, asset.acquiredAt.value_or(QDateTime()),
                              asset.digest ? asset.digest->hex() : QString()});
    return system;
}

}
