// From nothing to a package that a stranger verifies, through the real window and nothing else.
#include "core/evidence/evidenceuse.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "tests/support/files.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/checklist/itemlist.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tabrow.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

/// A command as a stranger types it: nothing but the system's own programs.
QString inShell(const QString &folder, const QString &commands)
{
    QProcess shell;
    QProcessEnvironment clean;
    clean.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    shell.setProcessEnvironment(clean);
    shell.setWorkingDirectory(folder);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"sh"_s, {u"-e"_s, u"-c"_s, commands});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(shell.readAll());
    return QString::fromUtf8(shell.readAll()).trimmed();
}

}

class TestJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"unzip"_s).isEmpty())
            QSKIP("unzip is not installed here");
        m_session = std::make_unique<Session>(m_window.window(), m_window.jobs(), m_clock, workspacePages);
        m_session->begin();
    }

    void cleanupTestCase() { m_session.reset(); }

    void somebodySaysWhoTheyAreAndHasAWorkspace()
    {
        QTest::keyClick(&m_window.window(), Qt::Key_N, Qt::AltModifier);
        QTRY_COMPARE(m_window->place().page, u"who"_s);
        const auto fields = m_window->currentPage()->findChildren<QLineEdit *>();
        const QStringList given{u"Jo Lee"_s, u"jo@nordbank.example"_s, u"Engineering"_s, u"Nordbank"_s,
                                m_place.filePath(u"mine.plimsoll"_s)};
        for (qsizetype i = 0; i < fields.size(); ++i)
            fields[i]->setText(given[i]);

        m_window.find<QPushButton>(u"makeWorkspace"_s)->click();

        QTRY_VERIFY(m_session->workspace());
        QCOMPARE(all<Person>().first().name, u"Jo Lee"_s);
    }

    void aSystemIsRegisteredFromAPreset()
    {
        m_window->go({u"newsystem"_s, {}});
        auto *preset = m_window.find<ChoiceField>(u"newsystem/preset"_s);
        QTRY_VERIFY(preset->count() > 1);
        QTest::keyClicks(m_window.find<QLineEdit>(u"newsystem/name"_s), u"Support chatbot"_s);
        QTest::keyClick(preset, Qt::Key_Down);

        m_window.find<QPushButton>(u"newsystem/register"_s)->click();

        QTRY_COMPARE(m_window->place().page, u"system"_s);
        QTRY_COMPARE(m_window->currentPage()->title(), u"Support chatbot"_s);
    }

    void anItemIsAnsweredByKeys()
    {
        auto *tabs = m_window.find<TabRow>(u"systemTabs"_s);
        tabs->setCurrentKey(u"checklist"_s);
        QTRY_VERIFY(m_window->findChild<ItemList *>() && !item().isEmpty());
        auto *list = m_window.find<QListView>(u"items"_s);
        list->setFocus();

        QTest::keyClick(list, Qt::Key_1);

        QTRY_COMPARE(all<Response>().size(), 1);
        QCOMPARE(all<Response>().first().answer, Answer::Met);
    }

    void aFileIsAttachedByDroppingIt()
    {
        const QString file =
            writeFile(m_place.filePath(u"Richtlinie – Größe.txt"_s), "All models are listed.");

        QVERIFY(WindowFixture::drop(*m_window.find<QWidget>(u"card"_s), {file}));

        QTRY_COMPARE(all<EvidenceUse>().size(), 1);
        QCOMPARE(all<EvidenceUse>().first().item, item());
    }

    void thePackageIsIssued()
    {
        m_window.find<QPushButton>(u"system/export"_s)->click();
        QCOMPARE(m_window->place().page, QString(PackagesPage::key));
        QTRY_VERIFY(m_window.jobs().running().isEmpty());
        m_window.find<QLineEdit>(u"packages/issuedTo"_s)->setText(u"Supervisor"_s);
        m_package = m_place.filePath(u"chatbot.zip"_s);
        m_window.find<QLineEdit>(u"packages/place"_s)->setText(m_package);

        m_window.find<QPushButton>(u"packages/issue"_s)->click();

        const auto *seal = m_window.find<PlainLabel>(u"packages/result/seal"_s);
        QTRY_VERIFY_WITH_TIMEOUT(seal->isVisible(), 30'000);
        m_seal = QString(seal->text()).remove(u' ');
        QVERIFY(Digest::fromHex(m_seal));
    }

    void thePageVerifiesItAgainstItsSeal()
    {
        m_window.find<QPushButton>(u"packages/result/check"_s)->click();

        const auto *verdict = m_window.find<PlainLabel>(u"packages/verdict"_s);
        QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible(), 30'000);
        QVERIFY2(
            verdict->text().contains(u"complete and unchanged, and its seal is the one you were given"_s),
            qPrintable(verdict->text()));
    }

    void aStrangerVerifiesItWithTheSystemsOwnTools()
    {
        const QString answer = inShell(
            m_place.path(), u"unzip -q chatbot.zip; cd chatbot; sha256sum --quiet -c manifest-sha256.txt; "
                            "sha256sum --quiet -c tagmanifest-sha256.txt; "
                            "sha256sum tagmanifest-sha256.txt | cut -c1-64"_s);

        QCOMPARE(answer, m_seal);
        const auto evidence = filesBelow(m_place.filePath(u"chatbot/data/evidence"_s));
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(readFile(evidence.first()), "All models are listed."_ba);
    }

private:
    template <IsDescribed Entity>
    QList<Entity> all() const
    {
        const auto reader = m_session->workspace()->reader();
        return reader ? Repository<Entity>(**reader).all().value_or(QList<Entity>()) : QList<Entity>();
    }
    [[nodiscard]] QString item() { return m_window->findChild<ItemList *>()->current(); }

    const SystemClock m_clock = {};
    QTemporaryDir m_place;
    WindowFixture m_window;
    std::unique_ptr<Session> m_session;
    QString m_package;
    QString m_seal;
};

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
