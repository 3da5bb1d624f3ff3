// What the mouse wheel does over a field of a page: it scrolls the page.
#include "tests/support/shownbanktest.h"
#include "ui/pages/journal/journalpage.h"
#include "ui/widgets/navigation.h"

#include <QApplication>
#include <QComboBox>
#include <QMetaProperty>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QWheelEvent>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

constexpr int notch = 120;

void turnWheel(QWidget &over, int by)
{
    const QPointF middle = over.rect().center();
    QWheelEvent turned(middle, over.mapToGlobal(middle), {}, {0, by}, Qt::NoButton, Qt::NoModifier,
                       Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&turned); // Qt hands on only what comes from outside
    qApp->notify(&over, &turned);
}

/// What a person sets there; nothing where nobody sets anything.
QVariant setIn(const QWidget &widget)
{
    if (const auto *tabs = qobject_cast<const QTabBar *>(&widget))
        return tabs->currentIndex();
    if (qobject_cast<const QScrollBar *>(&widget))
        return {};
    return widget.metaObject()->userProperty().read(&widget);
}

}

class WheelTest : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { showBank(); }
    void cleanup() { endBank(); }

    void theWheelChangesNothingThatIsSetOnAnyPage()
    {
        QStringList changed;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            for (QWidget *field : fieldsOf(place)) {
                const QVariant before = setIn(*field);
                turnWheel(*field, -notch);
                const QVariant below = setIn(*field);
                turnWheel(*field, notch);
                if (below != before || setIn(*field) != before)
                    changed.append(nameOf(*field, place));
            }
        }

        QCOMPARE(changed, QStringList());
    }

    void theWheelChangesNothingWhereTheKeyboardIsEither()
    {
        auto *person = journalField();
        person->setFocus();

        turnWheel(*person, -notch);

        QVERIFY(person->hasFocus());
        QCOMPARE(person->currentIndex(), 0);
    }

    void theWheelOverAFieldScrollsThePage()
    {
        auto *person = journalField();
        (*m_window)->resize(1024, 500);
        m_window->settle();
        const auto *bar = paneAround(*person).verticalScrollBar();
        QCOMPARE(bar->value(), 0);
        QVERIFY(bar->maximum() > 0);

        turnWheel(*person, -notch);

        QVERIFY(bar->value() > 0);
    }

    void theWheelTakesTheKeyboardToNoFieldOfAnyPage()
    {
        QStringList taking;
        for (const Place &place : m_window->everyPlace(m_bank->fraud.id)) {
            for (QWidget *field : fieldsOf(place)) {
                (*m_window)->findChild<Navigation *>()->setFocus();
                turnWheel(*field, -notch);
                if (field->hasFocus())
                    taking.append(nameOf(*field, place));
            }
        }

        QCOMPARE(taking, QStringList());
    }

private:
    QWidgetList fieldsOf(const Place &place)
    {
        (*m_window)->go(place);
        m_window->settle();
        QWidgetList fields;
        for (QWidget *widget : (*m_window)->currentPage()->findChildren<QWidget *>()) {
            if (widget->isVisible() && setIn(*widget).isValid())
                fields.append(widget);
        }
        return fields;
    }

    QComboBox *journalField()
    {
        (*m_window)->go({JournalPage::key, {}});
        m_window->settle();
        auto *person = m_window->find<QComboBox>(u"journalPerson"_s);
        Q_ASSERT(person->count() > 1 && person->currentIndex() == 0);
        return person;
    }

    static QScrollArea &paneAround(QWidget &widget)
    {
        QWidget *around = widget.parentWidget();
        while (!qobject_cast<QScrollArea *>(around))
            around = around->parentWidget();
        return *qobject_cast<QScrollArea *>(around);
    }

    static QString nameOf(const QWidget &widget, const Place &place)
    {
        return u"%1/%2: %3 %4"_s.arg(place.page, place.target.section(u'/', 1),
                                     QLatin1StringView(widget.metaObject()->className()),
                                     widget.objectName());
    }
};

QTEST_MAIN(WheelTest)
#include "tst_wheel.moc"
