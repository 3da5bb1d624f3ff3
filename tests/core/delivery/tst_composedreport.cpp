#include "core/delivery/auditreportcomposer.h"
#include "core/delivery/evidencetable.h"
#include "core/delivery/frontmatter.h"
#include "core/delivery/indexpage.h"
#include "core/delivery/wording.h"
#include "core/workspace/problems.h"
#include "tests/support/twosystems.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class ComposedReportTest : public QObject
{
    Q_OBJECT

private:
    const TwoSystems m_bank;
    AuditReport m_report;

    const ReportSystem &system(const QString &name) const
    {
        return *std::find_if(m_report.systems.cbegin(), m_report.systems.cend(),
                             [&](const ReportSystem &system) { return system.name == name; });
    }
    const ReportItem &item(const QString &name, const QString &designator) const
    {
        const auto &items = system(name).items;
        return *std::find_if(items.cbegin(), items.cend(),
                             [&](const ReportItem &item) { return item.designator == designator; });
    }
    QStringList exceptions(const QString &name, const QString &designator) const
    {
        QStringList kinds;
        for (const auto &exception : system(name).exceptions) {
            if (exception.designator == designator)
                kinds.append(exception.kind);
        }
        return kinds;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto dossier =
            readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY2(dossier, dossier ? "" : qPrintable(dossier.error().message));
        m_report = composeAuditReport(*dossier, {u"Supervisor"_s, u"Inspection"_s, {}, u"package"_s});
    }

    void theFrontMatterIsThere()
    {
        QCOMPARE(m_report.systems.size(), 2);
        QCOMPARE(m_report.organisation, u"Nordbank"_s);
        QCOMPARE(m_report.standard, u"ETSI EN 304 223"_s);
        QCOMPARE(m_report.edition, u"V2.1.1 (2025-12)"_s);
        QCOMPARE(m_report.catalogueDigest, m_bank.catalogue->digest().hex());
        QCOMPARE(m_report.journalSequence, journalHead(*m_bank.reader())->sequence);
        QVERIFY(m_report.intendedReaders.contains(u"Supervisor"_s));
        QVERIFY(system(u"Fraud scoring"_s).limitations.join(u' ').contains(u"Rare card types"_s));
        QVERIFY(m_report.verification.first().command.contains(u"package.zip"_s));
        QVERIFY(m_report.verification.last().command.endsWith(
            u"--head %1:%2"_s.arg(m_report.journalSequence).arg(m_report.journalDigest)));
    }

    void everyItemIsInEverySystem()
    {
        for (const auto &system : m_report.systems)
            QCOMPARE(size_t(system.items.size()), m_bank.catalogue->items().size());
    }

    void theCountsAreTheChecklists()
    {
        const auto checklist = m_bank.checklist(m_bank.fraud);

        for (int phase = 0; phase < 5; ++phase) {
            QCOMPARE(system(u"Fraud scoring"_s).phases.at(phase).shall, checklist.phase(phase).shall);
            QCOMPARE(system(u"Fraud scoring"_s).phases.at(phase).should, checklist.phase(phase).should);
        }
    }

    void draftLapsedPartlyAndNotMetAreExceptions()
    {
        QVERIFY(exceptions(u"Fraud scoring"_s, u"5.1.1-1"_s).isEmpty());
        QVERIFY(exceptions(u"Fraud scoring"_s, u"5.1.1-2"_s).contains(u"draft evidence"_s));
        QVERIFY(exceptions(u"Fraud scoring"_s, u"5.1.2-1"_s).contains(u"lapsed evidence"_s));
        QVERIFY(exceptions(u"Fraud scoring"_s, u"5.1.2-1"_s).contains(u"partly met"_s));
        QVERIFY(exceptions(u"Chatbot"_s, u"5.1.1-1"_s).contains(u"not met"_s));
    }

    void daysWithoutEvidenceAreAListOfTheirOwn()
    {
        const auto report = m_bank.checklist(m_bank.fraud);
        const auto problems = problemsOf(report, TwoSystems::today);
        QSet<QString> uncovered;
        for (const Problem &problem : problems) {
            if (problem.kind == Problem::Kind::PeriodUncovered)
                uncovered.insert(report.item(report.lines.at(size_t(problem.ordinal))).id);
        }
        QSet<QString> listed;
        for (const ReportGap &gap : system(u"Fraud scoring"_s).gaps)
            listed.insert(gap.designator);

        QCOMPARE(listed, uncovered);
        for (const auto &exception : system(u"Fraud scoring"_s).exceptions)
            QVERIFY(exception.kind != u"period not covered");
    }

    void anExceptionSaysWhatIsMissingAndGivesNoOrders()
    {
        TwoSystems bank;
        Evidence policy;
        policy.state = DocumentState::Approved;
        bank.attachTo(bank.assessmentOf(bank.fraud), u"5.1.1-1"_s, u"p.txt"_s, "p", policy);
        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
        const auto report = composeAuditReport(*dossier, {});
        QString said;
        for (const auto &exception : report.systems.first().exceptions)
            said += exception.what;
        QVERIFY(said.contains(u"neither by whom nor when."_s) && !said.contains(u"call it a draft"_s));
    }

    void aDraftCoversNoDay()
    {
        Checklist checklist = m_bank.checklist(m_bank.fraud);
        checklist.assessment->periodFrom = QDate(2026, 1, 1);
        checklist.assessment->periodTo = QDate(2026, 6, 30);
        for (Evidence &evidence : checklist.evidence)
            evidence.state = DocumentState::Draft;
        const auto problems = problemsOf(checklist, TwoSystems::today);

        const QString whole = u"covers 2026-01-01 to 2026-06-30"_s;
        int claims = 0;
        for (const ChecklistLine &line : checklist.lines) {
            const Response *response = line.response();
            if (line.evidence.isEmpty() || !response || response->answer != Answer::Met)
                continue;
            ++claims;
            QVERIFY(std::any_of(problems.cbegin(), problems.cend(), [&](const Problem &problem) {
                return problem.ordinal == line.ordinal && problem.kind == Problem::Kind::PeriodUncovered &&
                       problem.statement.contains(whole);
            }));
        }
        QVERIFY(claims > 0);
    }

    void theEvidenceOfAnItemStandsInTheOrderOfItsNumbersEverywhere()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY(dossier);
        auto &lines = dossier->systems.front().checklist.lines;
        const auto line = std::ranges::find_if(
            lines, [](const ChecklistLine &each) { return each.standing() == Standing::Met; });
        QVERIFY(line != lines.end());
        line->evidence.clear();
        for (const PackagedEvidence &packaged : dossier->evidence.all()) {
            line->evidence.prepend(packaged.evidence.id);
            dossier->systems.front().checklist.evidence.insert(packaged.evidence.id, packaged.evidence);
        }
        QVERIFY(line->evidence.size() > 1);
        const QString designator = m_bank.catalogue->items().at(size_t(line->ordinal)).id;

        const auto report = composeAuditReport(*dossier, {});
        const auto uses = evidenceUses(*dossier);

        QStringList inReport;
        const auto &items = report.systems.first().items;
        for (const auto &evidence : std::ranges::find(items, designator, &ReportItem::designator)->evidence)
            inReport.append(evidence.reference);
        QStringList inTable;
        for (const auto &use : uses) {
            if (use.designator == designator && use.systemName == report.systems.first().name)
                inTable.append(use.packaged->reference);
        }
        QStringList inOrder = inReport;
        inOrder.sort();
        QCOMPARE(inReport.size(), line->evidence.size());
        QCOMPARE(inReport, inOrder);
        QCOMPARE(inTable, inOrder);
    }

    void anInheritedAnswerNamesItsSource()
    {
        const auto &hardened = item(u"Fraud scoring"_s, u"5.2.2-1"_s);

        QCOMPARE(hardened.status, StatusMark::Met);
        QCOMPARE(hardened.inheritedFrom, u"Bank cloud"_s);
        QCOMPARE(hardened.evidence.first().title, u"Hardening baseline"_s);
    }

    void anOverriddenCommonAnswerNamesSourceAndReason()
    {
        TwoSystems bank;
        AnswerChange change;
        change.answer = Answer::PartlyMet;
        change.rationale = u"Two of five servers."_s;
        change.overrideReason = u"It runs in its own hall."_s;
        bank.answer(bank.assessmentOf(bank.fraud), u"5.2.2-1"_s, change);
        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
        QVERIFY(dossier);

        const AuditReport report = composeAuditReport(*dossier, {{}, {}, {}, u"package"_s});

        const auto &items = report.systems.first().items;
        const auto own = std::find_if(items.cbegin(), items.cend(),
                                      [](const ReportItem &item) { return item.designator == u"5.2.2-1"; });
        QCOMPARE(own->rationale, u"Two of five servers."_s);
        QVERIFY(own->inheritance.contains(u"Bank cloud"_s));
        QVERIFY(own->inheritance.contains(u"It runs in its own hall."_s));
        const auto &exceptions = report.systems.first().exceptions;
        QVERIFY(std::any_of(exceptions.cbegin(), exceptions.cend(), [](const ReportException &exception) {
            return exception.designator == u"5.2.2-1" && exception.kind == u"override" &&
                   exception.reason == u"It runs in its own hall.";
        }));
    }

    void whatIsReliedUponIsListedApart()
    {
        const auto &items = system(u"Chatbot"_s).items;
        const auto relied = std::find_if(items.cbegin(), items.cend(), [](const ReportItem &item) {
            return item.applicability == ReportApplicability::BorneElsewhere &&
                   item.heldFromParty.contains(u"Letter"_s);
        });

        QVERIFY(relied != items.cend());
        QCOMPARE(relied->status, StatusMark::ReliedUpon);
        QCOMPARE(relied->borneBy, u"Acme AI"_s);
        QCOMPARE(relied->leftToDo, u"Check each new version."_s);
    }

    void aProvisionNamesWhereOtherFrameworksAskForTheLike()
    {
        const auto &references = item(u"Fraud scoring"_s, u"5.1.1-1"_s).references;

        QVERIFY(std::any_of(references.cbegin(), references.cend(), [](const ReportReference &reference) {
            return reference.framework == u"ISO/IEC 27001"_s && reference.clause.contains(u"A.6.3"_s) &&
                   !reference.basis.isEmpty();
        }));
    }

    void anotherCatalogueThanTheOneAssessedAgainstIsSaid()
    {
        auto dossier = readDossier(*m_bank.reader(), m_bank.catalogue, m_bank.both(), TwoSystems::today);
        QVERIFY(dossier);
        QCOMPARE(reservations(*dossier), QStringList());

        dossier->systems.front().checklist.assessment->catalogueDigest = Digest();

        const auto warnings = reservations(*dossier);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().startsWith(dossier->systems.front().checklist.system.name));
        QVERIFY(composeAuditReport(*dossier, {}).limitations.contains(warnings.first()));
    }

    void whatTheFrontPagesLeaveOpenIsSaidBeforeTheyLeave()
    {
        TwoSystems bank;
        const auto remarks = [&bank] {
            return frontMatterRemarks(*bank.reader(), *bank.catalogue, {bank.chatbot.id})->join(u' ');
        };
        QVERIFY(remarks().contains(u"Chatbot"_s) && remarks().contains(u"methods"_s));
        AssessmentDescription all;
        all.purpose = AssessmentPurpose::InternalAudit;
        all.periodTo.emplace(TwoSystems::today);
        all.independence = u"Not of the team"_s;
        all.methods = u"Interviews"_s;
        all.intendedReaders = u"The supervisor"_s;
        all.limitations = u"No penetration test"_s;

        bank.fixture.commit(*planDescription(*bank.reader(), bank.chatbot, all));

        QCOMPARE(remarks(), QString());
        const auto dossier =
            readDossier(*bank.reader(), bank.catalogue, {bank.chatbot.id}, TwoSystems::today);
        const auto report = composeAuditReport(*dossier, {});
        QCOMPARE(report.kind, u"Internal audit"_s);
        QCOMPARE(report.methods, u"Interviews"_s);
        QCOMPARE(report.independence, u"Not of the team"_s);
        QVERIFY(report.intendedReaders.contains(u"The supervisor"_s));
        QVERIFY(report.limitations.contains(u"No penetration test"_s));
    }

    void whoAnsweredTheFactThatTakesAnItemOutIsSaid()
    {
        TwoSystems bank;
        const Checklist checklist = bank.checklist(bank.fraud);
        const auto out = std::ranges::find_if(checklist.lines, [](const ChecklistLine &line) {
            return line.applicability.state == Applicability::State::ConditionNotMet;
        });
        QVERIFY(out != checklist.lines.cend() && out->applicability.fact >= 0);
        const QString fact = bank.catalogue->facts().at(size_t(out->applicability.fact)).id;
        const auto reason = [&bank, item = checklist.item(*out).ordinal] {
            const auto dossier =
                readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
            return composeAuditReport(*dossier, {}).systems.first().items.at(item).applicabilityReason;
        };
        const auto answer = std::ranges::find(checklist.factAnswers, fact, &FactAnswer::fact);
        QVERIFY(answer != checklist.factAnswers.cend());
        FactAnswer anonymous = *answer;
        anonymous.answeredBy.reset();
        anonymous.reason.clear();
        FactAnswer signedAnswer = anonymous;
        signedAnswer.answeredBy = bank.fixture->actor();
        signedAnswer.answeredOn = QDate(2026, 4, 5);
        signedAnswer.reason = u"Nothing is bought."_s;

        bank.fixture.commit(ChangeSet(u"Sign"_s).change(*answer, signedAnswer));
        const QString name = bank.fixture.all<Person>().first().name;
        QVERIFY2(
            reason().endsWith(u"Answered by %1 on 2026-04-05. Reason given: Nothing is bought."_s.arg(name)),
            qPrintable(reason()));

        bank.fixture.commit(ChangeSet(u"Forget"_s).change(signedAnswer, anonymous));
        QVERIFY(reason().endsWith(u"Who answered that is not recorded."_s));
    }

    void theIndexPageSaysWhichAssessmentItTellsAndNothingEmpty()
    {
        TwoSystems bank;
        QVERIFY(bank.fraud.purpose.isEmpty());
        bank.fixture.commit(*planClose(*bank.reader(), bank.catalogue, bank.fraud, bank.occasion()));
        const auto closed = bank.assessmentOf(bank.fraud);
        bank.fixture.commit(*planStart(*bank.reader(), *bank.catalogue, bank.fraud, bank.occasion()));
        const auto page = [&](const NamedAssessments &named) {
            const auto dossier =
                readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today, named);
            return QString::fromUtf8(indexPage(*dossier, composeAuditReport(*dossier, {}), u"p"_s));
        };

        const QString earlier = page({{bank.fraud.id, closed}});
        const QString current = page({});

        QVERIFY(earlier.contains("begun on 2026-11-21, closed on 2026-11-21"_L1));
        QVERIFY(current.contains("begun on 2026-11-21, still open"_L1));
        QVERIFY(!earlier.contains("<p></p>"_L1) && !current.contains("<p></p>"_L1));
    }

    void aReportAloneHasNoPaths()
    {
        const auto dossier =
            readDossier(*m_bank.reader(), m_bank.catalogue, {m_bank.fraud.id}, TwoSystems::today);
        const auto alone = composeAuditReport(*dossier, {});

        for (const auto &item : alone.systems.first().items) {
            for (const auto &evidence : item.evidence)
                QVERIFY(!evidence.location.startsWith(u"data/"_s));
        }
    }

    void evidenceBesideAnInheritedAnswerIsListedWithItsProvision()
    {
        TwoSystems bank;
        Evidence own;
        own.title = u"Own hardening notes"_s;
        bank.attachTo(bank.assessmentOf(bank.fraud), u"5.2.2-1"_s, u"own.txt"_s, "notes", own);
        QVERIFY(bank.checklist(bank.fraud).line(u"5.2.2-1"_s)->isInherited());
        const auto dossier = readDossier(*bank.reader(), bank.catalogue, {bank.fraud.id}, TwoSystems::today);
        QVERIFY(dossier);

        const auto rows = QString::fromUtf8(evidenceCsv(*dossier)).split(u"\r\n"_s);
        const auto page = QString::fromUtf8(indexPage(*dossier, composeAuditReport(*dossier, {}), u"p"_s));

        for (const auto &title : {u"Own hardening notes"_s, u"Hardening baseline"_s}) {
            const auto row = rows.filter(title).value(0);
            QVERIFY2(row.contains("5.2.2-1"_L1) && row.endsWith("Bank cloud"_L1), qPrintable(row));
        }
        QVERIFY(rows.filter(u"Training policy"_s).value(0).endsWith(u','));
        QVERIFY(page.contains("whose answer is inherited from <bdi>Bank cloud</bdi>"_L1));
        QVERIFY(!page.contains("other assessments"_L1));
    }
};

QTEST_GUILESS_MAIN(ComposedReportTest)
#include "tst_composedreport.moc"
