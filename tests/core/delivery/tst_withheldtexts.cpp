#include "core/assessment/response.h"
#include "core/delivery/packageverification.h"
#include "tests/support/ownpackage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const QString recordPath = u"data/export/record.json"_s;
const QString logPath = u"data/audit/log.jsonl"_s;

/// A package in which an answer for the first system was changed twice, last of all.
struct PackedAnswer
{
    PackedAnswer()
    {
        auto &fixture = packed.bank.fixture;
        const auto all = fixture.all<Response>();
        const auto ours = std::ranges::find_if(all, [this](const Response &response) {
            return response.assessment == packed.bank.assessmentOf(packed.bank.fraud);
        });
        auto before = *ours;
        for (const QString &rationale : {u"Well begun."_s, u"Given up."_s}) {
            auto after = before;
            after.rationale = rationale;
            fixture.commit(ChangeSet(u"Answer"_s).change(before, after));
            before = after;
        }
        answer = before.id.text();
        packed.folder = fixture.path(u"answered"_s);
        ExportOptions options;
        options.form = PackageForm::Folder;
        const auto issued =
            exportPackage(fixture.workspace(), {packed.bank.fraud.id}, packed.folder, options);
        if (!issued)
            qFatal("%s", qPrintable(issued.error().message));
    }

    /// Takes the text of the last change out of the journal and tells the answer as it was before.
    void hideLastChange() const
    {
        static const QRegularExpression part(
            uR"(,"salt":"[0-9a-f]+","text":"(?:[^"\\]|\\.)*Given up\.(?:[^"\\]|\\.)*")"_s);
        auto log = QString::fromUtf8(readFile(packed.at(logPath)));
        QVERIFY(part.match(log).hasMatch());
        packed.replace(logPath, log.remove(part).toUtf8());
        packed.replace(recordPath, readFile(packed.at(recordPath)).replace("Given up.", "Well begun."));
    }

    Packed packed;
    QString answer;
};

QJsonArray unprovenIn(const PackageVerification &verification)
{
    return toJson(verification)["record"_L1]["unproven"_L1].toArray();
}

}

/// What verifying a package says of rows whose last change its journal may withhold.
class WithheldTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJournalThatWithholdsNothingProvesTheEndOfEveryRow()
    {
        const TwoSystems bank;
        const auto path = bank.fixture.path(u"both.zip"_s);
        QVERIFY(exportPackage(bank.fixture.workspace(), bank.both(), path, {}));

        const auto verification = verifyPackage(path, {});

        QVERIFY(verification && verification->holds());
        QCOMPARE(verification->record->journal.withheld, 0);
        QCOMPARE(unprovenIn(*verification), QJsonArray());
        QVERIFY(!inWords(*verification).join(u'\n').contains(u"last state"_s));
    }

    void aRowToldOfAfterAllThatIsWithheldIsProvenToTheEnd()
    {
        const PackedAnswer answered;

        const auto verification = verifyPackage(answered.packed.folder, {});

        QVERIFY(verification && verification->holds());
        QVERIFY(verification->record->journal.withheld > 0);
        QVERIFY(!unprovenIn(*verification).contains(u"response/"_s + answered.answer));
    }

    void aRowWhoseLastChangeIsWithheldIsNamed()
    {
        const PackedAnswer answered;
        answered.hideLastChange();

        const auto verification = verifyPackage(answered.packed.folder, {});

        QVERIFY(verification);
        const auto lines = inWords(*verification);
        const auto words = lines.join(u'\n');
        QVERIFY2(verification->record, qPrintable(words));
        QVERIFY2(unprovenIn(*verification).contains(u"response/"_s + answered.answer), qPrintable(words));
        const auto rows = verification->record->withoutProvenEnd;
        const auto said = lines.indexOf(u"Not proven to be their last state: %1 rows."_s.arg(rows.size()));
        QVERIFY2(said >= 0, qPrintable(words));
        const auto details = inWords(*verification->record).last();
        QVERIFY2(details.contains(kindsInWords(rows)) && lines.indexOf(details) > said, qPrintable(words));
    }

    void aWithheldChangeWhoseOutcomeTheRecordTellsIsAContradiction()
    {
        const PackedAnswer answered;
        const auto record = readFile(answered.packed.at(recordPath));
        answered.hideLastChange();
        answered.packed.replace(recordPath, record);

        const auto verification = verifyPackage(answered.packed.folder, {});

        QVERIFY(verification && verification->list.isGood());
        QVERIFY(!verification->holds());
    }
};

QTEST_MAIN(WithheldTextsTest)
#include "tst_withheldtexts.moc"
