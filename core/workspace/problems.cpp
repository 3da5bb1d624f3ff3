#include "core/workspace/problems.h"

#include "core/assessment/applicabilitystatement.h"
#include "core/assessment/reason.h"
#include "core/evidence/approval.h"
#include "core/workspace/assessing.h"
#include "core/workspace/uncovereddays.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Problems)
};

QString day(QDate date)
{
    return date.toString(Qt::ISODate);
}

/// Of a stored file that is not unchanged.
Problem::Kind kindOf(Integrity damage)
{
    switch (damage) {
    case Integrity::Missing:
        return Problem::Kind::FileMissing;
    case Integrity::Changed:
    case Integrity::Replaced:
        return Problem::Kind::FileChanged;
    case Integrity::Unreadable:
    case Integrity::Unchanged:
        break;
    }
    return Problem::Kind::FileUnreadable;
}

/// Looks at one line and writes down what it finds.
class Inspection
{
public:
    Inspection(const Checklist &checklist, QDate today, QList<Problem> &found)
        : m_checklist(checklist)
        , m_today(today)
        , m_found(found)
    {
    }

    void inspect(const ChecklistLine &line)
    {
        m_line = &line;
        inspectFact();
        switch (line.standing()) {
        case Standing::Waiting:
            return;
        case Standing::ReliedUpon:
            inspectConfirmation();
            return inspectReliance();
        default:
            break;
        }
        inspectConfirmation();
        inspectOpenDecision();
        if (line.standing() == Standing::NotApplicable || line.awaitsApproval()) {
            inspectNotApplicable();
            return inspectDue();
        }
        if (const auto *response = line.response()) {
            inspectRationale(*response);
            inspectOverride();
        }
        inspectDue();
        inspectEvidence();
    }

private:
    void report(Problem::Kind kind, const QString &statement, const QString &beside,
                const QString &wayOut = {})
    {
        m_found.append({m_line->ordinal, kind, statement, wayOut, beside});
    }

    [[nodiscard]] QString designator() const { return m_checklist.item(*m_line).id; }

    /// What follows from the roles counts, whatever a person has answered.
    void inspectFact()
    {
        if (m_line->applicability.fact < 0)
            return;
        const Fact &fact = m_checklist.catalogue->facts().at(size_t(m_line->applicability.fact));
        const auto settled = settledByRoles(fact, m_checklist.circumstances.holders);
        const auto answer = std::ranges::find(m_checklist.factAnswers, fact.id, &FactAnswer::fact);
        if (!settled || answer == m_checklist.factAnswers.cend() || answer->holds == *settled)
            return;
        const QString contradiction =
            answer->holds ? Text::tr("“%1” is answered yes, but the roles say no, and that counts.")
                          : Text::tr("“%1” is answered no, but the roles say yes, and that counts.");
        report(Problem::Kind::RolesContradict,
               Text::tr("%1: %2").arg(designator(), contradiction.arg(fact.asks)),
               contradiction.arg(fact.asks), Text::tr("Answer it as the roles are, or set the roles right."));
    }

    void inspectReliance()
    {
        if (!m_line->reliance || m_line->reliance->holding == Holding::Nothing)
            report(Problem::Kind::NothingHeld,
                   Text::tr("%1 is relied upon, but nothing is held from the party that bears it.")
                       .arg(designator()),
                   Text::tr("Relied upon, but nothing is held from the party that bears it."));
    }

    void inspectNotApplicable()
    {
        const bool answered = m_line->applicability.state == Applicability::State::Applies;
        if (!answered && !m_line->applicability.isDecided)
            return;
        const auto *response = m_line->response();
        const auto said = answered ? statementIn(*response) : statementIn(*m_line->decision);
        const auto &review = answered ? response->reviewOn : m_line->decision->reviewOn;
        if (!said.isReasoned)
            report(Problem::Kind::RationaleMissing,
                   Text::tr("%1 is said not to apply, but not why; it counts as not answered.")
                       .arg(designator()),
                   Text::tr("Said not to apply, but not why; it counts as not answered."));
        if (!said.isApproved)
            report(Problem::Kind::ApproverMissing,
                   Text::tr("%1 is said not to apply, but nobody has approved that; it counts as not "
                            "answered.")
                       .arg(designator()),
                   Text::tr("Said not to apply, but nobody has approved that; it counts as not answered."));
        if (!review)
            report(Problem::Kind::ReviewMissing,
                   Text::tr("%1 is said not to apply, but no day is set to look at that again.")
                       .arg(designator()),
                   Text::tr("Said not to apply, but no day is set to look at that again."));
        else if (*review < m_today)
            report(Problem::Kind::ReviewPassed,
                   Text::tr("%1 is said not to apply, and that was to be looked at again on %2.")
                       .arg(designator(), day(*review)),
                   Text::tr("Said not to apply, and that was to be looked at again on %1.").arg(day(*review)),
                   Text::tr("Look at it, and set the next day."));
    }

