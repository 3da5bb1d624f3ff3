#include "core/workspace/checklist.h"

#include "core/assessment/applicabilitystatement.h"
#include "core/evidence/approval.h"
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/closedrecord.h"
#include "core/workspace/systemcircumstances.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Checklist)
};

using LinesById = QHash<QString, ChecklistLine *>;

LinesById blankLines(Checklist &checklist)
{
    const auto &items = checklist.catalogue->items();
    checklist.lines.assign(items.size(), {});
    LinesById byId;
    for (const auto &item : items) {
        auto &line = checklist.lines.at(size_t(item.ordinal));
        line.ordinal = item.ordinal;
        byId.insert(item.id, &line);
    }
    return byId;
}

/// Hands every entity of the assessment to the line of its item; answers of another catalogue stay unseen.
template <class Entity, class Take>
Done distribute(const Connection &connection, const Id<Assessment> &assessment, const LinesById &lines,
                Take take)
{
    auto held = Repository<Entity>(connection).where(&Entity::assessment, assessment);
    if (!held)
        return tl::unexpected(held.error());
    for (const auto &entity : *held) {
        if (auto *line = lines.value(entity.item))
            take(*line, entity);
    }
    return {};
}

Done readOwn(const Connection &connection, const Id<Assessment> &assessment, const LinesById &lines)
{
    if (auto done = distribute<Response>(connection, assessment, lines,
                                         [](ChecklistLine &line, const Response &r) { line.own = r; });
        !done)
        return done;
    if (auto done = distribute<ApplicabilityDecision>(
            connection, assessment, lines,
            [](ChecklistLine &line, const ApplicabilityDecision &d) { line.decision = d; });
        !done)
        return done;
    return distribute<Reliance>(connection, assessment, lines,
                                [](ChecklistLine &line, const Reliance &r) { line.reliance = r; });
}

/// Where evidence used by that assessment is listed in the line; null where it is not.
using EvidenceOf = QList<Id<Evidence>> *(*)(ChecklistLine &, const Id<Assessment> &);

Done readEvidenceUses(const Connection &connection, const Id<Assessment> &assessment, const LinesById &lines,
                      Checklist &checklist, EvidenceOf answers)
{
    const auto used = Repository<Evidence>(connection)
                          .referredTo(&EvidenceUse::evidence, &EvidenceUse::assessment, assessment);
    if (!used)
        return tl::unexpected(used.error());
    QHash<Id<Evidence>, const Evidence *> held;
    held.reserve(used->size());
    for (const Evidence &evidence : *used) {
        if (!evidence.removedAt)
            held.insert(evidence.id, &evidence);
    }
    const auto take = [&](ChecklistLine &line, const EvidenceUse &use) {
        const Evidence *evidence = held.value(use.evidence);
        auto *shown = evidence ? answers(line, assessment) : nullptr;
        if (!shown)
            return;
        checklist.evidence.insert(evidence->id, *evidence);
        shown->append(evidence->id);
    };
    return distribute<EvidenceUse>(connection, assessment, lines, take);
}

QList<Id<Evidence>> *ofOwn(ChecklistLine &line, const Id<Assessment> &)
{
    return line.isInherited() ? &line.beside : &line.evidence;
}

QList<Id<Evidence>> *ofThisCommon(ChecklistLine &line, const Id<Assessment> &assessment)
{
    return line.isInherited() && line.common->assessment == assessment ? &line.evidence : nullptr;
}

Done readInherited(const Connection &connection, const Id<AiSystem> &system, const LinesById &lines,
                   Checklist &checklist)
{
    const auto sources = inheritsFrom(connection, system);
    if (!sources)
        return tl::unexpected(sources.error());
    for (const auto &[platform, assessment] : *sources) {
        const auto take = [&source = platform.name](ChecklistLine &line, const Response &r) {
            if (r.answer == Answer::NotAnswered)
                return;
            if (line.common) {
                if (line.common->answer != r.answer)
                    line.otherCommon.append(Text::tr("%1 says “%2”").arg(source, title(r.answer)));
                return;
            }
            line.common = r;
            line.commonSource = source;
        };
        auto done = distribute<Response>(connection, assessment.id, lines, take);
        if (done)
            done = readEvidenceUses(connection, assessment.id, lines, checklist, ofThisCommon);
        if (!done)
            return done;
    }
    return {};
}

