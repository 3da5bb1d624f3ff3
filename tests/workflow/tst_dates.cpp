// A date that names no day, in a form that saves at once: nothing is saved, nothing is lost, and why is said.
#include "tests/workflow/evidencewindow.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"

using namespace plimsoll;
using namespace Qt::StringLiterals;

class DatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<EvidenceWindow>();
        m_evidence = m_window->attached("paper", {u"5.1.1-1"_s}, described());
        m_window->open(m_evidence);
        m_window->shown.settle();
    }
    void cleanup() { m_window.reset(); }

    void whatNamesNoDayStaysInTheFieldAndNothingIsSaved_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"2026-13-45", "31.13.2026", "nonsense"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void whatNamesNoDayStaysInTheFieldAndNothingIsSaved()
    {
        QFETCH(QString, typed);

        writeAndLeave(typed);

        QCOMPARE(approvedOn()->text(), typed);
        QVERIFY(!approvedOn()->hasFocus());
        QCOMPARE(saved(), described().approvedOn);
        QVERIFY(isSaid(typed));
    }

    void aDateWithDotsIsSaved()
    {
        writeAndLeave(u"31.12.2026"_s);

        QTRY_COMPARE(saved(), std::optional(QDate(2026, 12, 31)));
        QCOMPARE(approvedOn()->text(), u"2026-12-31"_s);
    }

    void anotherChangeOfTheSamePieceLeavesWhatIsNotUnderstood()
    {
        writeAndLeave(u"nonsense"_s);
        Evidence after = m_evidence;
        after.version = u"2"_s;

        m_window->record.commit(ChangeSet(u"Change the version"_s).change(m_evidence, after));
        m_window->shown.settle();

        QCOMPARE(m_window->field<QLineEdit>(u"evidence/version"_s)->text(), u"2"_s);
        QCOMPARE(approvedOn()->text(), u"nonsense"_s);
    }

    void atAnotherPieceItIsSaidThatItWasNotSaved()
    {
        const Evidence other = m_window->attached("other", {u"5.1.1-1"_s}, {});
        m_window->shown.settle();
        writeAndLeave(u"nonsense"_s);

        m_window->open(other);
        m_window->shown.settle();

        QCOMPARE(approvedOn()->text(), QString());
        QVERIFY(isSaid(u"nonsense"_s));
    }

    void theKeysThatTurnTabsTurnThemAndChangeNoDate()
    {
        auto *tabs = m_window->field<TabRow>(u"evidenceTabs"_s);
        const auto stays = [&] {
            return approvedOn()->text() == u"2026-03-01"_s && saved() == described().approvedOn;
        };
        approvedOn()->setFocus();

        QTest::keyClick(approvedOn(), Qt::Key_PageDown, Qt::ControlModifier);

        QCOMPARE(tabs->currentKey(), u"uses"_s);
        QVERIFY(tabs->hasFocus());
        m_window->shown.settle();
        QVERIFY(stays());
        QTest::keyClick(tabs, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(tabs->currentKey(), u"preview"_s);
        QTest::keyClick(tabs, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(tabs->currentKey(), u"uses"_s);
        m_window->shown.settle();
        QVERIFY(stays());
    }

    void theSentenceFitsAtAnyTextSize_data() { WindowFixture::bothTextSizes(); }
    void theSentenceFitsAtAnyTextSize()
    {
        QFETCH(double, scale);
        m_window->shown.theme().setTextScale(scale);

        writeAndLeave(u"nonsense"_s);

        QVERIFY(isSaid(u"nonsense"_s));
        QCOMPARE(m_window->shown.faults(), QStringList());
    }

private:
    static Evidence described()
    {
        Evidence evidence;
        evidence.title = u"Red team report"_s;
        evidence.approvedOn = QDate(2026, 3, 1);
        return evidence;
    }
    [[nodiscard]] DateField *approvedOn() const
    {
        return m_window->field<DateField>(u"evidence/approvedOn"_s);
    }
    void writeAndLeave(const QString &typed)
    {
        approvedOn()->setFocus();
        approvedOn()->selectAll();
        QTest::keyClicks(approvedOn(), typed);
        QTest::keyClick(approvedOn(), Qt::Key_Tab);
        m_window->shown.settle();
    }
    [[nodiscard]] std::optional<QDate> saved() const
    {
        const auto all = m_window->record.all<Evidence>();
        const auto found = std::ranges::find(all, m_evidence.id, &Evidence::id);
        return found == all.cend() ? std::nullopt : found->approvedOn;
    }
    [[nodiscard]] bool isSaid(const QString &typed) const
    {
        const auto labels = m_window->window.currentPage()->findChildren<PlainLabel *>();
        return std::ranges::any_of(labels, [&](const PlainLabel *label) {
            return label->isVisible() && label->plainText() == approvedOn()->sentence() &&
                   label->plainText().contains(typed);
        });
    }

    std::unique_ptr<EvidenceWindow> m_window;
    Evidence m_evidence;
};

QTEST_MAIN(DatesTest)
#include "tst_dates.moc"
