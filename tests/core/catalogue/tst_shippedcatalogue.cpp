#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/mappingreader.h"
#include "core/catalogue/provisioninwords.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/catalogue/undefinedwords.h"

#include <QDir>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// What is compiled into an executable that links plimsoll_core, against the YAML it was made from.
class ShippedCatalogueTest : public QObject
{
    Q_OBJECT

private:
    QString m_folder;

private Q_SLOTS:
    void initTestCase() { m_folder = qEnvironmentVariable("PLIMSOLL_SOURCE") + u"/catalogue"_s; }

    void theCompiledCatalogueEqualsTheYaml()
    {
        const auto shipped = shippedCatalogue();
        const auto read = readCatalogueFile(m_folder + u"/en-304-223.yaml"_s);

        QVERIFY2(shipped, shipped ? "" : qPrintable(shipped.error().detail));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(**shipped == *read);
        QCOMPARE((*shipped)->digest().hex(), read->digest().hex());
    }

    /// Packages are held against it: other words are another version, with a line of its own here.
    void aVersionOfTheCatalogueHasOneContent()
    {
        const QHash<QString, QString> known{
            {u"1.0.0"_s, u"ba70f0278c0262323ace5d677d5cf1f92264b89df0ea14f54ceb94b68ccb07ce"_s}};

        const auto catalogue = shippedCatalogue();

        QVERIFY(catalogue);
        QCOMPARE((*catalogue)->digest().hex(), known.value((*catalogue)->version()));
    }

    void tenMappingsAreShippedAndEqualTheirYaml()
    {
        const auto catalogue = shippedCatalogue();
        QVERIFY(catalogue);
        const auto shipped = shippedMappings(**catalogue);
        QVERIFY2(shipped, shipped ? "" : qPrintable(shipped.error().detail));

        QCOMPARE(shipped->size(), 10u);
        size_t rows = 0;
        for (const MappingSet &mapping : *shipped) {
            const auto read =
                readMappingFile(m_folder + u"/mappings/"_s + mapping.id + u".yaml"_s, **catalogue);
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            QVERIFY(mapping == *read);
            rows += mapping.rows.size();
        }
        QCOMPARE(rows, 1030u);
    }

    void everyUndefinedWordOfAProvisionIsQuotedWithItsNote()
    {
        const auto catalogue = shippedCatalogue();
        QVERIFY(catalogue);
        int lines = 0;
        for (const Provision &provision : (*catalogue)->provisions()) {
            const QStringList words = undefinedWordsIn(**catalogue, provision);
            QCOMPARE(words.size(), provision.undefinedTerms.size());
            for (const QString &id : provision.undefinedTerms)
                QCOMPARE(words.filter(u"“%1”: "_s.arg(id)).size(), 1);
            lines += int(words.size());
        }
        QVERIFY(lines > 0);
    }

    void readingTheCompiledCatalogue()
    {
        QBENCHMARK
        {
            QVERIFY(shippedCatalogue());
        }
    }

    void aRowOfACrosswalkWithoutATitleLeavesNoGap()
    {
        Provision provision;
        provision.id = u"5.1.1-1"_s;
        Mapping row;
        row.subject = provision.id;
        row.to = u"A.5.9"_s;
        row.basis = MappingBasis::Source;
        MappingSet set;
        set.shortName = u"ISO/IEC 27001"_s;
        set.rows = {row};

        const QStringList lines = mappingsInWords({set}, provision);

        QCOMPARE(lines, QStringList(u"ISO/IEC 27001 A.5.9 (supporting, a source states it)"_s));
    }
};

QTEST_APPLESS_MAIN(ShippedCatalogueTest)
#include "tst_shippedcatalogue.moc"