Answer countedIn(const ChecklistLine &line, const Checklist &checklist, QDate today)
{
    const auto *response = line.response();
    if (!response)
        return Answer::NotAnswered;
    const auto isDraft = [&](const Id<Evidence> &id) {
        return stateOn(checklist.evidence[id], today) == DocumentState::Draft;
    };
    const bool restsOnDrafts =
        !line.evidence.isEmpty() && std::all_of(line.evidence.cbegin(), line.evidence.cend(), isDraft);
    return response->answer == Answer::Met && restsOnDrafts ? Answer::PartlyMet : countedAnswer(*response);
}

void countAnswers(Checklist &checklist, QDate today)
{
    for (auto &line : checklist.lines)
        line.counted = countedIn(line, checklist, today);
}

void rollUpLines(Checklist &checklist)
{
    std::vector<Applicability> applicability;
    std::vector<Answer> answers;
    for (const auto &line : checklist.lines) {
        applicability.push_back(line.applicability);
        answers.push_back(line.counted);
    }
    checklist.rollUp = rollUp(*checklist.catalogue, applicability, answers);
}

/// What was found at the closing stays found, whatever a later program would make of it.
Done holdTo(const QList<ItemStanding> &findings, Checklist &checklist)
{
    for (auto &line : checklist.lines) {
        const ItemStanding &finding = findings.at(line.ordinal);
        if (line.applicability.state != finding.state)
            line.applicability = {.state = finding.state};
        if (finding.answer() != Answer::NotAnswered && !line.response())
            return refuse(ErrorCode::Damaged,
                          Text::tr("The closed assessment says that %1 was answered, but no answer is there. "
                                   "Restore the newest backup, or have an engineer look at it.")
                              .arg(checklist.item(line).id));
        line.counted = finding.answer();
    }
    return {};
}

/// What is noted with the event for which the item applies, without its full stop.
QString noteOfEvent(const Checklist &checklist, const Applicability &applicability)
{
    if (applicability.state != Applicability::State::Applies || applicability.isDecided ||
        applicability.event < 0)
        return {};
    const QString &event = checklist.catalogue->events().at(size_t(applicability.event)).id;
    const auto &recorded = checklist.events;
    const auto last = std::find_if(recorded.crbegin(), recorded.crend(),
                                   [&event](const SystemEvent &each) { return each.event == event; });
    QString note = last == recorded.crend() ? QString() : last->note.trimmed();
    if (note.endsWith(u'.'))
        note.chop(1);
    return note;
}

void judgeApplicability(Checklist &checklist)
{
    const auto judged = applicabilityOf(*checklist.catalogue, checklist.circumstances);
    for (auto &line : checklist.lines)
        line.applicability = judged.at(size_t(line.ordinal));
}

/// The system held against the catalogue on that day, with the answers of that assessment.
Result<Checklist> readOf(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                         const Id<AiSystem> &system, const std::optional<Assessment> &assessment, QDate today)
{
    Checklist checklist;
    checklist.catalogue = catalogue;
    const auto found = Repository<AiSystem>(connection).find(system);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return refuse(ErrorCode::NotFound,
                      Text::tr("The record holds no such system. It may have been removed meanwhile."),
                      system.text());
    checklist.system = **found;
    checklist.assessment = assessment;

    const auto lines = blankLines(checklist);
    if (checklist.assessment) {
        if (auto read = readOwn(connection, checklist.assessment->id, lines); !read)
            return tl::unexpected(read.error());
    }
    if (auto read = readInherited(connection, system, lines, checklist); !read)
        return tl::unexpected(read.error());
    if (checklist.assessment) {
        if (auto read = readEvidenceUses(connection, checklist.assessment->id, lines, checklist, ofOwn);
            !read)
            return tl::unexpected(read.error());
    }
    if (auto read = readCircumstances(connection, today, checklist); !read)
        return tl::unexpected(read.error());
    judgeApplicability(checklist);
    countAnswers(checklist, today);
    rollUpLines(checklist);
    return checklist;
}

}

