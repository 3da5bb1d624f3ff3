#include "core/sample/samplestory.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reliance.h"
#include "core/assessment/response.h"
#include "core/base/calledname.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/roleassignment.h"
#include "core/workspace/changelabels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleStory)
};

/// What one person did of one kind on one day, as one change.
QList<StoryStep> joined(const QList<StoryStep> &steps)
{
    QList<StoryStep> result;
    for (const auto &step : steps) {
        if (!result.isEmpty()) {
            auto &last = result.last();
            if (last.on == step.on && last.actor == step.actor && last.changes.label == step.changes.label) {
                last.changes.edits += step.changes.edits;
                continue;
            }
        }
        result << step;
    }
    return result;
}

std::optional<QDate> ifValid(const QDate &date)
{
    return date.isValid() ? std::optional(date) : std::nullopt;
}

}

SampleStory::SampleStory(const Sample &sample, const Catalogue &catalogue, QHash<QString, SampleFile> files,
                         const Clock &clock, const Id<Party> &organisation, const Id<Person> &firstPerson)
    : m_sample(sample)
    , m_catalogue(catalogue)
    , m_files(std::move(files))
    , m_clock(clock)
{
    for (const auto &party : sample.parties)
        m_parties[party.id] = Id<Party>::generate(clock);
    for (const auto &somebody : sample.persons) {
        m_persons[somebody.id] = Id<Person>::generate(clock);
        m_personNames[somebody.id] = somebody.name;
    }
    m_parties[sample.parties.first().id] = organisation;
    m_persons[sample.persons.first().id] = firstPerson;
    for (const auto &platform : sample.platforms) {
        m_platforms[platform.id] = Id<Platform>::generate(clock);
        m_frames[platform.id] = {Id<Assessment>::generate(clock), platform.name,
                                 platform.assessment.startedOn};
    }
    for (const auto &system : sample.systems) {
        m_systems[system.id] = Id<AiSystem>::generate(clock);
        m_frames[system.id] = {Id<Assessment>::generate(clock), calledName(system.name, system.version),
                               system.assessment.startedOn};
    }
}

QList<StoryStep> SampleStory::steps() const
{
    QList<StoryStep> steps;
    addPeople(steps);
    for (const auto &platform : m_sample.platforms)
        addPlatform(steps, platform);
    for (const auto &system : m_sample.systems)
        addSystem(steps, system);
    for (const auto &evidence : m_sample.evidence)
        addEvidence(steps, evidence);
    for (const auto &platform : m_sample.platforms)
        addAnswers(steps, platform.id, platform.answers);
    for (const auto &system : m_sample.systems)
        addAnswers(steps, system.id, system.answers);
    // stable: what belongs to one day stays in the order above, in which nothing is used before it exists
    std::stable_sort(steps.begin(), steps.end(),
                     [](const StoryStep &a, const StoryStep &b) { return a.on < b.on; });
    QList<StoryStep> told = joined(steps);
    for (auto &step : told)
        nameAttaching(step.changes);
    return told;
}

/// A change that attaches evidence says in its name which, and to what.
void SampleStory::nameAttaching(ChangeSet &changes) const
{
    QStringList titles;
    QStringList items;
    QStringList holders;
    for (const auto &edit : changes.edits) {
        if (edit.table == Described<Evidence>::table)
            titles.append(edit.field("title"_L1)->after.shown());
        if (edit.table != Described<EvidenceUse>::table)
            continue;
        items.append(edit.field("item"_L1)->after.shown());
        for (const auto &frame : m_frames) {
            if (frame.assessment.text() == edit.field("assessment"_L1)->after.shown() &&
                !holders.contains(frame.name))
                holders.append(frame.name);
        }
    }
    if (titles.isEmpty())
        return;
    const QString what = items.size() == 1 ? items.first() : Text::tr("%n items", nullptr, int(items.size()));
    changes.label =
        items.isEmpty()
            ? Text::tr("Add %1 to the evidence").arg(piecesInWords(titles))
            : Text::tr("Attach %1 to %2 of %3").arg(piecesInWords(titles), what, holders.join(u", "_s));
}

void SampleStory::addPeople(QList<StoryStep> &steps) const
{
    ChangeSet changes(Text::tr("Register the parties and people of %1").arg(m_sample.organisation));
    for (const auto &sample : m_sample.parties.sliced(1))
        changes.create(Party{m_parties[sample.id], sample.name, sample.kind, sample.contact, {}});
    for (const auto &sample : m_sample.persons.sliced(1)) {
        changes.create(Person{.id = person(sample.id),
                              .name = sample.name,
                              .address = sample.address,
                              .function = sample.function,
                              .party = m_parties[sample.party],
                              .account = {},
                              .leftOn = {}});
    }
    const auto firstDay = m_sample.platforms.first().assessment.startedOn;
    steps.append({firstDay, person(m_sample.persons.first().id), changes});
}

