#include "tests/support/bank.h"
#include "tests/support/ctl.h"
#include "tests/support/files.h"
#include "tests/support/pdftools.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

/// What reports and status say of an assessment, the present one or an earlier, and of what it rests on.
class AssessingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEarlierAssessmentIsExportedAgainByItsNumberOrItsLastDay()
    {
        const Bank bank;
        const auto before = closedAndStartedAnew(bank);
        const auto known =
            plimsollctl({u"assessment"_s, u"list"_s, bank.folder(), u"AI-001"_s, u"--json"_s}).json();
        const auto first = known["assessments"_L1][0].toObject();
        QCOMPARE(first["number"_L1].toInt(), 1);

        for (const auto &which : {u"1"_s, first["closed_on"_L1].toString(), first["id"_L1].toString()}) {
            const auto ended =
                exported(bank, u"pdf"_s, u"report.pdf"_s, {u"--assessment"_s, which, u"--replace"_s});
            QVERIFY2(ended.code == 0, ended.remarks.constData());
            const auto pages = withoutSpaces(pdfPages(bank.path(u"report.pdf"_s)).join(u' '));
            QVERIFY(pages.contains("Trueatthattime"_L1) && !pages.contains("Trueonlylater"_L1));
            QVERIFY(pages.contains("Alaterassessmentwasbegunon"_L1));
        }
        const auto package = exported(bank, u"package"_s, u"package.zip"_s, {u"--assessment"_s, u"1"_s});
        QVERIFY2(package.code == 0, package.remarks.constData());
        const auto verified = plimsollctl({u"verify"_s, bank.path(u"package.zip"_s), u"--json"_s});
        QCOMPARE(verified.code, 0);
        const QString closedOn = u"closed on "_s + first["closed_on"_L1].toString();
        const QJsonArray info = verified.json()["bag_info"_L1].toArray();
        QVERIFY(std::ranges::any_of(info, [&closedOn](const QJsonValue &pair) {
            return pair["name"_L1] == "Plimsoll-Assessment"_L1 &&
                   pair["value"_L1].toString().endsWith(closedOn);
        }));
        const auto journal = plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json();
        const QJsonArray edits = journal["entries"_L1][0]["edits"_L1].toArray();
        QCOMPARE(edits.last()["type"_L1].toString(), u"issued_system"_s);
        QCOMPARE(edits.last()["fields"_L1]["assessment"_L1][1], first["id"_L1]);
        for (const auto &record : {bank.folder(), bank.path(u"package.zip"_s)}) {
            const auto status =
                plimsollctl({u"status"_s, record, u"AI-001"_s, u"--assessment"_s, u"1"_s, u"--json"_s});
            QCOMPARE(status.json()["systems"_L1][0]["phases"_L1], before);
        }
    }

    void aPackageStandsAsTheAssessmentThatItsReportTells()
    {
        const Bank bank;
        const auto before = closedAndStartedAnew(bank);
        const QString path = bank.path(u"package.zip"_s);
        const auto package = exported(bank, u"package"_s, u"package.zip"_s, {u"--assessment"_s, u"1"_s});
        QVERIFY2(package.code == 0, package.remarks.constData());

        const auto words = plimsollctl({u"status"_s, path});
        const auto status = plimsollctl({u"status"_s, path, u"--json"_s}).json()["systems"_L1][0];
        const auto report =
            plimsollctl({u"export"_s, u"pdf"_s, path, u"AI-001"_s, u"-o"_s, bank.path(u"again.pdf"_s)});

        QCOMPARE(status["phases"_L1], before);
        const auto known = plimsollctl({u"assessment"_s, u"list"_s, path, u"AI-001"_s, u"--json"_s}).json();
        QCOMPARE(status["assessment"_L1], known["assessments"_L1][0]["id"_L1]);
        QVERIFY2(words.answers.contains("The report in the package tells this assessment: Self-assessment, "
                                        "begun on"),
                 words.answers.constData());
        QVERIFY2(report.code == 0, report.remarks.constData());
        const auto pages = withoutSpaces(pdfPages(bank.path(u"again.pdf"_s)).join(u' '));
        QVERIFY(pages.contains("Trueatthattime"_L1) && !pages.contains("Trueonlylater"_L1));
    }

    void whatStandsBesideTheSharesIsCountedByVerbAndNeverAdded()
    {
        const Bank bank;
        run(bank, {u"answer"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, u"met"_s});
        run(bank, {u"answer"_s, bank.folder(), u"AI-001"_s, u"5.2.1-1"_s, u"met"_s});
        run(bank, {u"answer"_s, bank.folder(), u"AI-001"_s, u"5.1.3-3"_s, u"met"_s});
        run(bank, {u"attach"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, bank.file(u"old.txt"_s, "old"),
                   u"--valid-until"_s, u"2020-12-31"_s});
        run(bank, {u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s});
        run(bank, {u"assessment"_s, u"start"_s, bank.folder(), u"AI-001"_s});

        const auto inWords = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s});
        const auto status = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s}).json();

        QVERIFY2(inWords.answers.contains(
                     "Shall provisions counted with lapsed evidence: 1; without any evidence: 1; "
                     "carried over from the assessment before and not reconfirmed: 2."),
                 inWords.answers.constData());
        QVERIFY2(inWords.answers.contains("Should provisions counted with lapsed evidence: 0; without any "
                                          "evidence: 1; carried over from the assessment before and not "
                                          "reconfirmed: 1."),
                 inWords.answers.constData());
        const auto besideOf = [](const QJsonValue &group) {
            return QList{group["lapsed_evidence"_L1].toInt(-1), group["without_evidence"_L1].toInt(-1),
                         group["not_reconfirmed"_L1].toInt(-1)};
        };
        const auto system = status["systems"_L1][0];
        QCOMPARE(besideOf(system["whole"_L1]["shall"_L1]), (QList{1, 1, 2}));
        QCOMPARE(besideOf(system["whole"_L1]["should"_L1]), (QList{0, 1, 1}));
        QCOMPARE(besideOf(system["phases"_L1][0]["shall"_L1]), (QList{1, 0, 1})); // design: 5.1.1-1 alone
    }

    void theGateSaysThatItCountsItemsAndEachOfItsReasonsIsOne()
    {
        const Bank bank;

        const auto ended =
            plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--require"_s, u"shall"_s, u"--json"_s});

        const auto system = ended.json()["systems"_L1][0]; // nothing is answered: every item is a reason
        const int provisions = system["whole"_L1]["shall"_L1]["due"_L1].toInt(-1);
        QCOMPARE(system["checked_items"_L1].toInt(-1), int(system["reasons"_L1].toArray().size()));
        QVERIFY(system["checked_items"_L1].toInt(-1) > provisions); // several have parts
    }

    void gapsOfThePeriodAreToldBeforeTheClosingAndCountedWithIt()
    {
        const Bank bank;
        run(bank, {u"answer"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, u"met"_s});
        run(bank, {u"attach"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, bank.file(u"log.txt"_s, "log"),
                   u"--covers"_s, u"2026-03-01..2026-03-31"_s, u"--approved-by"_s, u"Jo Lee"_s});
        run(bank,
            {u"assessment"_s, u"describe"_s, bank.folder(), u"AI-001"_s, u"--period"_s, u"2026-01-01.."_s});

        const auto status = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s});
        const auto closed = bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s, u"--json"_s});

        QVERIFY2(status.answers.contains("No evidence for 5.1.1-1 covers 2026-01-01 to 2026-02-28."),
                 status.answers.constData());
        QCOMPARE(closed.json()["uncovered"_L1].toInt(-1), 1);
    }

    void anAssessmentIsNotClosedBeforeItsPeriodBegins_data()
    {
        QTest::addColumn<QString>("period");
        QTest::newRow("a period") << u"2099-01-01..2099-06-30"_s;
        QTest::newRow("one day") << u"..2099-01-01"_s;
    }
    void anAssessmentIsNotClosedBeforeItsPeriodBegins()
    {
        QFETCH(const QString, period);
        const Bank bank;
        run(bank, {u"assessment"_s, u"describe"_s, bank.folder(), u"AI-001"_s, u"--period"_s, period});

        const auto closed = bank.run({u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s});

        QCOMPARE(closed.code, 3);
        QVERIFY2(closed.remarks.contains("begins on 2099-01-01"), closed.remarks.constData());
        const auto known =
            plimsollctl({u"assessment"_s, u"list"_s, bank.folder(), u"AI-001"_s, u"--json"_s}).json();
        QVERIFY(known["assessments"_L1][0]["closed_on"_L1].isNull());
    }

    void closingSaysHowManyItemsThatAreDueStayUnanswered()
    {
        const Bank said;
        const Bank counted;

        const auto words = said.run({u"assessment"_s, u"close"_s, said.folder(), u"AI-001"_s});
        const auto json =
            counted.run({u"assessment"_s, u"close"_s, counted.folder(), u"AI-001"_s, u"--json"_s}).json();

        const int unanswered = json["unanswered"_L1].toInt();
        QVERIFY(unanswered > 0);
        const auto sentence = u"Items that are due and not answered: %1."_s.arg(unanswered).toUtf8();
        QVERIFY2(words.answers.contains(sentence), words.answers.constData());
    }

    void aFileThatIsNoLongerWhatWasStoredIsAnExceptionOfTheReport_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("atProvision");
        QTest::addColumn<QString>("kind");
        QTest::newRow("missing") << false << u"ThestoredfileofRedteamreportismissing"_s
                                 << u"Itsstoredfileismissing."_s << u"1evidencefilemissing"_s;
        QTest::newRow("changed") << true << u"ThestoredfileofRedteamreportisnotwhatwasstored"_s
                                 << u"Itsstoredfilewasaltered"_s << u"1evidencefilealtered"_s;
    }

    void aFileThatIsNoLongerWhatWasStoredIsAnExceptionOfTheReport()
    {
        QFETCH(const bool, isThere);
        QFETCH(const QString, says);
        QFETCH(const QString, atProvision);
        QFETCH(const QString, kind);
        const Bank bank;
        const QString stored = attached(bank, u"Red team report"_s, "secret findings");
        QVERIFY(QFile::remove(stored));
        if (isThere)
            writeFile(stored, "secret-findings");
        const auto saysIt = [says](QString text) {
            return withoutSpaces(text.remove(QRegularExpression(u"[“”]"_s))).contains(says);
        };

        const auto status = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s});
        const auto report = exported(bank, u"pdf"_s, u"report.pdf"_s);
        const auto checked = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--check-evidence"_s});
        const auto again = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s});
        const auto package = exported(bank, u"package"_s, u"package.zip"_s);

        QCOMPARE(saysIt(QString::fromUtf8(status.answers)), !isThere);
        QVERIFY2(report.code == 0, report.remarks.constData());
        QVERIFY2(saysIt(QString::fromUtf8(report.remarks)), report.remarks.constData());
        QVERIFY(saysIt(pdfTextAsPainted(bank.path(u"report.pdf"_s))));
        const auto pages = withoutSpaces(pdfPages(bank.path(u"report.pdf"_s)).join(u' '));
        QVERIFY(pages.contains(atProvision) && pages.contains("Evidencedamaged"_L1));
        QVERIFY(pages.contains(kind) && !pages.contains("1noevidence"_L1));
        QVERIFY2(saysIt(QString::fromUtf8(checked.answers)), checked.answers.constData());
        QVERIFY2(saysIt(QString::fromUtf8(again.answers)), again.answers.constData());
        QCOMPARE(package.code, 3);
    }

    void whatIsReadAnewInStatusIsFoundThereFirst()
    {
        const Bank bank;
        const QString stored = attached(bank, u"Red team report"_s, "secret findings");
        QVERIFY(QFile::remove(stored));
        writeFile(stored, "secret-findings");

        const auto plain = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s});
        const auto checked = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--check-evidence"_s});

        QVERIFY(!plain.answers.contains("is not what was stored"));
        QCOMPARE(checked.code, 0);
        QVERIFY2(checked.answers.contains("is not what was stored"), checked.answers.constData());
    }

    void anEmptyWordTakesAwayWhatTheFrontPagesSaid()
    {
        const Bank bank;
        const QStringList describe{u"assessment"_s, u"describe"_s, bank.folder(), u"AI-001"_s};
        run(bank, describe + QStringList{u"--assessor"_s, u"Ana Ruiz"_s, u"--period"_s,
                                         u"2026-01-01..2026-06-30"_s, u"--methods"_s, u"Interviews"_s});

        run(bank, describe + QStringList{u"--assessor"_s, QString(), u"--period"_s, QString(), u"--methods"_s,
                                         QString()});

        const auto newest =
            plimsollctl({u"journal"_s, bank.folder(), u"--json"_s}).json()["entries"_L1].toArray().first();
        const auto fields = newest.toObject()["edits"_L1][0]["fields"_L1].toObject();
        for (const auto &cleared : {u"assessor"_s, u"period_from"_s, u"period_to"_s, u"methods"_s})
            QVERIFY2(fields[cleared].toArray().last().toString().isEmpty() && fields.contains(cleared),
                     qPrintable(cleared));
    }

    void anAssessmentThatIsNotThereIsRefusedByName()
    {
        const Bank bank;
        for (const auto &command : {QStringList{u"export"_s, u"pdf"_s}, QStringList{u"status"_s}}) {
            QStringList words = command;
            words << bank.folder() << u"AI-001"_s << u"--assessment"_s << u"2025-12-31"_s;
            if (command.first() == "export"_L1)
                words << u"--as"_s << u"Ana Ruiz"_s << u"-o"_s << bank.path(u"report.pdf"_s);
            const auto ended = plimsollctl(words);
            QCOMPARE(ended.code, 3);
            QVERIFY2(ended.remarks.contains("assessment list"), ended.remarks.constData());
        }
        QCOMPARE(plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--assessment"_s, u"1"_s,
                              u"--require"_s, u"shall"_s})
                     .code,
                 2);
    }

    void howIndependentTheAssessorIsIsNotSaidOfAnotherOne()
    {
        const Bank bank;
        const auto describe = [&bank](const QStringList &words) {
            return bank.run(
                QStringList{u"assessment"_s, u"describe"_s, bank.folder(), u"AI-001"_s, u"--json"_s} + words);
        };
        run(bank, {u"person"_s, u"add"_s, bank.folder(), u"--name"_s, u"Jo Lee"_s});
        run(bank, {u"person"_s, u"add"_s, bank.folder(), u"--name"_s, u"Kim Berg"_s});
        const QStringList independence{u"--independence"_s, u"Of another house"_s};
        describe(QStringList{u"--assessor"_s, u"Jo Lee"_s} + independence);

        const auto same = describe({u"--assessor"_s, u"Jo Lee"_s});
        const auto another = describe({u"--assessor"_s, u"Kim Berg"_s});
        const auto said = describe(QStringList{u"--assessor"_s, u"Jo Lee"_s} + independence);

        const auto isTakenAway = [](const Ended &ended) {
            return ended.code == 0 && ended.json()["independence_taken_away"_L1].toBool();
        };
        QVERIFY2(!isTakenAway(same), same.answers.constData());
        QVERIFY2(isTakenAway(another), another.answers.constData());
        QVERIFY2(!isTakenAway(said), said.answers.constData());
    }

