// What leaves the house, through its page: issuing, the register, checking.
#include "core/delivery/exportpackage.h"
#include "core/package/packagereader.h"
#include "core/package/verifier.h"
#include "tests/support/files.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/pictureview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestPackagesPage : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showBank(); }

    void cleanup() { endBank(); }

    void aPackageOfTheSystemAskedForIsIssued()
    {
        openForm();

        const QString path = issueTo(u"out.zip"_s);

        QTRY_VERIFY(shownSeal().has_value());
        const auto checked = verify(path, unwatched(), shownSeal());
        QVERIFY(checked && checked->isGood());
        const auto register_ = m_bank->fixture.all<IssuedPackage>();
        QCOMPARE(register_.size(), 1);
        QCOMPARE(register_.first().systems, u"Fraud scoring 2.1"_s);
        QCOMPARE(register_.first().issuedTo, u"Supervisor"_s);
        QCOMPARE(register_.first().seal, *shownSeal());
        m_window->find<QPushButton>(u"packages/result/copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), shownSeal()->hex());
    }

    void whatWasIssuedComesIntoSightAndTheKeyboardGoesToItsSeal()
    {
        openForm();
        m_window->window().resize(1000, 600);
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
        auto *issue = m_window->find<QPushButton>(u"packages/issue"_s);
        issue->setFocus();

        issueTo(u"seen.zip"_s);

        auto *copy = m_window->find<QPushButton>(u"packages/result/copy"_s);
        QTRY_VERIFY(copy->isVisible());
        QTRY_VERIFY(!copy->visibleRegion().isEmpty());
        QTRY_VERIFY(m_window->find<PlainLabel>(u"packages/result/seal"_s)->hasFocus());
    }

    void theKeyboardIsLeftWhereAPersonTookItMeanwhile()
    {
        openForm();
        m_window->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_window->window()));
        m_window->find<QPushButton>(u"packages/issue"_s)->setFocus();
        auto *purpose = m_window->find<QLineEdit>(u"packages/purpose"_s);

        issueTo(u"meanwhile.zip"_s);
        purpose->setFocus();

        QTRY_VERIFY(shownSeal().has_value());
        QVERIFY(purpose->hasFocus());
    }

    void theNameProposedSaysSystemAndMoment()
    {
        openForm();
        const auto *place = m_window->find<QLineEdit>(u"packages/place"_s);

        const QString name = place->text().section(u'/', -1);

        static const QRegularExpression proposed(u"^fraud-scoring-\\d{8}T\\d{6}Z\\.zip$"_s);
        QVERIFY2(proposed.match(name).hasMatch(), qPrintable(name));
    }

    void whatLiesThereIsRefusedAndKept()
    {
        const QString path = writeFile(m_bank->fixture.path(u"taken.zip"_s), "precious");
        openForm();

        issueTo(u"taken.zip"_s);

        QTRY_VERIFY(banner().isVisible());
        QVERIFY(m_bank->fixture.all<IssuedPackage>().isEmpty());
        QCOMPARE(readFile(path), "precious"_ba);
    }

    void aReportAloneIsEnteredWithItsOwnFingerprint()
    {
        openForm();
        chooseKind(u"report"_s);

        const QString path = issueTo(u"report"_s);

        QTRY_VERIFY(shownSeal().has_value());
        QCOMPARE(*shownSeal(), Digest::of(readFile(path + u".pdf"_s)));
        QVERIFY(m_bank->fixture.all<IssuedPackage>().first().reportAlone);
    }

    void severalSystemsLeaveAsAFolder()
    {
        openForm();
        chooseKind(u"folder"_s);
        auto *list = m_window->find<QListView>(u"packages/systems/list"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row)
            list->model()->setData(list->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);

        const QString path = issueTo(u"both"_s);

        QTRY_VERIFY(shownSeal().has_value());
        QVERIFY(QFileInfo::exists(path + u"/bagit.txt"_s));
        QVERIFY(verify(path, unwatched(), shownSeal())->isGood());
        QCOMPARE(m_bank->fixture.all<IssuedPackage>().first().systems.count(u", "_s), 1);
    }

    void theReportIsSeenBeforeAnythingIsIssued()
    {
        openForm();
        const QStringList before = filesBelow(m_bank->fixture.folder() + u"/packages"_s);

        m_window->find<QPushButton>(u"packages/look"_s)->click();

        const auto picture = [this] {
            return m_window->window().currentPage()->findChild<PictureView *>(u"preview/picture"_s);
        };
        QTRY_VERIFY(picture() && !picture()->picture().isNull());
        QTRY_VERIFY(picture()->visibleRegion().boundingRect().height() > 300);
        QVERIFY(
            m_window->find<PlainLabel>(u"packages/draft"_s)->plainText().contains(u"Nothing is issued"_s));
        QCOMPARE(m_window->faults(), QStringList());
        QVERIFY(m_bank->fixture.all<IssuedPackage>().isEmpty());
        QCOMPARE(filesBelow(m_bank->fixture.folder() + u"/packages"_s), before);

        issueTo(u"out.zip"_s);

        QTRY_VERIFY(shownSeal().has_value());
        QVERIFY(!m_window->find<PlainLabel>(u"packages/draft"_s)->isVisible());
    }

    void whoAskedForTheReportTurnsItsPagesByKeysAtOnce()
    {
        openForm();
        auto *look = m_window->find<QPushButton>(u"packages/look"_s);
        look->setFocus();

        QTest::keyClick(look, Qt::Key_Space);
        m_window->settle();

        QTRY_COMPARE(m_window->window().focusWidget()->objectName(), u"preview/nextPage"_s);
    }

    void withoutASystemNothingIsIssued()
    {
        go({PackagesPage::key, u"new"_s});

        issueTo(u"none.zip"_s);

        QVERIFY(banner().isVisible());
        QVERIFY(m_window->jobs().running().isEmpty());
    }

    void aCancelledIssueLeavesNothing()
    {
        openForm();
        m_window->find<QLineEdit>(u"packages/place"_s)->setText(m_bank->fixture.path(u"never.zip"_s));
        m_window->find<QPushButton>(u"packages/issue"_s)->click();

        m_window->jobs().running().last()->cancel();

        QTRY_VERIFY(m_window->jobs().running().isEmpty());
        QTRY_VERIFY(banner().isVisible());
        QVERIFY(!QFileInfo::exists(m_bank->fixture.path(u"never.zip"_s)));
        QVERIFY(m_bank->fixture.all<IssuedPackage>().isEmpty());
        QVERIFY(m_window->find<QPushButton>(u"packages/issue"_s)->isEnabled());
    }

    void aDroppedPackageIsChecked()
    {
        const Issued package = issued(u"out.zip"_s);
        go({PackagesPage::key, u"issued"_s});

        QVERIFY(WindowFixture::drop(*m_window->window().currentPage(), {package.path}));

        QTRY_VERIFY(verdict().contains(u"complete and unchanged against its own list"_s));
        QVERIFY(verdict().contains(u"who made it is not proven"_s));
        QVERIFY(!m_window->find<TableView>(u"packageFaults"_s)->isVisible());
    }

    void theSealGivenIsCompared()
    {
        const Issued package = issued(u"out.zip"_s);
        go({PackagesPage::key, u"check"_s});

        check(package.path, package.seal.hex().toUpper());
        QTRY_VERIFY(verdict().contains(u"its seal is the one you were given"_s));
        check(package.path, QString(64, u'0'));

        QTRY_VERIFY(verdict().contains(u"is not the package it says it is"_s));
    }

    void whatIsNoSealIsSaidBeforeAnythingIsRead()
    {
        go({PackagesPage::key, u"check"_s});

        check(m_bank->fixture.path(u"absent.zip"_s), u"12345"_s);

        QVERIFY(banner().isVisible());
        QVERIFY(m_window->jobs().running().isEmpty());
    }

    void eachOfTheFourFaultsIsListed()
    {
        ExportOptions asFolder;
        asFolder.form = PackageForm::Folder;
        const Issued package = issued(u"out"_s, asFolder);
        writeFile(package.path + u"/data/smuggled.txt"_s, "extra");
        QVERIFY(QFile::remove(package.path + u"/data/index.html"_s));
        writeFile(package.path + u"/data/evidence.csv"_s, "changed");
        go({PackagesPage::key, u"check"_s});

        check(package.path, {});

        QTRY_VERIFY(verdict().contains(u"is not the package"_s));
        const auto *files = m_window->find<TableView>(u"packageFaults"_s)->model();
        QStringList lines;
        for (int row = 0; row < files->rowCount(); ++row)
            lines.append(files->index(row, 0).data().toString() + u' ' +
                         files->index(row, 1).data().toString());
        lines.sort();
        QCOMPARE(lines, (QStringList{u"Changed data/evidence.csv"_s, u"Extra data/smuggled.txt"_s,
                                     u"Missing data/index.html"_s}));
        QCOMPARE(marks(u"Totals"_s), 1);
    }

    void whatIsNoPackageIsSaidInWords()
    {
        const QString path = writeFile(m_bank->fixture.path(u"letter.txt"_s), "Dear auditor");
        go({PackagesPage::key, u"check"_s});

        check(path, {});

        QTRY_COMPARE(verdict(), u"This is no package that can be checked."_s);
    }

    void everybodyCanUseIt_data() { WindowFixture::bothTextSizes(); }

    void everybodyCanUseIt()
    {
        QFETCH(double, scale);
        m_window->theme().setTextScale(scale);
        QStringList faults;
        go({PackagesPage::key, u"issued"_s});
        faults += m_window->faults();
        openForm();
        issueTo(u"out.zip"_s);
        QTRY_VERIFY(shownSeal().has_value());
        faults += m_window->faults();
        go({PackagesPage::key, u"issued"_s});
        m_window->find<TableView>(u"issuedPackages"_s)->selectRow(0);
        m_window->find<QPushButton>(u"packages/withdraw"_s)->click();
        faults += m_window->faults();
        go({PackagesPage::key, u"check"_s});
        check(m_bank->fixture.path(u"out.zip"_s), {});
        QTRY_VERIFY(!verdict().isEmpty());
        faults += m_window->faults();

        QCOMPARE(faults, QStringList());
    }

