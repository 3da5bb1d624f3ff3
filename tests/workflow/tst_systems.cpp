#include "core/assessment/factanswer.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/registration.h"
#include "core/workspace/workspace.h"
#include "tests/support/accessibilitywalk.h"
#include "tests/support/ownsettings.h"
#include "tests/support/windowfixture.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/actingperson.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/pagelist.h"
#include "ui/pages/system/rolewords.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/registermodel.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestSystems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        keepSettingsIn(m_folder->path());
        const QString folder = m_folder->filePath(u"Nordbank.plimsoll"_s);
        const NewWorkspace start{u"Nordbank"_s, u"Europe/Berlin"_s, u"Ana Ruiz"_s, {}, u"Security"_s};
        QVERIFY(Workspace::create(folder, start, m_clock).has_value());
        m_theme = std::make_unique<Theme>(*qApp);
        m_jobs = std::make_unique<Jobs>();
        m_window = std::make_unique<MainWindow>(*m_theme, *m_jobs);
        m_session = std::make_unique<Session>(*m_window, *m_jobs, m_clock, workspacePages);
        m_window->resize(1280, 840);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_session->open(folder);
        QTRY_VERIFY(m_session->workspace());
        m_session->workspace()->actAs(all<Person>().first().id);
        m_window->go({u"systems"_s, {}});
        QTRY_VERIFY(m_jobs->running().isEmpty());
    }

    void cleanup()
    {
        m_session.reset();
        m_window.reset();
        m_jobs.reset();
        m_theme.reset();
    }

    void aSystemIsRegisteredFromAPresetByKeyboardAlone()
    {
        QTest::keyClick(m_window.get(), Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_window->place().page, u"newsystem"_s);
        auto *preset = m_window->findChild<ChoiceField *>(u"newsystem/preset"_s);
        QTRY_VERIFY(preset->count() > 1);
        QTest::keyClicks(QApplication::focusWidget(), u"Support chatbot"_s);
        tabTo(preset);
        QTest::keyClick(preset, Qt::Key_Down);
        tabTo(m_window->findChild<QPushButton *>(u"newsystem/register"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);

        QTRY_COMPARE(m_window->place().page, u"system"_s);

        QTRY_COMPARE(m_window->currentPage()->title(), u"Support chatbot"_s);
        const auto systems = all<AiSystem>();
        QCOMPARE(systems.size(), 1);
        QVERIFY(systems.first().generative);
        QVERIFY(!all<FactAnswer>().isEmpty());
        QCOMPARE(m_session->workspace()->undoLabel(), u"Register Support chatbot"_s);
    }

    void aNameThatIsTakenIsRefusedOnThePageAndStaysWritten()
    {
        aSystem(u"Fraud scoring"_s);
        m_window->go({u"newsystem"_s, {}});
        auto *preset = m_window->findChild<ChoiceField *>(u"newsystem/preset"_s);
        QTRY_VERIFY(preset->count() > 1);
        auto *name = m_window->findChild<QLineEdit *>(u"newsystem/name"_s);
        name->setText(u"fraud scoring"_s);

        m_window->findChild<QPushButton *>(u"newsystem/register"_s)->click();

        QTRY_VERIFY(m_window->currentPage()->banner().isVisible());
        QVERIFY(
            m_window->currentPage()->banner().accessibleName().contains(u"Fraud scoring already: AI-001"_s));
        QCOMPARE(name->text(), u"fraud scoring"_s);
        QCOMPARE(all<AiSystem>().size(), 1);
    }

    void whereRolesAreFirstAskedForEachSaysWhatItsHolderDoes()
    {
        for (const auto &page : {u"newsystem"_s, u"importregister"_s}) {
            m_window->go({page, {}});
            QStringList said;
            for (const auto *label : m_window->currentPage()->findChildren<PlainLabel *>())
                said.append(label->plainText());
            for (const Role role : allRoles)
                QVERIFY2(said.contains(meaning(role)), qPrintable(page + u": "_s + meaning(role)));
        }
    }

    void aKindOfSystemKeepsTheRolesThatWereWritten()
    {
        m_window->go({u"newsystem"_s, {}});
        auto *preset = m_window->findChild<ChoiceField *>(u"newsystem/preset"_s);
        QTRY_VERIFY(preset->count() > 1);
        auto *custodian = m_window->findChild<QLineEdit *>(u"newsystem/holder/data-custodian"_s);
        custodian->setText(u"OpenModel Inc; Data Office"_s);

        for (int kind = 1; kind < preset->count(); ++kind) {
            preset->setCurrentIndex(kind);
            Q_EMIT preset->keyChosen(preset->key());
        }

        QCOMPARE(custodian->text(), u"OpenModel Inc; Data Office"_s);
    }

    void theNextSystemBeginsWithAnEmptyForm()
    {
        m_window->go({u"newsystem"_s, {}});
        auto *preset = m_window->findChild<ChoiceField *>(u"newsystem/preset"_s);
        QTRY_VERIFY(preset->count() > 1);
        auto *custodian = m_window->findChild<QLineEdit *>(u"newsystem/holder/data-custodian"_s);
        const QString organisation = custodian->text();
        m_window->findChild<QLineEdit *>(u"newsystem/name"_s)->setText(u"Support chatbot"_s);
        preset->setCurrentIndex(1);
        Q_EMIT preset->keyChosen(preset->key());
        custodian->setText(u"OpenModel Inc"_s);

        m_window->findChild<QPushButton *>(u"newsystem/register"_s)->click();

        QTRY_COMPARE(m_window->place().page, u"system"_s);
        m_window->go({u"newsystem"_s, {}});
        QCOMPARE(preset->currentIndex(), 0);
        QCOMPARE(custodian->text(), organisation);
        QCOMPARE(m_window->findChild<QLineEdit *>(u"newsystem/name"_s)->text(), QString());
    }

    void answeringAQuestionChangesWhatAppliesAndUndoTakesItBack()
    {
        openTab(aSystem(u"Fraud scoring"_s), u"applicability"_s);
        auto *summary = m_window->findChild<PlainLabel *>(u"applicability/summary"_s);
        QTRY_VERIFY(!summary->text().isEmpty());
        const QString before = summary->text();
        auto *no = m_window->findChild<QRadioButton *>(u"fact/external_component/no"_s);
        QVERIFY(no);

        no->setFocus();
        QTest::keyClick(no, Qt::Key_Space);

        QTRY_VERIFY(summary->text() != before);
        QCOMPARE(all<FactAnswer>().size(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(summary->text(), before);
        QVERIFY(all<FactAnswer>().isEmpty());
    }

    void aFieldIsSavedWhenItIsLeft()
    {
        openTab(aSystem(u"Fraud scoring"_s), u"profile"_s);
        auto *version = m_window->findChild<QLineEdit *>(u"profile/version"_s);
        QTRY_VERIFY(version->isEnabled());
        version->setFocus();

        QTest::keyClicks(version, u"2.1"_s);
        QTest::keyClick(version, Qt::Key_Tab);

        QTRY_COMPARE(m_window->currentPage()->title(), u"Fraud scoring 2.1"_s);
        QCOMPARE(all<AiSystem>().first().version, u"2.1"_s);
    }

    void whoActsIsShownAndSwitched()
    {
        Person other;
        other.id = Id<Person>::generate(m_clock);
        other.name = u"<i>Jo</i> Lee"_s;
        other.party = m_session->workspace()->profile().organisation;
        commit(ChangeSet(u"Add Jo"_s).create(other));
        auto *acting = m_window->findChild<ActingPerson *>(u"actingPerson"_s);
        QTRY_COMPARE(acting->menu()->actions().size(), 2);

        acting->menu()->actions().last()->trigger();

        QCOMPARE(m_session->workspace()->actor(), other.id);
        QVERIFY(acting->text().contains(other.name));
    }

    void hostileTextsAreShownAsTheyAreAndDoNotStall()
    {
        const QString name = u"<b>Fraud</b> &amp; \u202Egnirocs"_s;
        AiSystem system = aSystem(name);
        AiSystem filled = system;
        filled.purpose = QString(100'000, u'x');
        filled.acceptableUses = u"word "_s.repeated(20'000);
        filled.jurisdiction = QString(100'000, u'y');
        commit(ChangeSet(u"Fill"_s).change(system, filled));

        for (const SystemTabKind &kind : systemTabs()) {
            QElapsedTimer took;
            took.start();
            openTab(system, kind.key);
            QTRY_VERIFY(m_jobs->running().isEmpty());
            qInfo("%s: %lld ms", qPrintable(kind.key), took.elapsed());
            QVERIFY(took.elapsed() < 5000);
        }

        const auto labels = m_window->currentPage()->findChildren<PlainLabel *>();
        const bool isLiteral = std::any_of(labels.cbegin(), labels.cend(), [](const PlainLabel *label) {
            return label->text() == u"<b>Fraud</b> &amp; ⟨RLO⟩gnirocs"_s;
        });
        QVERIFY(isLiteral);
    }

    void everyTabIsAccessible_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void everyTabIsAccessible()
    {
        QFETCH(double, scale);
        m_theme->setTextScale(scale);
        const AiSystem system = aSystem(u"Fraud scoring"_s);
        QStringList faults;

        for (const SystemTabKind &kind : systemTabs()) {
            openTab(system, kind.key);
            QTRY_VERIFY(m_jobs->running().isEmpty());
            WindowFixture::takeTurns();
            QStringList found; // layouts settle over several turns of the event loop
            (void)QTest::qWaitFor([&] {
                found = accessibilityFaults(*m_window);
                return found.isEmpty();
            });
            for (const QString &fault : std::as_const(found))
                faults.append(kind.key + u": "_s + fault);
        }

        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void anEarlierAssessmentFitsAsWell_data() { everyTabIsAccessible_data(); }

    void anEarlierAssessmentFitsAsWell()
    {
        QFETCH(double, scale);
        const AiSystem system = aSystem(u"Fraud scoring"_s);
        openTab(system, u"assessment"_s);
        const auto press = [this](const QString &name) {
            auto *button = m_window->findChild<QPushButton *>(name);
            QTRY_VERIFY(button->isEnabled());
            button->click();
            QTRY_VERIFY(m_jobs->running().isEmpty());
        };
        press(u"assessment/close"_s);
        press(u"assessment/closeForGood"_s);
        QTRY_VERIFY(m_window->findChild<QPushButton *>(u"assessment/start"_s)->isVisible());
        press(u"assessment/start"_s);
        const auto isShown = [this] {
            const auto all = m_window->findChildren<QPushButton *>(QRegularExpression(u"^earlier/"_s));
            return !all.isEmpty() && all.first()->isVisible();
        };
        QTRY_VERIFY(isShown());
        m_theme->setTextScale(scale);
        WindowFixture::takeTurns();

        QTRY_COMPARE(accessibilityFaults(*m_window).join(u'\n'), QString());
    }

    void tenThousandLinesAreFilteredAndSorted()
    {
        const auto model = makeRegisterModel();
        const QAbstractItemModelTester tester(model.get());
        std::vector<RegisterRow> rows;
        for (int i = 0; i < 10'000; ++i) {
            RegisterRow row;
            row.system.id = Id<AiSystem>::generate(m_clock);
            row.system.number = u"AI-%1"_s.arg(i, 5, 10, QLatin1Char('0'));
            row.system.name = u"System %1"_s.arg(i * 7919 % 10'000);
            rows.push_back(row);
        }
        model->setRows(std::move(rows));
        QElapsedTimer took;
        took.start();

        model->setFilter(registerFilter(u"system 999"_s));
        const auto filtered = took.restart();
        model->setFilter({});
        model->sort(1);

        qInfo("filter %lld ms, sort %lld ms", filtered, took.elapsed());
        QCOMPARE(model->rowCount(), 10'000);
        QCOMPARE(model->at(0).system.name, u"System 0"_s);
    }

private:
    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = m_session->workspace()->reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }

    void commit(const ChangeSet &changeSet)
    {
        const auto done = m_session->workspace()->commitAndWait(changeSet);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }

    AiSystem aSystem(const QString &name)
    {
        Workspace &workspace = *m_session->workspace();
        const auto catalogue = shippedCatalogue();
        const auto reader = workspace.reader();
        Registration registration;
        registration.system.name = name;
        const auto planned = planRegistration(**reader, **catalogue, registration,
                                              {workspace.today(), workspace.actor(), workspace.clock()});
        commit(*planned);
        return all<AiSystem>().last();
    }

    void openTab(const AiSystem &system, const QString &tab)
    {
        m_window->go(SystemPage::placeOf(system.id, tab));
        QTRY_VERIFY(m_window->currentPage()->title() != u"System"_s);
    }

    /// Tab by tab, as somebody without a mouse does it.
    void tabTo(const QWidget *goal)
    {
        for (int step = 0; step < 60 && QApplication::focusWidget() != goal; ++step)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(),
                            Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), goal);
    }

    const SystemClock m_clock = {};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(TestSystems)
#include "tst_systems.moc"
