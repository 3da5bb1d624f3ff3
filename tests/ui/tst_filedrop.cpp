// What may be dropped on a widget, and what comes of it.
#include "tests/support/windowfixture.h"
#include "ui/widgets/filedrop.h"

#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class FileDropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPathThatIsDroppedIsHandedOver()
    {
        QWidget target;
        const FileDrop drop(target, FileDrop::Takes::AnyNumber);
        const QSignalSpy dropped(&drop, &FileDrop::dropped);

        QVERIFY(WindowFixture::drop(target, {u"/a.txt"_s, u"/b"_s}));

        QCOMPARE(dropped.size(), 1);
        QCOMPARE(dropped.first().first().toStringList(), QStringList({u"/a.txt"_s, u"/b"_s}));
    }

    void wherePeopleDropOneFileSeveralAreRefused()
    {
        QWidget target;
        const FileDrop drop(target, FileDrop::Takes::OnePath);
        const QSignalSpy dropped(&drop, &FileDrop::dropped);

        QVERIFY(!WindowFixture::drop(target, {u"/a.txt"_s, u"/b"_s}));
        QVERIFY(WindowFixture::drop(target, {u"/a.txt"_s}));

        QCOMPARE(dropped.size(), 1);
    }

    void whatIsNoFileOfThisComputerIsRefused()
    {
        QWidget target;
        const FileDrop drop(target, FileDrop::Takes::AnyNumber);

        QVERIFY(!isAcceptedOver(target, QUrl(u"https://wiki.example/design"_s)));
        QVERIFY(!drop.isAwaited());
    }

    void aDropIsAwaitedUntilThePointerLeaves()
    {
        QWidget target;
        const FileDrop drop(target, FileDrop::Takes::AnyNumber);

        QVERIFY(isAcceptedOver(target, QUrl::fromLocalFile(u"/a.txt"_s)));
        QVERIFY(drop.isAwaited());
        QDragLeaveEvent leave;
        QApplication::sendEvent(&target, &leave);

        QVERIFY(!drop.isAwaited());
    }

    void aDropIsNotAwaitedOnceItHasCome()
    {
        QWidget target;
        const FileDrop drop(target, FileDrop::Takes::AnyNumber);

        WindowFixture::drop(target, {u"/a.txt"_s});

        QVERIFY(!drop.isAwaited());
    }

private:
    static bool isAcceptedOver(QWidget &target, const QUrl &url)
    {
        QMimeData held;
        held.setUrls({url});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        return enter.isAccepted();
    }
};

QTEST_MAIN(FileDropTest)
#include "tst_filedrop.moc"
