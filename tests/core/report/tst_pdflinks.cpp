#include "core/report/auditreportwriter.h"
#include "core/report/qpdf.h"
#include "tests/support/pdftools.h"
#include "tests/support/samplereport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

struct Bookmark
{
    QString title;
    int page = -1;
    int depth = 0;
};

}

/// One report, looked at through libqpdf.
class PdfLinksTest : public QObject
{
    Q_OBJECT

private:
    const FixedClock m_clock{QDateTime::fromMSecsSinceEpoch(1'795'262'400'000, Qt::UTC)};
    QTemporaryDir m_folder;
    AuditReport m_report = nordbankReport({.systems = 2});
    QPDF m_pdf;
    std::vector<QPDFObjectHandle> m_pages;
    QStringList m_text;

    int pageOf(QPDFObjectHandle destination)
    {
        if (!destination.isArray() || destination.getArrayNItems() != 5)
            return -1;
        for (size_t i = 0; i < m_pages.size(); ++i)
            if (m_pages[i].getObjGen() == destination.getArrayItem(0).getObjGen())
                return int(i);
        return -1;
    }

    void collect(std::vector<QPDFOutlineObjectHelper> nodes, int depth, QList<Bookmark> &into)
    {
        for (auto &node : nodes) {
            into << Bookmark{QString::fromStdString(node.getTitle()), pageOf(node.getDest()), depth};
            collect(node.getKids(), depth + 1, into);
        }
    }

    QList<Bookmark> bookmarks()
    {
        QList<Bookmark> all;
        collect(QPDFOutlineDocumentHelper(m_pdf).getTopLevelOutlines(), 1, all);
        return all;
    }

    /// Pages that the links on page `index` lead to; -1 for a dead one.
    QList<int> targetsOn(size_t index)
    {
        QList<int> targets;
        auto annotations = m_pages[index].getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
            targets << pageOf(annotations.getArrayItem(i).getKey("/Dest"));
        return targets;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(u"report.pdf"_s);
        QVERIFY(writeAuditReport(m_report, path, m_clock));
        m_pdf.processFile(QFile::encodeName(path).constData());
        m_pages = m_pdf.getAllPages();
        m_text = pdfPages(path);
        QCOMPARE(size_t(m_text.size()), m_pages.size());
    }

    void theLanguageIsNamed() { QCOMPARE(m_pdf.getRoot().getKey("/Lang").getUTF8Value(), std::string("en")); }

    void noLinkIsDead()
    {
        int links = 0;
        for (size_t i = 0; i < m_pages.size(); ++i)
            for (const int target : targetsOn(i)) {
                QVERIFY2(target >= 0, qPrintable(u"page %1"_s.arg(i + 1)));
                ++links;
            }
        QVERIFY(links > 150);
    }

    void contentsNameAndLinkThePageOfEveryChapter()
    {
        const QList<int> targets = targetsOn(1);
        QList<int> printed;
        for (const QString &line : m_text[1].split(u'\n')) {
            static const QRegularExpression entry(u"^\\s*\\d+(\\.\\d+)?\\s.*\\s(\\d+)\\s*$"_s);
            if (const auto match = entry.match(line); match.hasMatch())
                printed << match.captured(2).toInt() - 1;
        }

        QVERIFY(targets.size() > 10);
        QCOMPARE(targets, printed);
        QVERIFY(m_text[targets.first()].contains(u"About this report"_s));
        QVERIFY(m_text[targets.last()].contains(u"Journal and verification"_s));
    }

    void bookmarksLeadToThePagesThatBearTheirTitles()
    {
        const QList<Bookmark> all = bookmarks();
        int provisions = 0;
        for (const Bookmark &bookmark : all) {
            QVERIFY2(bookmark.page >= 0, qPrintable(bookmark.title));
            QVERIFY2(withoutSpaces(m_text[bookmark.page])
                         .contains(withoutSpaces(bookmark.title.section(u' ', 0, 0))),
                     qPrintable(bookmark.title));
            provisions += bookmark.depth == 4 ? 1 : 0;
        }
        int described = 0; // whatever applies, and whatever has evidence, which a reader wants to identify
        for (const ReportSystem &system : m_report.systems)
            for (const ReportItem &item : system.items)
                described +=
                    (item.status != StatusMark::Waiting && item.status != StatusMark::NotApplicable) ||
                    !item.evidence.isEmpty();
        QCOMPARE(provisions, described);
    }

    void aRowCutBetweenPagesNamesItsProvisionAgain()
    {
        AuditReport report = nordbankReport({.provisions = 2});
        report.systems[0].exceptions = {
            {.kind = u"not met"_s, .designator = u"5.1.1-1"_s, .what = QString(u"word "_s).repeated(2000)}};
        report.systems[0].assets = {{.name = u"model"_s, .origin = QString(u"place "_s).repeated(2000)}};
        const QString path = m_folder.filePath(u"cut.pdf"_s);
        QVERIFY(writeAuditReport(report, path, m_clock));
        const QString text = pdfPages(path).join(u'\n');
        QVERIFY(text.contains(u"5.1.1-1, continued"_s));
        QVERIFY(text.contains(u"model, continued"_s));
    }

    void aRowOfTheStatementLeadsToItsProvision()
    {
        const QList<Bookmark> all = bookmarks();
        const auto pageOfTitle = [&all](const QString &start, int depth) {
            for (const Bookmark &bookmark : all)
                if (bookmark.depth == depth && bookmark.title.startsWith(start))
                    return bookmark.page;
            return -1;
        };
        const int statement = pageOfTitle(u"3.3"_s, 2);

        QVERIFY(statement > 0);
        QCOMPARE(targetsOn(size_t(statement)).constFirst(), pageOfTitle(u"5.1.1-1 "_s, 4));
    }
};

QTEST_MAIN(PdfLinksTest)
#include "tst_pdflinks.moc"
