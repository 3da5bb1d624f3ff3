#include "ui/models/modelroles.h"
#include "ui/models/ticklistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestTickListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<TickListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setThings({{u"1"_s, u"Alpha one"_s}, {u"2"_s, u"Beta two"_s}, {u"3"_s, u"Alpha three"_s}});
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void aTickByAPersonIsTold()
    {
        QSignalSpy told(m_model.get(), &TickListModel::tickChanged);

        QVERIFY(m_model->setData(m_model->index(1), Qt::Checked, Qt::CheckStateRole));

        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"2"_s);
        QCOMPARE(m_model->ticked(), QStringList{u"2"_s});
    }

    void ticksSetByTheProgramAreNotTold()
    {
        QSignalSpy told(m_model.get(), &TickListModel::tickChanged);

        m_model->setTicked({u"3"_s, u"1"_s}, {u"2"_s});

        QCOMPARE(told.size(), 0);
        QCOMPARE(m_model->ticked(), (QStringList{u"1"_s, u"3"_s}));
        QCOMPARE(m_model->index(1).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    }

    void whatTheFilterHidesStaysTicked()
    {
        m_model->setTicked({u"2"_s});

        m_model->setFilter(u"alpha THREE"_s);

        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0).data(KeyRole).toString(), u"3"_s);
        QCOMPARE(m_model->ticked(), QStringList{u"2"_s});
    }

    void whatIsGoneIsNotTickedWhenItComesBack()
    {
        m_model->setTicked({u"2"_s, u"3"_s});

        m_model->setThings({{u"3"_s, u"Alpha three"_s}});
        m_model->setThings({{u"2"_s, u"Beta two"_s}, {u"3"_s, u"Alpha three"_s}});

        QCOMPARE(m_model->ticked(), QStringList{u"3"_s});
    }

private:
    std::unique_ptr<TickListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestTickListModel)
#include "tst_ticklistmodel.moc"