void SampleStory::addPlatform(QList<StoryStep> &steps, const SamplePlatform &platform) const
{
    ChangeSet changes(Text::tr("Assess what %1 answers for all systems").arg(platform.name));
    changes.create(
        Platform{m_platforms[platform.id], platform.name, platform.kind, platform.description, {}});
    auto assessment = assessmentOf(platform.id, platform.assessment);
    assessment.platform = m_platforms[platform.id];
    changes.create(assessment);
    steps.append({platform.assessment.startedOn, person(platform.assessment.assessor), changes});
}

void SampleStory::addSystem(QList<StoryStep> &steps, const SampleSystem &system) const
{
    ChangeSet changes(Text::tr("Register %1").arg(calledName(system.name, system.version)));
    const auto &id = m_systems[system.id];
    AiSystem entity;
    entity.id = id;
    entity.number = system.number;
    entity.name = system.name;
    entity.version = system.version;
    entity.purpose = system.purpose;
    entity.acceptableUses = system.acceptableUses;
    entity.prohibitedUses = system.prohibitedUses;
    entity.businessUnit = system.businessUnit;
    entity.businessOwner = anyPerson(system.businessOwner);
    entity.technicalOwner = anyPerson(system.technicalOwner);
    entity.supplier = anyParty(system.supplier);
    entity.deploymentContext = system.deploymentContext;
    entity.jurisdiction = system.jurisdiction;
    entity.exposure = system.exposure;
    entity.dataSensitivity = system.dataSensitivity;
    entity.criticality = system.criticality;
    entity.generative = system.generative;
    entity.phase = system.phase;
    entity.approvalStatus = system.approvalStatus;
    entity.plannedRelease = ifValid(system.plannedRelease);
    entity.lastReview = ifValid(system.lastReview);
    entity.nextReview = ifValid(system.nextReview);
    entity.aiActCategory = system.aiActCategory;
    changes.create(entity);
    for (const auto &role : system.roles) {
        const auto &party = m_parties[role.party];
        changes.create(RoleAssignment{roleAssignmentId(id, role.role, party), id, role.role, party});
    }
    for (const auto &platform : system.platforms)
        changes.create(Inheritance{inheritanceId(id, m_platforms[platform]), id, m_platforms[platform]});
    addAssets(changes, system);
    auto assessment = assessmentOf(system.id, system.assessment);
    assessment.system = id;
    assessment.systemVersion = system.version;
    changes.create(assessment);
    steps.append({system.assessment.startedOn, person(system.businessOwner), changes});

    addEvents(steps, system);
    addFacts(steps, system);
    addReliances(steps, system);
}

void SampleStory::addAssets(ChangeSet &changes, const SampleSystem &system) const
{
    for (const auto &sample : system.assets) {
        Asset asset;
        asset.id = Id<Asset>::generate(m_clock);
        asset.kind = sample.kind;
        asset.name = sample.name;
        asset.version = sample.version;
        asset.supplier = anyParty(sample.supplier);
        asset.digest = sample.digest();
        asset.originUrl = sample.originUrl;
        asset.acquiredAt = sample.acquiredAt;
        asset.origin = sample.origin;
        asset.sensitivity = sample.sensitivity;
        asset.documentation = sample.documentation;
        asset.usedForTraining = sample.usedForTraining;
        changes.create(asset);
        const auto &systemId = m_systems[system.id];
        changes.create(AssetLink{assetLinkId(systemId, asset.id), systemId, asset.id, sample.purpose});
    }
}

void SampleStory::addEvents(QList<StoryStep> &steps, const SampleSystem &system) const
{
    const auto recorded = [&](const QDate &on) {
        return std::max(on, system.assessment.startedOn);
    };
    const auto &id = m_systems[system.id];
    for (const auto &event : system.events) {
        ChangeSet changes(Text::tr("Record events of %1").arg(system.name));
        changes.create(
            SystemEvent{Id<SystemEvent>::generate(m_clock), id, event.event, event.on, event.note});
        steps.append({recorded(event.on), person(system.technicalOwner), changes});
    }
    for (const auto &limitation : system.limitations) {
        ChangeSet changes(Text::tr("Note limits of %1").arg(system.name));
        changes.create(Limitation{
            Id<Limitation>::generate(m_clock), id, limitation.kind, limitation.statement, limitation.on, {}});
        steps.append({recorded(limitation.on), person(system.technicalOwner), changes});
    }
}

void SampleStory::addFacts(QList<StoryStep> &steps, const SampleSystem &system) const
{
    const auto &id = m_systems[system.id];
    ChangeSet changes(Text::tr("Answer the facts of %1").arg(system.name));
    for (const auto &fact : system.facts) {
        changes.create(FactAnswer{factAnswerId(id, fact.fact), id, fact.fact, fact.holds, fact.reason,
                                  person(fact.by), fact.on});
    }
    steps.append({system.facts.first().on, person(system.facts.first().by), changes});
}