private:
    void go(const Place &place)
    {
        m_window->window().go(place);
        QTRY_VERIFY(m_window->jobs().running().isEmpty());
    }
    void openForm()
    {
        go(PackagesPage::placeToIssue(m_bank->fraud.id));
        m_window->find<QLineEdit>(u"packages/issuedTo"_s)->setText(u"Supervisor"_s);
    }
    void chooseKind(const QString &kind)
    {
        auto *field = m_window->find<ChoiceField>(u"packages/what"_s);
        field->setKey(kind);
        Q_EMIT field->keyChosen(kind);
    }
    QString issueTo(const QString &name)
    {
        const QString path = m_bank->fixture.path(name);
        m_window->find<QLineEdit>(u"packages/place"_s)->setText(path);
        m_window->find<QPushButton>(u"packages/issue"_s)->click();
        return path;
    }
    Issued issued(const QString &name, const ExportOptions &options = {})
    {
        const auto done = exportPackage(m_bank->fixture.workspace(), {m_bank->fraud.id},
                                        m_bank->fixture.path(name), options);
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return *done;
    }
    void check(const QString &path, const QString &seal)
    {
        m_window->find<QLineEdit>(u"packages/check/path"_s)->setText(path);
        m_window->find<QLineEdit>(u"packages/check/seal"_s)->setText(seal);
        m_window->find<QPushButton>(u"packages/check/do"_s)->click();
    }
    [[nodiscard]] std::optional<Digest> shownSeal() const
    {
        const auto *label = m_window->find<PlainLabel>(u"packages/result/seal"_s);
        return label->isVisible() ? Digest::fromHex(QString(label->text()).remove(u' ')) : std::nullopt;
    }
    [[nodiscard]] QString verdict() const
    {
        const auto *label = m_window->find<PlainLabel>(u"packages/verdict"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] qsizetype marks(const QString &words) const
    {
        const auto all = m_window->window().currentPage()->findChildren<QWidget *>();
        return std::count_if(all.cbegin(), all.cend(),
                             [&](const QWidget *widget) { return widget->accessibleName() == words; });
    }
    [[nodiscard]] Banner &banner() const { return m_window->window().currentPage()->banner(); }
};

QTEST_MAIN(TestPackagesPage)
#include "tst_packagespage.moc"
