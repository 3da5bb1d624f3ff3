#include "core/sample/samplereader.h"

#include "core/sample/jsonplace.h"
#include "core/sample/storydays.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleReader)
};

const auto organisationFile = u"organisation.json"_s;

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
            .kind = place.word<PartyKind>("kind"_L1),
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
            .answer = place.word<Answer>("answer"_L1),
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
    SampleAssessment assessment{.purpose = place.word<AssessmentPurpose>("purpose"_L1),
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
            .kind = place.word<PlatformKind>("kind"_L1),
            .description = place.text("description"_L1),
            .assessment = readAssessment(place.place("assessment"_L1)),
            .answers = listOf(place, "answers"_L1, readAnswer)};
}

SampleRole readRole(JsonPlace &place)
{
    return {.role = place.word<Role>("role"_L1), .party = place.text("party"_L1)};
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
    return {.kind = place.word<LimitationKind>("kind"_L1),
            .on = place.date("on"_L1),
            .statement = place.text("statement"_L1)};
}

SampleAsset readAsset(JsonPlace &place)
{
    return {.id = place.text("id"_L1),
            .kind = place.word<AssetKind>("kind"_L1),
            .name = place.text("name"_L1),
            .version = place.text("version"_L1),
            .supplier = place.optionalText("supplier"_L1),
            .originUrl = place.text("originUrl"_L1),
            .origin = place.word<Origin>("origin"_L1),
            .sensitivity = place.word<Sensitivity>("sensitivity"_L1),
            .documentation = place.word<Documentation>("documentation"_L1),
            .usedForTraining = place.boolean("usedForTraining"_L1),
            .acquiredAt = place.moment("acquiredAt"_L1),
            .digestOf = place.text("digestOf"_L1),
            .purpose = place.text("purpose"_L1)};
}

SampleReliance readReliance(JsonPlace &place)
{
    return {.item = place.text("item"_L1),
            .party = place.text("party"_L1),
            .holding = place.word<Holding>("holding"_L1),
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
            .exposure = place.word<Exposure>("exposure"_L1),
            .dataSensitivity = place.word<Sensitivity>("dataSensitivity"_L1),
            .criticality = place.word<Criticality>("criticality"_L1),
            .generative = place.boolean("generative"_L1),
            .phase = place.word<LifecyclePhase>("phase"_L1),
            .approvalStatus = place.word<ApprovalStatus>("approvalStatus"_L1),
            .plannedRelease = place.optionalDate("plannedRelease"_L1),
            .lastReview = place.date("lastReview"_L1),
            .nextReview = place.date("nextReview"_L1),
            .aiActCategory = place.word<AiActCategory>("aiActCategory"_L1),
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
            .kind = place.word<EvidenceKind>("kind"_L1),
            .state = place.word<DocumentState>("state"_L1),
            .approvedBy = place.optionalText("approvedBy"_L1),
            .approvedOn = place.optionalDate("approvedOn"_L1),
            .version = place.text("version"_L1),
            .sourceSystem = place.text("sourceSystem"_L1),
            .obtainedBy = place.text("obtainedBy"_L1),
            .classification = place.word<Classification>("classification"_L1),
            .coversFrom = place.date("coversFrom"_L1),
            .coversTo = place.date("coversTo"_L1),
            .validUntil = place.date("validUntil"_L1),
            .collectedBy = place.text("collectedBy"_L1),
            .collectedOn = place.date("collectedOn"_L1),
            .uses = listOf(place, "uses"_L1, readUse),
            .content = place.object("content"_L1)};
}

Result<QByteArray> bytesOf(const QString &folder, const QString &name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ErrorCode::NotFound,
                      Text::tr("The sample's file %1 cannot be read.").arg(file.fileName()),
                      file.errorString());
    return file.readAll();
}

/// From the day as of which the sample is written down to the day that it is at `clock` in its time zone.
Result<StoryDays> daysUntilNow(const QString &folder, const Clock &clock)
{
    const auto bytes = bytesOf(folder, organisationFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto written = JsonPlace::parse(organisationFile, *bytes);
    if (!written)
        return tl::unexpected(written.error());
    const auto asOf = written->date("asOf"_L1);
    const auto timeZone = written->text("timeZone"_L1);
    if (const auto done = written->done(); !done)
        return tl::unexpected(done.error());
    return StoryDays(asOf, clock.now().toTimeZone(QTimeZone(timeZone.toLatin1())).date());
}

Result<JsonPlace> openPlace(const QString &folder, const QString &name, const StoryDays &days)
{
    const auto bytes = bytesOf(folder, name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return JsonPlace::parse(name, days.moved(QString::fromUtf8(*bytes)).toUtf8());
}

}

Result<Sample> readSample(const Clock &clock, const QString &folder)
{
    const auto days = daysUntilNow(folder, clock);
    if (!days)
        return tl::unexpected(days.error());
    auto organisation = openPlace(folder, organisationFile, *days);
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
        auto system = openPlace(folder, name, *days);
        if (!system)
            return tl::unexpected(system.error());
        sample.systems << readSystem(*system);
        system->refuseTheRest();
        if (const auto done = system->done(); !done)
            return tl::unexpected(done.error());
    }

    auto evidence = openPlace(folder, u"evidence.json"_s, *days);
    if (!evidence)
        return tl::unexpected(evidence.error());
    sample.evidence = listOf(*evidence, "evidence"_L1, readEvidence);
    evidence->refuseTheRest();
    if (const auto done = evidence->done(); !done)
        return tl::unexpected(done.error());
    return sample;
}

}
