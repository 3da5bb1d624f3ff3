// What of a piece of evidence is shown in the page.
#include "core/evidence/evidencestore.h"
#include "tests/workflow/evidencewindow.h"
#include "ui/widgets/pictureview.h"

#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestEvidencePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_window = std::make_unique<EvidenceWindow>(); }
    void cleanup() { m_window.reset(); }

    void textIsShownAsItIs()
    {
        m_window->open(m_window->attached("<b>not bold</b>\r\nsecond line", {}, {}));

        m_window->openTab(u"preview"_s);

        auto *text = m_window->field<QPlainTextEdit>(u"preview/text"_s);
        QTRY_VERIFY(text->isVisible());
        QCOMPARE(text->toPlainText(), u"<b>not bold</b>\nsecond line"_s);
        QVERIFY(text->isReadOnly());
    }

    void ofALongTextOnlyTheBeginningIsRead()
    {
        m_window->open(m_window->attached(QByteArray(10'000'000, 'x'), {}, {}));

        m_window->openTab(u"preview"_s);

        auto *text = m_window->field<QPlainTextEdit>(u"preview/text"_s);
        QTRY_VERIFY(text->isVisible());
        QCOMPARE(text->toPlainText().size(), 64 * 1024);
        QVERIFY(m_window->field<QLabel>(u"preview/sentence"_s)->text().contains(u"64 KiB"_s));
    }

    void aPictureIsShown()
    {
        QImage image(3000, 1500, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString file = m_window->record.path(u"chart.png"_s);
        QVERIFY(image.save(file));
        m_window->open(m_window->attachedFile(file, {}, {}));

        m_window->openTab(u"preview"_s);

        auto *picture = m_window->field<PictureView>(u"preview/picture"_s);
        QTRY_VERIFY(picture->isVisible());
        QCOMPARE(picture->picture().size(), QSize(1400, 700));
        QCOMPARE(picture->picture().pixelColor(5, 5), QColor(Qt::red));
    }

    void aDocumentIsShownPageByPage()
    {
        const QString file = m_window->record.path(u"two.pdf"_s);
        {
            QPdfWriter writer(file);
            QPainter painter(&writer);
            painter.fillRect(QRect(0, 0, writer.width(), writer.height()), Qt::blue);
            writer.newPage();
            painter.fillRect(QRect(0, 0, writer.width(), writer.height()), Qt::green);
        }
        m_window->open(m_window->attachedFile(file, {}, {}));

        m_window->openTab(u"preview"_s);

        auto *picture = m_window->field<PictureView>(u"preview/picture"_s);
        QTRY_VERIFY2(picture->isVisible(),
                     qPrintable(m_window->field<QLabel>(u"preview/sentence"_s)->text()));
        const auto middle = [picture] {
            return picture->picture().pixelColor(picture->picture().rect().center());
        };
        QCOMPARE(middle(), QColor(Qt::blue));
        QTest::mouseClick(m_window->button(u"preview/nextPage"_s), Qt::LeftButton);
        QTRY_COMPARE(middle(), QColor(Qt::green));
        QVERIFY(!m_window->button(u"preview/nextPage"_s)->isEnabled());
    }

    void whatCannotBeShownIsSaidInASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a program") << u"tool"_s
                                   << QByteArray("\x7f"
                                                 "ELF\0\1\2",
                                                 7);
        QTest::newRow("a truncated picture")
            << u"cut.png"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        QTest::newRow("a broken document") << u"broken.pdf"_s << QByteArray("%PDF-1.7 and then nothing");
        QTest::newRow("nothing at all") << u"empty"_s << QByteArray();
    }

    void whatCannotBeShownIsSaidInASentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        m_window->open(bytes.isEmpty()
                           ? takenByAnEarlierProgram(name)
                           : m_window->attachedFile(writeFile(m_window->record.path(name), bytes), {}, {}));

        m_window->openTab(u"preview"_s);

        auto *sentence = m_window->field<QLabel>(u"preview/sentence"_s);
        QTRY_VERIFY(!sentence->text().isEmpty());
        QVERIFY(sentence->isVisible());
        QVERIFY(!m_window->field<PictureView>(u"preview/picture"_s)->isVisible());
        QVERIFY(!m_window->field<QPlainTextEdit>(u"preview/text"_s)->isVisible());
    }

private:
    /// An empty file, which is refused nowadays.
    Evidence takenByAnEarlierProgram(const QString &name) const
    {
        const auto stored = EvidenceStore(m_window->record->evidenceFolder()).storeBytes({}, name);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().message));
        Evidence evidence;
        evidence.id = Id<Evidence>::generate(m_window->record.clock());
        evidence.title = name;
        evidence.originalName = name;
        evidence.digest = stored->digest;
        evidence.mediaType = stored->mediaType;
        evidence.collectedBy = m_window->record->actor();
        evidence.collectedOn = m_window->record->today();
        m_window->record.commit(ChangeSet(u"Attach"_s).create(evidence));
        return evidence;
    }

    std::unique_ptr<EvidenceWindow> m_window;
};

QTEST_MAIN(TestEvidencePreview)
#include "tst_evidencepreview.moc"
