#include "core/delivery/exportpackage.h"
#include "core/delivery/openedpackage.h"
#include "core/delivery/packageverification.h"
#include "core/delivery/workspaceverification.h"
#include "core/evidence/evidencestore.h"
#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "tests/support/pdftools.h"
#include "tests/support/rebuild.h"
#include "tests/support/twosystems.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const FixedClock noon(QDateTime(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC));

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Issued orFail(const Result<Issued> &issued)
{
    if (!issued)
        qFatal("%s (%s)", qPrintable(issued.error().message), qPrintable(issued.error().detail));
    return *issued;
}

ProgramRun inShell(const QString &folder, const QString &commands)
{
    return run(u"bash"_s, {u"-c"_s, u"set -e; cd '%1'; %2"_s.arg(folder, commands)});
}

void copyFolder(const QString &from, const QString &to)
{
    QVERIFY(run(u"cp"_s, {u"-r"_s, from, to}).exitCode == 0);
}

QString packagesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.zip"_s, u".*"_s}, QDir::Files | QDir::Hidden).join(u' ');
}

}

class ExportPackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void toolsOfTheSystemFindItCompleteAndUnchanged()
    {
        const TwoSystems bank;

        const auto issued =
            orFail(exportPackage(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out.zip"_s), {}));
        const auto checked = inShell(bank.fixture.path({}),
                                     u"unzip -q out.zip; cd out; sha256sum --quiet -c manifest-sha256.txt; "
                                     "sha256sum --quiet -c tagmanifest-sha256.txt; "
                                     "sha256sum tagmanifest-sha256.txt | cut -c1-64"_s);

        QVERIFY2(checked.exitCode == 0, qPrintable(checked.output));
        QCOMPARE(checked.output.trimmed(), issued.seal.hex());
        QVERIFY(verify(issued.path, unwatched(), issued.seal)->isGood());
        QVERIFY(pdfPages(bank.fixture.path(u"out/data/export/audit-report.pdf"_s)).size() > 10);
        QCOMPARE(QDir(bank.fixture.path(u"out/data/evidence"_s)).entryList(QDir::Files).size(), 5);
    }

    void importEquals()
    {
        const TwoSystems bank;
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;
        const auto issued = orFail(
            exportPackage(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out"_s), asFolder));
        QStringList files;
        for (QDirIterator each(issued.path + u"/data/evidence"_s, QDir::Files); each.hasNext();)
            files.append(each.next());

        const auto record =
            recordFromJson(bytesOf(issued.path + u"/data/export/record.json"_s), recordSchema());
        QVERIFY2(record, record ? "" : qPrintable(record.error().message));
        const auto rebuilt = rebuiltWorkspace(record->rows, files, bank.fixture.path(u"Rebuilt.plimsoll"_s),
                                              bank.fixture.clock());

        const auto reader = rebuilt->reader();
        const auto checklist = readChecklist(**reader, bank.catalogue, bank.fraud.id, TwoSystems::today);
        QVERIFY(checklist);
        QCOMPARE(differences(bank.checklist(bank.fraud), *checklist), QStringList());
        QVERIFY(verifyWorkspace(*rebuilt)->holds());
    }

    void equalContentAndClockGiveEqualBytes()
    {
        TwoSystems bank;
        const auto person = bank.fixture->actor();
        bank.fixture.close();
        QList<QByteArray> packages;
        for (const auto &copy : {u"first"_s, u"second"_s}) {
            QDir(bank.fixture.path({})).mkpath(copy);
            copyFolder(bank.fixture.folder(), bank.fixture.path(copy));
            const auto workspace = Workspace::open(bank.fixture.path(copy + u"/Nordbank.plimsoll"_s),
                                                   Workspace::Access::ReadWrite, noon);
            QVERIFY(workspace);
            (*workspace)->actAs(person);
            packages.append(
                bytesOf(orFail(exportPackage(**workspace, bank.both(), bank.fixture.path(copy), {})).path));
        }

        QVERIFY(packages.first().size() > 10'000);
        QVERIFY(packages.first() == packages.last());
    }

    void evidenceChangedOnTheDiskIsRefusedByName()
    {
        const TwoSystems bank;
        for (const auto &evidence : bank.fixture.all<Evidence>()) {
            if (evidence.title != "Training policy"_L1)
                continue;
            QFile file(EvidenceStore(bank.fixture->evidenceFolder()).pathOf(*evidence.digest));
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.write("%PDX") == 4);
        }

        const auto issued =
            exportPackage(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out.zip"_s), {});

        QVERIFY(!issued);
        QVERIFY2(issued.error().message.contains(u"Schulung – Größe.pdf"_s),
                 qPrintable(issued.error().message));
        QCOMPARE(packagesIn(bank.fixture.path({})), QString());
        QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
    }

    void anExportCancelledAtAnyOfItsStepsLeavesNothing()
    {
        const TwoSystems bank;
        const auto exportUntilStep = [&bank](qsizetype last) {
            QSet<QString> begun;
            return exportPackage(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out.zip"_s), {},
                                 [&](qint64, qint64, const QString &step) {
                                     begun.insert(step);
                                     return begun.size() < last;
                                 });
        };

        qsizetype cancelled = 0;
        for (auto issued = exportUntilStep(1); !issued; issued = exportUntilStep(++cancelled + 1)) {
            QCOMPARE(issued.error().code, ErrorCode::Cancelled);
            QCOMPARE(packagesIn(bank.fixture.path({})), QString());
            QVERIFY(bank.fixture.all<IssuedPackage>().isEmpty());
        }

        QVERIFY2(cancelled >= 5, qPrintable(u"only %1 steps were told"_s.arg(cancelled)));
    }

    void theRegisterKnowsWhatLeftAndWhatReplacedIt()
    {
        const TwoSystems bank;
        ExportOptions first;
        first.issuedTo = u"Supervisor"_s;
        first.purpose = u"Yearly inspection"_s;
        const auto earlier = orFail(exportPackage(bank.fixture.workspace(), {bank.fraud.id},
                                                  bank.fixture.path(u"first.zip"_s), first));
        ExportOptions second;
        second.replaces = earlier.entry.id;

        const auto later = orFail(exportPackage(bank.fixture.workspace(), {bank.fraud.id},
                                                bank.fixture.path(u"second.zip"_s), second));

        const auto reader = bank.reader();
        const auto replaced = Repository<IssuedPackage>(*reader).find(earlier.entry.id);
        QCOMPARE((*replaced)->state, IssueState::Replaced);
        QCOMPARE((*replaced)->replacedBy, std::optional(later.entry.id));
        QCOMPARE((*replaced)->issuedTo, u"Supervisor"_s);
        QCOMPARE((*replaced)->seal, earlier.seal);
        QVERIFY(PackageReader::open(later.path)
                    ->read(u"bag-info.txt"_s, 10'000)
                    ->contains(earlier.seal.hex().toLatin1()));
    }

    void whatWasIssuedIsNeverOverwritten()
    {
        const TwoSystems bank;
        const QString path = bank.fixture.path(u"out.zip"_s);
        const auto before =
            bytesOf(orFail(exportPackage(bank.fixture.workspace(), bank.both(), path, {})).path);

        const auto again = exportPackage(bank.fixture.workspace(), bank.both(), path, {});

        QVERIFY(!again);
        QVERIFY(bytesOf(path) == before);
    }

    void whatWasToBeReplacedComesBackWhenTheRegisterRefuses()
    {
        const TwoSystems bank;
        const QString path = bank.fixture.path(u"out.zip"_s);
        const auto before =
            bytesOf(orFail(exportPackage(bank.fixture.workspace(), bank.both(), path, {})).path);
        ExportOptions options;
        options.existing = Existing::Replace;
        bank.fixture->actAs({});

        const auto refused = exportPackage(bank.fixture.workspace(), bank.both(), path, options);

        QVERIFY(!refused);
        QVERIFY(bytesOf(path) == before);
        QCOMPARE(packagesIn(bank.fixture.path({})), u"out.zip"_s);
    }

    void aPackageIsReadLikeAWorkspace()
    {
        const TwoSystems bank;
        const auto issued = orFail(
            exportPackage(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out.zip"_s), {}));

        const auto opened = OpenedPackage::open(issued.path, bank.fixture.clock());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message + opened.error().detail));

        const auto reader = (*opened)->workspace().reader();
        const auto checklist = readChecklist(**reader, bank.catalogue, bank.fraud.id, TwoSystems::today);
        QCOMPARE(differences(bank.checklist(bank.fraud), *checklist), QStringList());
        const auto history = entries(**reader, recordSchema(), {});
        QVERIFY(history && history->size() > 5);
        const auto record = verifyPackagedRecord(*verify(issued.path, unwatched()));
        QVERIFY(record && *record);
        QCOMPARE((*record)->problems, QStringList());
        QVERIFY((*record)->rows > 10);
    }

    void aPackageThatContradictsItselfIsFoundThoughItsListFits_data()
    {
        QTest::addColumn<QString>("forgery");
        QTest::addColumn<QString>("named");
        QTest::newRow("evidence altered")
            << u"echo more >> $(ls data/evidence/* | head -1)"_s << u"The evidence"_s;
        QTest::newRow("evidence taken out") << u"rm $(ls data/evidence/* | head -1)"_s << u"The evidence"_s;
        QTest::newRow("last entry cut") << u"sed -i '$ d' data/audit/log.jsonl"_s << u"bag-info.txt"_s;
        QTest::newRow("another assessment told")
            << u"sed -i 's/^Plimsoll-Assessment-Id: ......../&0/' bag-info.txt"_s
            << u"holds no such assessment"_s;
        QTest::newRow("seal taken out")
            << u"rm tagmanifest-sha256.txt; sed -i 's/Issued-To.*/Issued-To: me/' bag-info.txt"_s
            << u"without its tagmanifest-sha256.txt"_s;
        QTest::newRow("seal and maker taken out")
            << u"rm tagmanifest-sha256.txt; sed -i '/Plimsoll/d' bag-info.txt"_s
            << u"without its tagmanifest-sha256.txt"_s;
        QTest::newRow("log taken out") << u"rm data/audit/log.jsonl"_s << u"data/audit/log.jsonl"_s;
        QTest::newRow("answer bettered")
            << uR"(sed -i 's/"partly"/"met"/' data/export/record.json)"_s << u"response"_s;
    }

    void aPackageThatContradictsItselfIsFoundThoughItsListFits()
    {
        QFETCH(QString, forgery);
        QFETCH(QString, named);
        const TwoSystems bank;
        const QString path = bank.fixture.path(u"out.zip"_s);
        orFail(exportPackage(bank.fixture.workspace(), bank.both(), path, {}));

        const auto forged =
            inShell(bank.fixture.path({}),
                    u"unzip -q out.zip; cd out; "_s + forgery +
                        u"; find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt; "
                        "sed -i \"s/^Payload-Oxum.*/Payload-Oxum: $(find data -type f -printf '%s\\n' | "
                        "awk '{s+=$1; n++} END {print s\".\"n}')/\" bag-info.txt; "
                        "if [ -e tagmanifest-sha256.txt ]; then "
                        "ls -p | grep -v / | grep -v tagmanifest | xargs sha256sum > tagmanifest-sha256.txt; "
                        "find meta -type f | xargs sha256sum >> tagmanifest-sha256.txt; fi"_s);
        QVERIFY2(forged.exitCode == 0, qPrintable(forged.output));
        const auto verification = verifyPackage(bank.fixture.path(u"out"_s), {});
        const auto opened = OpenedPackage::open(bank.fixture.path(u"out"_s), bank.fixture.clock());

        QVERIFY(verification);
        QVERIFY2(verification->list.isGood(), qPrintable(inWords(verification->list).join(u' ')));
        QVERIFY(!verification->holds());
        QCOMPARE(toJson(*verification)["verdict"_L1].toString(), u"contradictory"_s);
        const QString words = inWords(*verification).join(u'\n');
        QVERIFY2(words.startsWith(u"“out” contradicts itself"_s), qPrintable(words));
        QVERIFY2(words.contains(named), qPrintable(words));
        QVERIFY2(!words.contains(u"complete and unchanged"_s), qPrintable(words));
        QVERIFY(!opened);
    }

    void foreignTextIsLiteralEverywhere()
    {
        TwoSystems bank;
        const auto where = bank.assessmentOf(bank.fraud);
        const QString hostile = u"=1+1 <script>alert(1)</script> \u202egpj.exe %1 %2 & \"quoted\""_s;
        Evidence evidence;
        evidence.title = hostile;
        bank.attachTo(where, u"5.1.2-2"_s, u"hostile.txt"_s, "x", evidence);
        AiSystem renamed = bank.fraud;
        renamed.name = u"<b>Fraud</b> %1"_s;
        bank.fixture.commit(ChangeSet(u"Rename"_s).change(bank.fraud, renamed));
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;

        const auto issued = orFail(
            exportPackage(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out"_s), asFolder));
        const auto page = QString::fromUtf8(bytesOf(issued.path + u"/data/index.html"_s));
        const auto table = QString::fromUtf8(bytesOf(issued.path + u"/data/evidence.csv"_s));
        const auto report = pdfPages(issued.path + u"/data/export/audit-report.pdf"_s).join(u' ');

        QVERIFY(!page.contains(u"<script"_s) && !page.contains(u"<b>"_s) && !page.contains(QChar(0x202e)));
        QVERIFY(page.contains(u"=1+1 &lt;script&gt;alert(1)&lt;/script&gt;"_s));
        QVERIFY(page.contains(u"&lt;b&gt;Fraud&lt;/b&gt; %1"_s));
        QVERIFY(page.contains(u"%1 %2 &amp; &quot;quoted&quot;"_s));
        QVERIFY(table.contains(u"'=1+1"_s));
        QVERIFY(withoutSpaces(report).contains(u"<script>alert(1)</script>"_s));
        QVERIFY(!report.contains(QChar(0x202e)));
    }

    void aLinkIsListedWithoutAFile()
    {
        const TwoSystems bank;
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;

        const auto issued = orFail(
            exportPackage(bank.fixture.workspace(), {bank.fraud.id}, bank.fixture.path(u"out"_s), asFolder));
        const auto page = bytesOf(issued.path + u"/data/index.html"_s);

        QVERIFY(page.contains("href=\"https://wiki.nordbank.example/design?a=1&amp;b=2\""));
        QVERIFY(bytesOf(issued.path + u"/data/evidence.csv"_s).contains("Design notes"));
        QCOMPARE(QDir(issued.path + u"/data/evidence"_s).entryList(QDir::Files).size(), 4);
    }

    void everyLinkOfTheIndexLeadsSomewhere()
    {
        const TwoSystems bank;
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;
        const auto issued = orFail(
            exportPackage(bank.fixture.workspace(), bank.both(), bank.fixture.path(u"out"_s), asFolder));
        const auto page = QString::fromUtf8(bytesOf(issued.path + u"/data/index.html"_s));
        static const QRegularExpression link(u" href=\"([^\"]+)\""_s);

        QVERIFY(page.count(link) > bank.both().size());
        for (auto each = link.globalMatch(page); each.hasNext();) {
            const QString target = each.next().captured(1);
            if (target.startsWith(u'#'))
                QVERIFY2(page.contains(u"id=\"%1\""_s.arg(target.mid(1))), qPrintable(target));
            else if (!target.startsWith(u"https:"_s))
                QVERIFY2(QFileInfo::exists(issued.path + u"/data/"_s + target), qPrintable(target));
        }
    }

    void theSampleSaysSoEverywhere()
    {
        WorkspaceFixture fixture;
        const auto system = fixture.aSystem(u"Fraud scoring"_s);
        const auto profile = fixture.all<WorkspaceProfile>().value(0);
        auto sample = profile;
        sample.sample = true;
        fixture.commit(ChangeSet(u"Say it is a sample"_s).change(profile, sample));
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;

        const auto issued =
            orFail(exportPackage(fixture.workspace(), {system.id}, fixture.path(u"out"_s), asFolder));

        QVERIFY(bytesOf(issued.path + u"/bag-info.txt"_s).contains("SAMPLE"));
        QVERIFY(bytesOf(issued.path + u"/data/index.html"_s).contains("SAMPLE"));
        for (const auto &page : pdfPages(issued.path + u"/data/export/audit-report.pdf"_s))
            QVERIFY(page.contains(u"SAMPLE"_s));
    }
};

QTEST_MAIN(ExportPackageTest)
#include "tst_exportpackage.moc"
