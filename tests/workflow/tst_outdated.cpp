// Whoever reads figures of an assessment of another version is told so beside them.
#include "tests/support/shownbanktest.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class OutdatedTest : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        showBank();
        AiSystem next = m_bank->fraud;
        next.version = u"3.0"_s;
        m_bank->fixture.commit(ChangeSet(u"Name a version"_s).change(m_bank->fraud, next));
        const auto why = whyOutdated(*m_bank->reader(), m_bank->checklist(m_bank->fraud), TwoSystems::today);
        QVERIFY(why && *why);
        m_sentence = (*why)->inWords();
    }

    void cleanup() { endBank(); }

    void theOverviewNamesTheSystemWhoseAssessmentIsOutdated()
    {
        m_window->window().go({OverviewPage::key, {}});

        auto *says = m_window->find<PlainLabel>(u"overview/outdated"_s);
        QTRY_VERIFY(says->isVisible());
        QCOMPARE(says->plainText(), u"Fraud scoring 3.0: "_s + m_sentence);
    }

    void theRegisterCallsItsFiguresOutdatedAndSaysWhy()
    {
        m_window->window().go({u"systems"_s, {}});

        const auto *model = m_window->find<TableView>(u"systems"_s)->model();
        QTRY_COMPARE(model->rowCount(), 2);
        const auto cell = [model](const QString &system) {
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, 1).data().toString() == system)
                    return model->index(row, shallMet);
            }
            return QModelIndex();
        };
        QTRY_VERIFY(cell(u"Fraud scoring"_s).data().toString().startsWith("outdated"_L1));
        QVERIFY(cell(u"Fraud scoring"_s).data(Qt::ToolTipRole).toString().contains("version 2.1"_L1));
        QVERIFY(!cell(u"Chatbot"_s).data().toString().startsWith("outdated"_L1));
    }

    void aSystemWhoseVersionLostItsNameIsOutdatedInAWholeSentence()
    {
        const auto why = whyOutdated(*m_bank->catalogue, {.version = u"2.1"_s}, {}, m_bank->fraud.phase);

        QVERIFY(why);
        QCOMPARE(why->why, u"The assessment is of version 2.1, and the system's version has no name now."_s);
    }

    void theChecklistBeginsWithIt()
    {
        m_window->window().go(SystemPage::placeOf(m_bank->chatbot.id, u"checklist"_s));
        auto *says = m_window->find<PlainLabel>(u"checklist/outdated"_s);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QVERIFY(!says->isVisible());

        m_window->window().go(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s));

        QTRY_VERIFY(says->isVisible());
        QCOMPARE(says->plainText(), m_sentence);
    }

private:
    static constexpr int shallMet = 7;
    QString m_sentence;
};

QTEST_MAIN(OutdatedTest)
#include "tst_outdated.moc"
