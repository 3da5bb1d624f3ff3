#include "core/sample/samplereader.h"

#include "core/sample/jsonplace.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleReader)
};

const QStringList answerWords{u"met"_s, u"partly"_s, u"not-met"_s, u"not-applicable"_s};
const QStringList partyWords{u"own"_s, u"unit"_s, u"supplier"_s};
const QStringList platformWords{u"organisation"_s, u"platform"_s};
const QStringList roleWords{u"developer"_s, u"system-operator"_s, u"data-custodian"_s};
const QStringList phaseWords{u"design"_s, u"development"_s, u"deployment"_s, u"maintenance"_s,
                             u"end-of-life"_s};
const QStringList exposureWords{u"internal"_s, u"partners"_s, u"customers"_s, u"public"_s};
const QStringList sensitivityWords{u"public"_s, u"internal"_s, u"confidential"_s, u"restricted"_s};
const QStringList criticalityWords{u"low"_s, u"medium"_s, u"high"_s, u"critical"_s};
const QStringList approvalWords{u"proposed"_s, u"approved"_s, u"withdrawn"_s};
const QStringList aiActWords{u"high-risk"_s, u"limited-risk"_s, u"minimal-risk"_s};
const QStringList limitationWords{u"known-limitation"_s, u"residual-risk"_s};
const QStringList assetWords{u"model"_s, u"dataset"_s, u"prompt"_s, u"component"_s};
const QStringList originWords{u"own"_s, u"public"_s, u"licensed"_s, u"customer"_s};
const QStringList documentationWords{u"good"_s, u"poor"_s};
const QStringList holdingWords{u"nothing"_s, u"attestation"_s, u"contract"_s, u"report"_s};
const QStringList purposeWords{u"self-assessment"_s, u"internal-audit"_s, u"external-audit"_s};
const QStringList evidenceWords{u"policy"_s, u"procedure"_s, u"implementation"_s, u"monitoring-and-review"_s};
const QStringList stateWords{u"draft"_s, u"approved"_s};

/// Each object of the list under `key`, read by `read`.
template <class T>
QList<T> listOf(JsonPlace &place, QLatin1StringView key, T (*read)(JsonPlace &))
{
    QList<T> things;
    for (auto &entry : place.list(key)) {
        things << read(entry);
        entry.refuseTheRest();
    }
    return things;
}

SampleParty readParty(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .name = place.text("name"_L1),
            .kind = place.word("kind"_L1, partyWords),
            .contact = place.text("contact"_L1)};
}

SamplePerson readPerson(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .name = place.text("name"_L1),
            .address = place.text("address"_L1),
            .party = place.text("party"_L1),
            .function = place.text("function"_L1)};
}

SampleAnswer readAnswer(JsonPlace &place)
{
    return {.item = place.text("item"_L1),
            .answer = place.word("answer"_L1, answerWords),
            .rationale = place.text("rationale"_L1),
            .by = place.text("by"_L1),
            .on = place.date("on"_L1),
            .owner = place.optionalText("owner"_L1),
            .due = place.optionalDate("due"_L1),
            .approvedBy = place.optionalText("approvedBy"_L1),
            .reviewOn = place.optionalDate("reviewOn"_L1),
            .overrideReason = place.optionalText("overrideReason"_L1)};
}

SampleAssessment readAssessment(JsonPlace place)
{
    SampleAssessment assessment{.purpose = place.word("purpose"_L1, purposeWords),
                                .from = place.date("from"_L1),
                                .to = place.date("to"_L1),
                                .scopeIn = place.text("scopeIn"_L1),
                                .scopeOut = place.text("scopeOut"_L1),
                                .assessor = place.text("assessor"_L1),
                                .independence = place.text("independence"_L1),
                                .methods = place.text("methods"_L1),
                                .intendedReaders = place.text("intendedReaders"_L1),
                                .limitations = place.text("limitations"_L1),
                                .startedOn = place.date("startedOn"_L1)};
    place.refuseTheRest();
    return assessment;
}

SamplePlatform readPlatform(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .name = place.text("name"_L1),
            .kind = place.word("kind"_L1, platformWords),
            .description = place.text("description"_L1),
            .assessment = readAssessment(place.place("assessment"_L1)),
            .answers = listOf(place, "answers"_L1, readAnswer)};
}

SampleRole readRole(JsonPlace &place)
{
    return {.role = place.word("role"_L1, roleWords), .party = place.text("party"_L1)};
}

SampleFact readFact(JsonPlace &place)
{
    return {.fact = place.text("fact"_L1),
            .holds = place.boolean("holds"_L1),
            .reason = place.text("reason"_L1),
            .by = place.text("by"_L1),
            .on = place.date("on"_L1)};
}

SampleEvent readEvent(JsonPlace &place)
{
    return {.event = place.text("event"_L1), .on = place.date("on"_L1), .note = place.text("note"_L1)};
}

SampleLimitation readLimitation(JsonPlace &place)
{
    return {.kind = place.word("kind"_L1, limitationWords),
            .on = place.date("on"_L1),
            .statement = place.text("statement"_L1)};
}

SampleAsset readAsset(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .kind = place.word("kind"_L1, assetWords),
            .name = place.text("name"_L1),
            .version = place.text("version"_L1),
            .supplier = place.optionalText("supplier"_L1),
            .originUrl = place.text("originUrl"_L1),
            .origin = place.word("origin"_L1, originWords),
            .sensitivity = place.word("sensitivity"_L1, sensitivityWords),
            .documentation = place.word("documentation"_L1, documentationWords),
            .usedForTraining = place.boolean("usedForTraining"_L1),
            .acquiredAt = place.moment("acquiredAt"_L1),
            .digestOf = place.text("digestOf"_L1),
            .purpose = place.text("purpose"_L1)};
}

