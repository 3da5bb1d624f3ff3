#include "tests/support/ctl.h"
#include "tests/support/files.h"
#include "tests/support/pdftools.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList asAna{u"--as"_s, u"Ana Ruiz"_s};

/// A workspace with one system in a folder of its own.
class Bank
{
public:
    Bank()
    {
        for (const auto &step :
             {QStringList{u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s},
              QStringList{u"system"_s, u"add"_s, folder, u"--name"_s, u"Fraud scoring"_s}}) {
            if (const auto ended = plimsollctl(step + asAna); ended.code != 0)
                qFatal("The test could not make its workspace: %d, %s", ended.code,
                       ended.remarks.constData());
        }
    }

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] Ended exported(const QString &what, const QString &name, const QStringList &more = {}) const
    {
        return plimsollctl(
            QStringList{u"export"_s, what, folder, u"AI-001"_s, u"-o"_s, path(name), u"--json"_s} + asAna +
            more);
    }
    /// What the journal's entries are called, newest first.
    [[nodiscard]] QStringList journal() const
    {
        QStringList labels;
        const auto entries = plimsollctl({u"journal"_s, folder, u"--json"_s}).json()["entries"_L1].toArray();
        for (const auto &entry : entries)
            labels.append(entry.toObject()["label"_L1].toString());
        return labels;
    }

private:
    QTemporaryDir m_dir;

public:
    const QString folder = m_dir.filePath(u"Nordbank.plimsoll"_s);
};

}

class ExportingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsEnteredInTheRegisterAndTheJournal()
    {
        const Bank bank;

        const auto exported = bank.exported(u"pdf"_s, u"report.pdf"_s);

        QVERIFY2(exported.code == 0, exported.remarks.constData());
        QVERIFY(exported.json()["pages"_L1].toInt() > 3);
        QCOMPARE(exported.json()["registered"_L1].toBool(), true);
        QCOMPARE(exported.json()["sha256"_L1].toString().toLatin1(),
                 QCryptographicHash::hash(readFile(bank.path(u"report.pdf"_s)), QCryptographicHash::Sha256)
                     .toHex());
        QCOMPARE(bank.journal().value(0), u"Issue the audit report report.pdf"_s);
    }

    void allThatTheFrontPagesSayCanBeGivenByCommand()
    {
        const Bank bank;
        const QStringList words{
            u"--kind"_s,        u"external-audit"_s,     u"--period"_s,       u"2026-01-01..2026-06-30"_s,
            u"--assessor"_s,    u"Ana Ruiz"_s,           u"--independence"_s, u"IndependentOfTheTeam"_s,
            u"--methods"_s,     u"InterviewsAndTests"_s, u"--readers"_s,      u"TheSupervisor"_s,
            u"--limitations"_s, u"NoPenetrationTest"_s,  u"--scope"_s,        u"ScoringService"_s,
            u"--exclusions"_s,  u"TrainingIsElsewhere"_s};

        const auto described = plimsollctl(
            QStringList{u"assessment"_s, u"describe"_s, bank.folder, u"AI-001"_s} + asAna + words);
        const auto exported =
            bank.exported(u"pdf"_s, u"report.pdf"_s,
                          {u"--issued-to"_s, u"TheAuthority"_s, u"--purpose"_s, u"YearlyLook"_s});
        const auto pages = withoutSpaces(pdfPages(bank.path(u"report.pdf"_s)).join(u' '));

        QVERIFY2(described.code == 0, described.remarks.constData());
        QVERIFY2(exported.code == 0, exported.remarks.constData());
        for (const auto &said :
             {u"Externalaudit"_s, u"2026-01-01"_s, u"2026-06-30"_s, u"AnaRuiz"_s, u"IndependentOfTheTeam"_s,
              u"InterviewsAndTests"_s, u"TheSupervisor"_s, u"NoPenetrationTest"_s, u"ScoringService"_s,
              u"TrainingIsElsewhere"_s, u"TheAuthority"_s, u"YearlyLook"_s})
            QVERIFY2(pages.contains(said), qPrintable(said));
        QCOMPARE(plimsollctl(QStringList{u"assessment"_s, u"describe"_s, bank.folder, u"AI-001"_s,
                                         u"--kind"_s, u"guess"_s} +
                             asAna)
                     .code,
                 2);
    }

    void theNextAssessmentIsDescribedAsItStarts()
    {
        const Bank bank;
        plimsollctl(QStringList{u"assessment"_s, u"close"_s, bank.folder, u"AI-001"_s} + asAna);

        const auto started = plimsollctl(QStringList{u"assessment"_s, u"start"_s, bank.folder, u"AI-001"_s,
                                                     u"--kind"_s, u"internal-audit"_s} +
                                         asAna);

        QVERIFY2(started.code == 0, started.remarks.constData());
        const auto newest =
            plimsollctl({u"journal"_s, bank.folder, u"--json"_s}).json()["entries"_L1].toArray().first();
        const auto fields = newest.toObject()["edits"_L1][0]["fields"_L1].toObject();
        QCOMPARE(fields["purpose"_L1].toArray().last().toString(), u"internal-audit"_s);
    }

    void aReportFromAPackageIsEnteredNowhereAndSaysSo()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"package.zip"_s).code, 0);

        const auto exported = plimsollctl({u"export"_s, u"pdf"_s, bank.path(u"package.zip"_s), u"AI-001"_s,
                                           u"-o"_s, bank.path(u"report.pdf"_s)});

        QVERIFY2(exported.code == 0, exported.remarks.constData());
        QVERIFY(exported.answers.contains("entered in no register"));
        QCOMPARE(bank.journal().value(0), u"Issue the audit package package.zip"_s);
    }

    void inAFolderAReportGetsItsOwnNameFromWhereverItComes()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"package.zip"_s).code, 0);
        QVERIFY(QDir(bank.path({})).mkdir(u"reports"_s));

        const auto fromPackage = plimsollctl({u"export"_s, u"pdf"_s, bank.path(u"package.zip"_s), u"AI-001"_s,
                                              u"-o"_s, bank.path(u"reports"_s), u"--json"_s});

        QVERIFY2(fromPackage.code == 0, fromPackage.remarks.constData());
        const QFileInfo written(fromPackage.json()["path"_L1].toString());
        QCOMPARE(written.path(), bank.path(u"reports"_s));
        QVERIFY2(written.fileName().startsWith("fraud-scoring-"_L1) && written.size() > 10'000,
                 qPrintable(written.filePath()));
    }

    void aFileThatExistsIsNotOverwrittenUnlessItIsSaid_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("report") << u"pdf"_s;
        QTest::newRow("package") << u"package"_s;
    }

    void aFileThatExistsIsNotOverwrittenUnlessItIsSaid()
    {
        QFETCH(const QString, what);
        const Bank bank;
        const QString name = u"out."_s + what;
        writeFile(bank.path(name), "precious");

        const auto refused = bank.exported(what, name);
        const auto kept = readFile(bank.path(name));
        const auto replaced = bank.exported(what, name, {u"--replace"_s});

        QCOMPARE(refused.code, 3);
        QVERIFY(refused.remarks.contains(bank.path(name).toUtf8()));
        QVERIFY(refused.remarks.contains("--replace"));
        QCOMPARE(kept, QByteArray("precious"));
        QVERIFY2(replaced.code == 0, replaced.remarks.constData());
        QVERIFY(readFile(bank.path(name)).size() > 10'000);
        QCOMPARE(QDir(bank.path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
                 2);
    }

    void whatIsNoOrdinaryFileIsSaidNotToBeReplaced()
    {
        const Bank bank;
        const QByteArray pipe = bank.path(u"pipe"_s).toLocal8Bit();
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);

        for (const QString &what : {u"pdf"_s, u"package"_s}) {
            const auto refused = bank.exported(what, u"pipe"_s, {u"--replace"_s});

            QCOMPARE(refused.code, 3);
            QVERIFY2(refused.remarks.contains("is not an ordinary file"), refused.remarks.constData());
            QVERIFY2(!refused.remarks.contains("never overwritten"), refused.remarks.constData());
        }
    }

    void theJournalSaysThatNoIdentityIsProven()
    {
        const Bank bank;

        const auto words = plimsollctl({u"journal"_s, bank.folder});
        const auto document = plimsollctl({u"journal"_s, bank.folder, u"--json"_s}).json();

        QVERIFY2(words.answers.endsWith("Identity declared, not proven\n"), words.answers.constData());
        QCOMPARE(document["identity"_L1].toString(), u"declared, not proven"_s);
    }

    void damagedEvidenceIsToldInTheDocumentOfAReportToo()
    {
        const Bank bank;
        const auto attached = plimsollctl(QStringList{u"attach"_s, bank.folder, u"AI-001"_s, u"5.1.1-1"_s,
                                                      writeFile(bank.path(u"paper.txt"_s), "paper")} +
                                          asAna);
        QVERIFY2(attached.code == 0, attached.remarks.constData());
        for (const QString &file : filesBelow(bank.folder + u"/evidence"_s))
            QVERIFY(QFile::remove(file));

        const auto report = bank.exported(u"pdf"_s, u"report.pdf"_s);

        QVERIFY2(report.code == 0, report.remarks.constData());
        const auto warnings = report.json()["warnings"_L1].toArray();
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().toString().contains(u"paper"_s));
        QVERIFY(report.remarks.contains(warnings.first().toString().toUtf8()));
    }

    void aPackageNamesEveryEvidenceFileThatKeepsItFromBeingMade()
    {
        const Bank bank;
        for (const QByteArray &name : {"plan"_ba, "paper"_ba, "note"_ba}) {
            const auto attached =
                plimsollctl(QStringList{u"attach"_s, bank.folder, u"AI-001"_s, u"5.1.1-1"_s,
                                        writeFile(bank.path(QString::fromLatin1(name) + u".txt"_s), name)} +
                            asAna);
            QVERIFY2(attached.code == 0, attached.remarks.constData());
        }
        for (const QString &file : filesBelow(bank.folder + u"/evidence"_s)) {
            const QByteArray content = readFile(file);
            if (content == "plan" || content == "note")
                QVERIFY(QFile::remove(file));
        }

        const auto refused = bank.exported(u"package"_s, u"package.zip"_s);

        QCOMPARE(refused.code, 3);
        for (const auto &said :
             {"Evidence files that are not as they were stored: 2.",
              "The stored file of “plan.txt” is missing.", "The stored file of “note.txt” is missing.",
              "Attach the original again, and it takes its place."})
            QVERIFY2(refused.remarks.count(said) == 1, refused.remarks.constData());
        QVERIFY(!refused.remarks.contains("paper"));
    }

    void replacingIsOfferedOnlyWhereItHelps()
    {
        const Bank bank;
        writeFile(bank.path(u"file"_s), "precious");
        QVERIFY(QFile::link(bank.path(u"nowhere"_s), bank.path(u"link"_s)));

        const auto folder = bank.exported(u"package"_s, u"file"_s, {u"--folder"_s});
        const auto link = bank.exported(u"package"_s, u"link"_s);

        for (const auto &refused : {folder, link}) {
            QCOMPARE(refused.code, 3);
            QVERIFY2(refused.remarks.contains("Choose another name"), refused.remarks.constData());
            QVERIFY2(!refused.remarks.contains("--replace"), refused.remarks.constData());
        }
        QCOMPARE(readFile(bank.path(u"file"_s)), QByteArray("precious"));
    }

    void whatIsReplacedUnderItsNameCountsAsReplacedInTheRegister()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"out.zip"_s).code, 0);

        const auto again = bank.exported(u"package"_s, u"out.zip"_s, {u"--replace"_s});

        QVERIFY2(again.code == 0, again.remarks.constData());
        QCOMPARE(plimsollctl(
                     {u"verify"_s, bank.path(u"out.zip"_s), u"--seal"_s, again.json()["seal"_L1].toString()})
                     .code,
                 0);
        const auto newest =
            plimsollctl({u"journal"_s, bank.folder, u"--json"_s}).json()["entries"_L1].toArray().first();
        QStringList states;
        const QJsonArray edits = newest.toObject()["edits"_L1].toArray();
        for (const QJsonValue edit : edits) {
            if (edit["type"_L1].toString() != "issued_package"_L1)
                continue; // it names a system the package is about
            const auto state = edit["fields"_L1]["state"_L1].toArray();
            states.append(state.last().toString());
        }
        states.sort();
        QCOMPARE(states, (QStringList{u"issued"_s, u"replaced"_s}));
    }

    void theHeadThatAPackageTellsIsOneToHoldTheWorkspaceAgainst()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"out"_s, {u"--folder"_s}).code, 0);
        const auto packed = plimsollctl({u"verify"_s, bank.path(u"out"_s), u"--json"_s});
        QVERIFY2(packed.code == 0, (packed.answers + packed.remarks).constData());
        const auto told = packed.json().value("record"_L1).toObject();
        const auto head = u"%1:%2"_s.arg(told["entries"_L1].toInteger()).arg(told["head"_L1].toString());

        const auto held = plimsollctl({u"verify"_s, bank.folder, u"--head"_s, head});
        const auto other = plimsollctl(
            {u"verify"_s, bank.folder, u"--head"_s, head.section(u':', 0, 0) + u':' + u"0"_s.repeated(64)});
        const auto wrong = plimsollctl({u"verify"_s, bank.folder, u"--head"_s, head.left(20)});

        QVERIFY2(held.code == 0, (held.answers + held.remarks).constData());
        QVERIFY2(held.answers.contains("The journal still leads to entry"), held.answers.constData());
        QCOMPARE(other.code, 1);
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.remarks.contains("64 hexadecimal digits"), wrong.remarks.constData());
    }

    void nothingIsPutIntoAPackage()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"out"_s, {u"--folder"_s}).code, 0);

        const auto again = bank.exported(u"package"_s, u"out"_s, {u"--folder"_s});

        QCOMPARE(again.code, 3);
        QVERIFY(again.remarks.contains("is a package already"));
        QCOMPARE(plimsollctl({u"verify"_s, bank.path(u"out"_s)}).code, 0);
    }

    void aDatabaseDroppedIntoAPackageDoesNotHideWhatWasChanged()
    {
        const Bank bank;
        QCOMPARE(bank.exported(u"package"_s, u"out"_s, {u"--folder"_s}).code, 0);
        QVERIFY(QFile::copy(bank.folder + u"/workspace.db"_s, bank.path(u"out/workspace.db"_s)));
        QFile index(bank.path(u"out/data/index.html"_s));
        QVERIFY(index.open(QIODevice::Append) && index.write(" ") == 1);
        index.close();

        const auto verified = plimsollctl({u"verify"_s, bank.path(u"out"_s), u"--json"_s});

        QCOMPARE(verified.code, 1);
        QCOMPARE(verified.json()["changed"_L1].toArray().size(), 1);
        QCOMPARE(plimsollctl({u"verify"_s, bank.path(u"out"_s), u"--seal"_s, QString()}).code, 2);
    }

    void theJournalOfASystemHoldsWhatWasDoneToIt()
    {
        const Bank bank;
        plimsollctl(QStringList{u"answer"_s, bank.folder, u"AI-001"_s, u"5.1.1-1"_s, u"met"_s} + asAna);
        plimsollctl(QStringList{u"system"_s, u"add"_s, bank.folder, u"--name"_s, u"Other\nAI-999  Fake"_s} +
                    asAna);

        const auto journal =
            plimsollctl({u"journal"_s, bank.folder, u"--system"_s, u"AI-001"_s, u"--json"_s});
        const auto list = plimsollctl({u"system"_s, u"list"_s, bank.folder});

        const QJsonArray entries = journal.json()["entries"_L1].toArray();
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries[0].toObject()["label"_L1].toString().contains("5.1.1-1"_L1));
        QCOMPARE(list.answers.count('\n'), 2);
    }

    void aFolderIsNeverReplaced()
    {
        const Bank bank;

        const auto ended = bank.exported(u"package"_s, u"out"_s, {u"--folder"_s, u"--replace"_s});

        QCOMPARE(ended.code, 2);
    }
};

QTEST_GUILESS_MAIN(ExportingTest)
#include "tst_exporting.moc"
