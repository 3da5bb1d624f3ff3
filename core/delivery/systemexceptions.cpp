#include "core/delivery/systemreport.h"

#include "core/assessment/reason.h"
#include "core/evidence/approval.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemExceptions)
};

QString kindOf(Problem::Kind kind)
{
    switch (kind) {
    case Problem::Kind::RationaleMissing:
        return Text::tr("no reason given");
    case Problem::Kind::ApproverMissing:
        return Text::tr("not approved");
    case Problem::Kind::ReviewMissing:
        return Text::tr("no review date");
    case Problem::Kind::ReviewPassed:
        return Text::tr("review overdue");
    case Problem::Kind::EvidenceMissing:
        return Text::tr("no evidence");
    case Problem::Kind::FileMissing:
        return Text::tr("evidence file missing");
    case Problem::Kind::FileChanged:
        return Text::tr("evidence file altered");
    case Problem::Kind::FileUnreadable:
        return Text::tr("evidence file unreadable");
    case Problem::Kind::ApprovalIncomplete:
        return Text::tr("approval of evidence incomplete");
    case Problem::Kind::ApprovalToCome:
    case Problem::Kind::OnlyDrafts:
        return Text::tr("draft evidence");
    case Problem::Kind::EvidenceLapsed:
        return Text::tr("lapsed evidence");
    case Problem::Kind::PeriodUncovered:
        return Text::tr("period not covered");
    case Problem::Kind::Overdue:
        return Text::tr("overdue");
    case Problem::Kind::InheritedToConfirm:
        return Text::tr("not reconfirmed");
    case Problem::Kind::CommonAnswersDiffer:
        return Text::tr("common answers differ");
    case Problem::Kind::OverrideUnexplained:
        return Text::tr("override without a reason");
    case Problem::Kind::RolesContradict:
        return Text::tr("answer against the roles");
    case Problem::Kind::NothingHeld:
        break;
    }
    return Text::tr("nothing held");
}

/// Whether the problem is with what a person said not to apply, by an answer or a decision.
bool isAboutNotApplying(const Problem &problem, const ChecklistLine &line)
{
    switch (problem.kind) {
    case Problem::Kind::RationaleMissing:
    case Problem::Kind::ApproverMissing:
    case Problem::Kind::ReviewMissing:
    case Problem::Kind::ReviewPassed:
        return line.standing() == Standing::NotApplicable || line.awaitsApproval();
    default:
        break;
    }
    return false;
}

/// Collects what deviates in one line after the other.
class Collection
{
public:
    Collection(const SystemFile &file, QDate day)
        : m_file(file)
        , m_checklist(file.checklist)
        , m_day(day)
    {
    }

    void addLine(const ChecklistLine &line)
    {
        addAnswer(line);
        addDecision(line);
        addSaidNotToApply(line);
        addOverride(line);
        addDrafts(line);
    }

    /// What is of one kind shares a row, as several lapsed papers do, and so do several gaps of one period,
    /// which are a list of their own.
    void addProblem(const Problem &problem)
    {
        const auto &line = m_checklist.lines.at(size_t(problem.ordinal));
        if (problem.kind == Problem::Kind::PeriodUncovered)
            return addGap(m_checklist.item(line).id, problem.beside);
        ReportException exception = about(line, kindOf(problem.kind), problem.beside);
        if (isAboutNotApplying(problem, line))
            tellWhyNot(line, exception);
        if (problem.kind == Problem::Kind::RolesContradict)
            exception.reason = whoAnsweredFact(line);
        const auto isOfTheSame = [&exception](const ReportException &other) {
            return other.designator == exception.designator && other.kind == exception.kind;
        };
        auto &rows = m_found.exceptions;
        const auto row = std::find_if(rows.rbegin(), rows.rend(), isOfTheSame);
        if (row == rows.rend())
            rows.append(exception);
        else
            row->what += u' ' + problem.beside;
    }

    [[nodiscard]] const Deviations &found() const { return m_found; }

private:
    void addGap(const QString &designator, const QString &statement)
    {
        if (m_found.gaps.isEmpty() || m_found.gaps.last().designator != designator)
            m_found.gaps.append({designator, statement});
        else
            m_found.gaps.last().what += u' ' + statement;
    }

    [[nodiscard]] ReportException about(const ChecklistLine &line, const QString &kind,
                                        const QString &what) const
    {
        ReportException exception{kind, m_checklist.item(line).id, what, {}, {}, {}, {}, {}};
        if (const auto *response = line.response()) {
            exception.owner = m_file.nameOf(response->owner);
            exception.due = response->due.value_or(QDate());
        }
        return exception;
    }

    /// Of an answer "not applicable": another has nobody who approves it.
    void tellApproval(const Response &response, ReportException &exception) const
    {
        if (response.answer != Answer::NotApplicable)
            return;
        exception.approver = m_file.nameOf(response.approver);
        exception.until = response.reviewOn.value_or(QDate());
    }

