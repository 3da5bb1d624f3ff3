#include "core/report/blocks.h"
#include "core/report/paper.h"

#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

PageRow paragraph(PageFlow &flow, const QString &text, const QString &anchor)
{
    PageRow row;
    row.cells.push_back({0, Stack(flow.typography(), paper::body.width())});
    row.cells.front().stack.add(text, TextStyle::Body);
    row.anchor = anchor;
    return row;
}

}

class PageFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noHeadingStandsAloneAtTheFootOfAPage()
    {
        for (int before = 30; before < 75; ++before) {
            PageFlow flow({});
            for (int i = 0; i < before; ++i)
                flow.place(paragraph(flow, u"Above"_s, {}));
            placeSection(flow, u"Section"_s, u"section"_s);
            placeGroup(flow, u"Group"_s, u"group"_s);
            flow.place(paragraph(flow, u"Two lines\nof text"_s, u"text"_s));
            const ReportPart part = flow.finish();

            QCOMPARE(part.anchors[u"section"_s].page, part.anchors[u"text"_s].page);
            QCOMPARE(part.anchors[u"group"_s].page, part.anchors[u"text"_s].page);
        }
    }

    void whatFitsStaysOnOnePage()
    {
        PageFlow flow({});
        flow.place(paragraph(flow, u"One"_s, u"one"_s));
        flow.place(paragraph(flow, u"Two"_s, u"two"_s));
        const ReportPart part = flow.finish();

        QCOMPARE(part.pages, 1);
        QVERIFY(part.anchors[u"one"_s].top < part.anchors[u"two"_s].top);
    }

    void aRowOfUpToAThirdOfAPageIsNeverTorn()
    {
        for (int before = 0; before < 60; ++before) {
            PageFlow flow({});
            for (int i = 0; i < before; ++i)
                flow.place(paragraph(flow, u"line"_s, {}));
            flow.place(paragraph(flow, u"line\n"_s.repeated(13) + u"end"_s, u"row"_s));
            const ReportPart part = flow.finish();

            QCOMPARE(part.anchors[u"row"_s].page, part.pages - 1);
        }
    }

    void aTallRowIsCutAndTheNextBeginsBelowIt()
    {
        PageFlow flow({});
        flow.place(paragraph(flow, u"line\n"_s.repeated(200), u"tall"_s));
        flow.place(paragraph(flow, u"After"_s, u"after"_s));
        const ReportPart part = flow.finish();

        QCOMPARE(part.anchors[u"tall"_s].page, 0);
        QVERIFY(part.pages >= 3);
        QCOMPARE(part.anchors[u"after"_s].page, part.pages - 1);
    }

    void nothingReachesIntoTheFooter()
    {
        PageFlow flow({});
        for (int i = 0; i < 300; ++i)
            flow.place(paragraph(flow, u"line\n"_s.repeated(i % 7) + u"end"_s, QString::number(i)));
        const ReportPart part = flow.finish();

        for (const PagePlace &place : part.anchors) {
            QVERIFY(place.top >= paper::body.top());
            QVERIFY(place.top < paper::body.bottom());
        }
    }

    void aLinkIsRememberedWhereItIsPainted()
    {
        PageFlow flow({});
        PageRow row;
        row.cells.push_back({paper::pt(40), Stack(flow.typography(), paper::pt(200))});
        row.cells.front().stack.add(u"5.1.1-1"_s, TextStyle::Link, {.target = u"there"_s});
        flow.place(std::move(row));
        const ReportPart part = flow.finish();

        QCOMPARE(part.links.size(), 1);
        QCOMPARE(part.links.first().target, u"there"_s);
        const QRectF area = part.links.first().area;
        QVERIFY(QRectF(paper::body.left() + paper::pt(39), paper::body.top(), paper::pt(202), paper::pt(20))
                    .contains(area));
    }

    void whatAForeignTextLacksInGlyphsIsReported()
    {
        PageFlow flow({});
        flow.place(paragraph(flow, u"\u1234 and \u1234"_s, {}));
        const ReportPart part = flow.finish();

        if (part.missingGlyphs.isEmpty())
            QSKIP("an Ethiopic font is installed");
        QCOMPARE(part.missingGlyphs.value(0x1234), 2);
    }
};

QTEST_MAIN(PageFlowTest)
#include "tst_pageflow.moc"