SampleReliance readReliance(JsonPlace &place)
{
    return {.item = place.text("item"_L1),
            .party = place.text("party"_L1),
            .holding = place.word("holding"_L1, holdingWords),
            .reference = place.text("reference"_L1),
            .ownDuty = place.text("ownDuty"_L1),
            .by = place.text("by"_L1),
            .on = place.date("on"_L1)};
}

SampleSystem readSystem(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .number = place.text("number"_L1),
            .name = place.text("name"_L1),
            .version = place.text("version"_L1),
            .purpose = place.text("purpose"_L1),
            .acceptableUses = place.text("acceptableUses"_L1),
            .prohibitedUses = place.text("prohibitedUses"_L1),
            .businessUnit = place.text("businessUnit"_L1),
            .businessOwner = place.text("businessOwner"_L1),
            .technicalOwner = place.text("technicalOwner"_L1),
            .supplier = place.optionalText("supplier"_L1),
            .deploymentContext = place.text("deploymentContext"_L1),
            .jurisdiction = place.text("jurisdiction"_L1),
            .exposure = place.word("exposure"_L1, exposureWords),
            .dataSensitivity = place.word("dataSensitivity"_L1, sensitivityWords),
            .criticality = place.word("criticality"_L1, criticalityWords),
            .generative = place.boolean("generative"_L1),
            .phase = place.word("phase"_L1, phaseWords),
            .approvalStatus = place.word("approvalStatus"_L1, approvalWords),
            .plannedRelease = place.optionalDate("plannedRelease"_L1),
            .lastReview = place.date("lastReview"_L1),
            .nextReview = place.date("nextReview"_L1),
            .aiActCategory = place.word("aiActCategory"_L1, aiActWords),
            .platforms = place.texts("platforms"_L1),
            .roles = listOf(place, "roles"_L1, readRole),
            .facts = listOf(place, "facts"_L1, readFact),
            .events = listOf(place, "events"_L1, readEvent),
            .limitations = listOf(place, "limitations"_L1, readLimitation),
            .assets = listOf(place, "assets"_L1, readAsset),
            .reliances = listOf(place, "reliances"_L1, readReliance),
            .assessment = readAssessment(place.place("assessment"_L1)),
            .answers = listOf(place, "answers"_L1, readAnswer)};
}

SampleUse readUse(JsonPlace &place)
{
    return {.of = place.text("of"_L1), .items = place.texts("items"_L1)};
}

SampleEvidence readEvidence(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .title = place.text("title"_L1),
            .file = place.text("file"_L1),
            .kind = place.word("kind"_L1, evidenceWords),
            .state = place.word("state"_L1, stateWords),
            .approvedBy = place.optionalText("approvedBy"_L1),
            .approvedOn = place.optionalDate("approvedOn"_L1),
            .version = place.text("version"_L1),
            .sourceSystem = place.text("sourceSystem"_L1),
            .obtainedBy = place.text("obtainedBy"_L1),
            .classification = place.word("classification"_L1, sensitivityWords),
            .coversFrom = place.date("coversFrom"_L1),
            .coversTo = place.date("coversTo"_L1),
            .validUntil = place.date("validUntil"_L1),
            .collectedBy = place.text("collectedBy"_L1),
            .collectedOn = place.date("collectedOn"_L1),
            .uses = listOf(place, "uses"_L1, readUse),
            .content = place.object("content"_L1)};
}

Result<JsonPlace> openPlace(const QString &folder, const QString &name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ErrorCode::NotFound,
                      Text::tr("The sample's file %1 cannot be read.").arg(file.fileName()),
                      file.errorString());
    return JsonPlace::parse(name, file.readAll());
}

}

Result<Sample> readSample(const QString &folder)
{
    auto organisation = openPlace(folder, u"organisation.json"_s);
    if (!organisation)
        return tl::unexpected(organisation.error());
    Sample sample{.organisation = organisation->text("organisation"_L1),
                  .timeZone = organisation->text("timeZone"_L1),
                  .asOf = organisation->date("asOf"_L1),
                  .parties = listOf(*organisation, "parties"_L1, readParty),
                  .persons = listOf(*organisation, "persons"_L1, readPerson),
                  .platforms = listOf(*organisation, "platforms"_L1, readPlatform),
                  .systems = {},
                  .evidence = {}};
    const auto systemFiles = organisation->texts("systems"_L1);
    organisation->refuseTheRest();
    if (const auto done = organisation->done(); !done)
        return tl::unexpected(done.error());

    for (const auto &name : systemFiles) {
        auto system = openPlace(folder, name);
        if (!system)
            return tl::unexpected(system.error());
        sample.systems << readSystem(*system);
        system->refuseTheRest();
        if (const auto done = system->done(); !done)
            return tl::unexpected(done.error());
    }

    auto evidence = openPlace(folder, u"evidence.json"_s);
    if (!evidence)
        return tl::unexpected(evidence.error());
    sample.evidence = listOf(*evidence, "evidence"_L1, readEvidence);
    evidence->refuseTheRest();
    if (const auto done = evidence->done(); !done)
        return tl::unexpected(done.error());
    return sample;
}

}
