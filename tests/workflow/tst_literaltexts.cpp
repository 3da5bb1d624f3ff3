// HTML and controls that turn a line around, wherever people write: every page shows them letter by letter,
// under the mouse too.
#include "tests/support/longtexts.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/mainwindow/everythingsearch.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/system/systempage.h"
#include "ui/widgets/commandpalette.h"

#include <QAbstractItemView>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolTip>

#include <memory>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

constexpr QChar turnsAround(0x202E);
const QString hostile = u"<h1>BIG</h1><img src='/etc/logo.png'>%1 &lt; "_s.arg(turnsAround);

bool holdsPictureOrHeading(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().charFormat().isImageFormat())
                return true;
        }
        if (block.blockFormat().headingLevel() > 0)
            return true;
    }
    return false;
}

/// What is wrong with a tooltip, which Qt reads as HTML when it looks like it; empty when nothing is.
QString faultOf(const QString &toolTip)
{
    QString words = toolTip;
    if (Qt::mightBeRichText(toolTip)) {
        QTextDocument document;
        document.setHtml(toolTip);
        if (holdsPictureOrHeading(document))
            return u"takes its words for HTML"_s;
        words = document.toPlainText();
    }
    if (words.contains(turnsAround))
        return u"turns the line around"_s;
    return words.contains("<p style"_L1) || words.contains("&amp;"_L1) ? u"shows HTML to people"_s
                                                                       : QString();
}

QString nameOf(const QObject &thing)
{
    return u"%1 %2"_s.arg(QLatin1StringView(thing.metaObject()->className()), thing.objectName());
}

/// Rests the mouse on a spot and collects what is told there.
class ToolTipWalk
{
public:
    void restOn(QWidget &widget, QPoint spot)
    {
        QHelpEvent wish(QEvent::ToolTip, spot, widget.mapToGlobal(spot));
        QApplication::sendEvent(&widget, &wish);
        read(QToolTip::isVisible() ? QToolTip::text() : QString(), widget);
    }

    void read(const QString &toolTip, const QObject &thing)
    {
        if (m_read.contains(toolTip))
            return;
        m_read.insert(toolTip);
        m_sawHostile |= toolTip.contains("BIG"_L1);
        if (const QString fault = faultOf(toolTip); !fault.isEmpty())
            m_faults.append(u"%1 %2: %3"_s.arg(nameOf(thing), fault, toolTip.left(200)));
    }

    [[nodiscard]] const QStringList &faults() const { return m_faults; }
    [[nodiscard]] bool sawHostile() const { return m_sawHostile; }

private:
    QSet<QString> m_read;
    QStringList m_faults;
    bool m_sawHostile = false;
};

/// As a mouse that goes over all of the window, in steps smaller than a row or a button.
void goOver(QWidget &window, ToolTipWalk &walk)
{
    constexpr QSize step(24, 12);
    for (int y = 0; y < window.height(); y += step.height()) {
        for (int x = 0; x < window.width(); x += step.width()) {
            if (QWidget *under = window.childAt(x, y))
                walk.restOn(*under, under->mapFrom(&window, QPoint(x, y)));
        }
    }
}

/// The cells and headers of a table in which nobody has scrolled yet.
void goOverCells(QAbstractItemView &view, ToolTipWalk &walk)
{
    constexpr int mostRows = 12;
    const QAbstractItemModel *model = view.model();
    if (!model || !view.isVisible())
        return;
    const int rows = std::min(mostRows, model->rowCount(view.rootIndex()));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const QModelIndex cell = model->index(row, column, view.rootIndex());
            view.scrollTo(cell);
            if (const QRect rect = view.visualRect(cell); rect.isValid())
                walk.restOn(*view.viewport(), rect.center());
        }
    }
    for (auto *header : view.findChildren<QHeaderView *>()) {
        for (int section = 0; header->isVisible() && section < std::min(mostRows, header->count());
             ++section) {
            const int middle = header->sectionViewportPosition(section) + header->sectionSize(section) / 2;
            walk.restOn(*header->viewport(), header->orientation() == Qt::Vertical
                                                 ? QPoint(2, middle)
                                                 : QPoint(middle, header->height() / 2));
        }
    }
}

}

class LiteralTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bank = std::make_unique<TwoSystems>();
        fillEveryText(m_bank->fixture.workspace(), hostile);
        m_window = std::make_unique<WindowFixture>();
        m_window->window().resize(1280, 1600);
        m_window->setWorkspace(m_bank->fixture.workspace());
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_bank.reset();
    }

    void everyToolTipShowsLetterByLetter_data() { everyPlace(); }

    void everyToolTipShowsLetterByLetter()
    {
        QFETCH(Place, place);
        go(place);

        ToolTipWalk walk;
        goOver(m_window->window(), walk);
        for (auto *view : m_window->window().findChildren<QAbstractItemView *>())
            goOverCells(*view, walk);
        for (const auto *widget : m_window->window().findChildren<QWidget *>())
            walk.read(widget->toolTip(), *widget);

        m_sawHostile |= walk.sawHostile();
        QVERIFY2(walk.faults().isEmpty(), qPrintable(walk.faults().join(u'\n')));
    }

    void everyHitOfASearchShowsLetterByLetter()
    {
        EverythingSearch search(m_bank->fixture.workspace(), m_window->jobs(), {});
        m_window->window().setSearchProviders({search.provider()});
        auto &palette = *m_window->window().findChild<CommandPalette *>();
        palette.open();
        QTest::keyClicks(palette.findChild<QLineEdit *>(), u"BIG"_s);
        m_window->settle();

        ToolTipWalk walk;
        goOver(palette, walk);
        QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Escape);
        m_window->window().setSearchProviders({});

        QVERIFY(walk.sawHostile());
        QVERIFY2(walk.faults().isEmpty(), qPrintable(walk.faults().join(u'\n')));
    }

    void theWalkMeetsWhatPeopleWrote() { QVERIFY(m_sawHostile); }

    void everyWordIsShownLetterByLetter_data() { everyPlace(); }

    void everyWordIsShownLetterByLetter()
    {
        QFETCH(Place, place);
        go(place);

        QStringList faults;
        for (const auto *label : m_window->window().findChildren<QLabel *>()) {
            if (label->text().contains(turnsAround) ||
                (label->text().contains("BIG"_L1) && label->textFormat() != Qt::PlainText))
                faults.append(nameOf(*label));
        }
        for (const auto *text : m_window->window().findChildren<QTextEdit *>()) {
            if (holdsPictureOrHeading(*text->document()) && text->toPlainText().contains("BIG"_L1))
                faults.append(nameOf(*text));
        }
        for (const auto *view : m_window->window().findChildren<QGraphicsView *>()) {
            for (const auto *drawn : view->items()) {
                const auto *text = dynamic_cast<const QGraphicsTextItem *>(drawn);
                if (text && holdsPictureOrHeading(*text->document()))
                    faults.append(nameOf(*view));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

private:
    void everyPlace()
    {
        QTest::addColumn<Place>("place");
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id))
            QTest::newRow(qPrintable(place.page + place.target.section(u'/', 1))) << place;
        const auto pieces = m_bank->fixture.all<Evidence>();
        QTest::newRow("a piece of evidence") << EvidencePage::placeOf(pieces.first().id);
    }

    void go(const Place &place)
    {
        m_window->window().go(place);
        m_window->settle();
        (void)m_window->window().grab();
    }

    std::unique_ptr<TwoSystems> m_bank;
    std::unique_ptr<WindowFixture> m_window;
    bool m_sawHostile = false;
};

QTEST_MAIN(LiteralTextsTest)
#include "tst_literaltexts.moc"
