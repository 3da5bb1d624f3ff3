#include "tests/core/catalogue/smallcatalogue.h"

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/mappingreader.h"
#include "core/catalogue/yamlreader.h"

#include <QTest>

#include <ctime>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class CatalogueReaderTest : public QObject
{
    Q_OBJECT

private:
    static Result<Catalogue> read(const QByteArray &yaml)
    {
        const auto root = readYaml(yaml, u"small.yaml"_s);
        if (!root)
            return tl::unexpected(root.error());
        return readCatalogue(*root, u"small.yaml"_s);
    }

    static void breakAt(const char *name, const char *before, const char *after, const char *complaint)
    {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(complaint);
    }

private Q_SLOTS:
    void theSmallestCatalogueIsRead()
    {
        const auto catalogue = read(smallCatalogue());

        QVERIFY2(catalogue, catalogue ? "" : qPrintable(catalogue.error().detail));
        QCOMPARE(catalogue->items().size(), 3u);
        QCOMPARE(catalogue->items()[1].id, u"1.1-1/b"_s);
        QVERIFY(!catalogue->items()[1].carriesProvisionVerb);
        QCOMPARE(catalogue->titleOf(catalogue->items()[1]), u"Write it down"_s);
        QCOMPARE(catalogue->textOf(catalogue->items()[2]), u"It is tested often."_s);
        QVERIFY(catalogue->items()[2].dutyHolders == Roles{Role::Developer});
    }

    void aBrokenCatalogueIsRefusedAtItsLine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("complaint");
        breakAt("unknown key", "edition: First", "edition: First\neditor: Me",
                "small.yaml:5:1: The catalogue has an entry editor, which is not known here.");
        breakAt("missing key", "licence: Free.\n", "", "small.yaml:1:1: The catalogue has no entry licence.");
        breakAt("empty key", "version: 1.0.0",
                "version:", "small.yaml:2:1: The entry version of the catalogue is empty.");
        breakAt(
            "wrong form", "evidence: [A report]", "evidence: A report",
            "small.yaml:65:15: The entry evidence of the provision 1.1-1.1 must be a list, but is a text.");
        breakAt("unknown verb", "verb: should\n        text", "verb: must\n        text",
                "small.yaml:51:15: The part 1.1-1/b uses the word must, which is not known here.");
        breakAt("unknown holder", "[developer, end-user]", "[developer, user]",
                "small.yaml:62:31: The provision 1.1-1.1 uses the word user, which is not known here.");
        breakAt("holder that is no role", "[developer, end-user]", "[end-user]",
                "small.yaml:62:19: The provision 1.1-1.1 gives no role a duty.");
        breakAt("combination missing", "    combination: each\n", "",
                "small.yaml:56:5: The provision 1.1-1.1 has no entry combination.");
        breakAt("dangling relation", "related: [1.1-1.1]", "related: [1.1-2]",
                "small.yaml:55:15: The list related of the provision 1.1-1 names 1.1-2, which this catalogue "
                "does not have.");
        breakAt("dangling parent", "parent: 1.1-1", "parent: 1.1-2",
                "small.yaml:57:13: The parent of 1.1-1.1 must be 1.1-1.");
        breakAt("dangling term", "undefined_terms: [often]", "undefined_terms: [seldom]",
                "small.yaml:66:23: The list undefined_terms of the provision 1.1-1.1 names seldom, which "
                "this catalogue does "
                "not have.");
        breakAt("unknown fact", "applies_when: connected", "applies_when: disconnected",
                "small.yaml:61:19: There is no fact disconnected.");
        breakAt("unknown event", "waits_for: release", "waits_for: relief",
                "small.yaml:41:16: There is no event relief.");
        breakAt("two rules", "waits_for: release", "waits_for: release\n    applies_when: connected",
                "small.yaml:41:16: The provision 1.1-1 has both applies_when and waits_for; one is allowed.");
        breakAt("unknown phase", "    phase: design", "    phase: doubt",
                "small.yaml:22:12: There is no phase doubt.");
        breakAt("foreign clause", "id: 1.1-1\n", "id: 9.1-1\n",
                "small.yaml:36:9: No principle has the clause 9.1.");
        breakAt("no designator", "  - id: 1.1-1.1", "  - id: one",
                "small.yaml:56:9: one is no designator such as 5.1.2-1 or 5.1.2-1.1.");
        breakAt("long title", "title: Test often", "title: Test it often, and then once more, and again",
                "small.yaml:58:12: The title of the provision 1.1-1.1 has 44 characters; 40 are allowed.");
        breakAt("weak parts", "        title: Test\n        verb: shall",
                "        title: Test\n        verb: should",
                "small.yaml:38:11: The verb of the provision 1.1-1 is that of its strongest part: should.");
        breakAt("same provision twice", "  - id: 1.1-1.1\n    parent: 1.1-1", "  - id: 1.1-1",
                "small.yaml:56:9: 1.1-1 is there twice in the list provisions.");
        breakAt("same title twice", "title: Test often", "title: Test before release",
                "small.yaml:58:12: The title “Test before release” is there twice in the list provisions.");
        breakAt("same title of two parts", "title: Write it down", "title: Test",
                "small.yaml:50:16: The title “Test” is there twice in the list parts.");
        breakAt("same UK code twice", "    related: [1.1-1.1]\n  - id: 1.1-1.1\n",
                "    uk_code: \"1.1\"\n  - id: 1.1-1.1\n    uk_code: \"1.1\"\n",
                "small.yaml:57:14: The uk_code “1.1” is there twice in the list provisions.");
        breakAt("same holder twice", "[developer, end-user]", "[developer, developer]",
                "small.yaml:62:31: The list duty_holders of the provision 1.1-1.1 holds “developer” twice.");
        breakAt("same relation twice", "related: [1.1-1.1]", "related: [1.1-1.1, 1.1-1.1]",
                "small.yaml:55:24: The list related of the provision 1.1-1 holds “1.1-1.1” twice.");
        breakAt("related to itself", "related: [1.1-1.1]", "related: [1.1-1]",
                "small.yaml:55:14: The provision 1.1-1 is related to itself.");
        breakAt("same evidence twice", "      - A report\n", "      - A report\n      - A report\n",
                "small.yaml:55:9: The list evidence of the provision 1.1-1 holds “A report” twice.");
        breakAt("same proposal twice", "        reason: Nobody reads it.\n",
                "        reason: Nobody reads it.\n      - item: 1.1-1/b\n        reason: Too long.\n",
                "small.yaml:78:15: The item “1.1-1/b” is there twice in the list proposes_not_applicable.");
        breakAt("wrong count", "items: 3", "items: 4",
                "small.yaml:9:58: items: the catalogue declares 4 but holds 3.");
        breakAt("count that is none", "items: 3", "items: many",
                "small.yaml:9:58: The entry items of the counts of the catalogue must be a whole number, but "
                "is many.");
        breakAt("wrong group count", "    counts: {shall: 1, should: 1}\nprinciples",
                "    counts: {shall: 2, should: 1}\nprinciples",
                "small.yaml:14:5: shall in Design: the catalogue declares 2 but holds 1.");
        breakAt("event that opens nothing", "reopens: [1.1-1]", "reopens: [1.1-1.1]",
                "small.yaml:36:5: 1.1-1 waits for the event release, which does not list it under reopens.");
        breakAt(
            "preset of unknown fact", "{connected: yes}", "{wired: yes}",
            "small.yaml:74:13: The facts of the preset usual has an entry wired, which is not known here.");
        breakAt("preset neither yes nor no", "{connected: yes}", "{connected: perhaps}",
                "small.yaml:74:24: The entry connected of the facts of the preset usual must be yes or no, "
                "but is perhaps.");
        breakAt("preset of unknown event", "events: [release]", "events: [relief]",
                "small.yaml:73:14: The list events of the preset usual names relief, which this catalogue "
                "does not have.");
        breakAt("proposal of a parted provision", "item: 1.1-1/b", "item: 1.1-1",
                "small.yaml:76:15: There is no item 1.1-1.");
        breakAt("roles settle it not", "derived: yes-only", "derived: roles",
                "small.yaml:29:14: The roles do not settle the fact connected.");
    }

    void aBrokenCatalogueIsRefusedAtItsLine()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, complaint);
        QByteArray yaml = smallCatalogue();
        QCOMPARE(yaml.count(before), 1);
        yaml.replace(before, after);

        const auto catalogue = read(yaml);

        QVERIFY(!catalogue);
        const QStringList complaints = catalogue.error().detail.split(u'\n');
        QVERIFY2(complaints.contains(complaint), qPrintable(catalogue.error().detail));
    }

    void everyMistakeIsListedNotOnlyTheFirst()
    {
        QByteArray yaml = smallCatalogue();
        yaml.replace("licence: Free.\n", "");
        yaml.replace("related: [1.1-1.1]", "related: [1.1-7]");
        yaml.replace("derived: yes-only", "derived: perhaps");

        const auto catalogue = read(yaml);

        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().detail.count(u'\n'), 2);
        QVERIFY(catalogue.error().message.startsWith(
            u"small.yaml cannot be used because of 3 mistakes. The first is "_s));
    }

    void aCatalogueOfNothingButMistakesIsRefusedQuickly()
    {
        QByteArray yaml = "catalogue: x\nphases:\n";
        for (int i = 0; i < 15'000; ++i)
            yaml += "  - {id: same, wrong: " + QByteArray::number(i) + "}\n";
        const auto begun = std::clock(); // of this process: other work on the machine does not count

        const auto catalogue = read(yaml);

        QVERIFY(!catalogue);
        QVERIFY(catalogue.error().detail.contains(
            u"small.yaml:15002:10: same is there twice in the list phases."_s));
        const auto seconds = double(std::clock() - begun) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
    }

    void commentsSpacesAndTheOrderOfKeysDoNotChangeADigest()
    {
        QByteArray yaml = smallCatalogue();
        yaml.replace("version: 1.0.0\ntitle: A small standard",
                     "# said again\ntitle:   A small standard\nversion: 1.0.0");

        QCOMPARE(read(yaml)->digest().hex(), read(smallCatalogue())->digest().hex());
    }

    void aChangedProvisionChangesItsDigestAndNoOther()
    {
        QByteArray yaml = smallCatalogue();
        yaml.replace("It is tested often.", "It is tested daily.");
        const auto before = read(smallCatalogue());
        const auto after = read(yaml);

        QCOMPARE(after->provisions()[0].digest.hex(), before->provisions()[0].digest.hex());
        QVERIFY(after->provisions()[1].digest != before->provisions()[1].digest);
        QVERIFY(after->digest() != before->digest());
    }

    void aMappingIsHeldAgainstItsCatalogue()
    {
        const auto catalogue = read(smallCatalogue());
        const auto root =
            readYaml("mapping: m\nversion: 1.0.0\nframework: F\nshort: F\ncatalogue: other\nlanguage: en\n"
                     "notice: N\ncounts: {rows: 4, source: 2, judgement: 1}\nrows:\n"
                     "  - {from: 1.1-9, to: A, relation: direct, basis: source}\n"
                     "  - {from: phase design, to: B, relation: equal, basis: judgement}\n"
                     "  - {from: phase design, to: B, relation: direct, basis: source}\n",
                     u"m.yaml"_s);
        QVERIFY(root);

        const auto mapping = readMapping(*root, *catalogue, u"m.yaml"_s);

        QVERIFY(!mapping);
        QCOMPARE(mapping.error().detail.split(u'\n'),
                 QStringList({u"m.yaml:5:12: This mapping starts from the catalogue other, not from small."_s,
                              u"m.yaml:12:5: phase design is mapped to B twice."_s,
                              u"m.yaml:10:12: 1.1-9 is nothing the catalogue small has."_s,
                              u"m.yaml:11:43: The row uses the word equal, which is not known here."_s,
                              u"m.yaml:8:16: rows: the mapping declares 4 but holds 3."_s}));
    }
};

QTEST_APPLESS_MAIN(CatalogueReaderTest)
#include "tst_cataloguereader.moc"
