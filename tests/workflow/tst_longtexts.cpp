// Texts of 100,000 characters wherever people write: every page keeps to the window, and what leaves the
// house holds them whole.
#include "core/delivery/exportpackage.h"
#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/longtexts.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/scrollpane.h"

#include <QScrollBar>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class LongTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bank = std::make_unique<TwoSystems>();
        m_filled = fillEveryText(m_bank->fixture.workspace(), hostile(100'000));
        m_window = std::make_unique<WindowFixture>();
        m_window->window().resize(1280, 840);
        m_window->setWorkspace(m_bank->fixture.workspace());
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_bank.reset();
    }

    void nothingIsLeftOut()
    {
        for (const QString &field : {u"ai_system.name"_s, u"party.name"_s, u"person.name"_s,
                                     u"response.rationale"_s, u"evidence.title"_s, u"limitation.statement"_s,
                                     u"fact_answer.reason"_s, u"platform.name"_s, u"asset.name"_s})
            QVERIFY2(m_filled.contains(field), qPrintable(field));
    }

    void everyPageKeepsToTheWindow_data()
    {
        QTest::addColumn<Place>("place");
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id))
            QTest::newRow(qPrintable(place.page + place.target.section(u'/', 1))) << place;
        const auto pieces = m_bank->fixture.all<Evidence>();
        QTest::newRow("a piece of evidence") << EvidencePage::placeOf(pieces.first().id);
    }

    void everyPageKeepsToTheWindow()
    {
        QFETCH(Place, place);

        m_window->window().go(place);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        (void)m_window->window().grab(); // what paints itself takes measures of its own then

        QTRY_COMPARE(m_window->faults(), QStringList());
        for (const auto *pane : m_window->window().currentPage()->findChildren<ScrollPane *>()) {
            if (pane->isVisible()) // what is hidden has no width to keep to
                QCOMPARE(pane->horizontalScrollBar()->maximum(), 0);
        }
    }

    /// Shorter ones: the statement of applicability names a party at every provision it bears.
    void aPackageHoldsThemWhole()
    {
        TwoSystems bank;
        const QString text = hostile(2'000);
        const auto filled = fillEveryText(bank.fixture.workspace(), text);
        const QString path = bank.fixture.path(u"long.zip"_s);

        const auto issued = exportPackage(bank.fixture.workspace(), bank.both(), path, {});

        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().message));
        const auto verified = verify(path, unwatched());
        QVERIFY(verified && verified->isGood());
        auto reader = PackageReader::open(path);
        QVERIFY(reader.has_value());
        const auto record = reader->read(u"data/export/record.json"_s, 100 << 20);
        QVERIFY(record.has_value());
        QVERIFY(record->count(text.toUtf8()) >= filled.size());
    }

private:
    static QString hostile(qsizetype size)
    {
        QString text = u"<b>bold</b> '; DROP TABLE ai_system; -- \u202eevil "_s;
        text += u"word "_s.repeated(size / 5);
        text.truncate(size);
        return text;
    }

    QStringList m_filled;
    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
};

QTEST_MAIN(LongTextsTest)
#include "tst_longtexts.moc"