private:
    static Ended exported(const Bank &bank, const QString &what, const QString &name,
                          const QStringList &more = {})
    {
        return bank.run(QStringList{u"export"_s, what, bank.folder(), u"AI-001"_s, u"-o"_s, bank.path(name),
                                    u"--json"_s} +
                        more);
    }
    /// Answers an item, closes the assessment, starts the next and answers otherwise there. Gives back where
    /// the phases stood at the closing.
    static QJsonValue closedAndStartedAnew(const Bank &bank)
    {
        const QStringList item{bank.folder(), u"AI-001"_s, u"5.1.1-1"_s};
        run(bank, QStringList{u"answer"_s} + item +
                      QStringList{u"met"_s, u"--rationale"_s, u"True at that time"_s});
        run(bank, {u"assessment"_s, u"close"_s, bank.folder(), u"AI-001"_s});
        const auto status = plimsollctl({u"status"_s, bank.folder(), u"AI-001"_s, u"--json"_s}).json();
        run(bank, {u"assessment"_s, u"start"_s, bank.folder(), u"AI-001"_s});
        run(bank, QStringList{u"answer"_s} + item +
                      QStringList{u"not-met"_s, u"--rationale"_s, u"True only later"_s});
        return status["systems"_L1][0]["phases"_L1];
    }
    /// The stored file of approved evidence that shows an item that is met.
    static QString attached(const Bank &bank, const QString &title, const QByteArray &bytes)
    {
        writeFile(bank.path(u"evidence.txt"_s), bytes);
        run(bank, {u"answer"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, u"met"_s});
        run(bank,
            {u"attach"_s, bank.folder(), u"AI-001"_s, u"5.1.1-1"_s, bank.path(u"evidence.txt"_s),
             u"--title"_s, title, u"--approved-by"_s, u"Jo Lee"_s, u"--approved-on"_s, u"2026-01-15"_s});
        const QString digest =
            QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QString stored = bank.folder() + u"/evidence/"_s + digest.first(2) + u'/' + digest.sliced(2);
        if (!QFile::exists(stored))
            qFatal("%s is not there", qPrintable(stored));
        return stored;
    }
    static void run(const Bank &bank, const QStringList &words)
    {
        if (const auto ended = bank.run(words); ended.code != 0)
            qFatal("%s", ended.remarks.constData());
    }
};

QTEST_GUILESS_MAIN(AssessingTest)
#include "tst_assessing.moc"
