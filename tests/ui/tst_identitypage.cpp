// What is proposed before a new workspace is made.
#include "ui/pages/start/identitypage.h"

#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class IdentityPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_suggested.folder = m_dir->filePath(u"AI systems.plimsoll"_s);
        m_page = std::make_unique<IdentityPage>(m_suggested);
    }

    void theFolderFollowsTheNameOfTheOrganisation()
    {
        QCOMPARE(folder(), u"AI systems.plimsoll"_s);

        QTest::keyClicks(organisation(), u"Nordbank"_s);
        QCOMPARE(folder(), u"Nordbank.plimsoll"_s);

        organisation()->clear();
        QCOMPARE(folder(), u"AI systems.plimsoll"_s);
    }

    void aFolderThatSomebodyNamedStays()
    {
        auto *field = m_page->findChild<QLineEdit *>(u"who/folder"_s);
        field->selectAll();
        QTest::keyClicks(field, m_dir->filePath(u"mine.plimsoll"_s));

        QTest::keyClicks(organisation(), u"Nordbank"_s);

        QCOMPARE(folder(), u"mine.plimsoll"_s);
    }

    void noTakenFolderIsProposed()
    {
        for (const QString &taken : {u"Nordbank.plimsoll"_s, u"Nordbank 2.plimsoll"_s})
            QVERIFY(QDir(m_dir->path()).mkdir(taken));

        organisation()->setText(u"Nordbank"_s);

        QCOMPARE(folder(), u"Nordbank 3.plimsoll"_s);
    }

    void aNameThatNoFolderCanHaveIsMadeOneThatItCan()
    {
        organisation()->setText(u"../Nord/Bank: <AG>"_s);

        QCOMPARE(folder(), u"Nord Bank AG.plimsoll"_s);
        QCOMPARE(QFileInfo(m_page->identity().folder).path(), m_dir->path());
    }

private:
    [[nodiscard]] QLineEdit *organisation() const
    {
        return m_page->findChild<QLineEdit *>(u"who/organisation"_s);
    }
    [[nodiscard]] QString folder() const { return QFileInfo(m_page->identity().folder).fileName(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    Identity m_suggested;
    std::unique_ptr<IdentityPage> m_page;
};

QTEST_MAIN(IdentityPageTest)
#include "tst_identitypage.moc"
