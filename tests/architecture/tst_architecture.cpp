#include "tests/architecture/rule.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tree = readSourceTree(qEnvironmentVariable("PLIMSOLL_SOURCE"));
        QVERIFY2(m_tree.size() > 50, "PLIMSOLL_SOURCE must name the source's root");
    }

    void theSourceKeepsTheRule_data() { rules(); }
    void theSourceKeepsTheRule()
    {
        QFETCH(const Rule, rule);

        const auto breaches = rule.breaches(m_tree);

        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }

    void theRuleFindsWhatBreaksIt_data() { rules(); }
    void theRuleFindsWhatBreaksIt()
    {
        QFETCH(const Rule, rule);

        QCOMPARE(rule.breaches(rule.brokenExample).size(), 1);
    }

private:
    static void rules()
    {
        QTest::addColumn<Rule>("rule");
        for (const auto &rule : includeRules() + nameRules() + treeRules())
            QTest::newRow(qPrintable(rule.name)) << rule;
    }

    SourceTree m_tree;
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