    void inspectConfirmation()
    {
        if (!m_line->isCarried())
            return;
        if (m_line->standing() == Standing::ReliedUpon)
            report(
                Problem::Kind::InheritedToConfirm,
                Text::tr("What is held for %1 was carried over and not reconfirmed.").arg(designator()),
                Text::tr("What is held from the party that bears it was carried over and not reconfirmed."));
        else if (m_line->applicability.isDecided)
            report(Problem::Kind::InheritedToConfirm,
                   Text::tr("That %1 does not apply was carried over and not reconfirmed.").arg(designator()),
                   Text::tr("That it does not apply was carried over and not reconfirmed."));
        else
            report(Problem::Kind::InheritedToConfirm,
                   Text::tr("The answer to %1 was carried over and not reconfirmed.").arg(designator()),
                   Text::tr("The answer was carried over and not reconfirmed."));
    }

    void inspectOpenDecision()
    {
        if (!m_line->hasOpenDecision())
            return;
        const auto said = statementIn(*m_line->decision);
        if (!said.isReasoned)
            report(Problem::Kind::RationaleMissing,
                   Text::tr("%1 is decided not to apply, but not why; it applies until that is said.")
                       .arg(designator()),
                   Text::tr("Decided not to apply, but not why; it applies until that is said."));
        if (!said.isApproved)
            report(Problem::Kind::ApproverMissing,
                   Text::tr("%1 is decided not to apply, but nobody has approved that; it applies until "
                            "somebody does.")
                       .arg(designator()),
                   Text::tr("Decided not to apply, but nobody has approved that; it applies until somebody "
                            "does."));
    }

    void inspectRationale(const Response &response)
    {
        const bool needsReason = response.answer == Answer::PartlyMet || response.answer == Answer::NotMet;
        if (needsReason && !isReason(response.rationale))
            report(
                Problem::Kind::RationaleMissing,
                Text::tr("%1 is answered “%2” without saying why.").arg(designator(), title(response.answer)),
                Text::tr("Answered “%1” without saying why.").arg(title(response.answer)));
    }

    void inspectOverride()
    {
        const auto &own = m_line->own;
        if (m_line->isInherited() && !m_line->otherCommon.isEmpty())
            report(Problem::Kind::CommonAnswersDiffer,
                   Text::tr("%1 is inherited from %2, the first by name, which says “%3”; %4.")
                       .arg(designator(), m_line->commonSource, title(m_line->common->answer),
                            m_line->otherCommon.join(u", "_s)),
                   Text::tr("Inherited from %1, the first by name, which says “%2”; %3.")
                       .arg(m_line->commonSource, title(m_line->common->answer),
                            m_line->otherCommon.join(u", "_s)));
        if (m_line->common && !m_line->isInherited() && own->answer != m_line->common->answer &&
            !isReason(own->overrideReason))
            report(Problem::Kind::OverrideUnexplained,
                   Text::tr("%1 is answered “%2” here though the common answer of %3 is “%4”, without saying "
                            "why.")
                       .arg(designator(), title(own->answer), m_line->commonSource,
                            title(m_line->common->answer)),
                   Text::tr("Answered “%1” here though the common answer of %2 is “%3”, without saying why.")
                       .arg(title(own->answer), m_line->commonSource, title(m_line->common->answer)));
    }

    void inspectDue()
    {
        const auto *response = m_line->response();
        const ItemStanding counted{m_line->applicability.state, quint8(m_line->counted)};
        if (!response || !response->due || *response->due >= m_today || !counted.isOpen())
            return;
        if (m_line->isInherited())
            report(Problem::Kind::Overdue,
                   Text::tr("The common answer of %1 to %2 was due on %3.")
                       .arg(m_line->commonSource, designator(), day(*response->due)),
                   Text::tr("The common answer of %1 was due on %2.")
                       .arg(m_line->commonSource, day(*response->due)));
        else
            report(Problem::Kind::Overdue,
                   Text::tr("%1 was due on %2.").arg(designator(), day(*response->due)),
                   Text::tr("It was due on %1.").arg(day(*response->due)));
    }

    void inspectEvidence()
    {
        const auto *response = m_line->response();
        const bool claims =
            response && (response->answer == Answer::Met || response->answer == Answer::PartlyMet);
        QList<Evidence> shown;
        for (const auto &id : m_line->evidence)
            shown.append(m_checklist.evidence[id]);
        if (claims && shown.isEmpty())
            report(Problem::Kind::EvidenceMissing,
                   Text::tr("Nothing is attached that shows %1.").arg(designator()),
                   Text::tr("Nothing is attached that shows it."));
        if (m_line->restsOnDrafts())
            report(Problem::Kind::OnlyDrafts,
                   Text::tr("%1 rests on drafts alone and is counted as partly met.").arg(designator()),
                   Text::tr("It rests on drafts alone and is counted as partly met."));
        for (const auto &evidence : std::as_const(shown)) {
            if (const QString fault = missingApproval(evidence, m_today); !fault.isEmpty())
                report(stateOn(evidence, m_today) == evidence.state ? Problem::Kind::ApprovalIncomplete
                                                                    : Problem::Kind::ApprovalToCome,
                       u"%1: %2"_s.arg(designator(), fault), fault, adviceOnApproval(evidence, m_today));
            if (evidence.validUntil && *evidence.validUntil < m_today)
                report(Problem::Kind::EvidenceLapsed,
                       Text::tr("The evidence “%1” for %2 was valid until %3.")
                           .arg(evidence.title, designator(), day(*evidence.validUntil)),
                       Text::tr("The evidence “%1” was valid until %2.")
                           .arg(evidence.title, day(*evidence.validUntil)));
        }
        if (claims && !shown.isEmpty())
            inspectPeriod(shown);
    }

