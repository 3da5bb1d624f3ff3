// The first start: three doors, where each leads, and that the window knows who sits before it.
#include "core/workspace/people.h"
#include "tests/support/windowfixture.h"
#include "tests/support/workspacefixture.h"
#include "ui/mainwindow/session.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// A workspace that `person` begins; the person acts in it.
Result<std::unique_ptr<Workspace>> begun(const QString &folder, const QString &person, const Clock &clock,
                                         NewWorkspace start = {})
{
    start.organisation = u"Nordbank"_s;
    start.personName = person;
    return Workspace::create(folder, start, clock);
}

Done makeSample(const QString &folder, const Progress &)
{
    const SystemClock clock;
    NewWorkspace start;
    start.sample = true;
    const auto made = begun(folder, u"Ana Ruiz"_s, clock, start);
    return made ? Done() : Done(tl::unexpected(made.error()));
}

}

class DoorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_place->path()));
        m_shown = std::make_unique<WindowFixture>();
        m_session = std::make_unique<Session>(m_shown->window(), m_shown->jobs(), m_clock, workspacePages,
                                              makeSample);
        m_session->begin();
    }

    void cleanup()
    {
        m_session.reset();
        m_shown.reset();
    }

    void thereAreThree()
    {
        QStringList words;
        for (const auto *step : m_shown->window().currentPage()->findChildren<QPushButton *>())
            words.append(step->isVisible() ? step->text().remove(u'&') : QString());
        words.removeAll(QString());

        QCOMPARE(words, (QStringList{u"Make a new workspace"_s, u"Open a folder …"_s, u"Read a package …"_s,
                                     u"See the sample"_s}));
    }

    void theFirstAsksWhoYouAreAndMakesAWorkspaceInWhichYouAct()
    {
        step(u"Make a new workspace"_s)->click();
        QTRY_COMPARE(m_shown->window().place().page, u"who"_s);
        const auto fields = m_shown->window().currentPage()->findChildren<QLineEdit *>();
        const QStringList given{u"Jo Lee"_s, u"jo@nordbank.example"_s, u"Engineering"_s, u"Nordbank"_s,
                                m_place->filePath(u"mine.plimsoll"_s)};
        for (qsizetype i = 0; i < fields.size(); ++i)
            fields[i]->setText(given[i]);
        m_shown->find<QPushButton>(u"makeWorkspace"_s)->click();
        QTRY_VERIFY(m_session->workspace());

        const auto person = m_session->workspace()->personOfThisAccount();

        QVERIFY(person && *person);
        QCOMPARE((*person)->name, u"Jo Lee"_s);
        QCOMPARE((*person)->account, currentAccount());
        QCOMPARE(m_session->workspace()->actor(), (*person)->id);
    }

    void whoeverOpensAWorkspaceActsInItAsThePersonOfTheirAccount()
    {
        QString folder;
        Id<Person> maker;
        {
            const auto made = begun(m_place->filePath(u"mine.plimsoll"_s), u"Jo Lee"_s, m_clock);
            QVERIFY(made);
            folder = (*made)->folder();
            maker = (*made)->actor();
            QVERIFY(!maker.isNull());
        }

        m_session->open(folder);

        QTRY_VERIFY(m_session->workspace());
        QCOMPARE(m_session->workspace()->actor(), maker);
    }

    void theSecondOpensTheFolderThatIsChosen()
    {
        WorkspaceFixture record;
        record.close();

        step(u"Open a folder …"_s)->click();
        auto *dialog = m_shown->window().findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
        Q_EMIT dialog->fileSelected(record.folder());
        dialog->close();

        QTRY_VERIFY(m_session->workspace());
        QCOMPARE(m_session->workspace()->folder(), record.folder());
    }

    void theSecondAsksForAPackageToo()
    {
        step(u"Read a package …"_s)->click();

        auto *dialog = m_shown->window().findChild<QFileDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
        dialog->close();
    }

    void theThirdMakesTheSampleWhichWearsItsBanner()
    {
        step(u"See the sample"_s)->click();

        QTRY_VERIFY(m_session->workspace());
        QVERIFY(m_session->workspace()->profile().sample);
        m_shown->settle();
        const Banner &banner = m_shown->window().banner();
        QVERIFY(banner.isVisible());
        QVERIFY2(banner.accessibleName().contains(u"everything in it is made up"_s),
                 qPrintable(banner.accessibleName()));
        m_shown->window().go({u"systems"_s, {}});
        QVERIFY(banner.isVisible());
    }

private:
    QPushButton *step(const QString &words) const
    {
        const auto steps = m_shown->window().currentPage()->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            steps, [&](const QPushButton *one) { return one->text().remove(u'&') == words; });
        if (found == steps.cend())
            qFatal("The page has no step %s", qPrintable(words));
        return *found;
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<WindowFixture> m_shown;
    std::unique_ptr<Session> m_session;
};

QTEST_MAIN(DoorsTest)
#include "tst_doors.moc"
