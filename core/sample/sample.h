#pragma once

#include "core/assessment/answer.h"
#include "core/assessment/assessment.h"
#include "core/assessment/reliance.h"
#include "core/evidence/evidence.h"
#include "core/inventory/asset.h"
#include "core/inventory/limitation.h"
#include "core/responsibility/role.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace plimsoll {

/// An organisation or a unit of one.
struct SampleParty
{
    QString id;
    QString name;
    PartyKind kind = PartyKind::Supplier;
    QString contact;
};

struct SamplePerson
{
    QString id;
    QString name;
    QString address;
    QString party;
    QString function;
};

/// One item answered, for a system or for a platform. Dates without a value are invalid.
struct SampleAnswer
{
    QString item; ///< designator, with its part where it has parts: `5.1.3-1/b`
    Answer answer = Answer::NotAnswered;
    QString rationale;
    QString by;
    QDate on;
    QString owner;
    QDate due;
    QString approvedBy;     ///< of a "not applicable"
    QDate reviewOn;         ///< of a "not applicable"
    QString overrideReason; ///< why the system does not take over its platform's answer
};

/// The frame in which one system or platform is answered; open, all of them.
struct SampleAssessment
{
    AssessmentPurpose purpose = AssessmentPurpose::SelfAssessment;
    QDate from;
    QDate to;
    QString scopeIn;
    QString scopeOut;
    QString assessor;
    QString independence;
    QString methods;
    QString intendedReaders;
    QString limitations;
    QDate startedOn;
};

/// Something several systems stand on, whose answers they inherit.
struct SamplePlatform
{
    QString id;
    QString name;
    PlatformKind kind = PlatformKind::Organisation;
    QString description;
    SampleAssessment assessment;
    QList<SampleAnswer> answers;
};

struct SampleRole
{
    Role role = Role::Developer;
    QString party;
};

struct SampleFact
{
    QString fact;
    bool holds = false;
    QString reason;
    QString by;
    QDate on;
};

struct SampleEvent
{
    QString event;
    QDate on;
    QString note;
};

/// A known limitation or a residual risk, dated.
struct SampleLimitation
{
    LimitationKind kind = LimitationKind::KnownLimitation;
    QDate on;
    QString statement;
};

struct SampleAsset
{
    QString id;
    AssetKind kind = AssetKind::Model;
    QString name;
    QString version;
    QString supplier; ///< id of a party; empty for our own
    QString originUrl;
    Origin origin = Origin::Unknown;
    Sensitivity sensitivity = Sensitivity::Unknown;
    Documentation documentation = Documentation::Unknown;
    bool usedForTraining = false;
    QDateTime acquiredAt;
    QString digestOf; ///< the text whose SHA-256 stands for the asset's content
    QString purpose;

    [[nodiscard]] Digest digest() const { return Digest::of(digestOf.toUtf8()); }
};

/// An item that another party bears: what we hold from it, and what stays with us.
struct SampleReliance
{
    QString item;
    QString party;
    Holding holding = Holding::Nothing;
    QString reference; ///< the document held
    QString ownDuty;
    QString by;
    QDate on;
};

struct SampleSystem
{
    QString id;
    QString number;
    QString name;
    QString version;
    QString purpose;
    QString acceptableUses;
    QString prohibitedUses;
    QString businessUnit;
    QString businessOwner;
    QString technicalOwner;
    QString supplier;
    QString deploymentContext;
    QString jurisdiction;
    Exposure exposure = Exposure::Unknown;
    Sensitivity dataSensitivity = Sensitivity::Unknown;
    Criticality criticality = Criticality::Unknown;
    bool generative = false;
    LifecyclePhase phase = LifecyclePhase::Design;
    ApprovalStatus approvalStatus = ApprovalStatus::Proposed;
    QDate plannedRelease; ///< invalid when none is planned
    QDate lastReview;
    QDate nextReview;
    AiActCategory aiActCategory = AiActCategory::NotAssessed;
    QStringList platforms;
    QList<SampleRole> roles;
    QList<SampleFact> facts;
    QList<SampleEvent> events;
    QList<SampleLimitation> limitations;
    QList<SampleAsset> assets;
    QList<SampleReliance> reliances;
    SampleAssessment assessment;
    QList<SampleAnswer> answers;
};

/// Which items of one system or platform a piece of evidence serves.
struct SampleUse
{
    QString of;
    QStringList items;
};

struct SampleEvidence
{
    QString id;
    QString title;
    QString file;
    EvidenceKind kind = EvidenceKind::Implementation;
    DocumentState state = DocumentState::Draft;
    QString approvedBy;
    QDate approvedOn;
    QString version;
    QString sourceSystem;
    QString obtainedBy;
    Classification classification = Classification::Unclassified;
    QDate coversFrom;
    QDate coversTo;
    QDate validUntil;
    QString collectedBy;
    QDate collectedOn;
    QList<SampleUse> uses;
    QJsonObject content; ///< what fileOf() makes the bytes from
};

/// Everything the sample workspace is made of, from resources/sample. Things are named by short handles
/// ("p-ines", "ev-017").
struct Sample
{
    QString organisation;
    QString timeZone;
    QDate asOf; ///< the day on which the story is told
    QList<SampleParty> parties;
    QList<SamplePerson> persons;
    QList<SamplePlatform> platforms;
    QList<SampleSystem> systems;
    QList<SampleEvidence> evidence;

    /// Null when no asset of any system has this id.
    [[nodiscard]] const SampleAsset *asset(const QString &id) const;
};

}
