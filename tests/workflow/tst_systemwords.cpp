// What the tabs of one system say beside their fields, through the real window.
#include "core/workspace/registration.h"
#include "tests/support/shownbanktest.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/newsystempage.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/tabrow.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestSystemWords : public ShownBankTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        showBank();
        m_window->window().resize(1280, 800);
    }
    void cleanup() { endBank(); }

    void whatMustBeSaidOfPureResearchComesIntoSight()
    {
        open(m_bank->fraud, u"profile"_s);

        m_window->find<QCheckBox>(u"profile/outOfScope"_s)->click();

        const auto *review = m_window->find<DateField>(u"profile/outOfScopeReviewOn"_s);
        QTRY_VERIFY(!review->visibleRegion().isEmpty());
        QTRY_COMPARE(review->visibleRegion().boundingRect().size(), review->size());
    }

    void soItDoesWhereASystemIsRegistered()
    {
        m_window->window().go({NewSystemPage::key, {}});
        m_window->settle();
        m_window->window().resize(1000, 600);

        m_window->find<QCheckBox>(u"newsystem/outOfScope"_s)->click();

        const auto *reason = m_window->find<QWidget>(u"newsystem/reason"_s);
        QTRY_COMPARE(reason->visibleRegion().boundingRect().size(), reason->size());
    }

    void madeByUsIsSaidOnlyWhereWeAreTheDeveloper()
    {
        const auto none = [this](const QString &name, const QList<NamedHolder> &holders) {
            open(m_bank->registered(name, {}, holders, {}), u"profile"_s);
            const auto *supplier = m_window->find<ChoiceField>(u"profile/supplier"_s);
            return supplier->itemText(0);
        };

        QCOMPARE(none(u"Ours"_s, {{Role::Developer, {}}}), u"none: made by us"_s);
        QCOMPARE(none(u"Theirs"_s, {{Role::Developer, u"ModelCo"_s}}),
                 u"none recorded (Developer: ModelCo)"_s);
        QCOMPARE(none(u"Nobody's"_s, {{Role::SystemOperator, {}}}), u"none recorded"_s);
    }

    void aNameFromRightToLeftStandsAboveItsKind()
    {
        const QString name = u"مركز النماذج"_s;
        open(m_bank->registered(u"Theirs"_s, {}, {{Role::Developer, name}}, {}), u"responsibilities"_s);
        const auto labels = m_window->window().currentPage()->findChildren<PlainLabel *>();
        const auto found = std::ranges::find_if(labels, [&](const PlainLabel *label) {
            return label->isVisible() && label->plainText() == name;
        });
        QVERIFY(found != labels.cend());

        const QImage seen = (*found)->grab().toImage();

        int first = seen.width();
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < first; ++x) {
                if (seen.pixelColor(x, y) != seen.pixelColor(seen.width() - 1, 0))
                    first = x;
            }
        }
        QVERIFY2(first < seen.width() / 4, qPrintable(QString::number(first)));
    }

    void belowAListOfItemsStandsOneOfThatList()
    {
        open(m_bank->fraud, u"applicability"_s, u"5.1.1-1"_s);
        auto *states = m_window->find<TabRow>(u"applicabilityStates"_s);
        const auto *table = m_window->find<TableView>(u"applicability"_s);
        const auto *none = m_window->find<PlainLabel>(u"applicability/none"_s);
        const auto shows = [this](const QString &beginning) {
            const auto labels = m_window->window().currentPage()->findChildren<PlainLabel *>();
            return std::ranges::any_of(labels, [&](const PlainLabel *label) {
                return label->isVisible() && label->plainText().startsWith(beginning);
            });
        };
        QVERIFY(shows(u"5.1.1-1  "_s));
        int empty = 0;
        for (int tab = states->count() - 1; tab >= 0; --tab) {
            states->setCurrentIndex(tab);
            m_window->settle();

            const bool isEmpty = table->model()->rowCount() == 0;
            const QString chosen = table->currentIndex().siblingAtColumn(0).data().toString();

            QCOMPARE(none->isVisible(), isEmpty);
            QCOMPARE(chosen.isEmpty(), isEmpty);
            QVERIFY2(isEmpty || shows(chosen + u"  "_s), qPrintable(chosen));
            QVERIFY(chosen == u"5.1.1-1"_s || !shows(u"5.1.1-1  "_s));
            empty += isEmpty;
        }
    }

    void aFactSaysWhoAnsweredItAndWhen()
    {
        open(m_bank->fraud, u"applicability"_s);
        const auto &facts = m_bank->catalogue->facts();
        const QString fact =
            std::ranges::find_if(facts, [](const Fact &each) { return !isSettledByRoles(each.id); })->id;

        m_window->find<QRadioButton>(u"fact/"_s + fact + u"/yes"_s)->click();

        const QString wanted = u"Answered by Ana Ruiz on "_s + m_bank->fixture->today().toString(Qt::ISODate);
        const auto said = [&] {
            const auto labels = m_window->window().currentPage()->findChildren<PlainLabel *>();
            return std::ranges::any_of(labels, [&](const PlainLabel *label) {
                return label->plainText().startsWith(wanted) && label->isVisible();
            });
        };
        QTRY_VERIFY(said());
    }

    void everyFactSaysHowMuchTheOtherAnswersMove()
    {
        for (const AiSystem &system : {m_bank->fraud, m_bank->chatbot}) {
            open(system, u"applicability"_s);
            const Circumstances circumstances = m_bank->checklist(system).circumstances;
            for (const Fact &fact : m_bank->catalogue->facts()) {
                const auto *yes = m_window->find<QRadioButton>(u"fact/"_s + fact.id + u"/yes"_s);
                const auto *no = m_window->find<QRadioButton>(u"fact/"_s + fact.id + u"/no"_s);
                const FactEffect effect = effectOfFact(*m_bank->catalogue, circumstances, fact);

                QStringList said;
                for (const auto *label : yes->parentWidget()->findChildren<PlainLabel *>())
                    said.append(label->isVisible() ? label->plainText() : QString());

                if (!yes->isChecked())
                    QVERIFY2(tells(said, effect.whenYes), qPrintable(fact.id));
                if (!no->isChecked())
                    QVERIFY2(tells(said, effect.whenNo), qPrintable(fact.id));
            }
        }
    }

private:
    static bool tells(const QStringList &said, const ApplicabilityChange &change)
    {
        const auto tells = [&](const QString &words) {
            return std::ranges::any_of(said, [&](const QString &one) { return one.contains(words); });
        };
        const auto tellsItems = [&](const QString &verb, int items) {
            return items == 0 || tells(verb + (items == 1 ? u" 1 item ("_s : u" %1 items ("_s.arg(items)));
        };
        const bool isNothing = change == ApplicabilityChange();
        return isNothing ? tells(u"changes nothing"_s)
                         : tellsItems(u"adds"_s, change.addedItems) &&
                               tellsItems(u"takes away"_s, change.removedItems);
    }

    void open(const AiSystem &system, const QString &tab, const QString &rest = {})
    {
        m_window->window().go(SystemPage::placeOf(system.id, tab, rest));
        m_window->settle();
    }
};

QTEST_MAIN(TestSystemWords)
#include "tst_systemwords.moc"