    void inspectPeriod(const QList<Evidence> &shown)
    {
        const auto &assessment = m_checklist.assessment;
        if (!assessment || (!assessment->periodFrom && !assessment->periodTo)) // speaks of no day yet
            return;
        // Where nobody has set the end, today may still be covered before it is over.
        const QDate ends = std::min(assessment->periodTo.value_or(m_today.addDays(-1)), m_today);
        // An end alone is that day, as planClose() has it.
        const QDate begins = assessment->periodFrom ? *assessment->periodFrom : *assessment->periodTo;
        if (begins > ends)
            return;
        for (const UncoveredDays &days : uncoveredOn(m_today, begins, ends, shown)) {
            const QString span = days.from == days.to
                                     ? day(days.from)
                                     : Text::tr("%1 to %2").arg(day(days.from), day(days.to));
            if (days.seen == UncoveredDays::Seen::InDrafts)
                report(Problem::Kind::PeriodUncovered,
                       Text::tr("Nothing but drafts for %1 covers %2.").arg(designator(), span),
                       Text::tr("Nothing but drafts covers %1.").arg(span));
            else
                report(Problem::Kind::PeriodUncovered,
                       Text::tr("No evidence for %1 covers %2.").arg(designator(), span),
                       Text::tr("No evidence covers %1.").arg(span));
        }
    }

    const Checklist &m_checklist;
    QDate m_today;
    QList<Problem> &m_found;
    const ChecklistLine *m_line = nullptr;
};

}

QString inWords(const Problem &problem)
{
    return problem.wayOut.isEmpty() ? problem.statement : problem.statement + u' ' + problem.wayOut;
}

QList<Problem> problemsOf(const Checklist &checklist, QDate today)
{
    QList<Problem> found;
    Inspection inspection(checklist, checklist.judgedOn(today), found);
    for (const auto &line : checklist.lines)
        inspection.inspect(line);
    return found;
}

QList<Problem> fileProblemsOf(const Checklist &checklist, const FileChecks &checks)
{
    QList<Problem> found;
    for (const ChecklistLine &line : checklist.lines) {
        for (const auto &id : line.evidence) {
            const Evidence evidence = checklist.evidence.value(id);
            const auto check = evidence.digest ? checks.constFind(*evidence.digest) : checks.cend();
            if (check != checks.cend() && check->integrity != Integrity::Unchanged) {
                const QString damage = damageInWords(evidence.title, check->integrity);
                found.append({line.ordinal, kindOf(check->integrity),
                              u"%1: %2"_s.arg(checklist.item(line).id, damage),
                              adviceOnDamage(check->integrity), damage});
            }
        }
    }
    return found;
}

QList<Problem> problemsOf(const Checklist &checklist, QDate today, const FileChecks &checks)
{
    QList<Problem> found = problemsOf(checklist, today) + fileProblemsOf(checklist, checks);
    std::ranges::stable_sort(found, {}, &Problem::ordinal);
    return found;
}

CountsByVerb provisionsWith(Problem::Kind kind, const QList<Problem> &problems, const Catalogue &catalogue,
                            std::optional<int> phase)
{
    QSet<int> shall;
    QSet<int> should;
    QSet<int> shouldParts;
    for (const Problem &problem : problems) {
        const Item &item = catalogue.items().at(size_t(problem.ordinal));
        if (problem.kind != kind || (phase && item.phase != *phase))
            continue;
        if (!item.carriesProvisionVerb)
            shouldParts.insert(item.ordinal);
        else
            (item.verb == Verb::Shall ? shall : should).insert(item.provision);
    }
    return {int(shall.size()), int(should.size()), int(shouldParts.size())};
}

int itemsUncoveredOnceClosed(Checklist checklist, QDate today)
{
    if (!checklist.assessment)
        return 0;
    checklist.assessment = asClosed(*checklist.assessment, today);
    QSet<int> items;
    for (const Problem &problem : problemsOf(checklist, today)) {
        if (problem.kind == Problem::Kind::PeriodUncovered)
            items.insert(problem.ordinal);
    }
    return int(items.size());
}

std::vector<Fingerprint> filesOf(const Checklist &checklist)
{
    QMap<QString, Fingerprint> files;
    for (const Evidence &evidence : checklist.evidence) {
        if (evidence.digest)
            files.insert(evidence.digest->hex(), {*evidence.digest, evidence.size});
    }
    return {files.cbegin(), files.cend()};
}

}