    /// Why it is said not to apply, and by whom that was approved.
    void tellWhyNot(const ChecklistLine &line, ReportException &exception) const
    {
        if (line.applicability.state == Applicability::State::Applies) {
            exception.reason = asReason(line.response()->rationale);
            tellApproval(*line.response(), exception);
            return;
        }
        exception.reason = asReason(line.decision->reason);
        exception.approver = m_file.nameOf(line.decision->approver);
        exception.until = line.decision->reviewOn.value_or(QDate());
    }

    /// Of an item that depends on a fact a person has answered.
    [[nodiscard]] QString whoAnsweredFact(const ChecklistLine &line) const
    {
        const Fact &fact = m_checklist.catalogue->facts().at(size_t(line.applicability.fact));
        return answererInWords(m_file,
                               *std::ranges::find(m_checklist.factAnswers, fact.id, &FactAnswer::fact));
    }

    void addAnswer(const ChecklistLine &line)
    {
        const auto standing = line.standing();
        if (standing != Standing::NotMet && standing != Standing::PartlyMet)
            return;
        const auto &item = m_checklist.item(line);
        const bool notFollowed = item.verb == Verb::Should && standing == Standing::NotMet;
        const QString kind = notFollowed                    ? Text::tr("should not followed")
                             : standing == Standing::NotMet ? Text::tr("not met")
                                                            : Text::tr("partly met");
        ReportException exception = about(line, kind, m_checklist.catalogue->titleOf(item));
        exception.reason = asReason(line.response()->rationale);
        m_found.exceptions.append(exception);
    }

    void addDecision(const ChecklistLine &line)
    {
        if (!line.applicability.isDecided || !line.decision)
            return;
        const auto &decision = *line.decision;
        ReportException exception =
            about(line, Text::tr("override"),
                  decision.applies ? Text::tr("Decided to apply, against what the circumstances say.")
                                   : Text::tr("Decided not to apply, against what the circumstances say."));
        exception.reason = asReason(decision.reason);
        exception.approver = m_file.nameOf(decision.approver);
        exception.until = decision.reviewOn.value_or(QDate());
        exception.owner = m_file.nameOf(decision.decidedBy);
        m_found.exceptions.append(exception);
    }

    /// What an answer alone takes out of the count, though it is due by the circumstances.
    void addSaidNotToApply(const ChecklistLine &line)
    {
        const auto *response = line.response();
        if (line.standing() != Standing::NotApplicable || !response || line.applicability.isDecided ||
            line.applicability.state != Applicability::State::Applies)
            return;
        ReportException exception =
            about(line, Text::tr("override"),
                  Text::tr("Answered “not applicable”, against what the circumstances say."));
        exception.reason = asReason(response->rationale);
        tellApproval(*response, exception);
        m_found.exceptions.append(exception);
    }

    void addOverride(const ChecklistLine &line)
    {
        if (!overridesCommonAnswer(line))
            return;
        ReportException exception =
            about(line, Text::tr("override"),
                  Text::tr("Answered “%1”, though the common answer of %2 is “%3”.")
                      .arg(title(line.own->answer), line.commonSource, title(line.common->answer)));
        exception.reason =
            asReason(isReason(line.own->overrideReason) ? line.own->overrideReason : line.own->rationale);
        tellApproval(*line.own, exception);
        m_found.exceptions.append(exception);
    }

    /// Where every document is a draft the problem says so; here those that stand beside approved ones.
    void addDrafts(const ChecklistLine &line)
    {
        if (line.standing() == Standing::NotApplicable || line.restsOnDrafts())
            return;
        QStringList drafts;
        for (const auto &id : line.evidence) {
            const Evidence piece = m_checklist.evidence.value(id);
            if (stateOn(piece, m_day) == DocumentState::Draft)
                drafts.append(Text::tr("“%1”").arg(piece.title));
        }
        if (drafts.isEmpty())
            return;
        const QString what =
            drafts.size() == 1
                ? Text::tr("The evidence %1 is a draft and shows nothing yet.").arg(drafts.first())
                : Text::tr("%1 pieces of evidence are drafts and show nothing yet: %2.")
                      .arg(QString::number(drafts.size()), drafts.join(u", "_s));
        m_found.exceptions.append(about(line, Text::tr("draft evidence"), what));
    }

    const SystemFile &m_file;
    const Checklist &m_checklist;
    QDate m_day; ///< as of which it is judged
    Deviations m_found;
};

}

Deviations composeDeviations(const SystemFile &file, const QList<Problem> &problems, QDate today)
{
    const Checklist &checklist = file.checklist;
    Collection collection(file, checklist.judgedOn(today));
    auto problem = problems.cbegin();
    for (const auto &line : checklist.lines) {
        collection.addLine(line);
        for (; problem != problems.cend() && problem->ordinal == line.ordinal; ++problem)
            collection.addProblem(*problem);
    }
    return collection.found();
}

}