void SampleStory::addReliances(QList<StoryStep> &steps, const SampleSystem &system) const
{
    if (system.reliances.isEmpty())
        return;
    const auto &assessment = m_frames[system.id].assessment;
    ChangeSet changes(Text::tr("Say what %1 relies upon").arg(system.name));
    for (const auto &reliance : system.reliances) {
        changes.create(Reliance{relianceId(assessment, reliance.item), assessment, reliance.item,
                                m_parties[reliance.party], reliance.holding, reliance.reference,
                                reliance.ownDuty});
    }
    steps.append({system.reliances.first().on, person(system.reliances.first().by), changes});
}

void SampleStory::addAnswers(QList<StoryStep> &steps, const QString &of,
                             const QList<SampleAnswer> &answers) const
{
    const auto &frame = m_frames[of];
    for (const auto &sample : answers) {
        ChangeSet changes(Text::tr("Answer items of %1").arg(frame.name));
        Response response;
        response.id = responseId(frame.assessment, sample.item);
        response.assessment = frame.assessment;
        response.item = sample.item;
        response.answer = sample.answer;
        response.rationale = sample.rationale;
        response.overrideReason = sample.overrideReason;
        response.owner = anyPerson(sample.owner);
        response.due = ifValid(sample.due);
        response.approver = anyPerson(sample.approvedBy);
        response.reviewOn = ifValid(sample.reviewOn);
        changes.create(response);
        if (sample.answer == Answer::NotApplicable) {
            changes.create(ApplicabilityDecision{.id = applicabilityDecisionId(frame.assessment, sample.item),
                                                 .assessment = frame.assessment,
                                                 .item = sample.item,
                                                 .applies = false,
                                                 .reason = sample.rationale,
                                                 .decidedBy = person(sample.by),
                                                 .decidedOn = sample.on,
                                                 .approver = response.approver,
                                                 .reviewOn = response.reviewOn});
        }
        steps.append({sample.on, person(sample.by), changes});
    }
}

void SampleStory::addEvidence(QList<StoryStep> &steps, const SampleEvidence &evidence) const
{
    const auto entity = evidenceOf(evidence);
    ChangeSet changes(Text::tr("Attach evidence"));
    changes.create(entity);
    auto on = evidence.collectedOn;
    for (const auto &use : evidence.uses) {
        const auto &frame = m_frames[use.of];
        on = std::max(on, frame.startedOn);
        for (const auto &item : use.items) {
            changes.create(EvidenceUse{evidenceUseId(entity.id, frame.assessment, item), entity.id,
                                       frame.assessment, item});
        }
    }
    steps.append({on, person(evidence.collectedBy), changes});
}

Assessment SampleStory::assessmentOf(const QString &of, const SampleAssessment &sample) const
{
    Assessment assessment;
    assessment.id = m_frames[of].assessment;
    assessment.catalogue = m_catalogue.id();
    assessment.catalogueVersion = m_catalogue.version();
    assessment.catalogueDigest = m_catalogue.digest();
    assessment.purpose = sample.purpose;
    assessment.periodFrom = sample.from;
    assessment.periodTo = sample.to;
    assessment.scopeIn = sample.scopeIn;
    assessment.scopeOut = sample.scopeOut;
    assessment.assessor = anyPerson(sample.assessor);
    assessment.independence = sample.independence;
    assessment.methods = sample.methods;
    assessment.intendedReaders = sample.intendedReaders;
    assessment.limitations = sample.limitations;
    assessment.startedOn = sample.startedOn;
    return assessment;
}

Evidence SampleStory::evidenceOf(const SampleEvidence &sample) const
{
    const auto &file = m_files[sample.id];
    Evidence evidence;
    evidence.id = Id<Evidence>::generate(m_clock);
    evidence.title = sample.title;
    evidence.originalName = sample.file;
    evidence.digest = file.digest;
    evidence.size = file.size;
    evidence.mediaType = file.mediaType;
    evidence.kind = sample.kind;
    evidence.state = sample.state;
    evidence.approvedBy = m_personNames.value(sample.approvedBy);
    evidence.approvedOn = ifValid(sample.approvedOn);
    evidence.version = sample.version;
    evidence.sourceSystem = sample.sourceSystem;
    evidence.obtainedBy = sample.obtainedBy;
    evidence.classification = sample.classification;
    evidence.coversFrom = sample.coversFrom;
    evidence.coversTo = sample.coversTo;
    evidence.validUntil = sample.validUntil;
    evidence.collectedBy = anyPerson(sample.collectedBy);
    evidence.collectedOn = sample.collectedOn;
    return evidence;
}

std::optional<Id<Person>> SampleStory::anyPerson(const QString &handle) const
{
    return handle.isEmpty() ? std::nullopt : std::optional(person(handle));
}

std::optional<Id<Party>> SampleStory::anyParty(const QString &handle) const
{
    return handle.isEmpty() ? std::nullopt : std::optional(m_parties.value(handle));
}

}
