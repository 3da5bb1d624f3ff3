// A workspace that is open for reading only: everything is to be seen, nothing is to be changed.
#include "tests/support/files.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/actingperson.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

QHash<QString, QByteArray> contentOf(const QString &folder)
{
    QHash<QString, QByteArray> content;
    for (const QString &file : filesBelow(folder))
        content.insert(file, readFile(file));
    return content;
}

void closeDialogs()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<QFileDialog *>(top))
            dialog->reject();
    }
}

QString nameOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return u"%1 '%2' (%3)"_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName(),
                                 button ? button->text() : widget.accessibleName());
}

/// Does with a control what somebody does who wants to change something.
void use(QWidget &widget)
{
    if (auto *button = qobject_cast<QAbstractButton *>(&widget)) {
        button->click();
    } else if (auto *line = qobject_cast<QLineEdit *>(&widget)) {
        QTest::keyClicks(line, u"2026-12-31"_s);
        QTest::keyClick(line, Qt::Key_Return);
        line->clear();
    } else if (auto *box = qobject_cast<QComboBox *>(&widget)) {
        box->setCurrentIndex(box->count() - 1);
        Q_EMIT box->activated(box->currentIndex());
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(&widget)) {
        QTest::keyClicks(text, u"words"_s);
    }
    closeDialogs();
}

bool isOpen(const QWidget &widget)
{
    const auto *line = qobject_cast<const QLineEdit *>(&widget);
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    return widget.isEnabled() && !(line && line->isReadOnly()) && !(text && text->isReadOnly());
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget);
}

}

class ReadingOnlyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bank = std::make_unique<TwoSystems>();
        m_bank->fixture.close();
        auto opened =
            Workspace::open(m_bank->fixture.folder(), Workspace::Access::ReadOnly, m_bank->fixture.clock());
        QVERIFY(opened);
        m_workspace = std::move(*opened);
        m_window = std::make_unique<WindowFixture>();
        m_window->setWorkspace(*m_workspace);
    }

    void cleanup()
    {
        m_window->window().setPages({});
        m_window->jobs().cancelAndWait();
        m_window.reset();
        m_workspace.reset();
        m_bank.reset();
    }

    void whatStaysOpenOnAPageNeverTriesToWrite()
    {
        const auto before = contentOf(m_bank->fixture.folder());
        int used = 0;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            visit(place);
            for (const QPointer<QWidget> &control : controls()) {
                if (!control || !isOpen(*control) || !control->isVisible())
                    continue;
                const QString name = nameOf(*control);
                use(*control);
                ++used;
                WindowFixture::takeTurns();
                QVERIFY2(refusals().isEmpty(), qPrintable(place.page + u' ' + place.target + u": "_s + name));
                if (m_window->window().place().page != place.page)
                    visit(place);
            }
            m_window->settle();
            QVERIFY2(refusals().isEmpty(), qPrintable(place.page + u' ' + place.target));
        }
        QVERIFY2(used > 20, "Hardly anything was open: the test proves nothing");
        QVERIFY(contentOf(m_bank->fixture.folder()) == before);
    }

    void theFormsOfEveryPageAreClosedAndSayWhy()
    {
        int closed = 0;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            visit(place);
            for (const QPointer<QWidget> &control : controls()) {
                if (isOpen(*control) || !control->toolTip().contains(u"open for reading only"_s))
                    continue;
                ++closed;
            }
        }
        QVERIFY2(closed > 100, qPrintable(QString::number(closed)));
        for (const QString &writing : {u"systems/new"_s, u"evidence/addFiles"_s, u"packages/issue"_s,
                                       u"assessment/close"_s, u"addFile"_s})
            QVERIFY2(!isOpen(*m_window->find<QWidget>(writing)), qPrintable(writing));
        for (const QString &looking :
             {u"systems/filter"_s, u"evidence/check"_s, u"order"_s, u"journalWords"_s})
            QVERIFY2(isOpen(*m_window->find<QWidget>(looking)), qPrintable(looking));
    }

    void theBannerNamesTheReasonAndTheWayOut_data()
    {
        QTest::addColumn<int>("hindrance");
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("holder");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("wayOut");
        QTest::newRow("medium") << int(Hindrance::ReadOnlyFileSystem) << u"ana"_s << QString()
                                << u"takes no changes"_s << u"Copy its folder"_s;
        QTest::newRow("rights of somebody") << int(Hindrance::NoRight) << u"ana"_s << QString()
                                            << u"which are those of ana"_s << u"Ask for it"_s;
        QTest::newRow("rights") << int(Hindrance::NoRight) << QString() << QString() << u"no right"_s
                                << u"copy the folder"_s;
        QTest::newRow("held") << int(Hindrance::None) << u"ana"_s << u"jo on pc-8"_s
                              << u"jo on pc-8 is writing"_s << u"Open it again"_s;
        QTest::newRow("nothing") << int(Hindrance::None) << u"ana"_s << QString() << u"Nothing but that"_s
                                 << u"Open a workspace"_s;
    }
    void theBannerNamesTheReasonAndTheWayOut()
    {
        QFETCH(int, hindrance);
        QFETCH(QString, owner);
        QFETCH(QString, holder);
        QFETCH(QString, reason);
        QFETCH(QString, wayOut);

        const QString words = whyNothingChanges(u"Nordbank"_s, Hindrance(hindrance), owner, holder);

        QVERIFY(words.startsWith(u"Nordbank is open for reading only"_s));
        QVERIFY2(words.contains(reason) && words.contains(wayOut), qPrintable(words));
    }

    void whatAPageEnablesOrAddsLaterStaysClosed()
    {
        visit({u"systems"_s, {}});
        auto *add = m_window->find<QAbstractButton>(u"systems/new"_s);

        add->setEnabled(true);
        auto *late = new QLineEdit(add->parentWidget());
        late->show();

        QVERIFY(!add->isEnabled());
        QTRY_VERIFY(late->isReadOnly());
    }

    void noHintIsGivenAtWhatCannotBeDone()
    {
        QStringList hints;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            if (place.page == u"help")
                continue;
            visit(place);
            for (const auto *label : m_window->window().currentPage()->findChildren<PlainLabel *>()) {
                if (label->isVisible() && label->plainText().contains(u"answer") &&
                    label->plainText().contains(QRegularExpression(u"[Kk]eys 1"_s)))
                    hints.append(place.page + u": "_s + label->plainText());
            }
        }

        QCOMPARE(hints, QStringList());
    }

    void aFieldThatTakesNoWordsHasNoButtonToClearIt()
    {
        visit({u"importregister"_s, {}});

        const auto *file = m_window->find<QLineEdit>(u"import/file"_s);
        QVERIFY(file->isReadOnly());
        QVERIFY(file->findChildren<QAbstractButton *>().isEmpty());
    }

    void nowhereIsSomebodyAskedToDropFiles()
    {
        QStringList asking;
        QList<Place> places = m_window->everyPlace(m_bank->fraud.id);
        places.append(
            SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s, u"5.1.3-1/a"_s)); // has no evidence
        for (const Place &place : places) {
            if (place.page == u"help")
                continue;
            visit(place);
            for (const QString &words : wordsInSight()) {
                if (words.contains(u"drop", Qt::CaseInsensitive))
                    asking.append(place.page + u": "_s + words);
            }
        }

        QCOMPARE(asking, QStringList());
        QVERIFY(wordsInSight().contains(u"Nothing is attached."_s));
    }

    void aRecordWithoutEvidenceSaysWhyNoneCanBeAdded()
    {
        WorkspaceFixture empty;
        const auto opened =
            Workspace::open(empty.folder(), Workspace::Access::ReadOnly, m_bank->fixture.clock());
        QVERIFY(opened);
        m_window->setWorkspace(**opened);

        visit({u"evidence"_s, {}});

        const QString words = wordsInSight().join(u'\n');
        QVERIFY2(words.contains(u"open for reading only, so nothing can be added"_s), qPrintable(words));
        QVERIFY(!words.contains(u"drop", Qt::CaseInsensitive));
        m_window->window().setPages({});
        m_window->jobs().cancelAndWait();
    }

    void fromASystemOneComesToTheReasonWhyNothingCanBeIssued()
    {
        visit(SystemPage::placeOf(m_bank->fraud.id, u"profile"_s));

        m_window->find<QAbstractButton>(u"system/export"_s)->click();

        QCOMPARE(m_window->window().place().page, u"packages"_s);
        QTRY_VERIFY(m_window->find<QWidget>(u"packages/whyNot"_s)->isVisible());
    }

    void nobodyIsAskedToActWhereNothingCanBeDone()
    {
        ActingPerson acting(*m_workspace, m_window->jobs());

        QTRY_VERIFY(m_window->jobs().running().isEmpty());

        QVERIFY(acting.isHidden());
    }

    void answersByKeyAreNotTaken()
    {
        visit(SystemPage::placeOf(m_bank->fraud.id, u"checklist"_s));

        QTest::keyClick(m_window->find<QWidget>(u"items"_s), Qt::Key_1);
        m_window->settle();

        QCOMPARE(refusals(), QStringList());
    }

private:
    void visit(const Place &place)
    {
        m_window->window().go(place);
        m_window->settle();
        for (auto *table : m_window->window().currentPage()->findChildren<TableView *>()) {
            if (table->isVisible() && table->model()->rowCount() > 0)
                table->selectRow(0);
        }
        m_window->settle();
    }

    /// What labels and fields that are still empty say.
    QStringList wordsInSight()
    {
        QStringList words;
        for (const auto *label : m_window->window().currentPage()->findChildren<PlainLabel *>()) {
            if (label->isVisible())
                words.append(label->plainText());
        }
        for (const auto *line : m_window->window().currentPage()->findChildren<QLineEdit *>()) {
            if (line->isVisible())
                words.append(line->placeholderText());
        }
        return words;
    }

    QList<QPointer<QWidget>> controls()
    {
        QList<QPointer<QWidget>> found;
        for (auto *widget : m_window->window().currentPage()->findChildren<QWidget *>()) {
            if (isControl(*widget))
                found.append(widget);
        }
        return found;
    }

    QStringList refusals()
    {
        QStringList found;
        for (auto *banner : m_window->window().findChildren<Banner *>()) {
            if (banner->isVisible() && banner->accessibleName().contains(u"reading only"_s))
                found.append(banner->accessibleName());
        }
        return found;
    }

    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WindowFixture> m_window;
};

QTEST_MAIN(ReadingOnlyTest)
#include "tst_readingonly.moc"
