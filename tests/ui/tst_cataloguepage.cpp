#include "core/catalogue/shippedcatalogue.h"
#include "ui/jobs/jobs.h"
#include "ui/pages/catalogue/cataloguepage.h"
#include "ui/pages/catalogue/provisionfacts.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class tst_CataloguePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProvisionOfTheStandardIsInTheTree()
    {
        Jobs jobs;
        CataloguePage page(jobs);

        page.activate({});

        auto *tree = page.findChild<QTreeWidget *>(u"catalogueTree"_s);
        QTRY_COMPARE(tree->findItems(u"5."_s, Qt::MatchStartsWith | Qt::MatchRecursive).size(), 13 + 72);
    }

    void aTargetOpensItsProvision()
    {
        Jobs jobs;
        CataloguePage page(jobs);
        const QSignalSpy changed(&page, &Page::targetChanged);

        page.activate(u"5.2.3-2"_s);

        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"5.2.3-2"_s);
    }

    void theCardShowsAllThatIsKnownAndGrowsWithTheLetters()
    {
        Jobs jobs;
        CataloguePage page(jobs);
        auto *card = page.findChild<QTextEdit *>(u"catalogueFacts"_s);
        page.resize(800, 600);
        page.show();
        page.activate(u"5.2.3-2"_s);
        QTRY_VERIFY(!card->document()->isEmpty());
        const auto catalogue = shippedCatalogue();
        const auto mappings = shippedMappings(**catalogue);

        const QString shown = card->toPlainText();
        for (const TextSection &section :
             factsOf(**catalogue, *mappings, *(*catalogue)->provision(u"5.2.3-2"_s))) {
            QVERIFY2(shown.contains(section.heading), qPrintable(section.heading));
            for (const QString &line : section.lines)
                QVERIFY2(shown.contains(line), qPrintable(line));
        }

        const auto before = card->document()->size().height();
        QFont larger = card->font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        card->setFont(larger);
        QVERIFY(card->document()->size().height() > before * 1.5);
        QCOMPARE(card->toPlainText(), shown);
    }

    void wordsHideWhatDoesNotHoldThem()
    {
        Jobs jobs;
        CataloguePage page(jobs);
        page.activate({});
        auto *tree = page.findChild<QTreeWidget *>(u"catalogueTree"_s);
        QTRY_VERIFY(tree->topLevelItemCount() > 5);

        page.findChild<QLineEdit *>(u"catalogueWords"_s)->setText(u"5.5.1-2"_s);

        QVERIFY(tree->topLevelItem(1)->isHidden());
        QVERIFY(!tree->topLevelItem(5)->isHidden());
        QVERIFY(tree->topLevelItem(5)->child(0)->child(0)->isHidden());
        QVERIFY(!tree->topLevelItem(5)->child(0)->child(1)->isHidden());
    }

    void everyProvisionSaysWhatIsAskedOfWhomAndWhen()
    {
        const auto catalogue = shippedCatalogue();
        const auto mappings = shippedMappings(**catalogue);

        for (const Provision &provision : (*catalogue)->provisions()) {
            const auto facts = factsOf(**catalogue, *mappings, provision);
            QVERIFY(facts.size() >= 5);
            for (const TextSection &section : facts)
                QVERIFY2(!section.lines.contains(QString()), qPrintable(provision.id + section.heading));
        }
    }
};

QTEST_MAIN(tst_CataloguePage)
#include "tst_cataloguepage.moc"
