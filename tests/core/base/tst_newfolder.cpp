#include "core/base/newfolder.h"
#include "tests/support/files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class NewFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKeptGoesWithAllThatWasMadeForIt()
    {
        const QTemporaryDir dir;
        {
            const auto folder = NewFolder::make(dir.filePath(u"a/b/c"_s));
            QVERIFY(folder);
            test::writeFile(folder->path() + u"/deep/file"_s, "x");
        }

        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void aFolderAboveInWhichSomebodyElseWroteStays()
    {
        const QTemporaryDir dir;
        {
            const auto folder = NewFolder::make(dir.filePath(u"a/b/c"_s));
            test::writeFile(dir.filePath(u"a/theirs"_s), "x");
        }

        QCOMPARE(QDir(dir.filePath(u"a"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"theirs"_s});
    }

    void aFolderThatWasThereStaysEmptyAsItWas()
    {
        const QTemporaryDir dir;
        QDir(dir.path()).mkdir(u"mine"_s);
        {
            const auto folder = NewFolder::make(dir.filePath(u"mine"_s));
            test::writeFile(folder->path() + u"/.hidden"_s, "x");
        }

        QVERIFY(QFileInfo::exists(dir.filePath(u"mine"_s)));
        QCOMPARE(test::filesBelow(dir.path()), QStringList());
    }

    void whatIsKeptStaysUnderTheNameItWasGiven()
    {
        const QTemporaryDir dir;
        {
            auto folder = NewFolder::make(dir.filePath(u"a/unfinished"_s));
            test::writeFile(folder->path() + u"/file"_s, "x");
            QVERIFY(folder->rename(u"whole"_s));
            folder->keep();
        }

        QCOMPARE(test::filesBelow(dir.path()), QStringList{dir.filePath(u"a/whole/file"_s)});
    }

    void aFolderThatHoldsAnythingIsRefusedAndLeftAlone()
    {
        const QTemporaryDir dir;
        const auto file = test::writeFile(dir.filePath(u"taken/.hidden"_s), "x");

        const auto refused = NewFolder::make(dir.filePath(u"taken"_s));

        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"taken"_s));
        QCOMPARE(test::filesBelow(dir.path()), QStringList{file});
    }
};

QTEST_APPLESS_MAIN(NewFolderTest)
#include "tst_newfolder.moc"
