// What the page says of a package that was checked.
#include "ui/pages/packages/checkresult.h"
#include "ui/widgets/plainlabel.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestCheckResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAPackageThatContradictsItselfNobodySaysThatNothingWasChanged()
    {
        PackageVerification verification;
        verification.list.name = u"out"_s;
        verification.list.bagItVersion = u"1.0"_s;
        const QList<PackageVerdict> all = verdicts(verification.list);
        const QString claim = all.at(2).statement;
        CheckResult result;
        result.setVerification(verification);
        QVERIFY(sentences(result).contains(claim));
        verification.record = PackagedRecord();
        verification.record->problems = {u"An answer is not what the journal says."_s};

        result.setVerification(verification);

        QVERIFY(sentences(result).contains(contradictionInWords(verification)));
        QVERIFY2(!sentences(result).contains(claim), qPrintable(sentences(result).join(u'\n')));
        QVERIFY(sentences(result).contains(all.first().statement));
    }

private:
    static QStringList sentences(const CheckResult &result)
    {
        QStringList all;
        for (const auto *label : result.findChildren<PlainLabel *>())
            all.append(label->plainText());
        return all;
    }
};

QTEST_MAIN(TestCheckResult)
#include "tst_checkresult.moc"
