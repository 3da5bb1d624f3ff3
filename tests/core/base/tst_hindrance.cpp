#include "core/base/hindrance.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t nobody = 65534;

/// The superuser may write everywhere; for a while this is somebody else.
class AsNobody
{
public:
    AsNobody()
        : m_was(::getuid())
    {
        if (m_was == 0 && ::setresuid(nobody, nobody, 0) != 0)
            qFatal("cannot become nobody");
    }
    ~AsNobody()
    {
        if (m_was == 0 && ::setresuid(0, 0, 0) != 0)
            qFatal("cannot become somebody again");
    }

private:
    uid_t m_was;
};

}

class HindranceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownFilesAreNotHindered()
    {
        const QTemporaryDir folder;

        QCOMPARE(hindranceToChange(writeFile(folder.filePath(u"workspace.db"_s), "x")), Hindrance::None);
    }

    void rightsOfFileAndFolderAreBothNeeded_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("the file") << false;
        QTest::newRow("the folder") << true;
    }
    void rightsOfFileAndFolderAreBothNeeded()
    {
        QFETCH(bool, isFolder);
        const QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(u"workspace.db"_s), "x");
        const auto all = QFileDevice::Permissions(0x7777);
        const auto reading = QFileDevice::Permissions(0x5555);
        QVERIFY(QFile::setPermissions(file, isFolder ? all : reading));
        QVERIFY(QFile::setPermissions(folder.path(), isFolder ? reading : all));

        Hindrance found = Hindrance::None;
        {
            const AsNobody nobody;
            found = hindranceToChange(file);
        }

        QVERIFY(QFile::setPermissions(folder.path(), all));
        QCOMPARE(found, Hindrance::NoRight);
    }
};

QTEST_GUILESS_MAIN(HindranceTest)
#include "tst_hindrance.moc"
