#pragma once

#include "core/assessment/countsbyverb.h"
#include "core/report/charts.h"
#include "core/report/statusmark.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace plimsoll {

/// A stretch of days; either end may be open, both open means none was recorded.
struct ReportPeriod
{
    QDate from{};
    QDate to{};
};

/// A piece of evidence as the auditor finds it in the package.
struct ReportEvidence
{
    QString reference{}; ///< its number in the package, "0012"; short, for tables
    QString title{};
    QString kind{};     ///< policy, procedure, implementation, monitoring and review
    QString digest{};   ///< SHA-256 in hexadecimal; empty for a link
    QString location{}; ///< path in the package, or the address of a link
    ReportPeriod period{};
    QDate validUntil{};
    QString state{};  ///< "approved 2026-03-01 by Jo Lee", "draft", "lapsed"
    QString damage{}; ///< what is wrong with its stored file, in a sentence; empty while nothing is known
};

/// Where another framework asks for the like, and whether a source says so or it was judged.
struct ReportReference
{
    QString framework{};
    QString clause{};
    QString basis{};
};

enum class ReportApplicability { Applies, ConditionNotMet, Waits, BorneElsewhere };

/// A provision of the standard, or one part of it, in one system. The statement of applicability, the lists
/// of what waits, what is relied upon and which parts are only recommended, and the provision's own block are
/// all printed from this one value.
struct ReportItem
{
    QString designator{}; ///< 5.1.3-1 or, for a part, 5.1.3-1/b
    QString title{};
    QString phase{};
    QString principle{}; ///< with its clause: "5.1.3 Evaluate the threats ..."
    QString verb{};
    bool isShouldPart =
        false; ///< a should inside a shall provision: listed apart, never counted with the shalls
    QString dutyHolder{};

    ReportApplicability applicability = ReportApplicability::Applies;
    QString applicabilityReason{};
    QString approval{};   ///< of a not applicable: by whom, and when it is looked at again
    QString notCounted{}; ///< an answer that is recorded and does not count, for the item does not apply here
    QString waitsFor{};   ///< the event, when it waits
    QString borneBy{};    ///< the party, when it is relied upon
    QString heldFromParty{}; ///< attestation, contract, report
    QString leftToDo{};      ///< what remains for ourselves beside the other party's duty

    StatusMark status = StatusMark::NotAnswered;
    QString rationale{};
    QString inheritedFrom{}; ///< the common answer's source; empty when the system answers for itself
    QString inheritance{};   ///< "carried, not reconfirmed", the reason of an override; may be empty
    QString owner{};
    QDate due{};
    QList<ReportEvidence> evidence{};
    QList<ReportReference> references{};
};

/// A deviation: not met, partly met, a should not followed, an override, evidence that is lapsed or a draft
/// or whose file is not what was stored.
struct ReportException
{
    QString kind{};
    QString designator{};
    QString what{};
    QString reason{};
    QString approver{};
    QDate until{}; ///< end or next review
    QString owner{};
    QDate due{};
};

/// A part of the assessment's period that no evidence of an item covers.
struct ReportGap
{
    QString designator{};
    QString what{};
};

struct ReportAsset
{
    QString name{};
    QString kind{};
    QString version{};
    QString supplier{};
    QString origin{}; ///< address
    QDateTime acquiredAt{};
    QString digest{};
};

/// Who holds a role of the standard.
struct ReportParty
{
    QString role{};
    QString party{};
    QString share{}; ///< which part of the duty, when several hold the role; may be empty
};

/// Shall and should of one phase, apart in every count. What waits, is relied upon or does not apply is
/// counted beside what is due, never within.
struct ReportPhase
{
    QString name{};
    AnswerCounts shall{};
    AnswerCounts should{};
    CountsByVerb lapsedEvidence{};
    CountsByVerb withoutEvidence{}; ///< answered met or partly met, and nothing shows it
    CountsByVerb carried{};         ///< from the assessment before, and not reconfirmed
    QString absence{};              ///< why nothing is due ("waits: decommission"), when nothing is
};

/// One system's assessment.
struct ReportSystem
{
    QString name{};
    QString version{};
    QString identifier{}; ///< the organisation's own id
    QString purpose{};
    QString lifecyclePhase{};
    QString aiActCategory{}; ///< information only; may be empty
    QString assessmentKind{};
    QString outdated{}; ///< why the assessment does not speak of the system as it is now; may be empty
    /// "Out of scope: Pure research; approved by Ann Approver; review on 2027-01-01" of a system that is not
    /// assessed: it has no items, and its phases count nothing. Empty for a system in scope.
    QString outOfScope{};
    QStringList scopeProblems{}; ///< what an auditor would ask about that
    ReportPeriod period{};
    QString scope{};
    QString exclusions{};      ///< what is excluded and why, as it was written
    QStringList limitations{}; ///< known limitations and residual risks, dated
    QList<ReportParty> parties{};
    QList<ReportPhase> phases{};
    QList<ReportItem> items{};
    QList<ReportException> exceptions{};
    QList<ReportGap> gaps{};
    QList<ReportAsset> assets{};
};

/// What an instruction says and the command that does it.
struct ReportStep
{
    QString text{};
    QString command{}; ///< may be empty
};

/// Everything an audit report says, composed elsewhere; this room only sets it on paper. Every text is
/// foreign: it is printed literally, never interpreted.
struct AuditReport
{
    QString title{};
    QString organisation{};
    QString kind{};   ///< "Self-assessment"
    QString period{}; ///< that of all systems, or a line for each that differs; empty where none is stated
    QDate issuedOn{};
    QString givenTime{}; ///< a sentence when the time is not that of the making; else empty
    bool isSample = false;

    QString standard{}; ///< "ETSI EN 304 223"
    QString edition{};  ///< "V2.1.1 (2025-12)"
    QString catalogue{};
    QString catalogueVersion{};
    QString catalogueDigest{};
    QString assessor{};
    QString independence{};
    QString methods{};
    QString intendedReaders{};
    QStringList limitations{};
    QString replaces{}; ///< the earlier package; empty when there is none

    QList<ReportSystem> systems{};

    qint64 journalSequence = 0;
    QString journalDigest{};
    QStringList restorations{}; ///< a sentence for each backup that took the place of the record
    QList<ReportStep> verification{};
};

}
