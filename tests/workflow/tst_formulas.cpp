// What a chart counts is said under it.
#include "core/report/charts.h"
#include "tests/support/twosystems.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/chartview.h"
#include "ui/pages/overview/freshnesspanel.h"
#include "ui/widgets/answerbars.h"
#include "ui/widgets/heatmapview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/phasestrip.h"
#include "ui/widgets/plainlabel.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// Whatever paints how far something is met or answered. The freshness of evidence is none: it counts pieces.
bool isChartOfAnswers(const QWidget &widget)
{
    for (const QWidget *above = &widget; above; above = above->parentWidget()) {
        if (qobject_cast<const FreshnessPanel *>(above))
            return false;
    }
    return qobject_cast<const ChartView *>(&widget) || qobject_cast<const AnswerBars *>(&widget) ||
           qobject_cast<const HeatMapView *>(&widget) || qobject_cast<const PhaseStrip *>(&widget);
}

bool saysFormula(const QWidget &place)
{
    const auto labels = place.findChildren<PlainLabel *>();
    return std::ranges::any_of(labels, [](const PlainLabel *label) {
        return label->isVisible() && label->plainText().contains(conformityFormula());
    });
}

/// Within its panel, or on its page where it stands in none.
bool hasFormula(const QWidget &chart, const Page &page)
{
    for (const QWidget *above = chart.parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const Panel *>(above) || above == &page)
            return saysFormula(*above);
    }
    return false;
}

}

class FormulasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChartHasItsFormulaBesideIt()
    {
        TwoSystems bank;
        WindowFixture shown;
        shown.window().resize(1280, 1600);
        shown.setWorkspace(bank.fixture.workspace());
        QStringList without;
        QSet<QString> kinds;
        for (const Place &place : shown.everyPlace(bank.fraud.id)) {
            shown.window().go(place);
            shown.settle();
            const Page &page = *shown.window().currentPage();
            for (const auto *chart : page.findChildren<QWidget *>()) {
                if (!chart->isVisible() || !isChartOfAnswers(*chart))
                    continue;
                kinds.insert(QLatin1StringView(chart->metaObject()->className()));
                if (!hasFormula(*chart, page))
                    without.append(place.page + u": "_s + chart->accessibleName());
            }
        }

        QCOMPARE(without, QStringList());
        QVERIFY2(kinds.size() >= 4, qPrintable(QStringList(kinds.values()).join(u", "_s)));
    }
};

QTEST_MAIN(FormulasTest)
#include "tst_formulas.moc"