QString Checklist::reason(const ChecklistLine &line) const
{
    if (platform)
        return Text::tr(
                   "Counts for each system that takes over what %1 answers, where the item applies to it "
                   "and the system gives no answer of its own.")
            .arg(platform->name);
    const QString why = reasonInWords(*catalogue, circumstances, item(line), line.applicability);
    const QString note = noteOfEvent(*this, line.applicability);
    return note.isEmpty() ? why : Text::tr("%1 Noted with that: %2.").arg(why, note);
}

const ChecklistLine *Checklist::line(const QString &item) const
{
    const auto *found = catalogue->item(item);
    return found ? &lines.at(size_t(found->ordinal)) : nullptr;
}

int Checklist::unanswered() const
{
    return int(std::ranges::count(lines, Standing::NotAnswered, &ChecklistLine::standing));
}

QDate Checklist::judgedOn(QDate today) const
{
    return assessment ? assessment->closedOn.value_or(today) : today;
}

Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue, const Id<AiSystem> &system,
                                QDate today)
{
    const auto closed = ClosedRecord::ofCurrent(connection, system);
    if (!closed)
        return tl::unexpected(closed.error());
    return *closed ? readChecklist(**closed, catalogue)
                   : readPresentChecklist(connection, catalogue, system, today);
}

Result<Checklist> readChecklist(const ClosedRecord &closed, const std::shared_ptr<const Catalogue> &catalogue)
{
    const Assessment &assessment = closed.assessment();
    auto checklist =
        readOf(closed.connection(), catalogue, *assessment.system, assessment, *assessment.closedOn);
    const auto findings = findingsFromText(*catalogue, closed.findings().toUtf8());
    if (!checklist || !findings)
        return tl::unexpected(checklist ? findings.error() : checklist.error());
    if (auto held = holdTo(*findings, *checklist); !held)
        return tl::unexpected(held.error());
    const auto persons = Repository<Person>(closed.connection()).all();
    if (!persons)
        return tl::unexpected(persons.error());
    for (const Person &person : *persons)
        checklist->persons.insert(person.id, person);
    rollUpLines(*checklist);
    return checklist;
}

Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue,
                                const Id<Assessment> &which, QDate today)
{
    const auto assessment = Repository<Assessment>(connection).find(which);
    if (!assessment)
        return tl::unexpected(assessment.error());
    if (!*assessment)
        return refuse(ErrorCode::NotFound, Text::tr("The record holds no such assessment."), which.text());
    const auto record = ClosedRecord::of(connection, **assessment);
    if (!record)
        return tl::unexpected(record.error());
    if (!*record && !(*assessment)->closedOn && (*assessment)->system)
        return readOf(connection, catalogue, *(*assessment)->system, *assessment, today);
    if (!*record)
        return refuse(
            ErrorCode::NotFound,
            Text::tr("What this assessment rested on was not written down when it was closed, so it "
                     "cannot be shown as it was. Its answers are in the journal."),
            which.text());
    return readChecklist(**record, catalogue);
}

Result<Checklist> readPresentChecklist(const Connection &connection,
                                       const std::shared_ptr<const Catalogue> &catalogue,
                                       const Id<AiSystem> &system, QDate today)
{
    const auto assessment = currentAssessment(connection, system);
    if (!assessment)
        return tl::unexpected(assessment.error());
    return readOf(connection, catalogue, system, *assessment, today);
}

Result<Checklist> readChecklist(const Connection &connection,
                                const std::shared_ptr<const Catalogue> &catalogue,
                                const Id<Platform> &platform, QDate today)
{
    Checklist checklist;
    checklist.catalogue = catalogue;
    const auto found = Repository<Platform>(connection).find(platform);
    auto assessment = currentAssessment(connection, platform);
    if (!found || !assessment)
        return tl::unexpected(found ? assessment.error() : found.error());
    if (!*found)
        return refuse(ErrorCode::NotFound, Text::tr("The record holds no such platform."), platform.text());
    checklist.platform = **found;
    checklist.assessment = *assessment;

    const auto lines = blankLines(checklist);
    if (checklist.assessment) {
        if (auto read = readOwn(connection, checklist.assessment->id, lines); !read)
            return tl::unexpected(read.error());
        if (auto read = readEvidenceUses(connection, checklist.assessment->id, lines, checklist, ofOwn);
            !read)
            return tl::unexpected(read.error());
    }
    countAnswers(checklist, today);
    rollUpLines(checklist);
    return checklist;
}

}
