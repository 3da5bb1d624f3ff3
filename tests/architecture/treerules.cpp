#include "tests/architecture/rule.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype longestFile = 400;

QStringList strangersInTheRoot(const SourceTree &tree)
{
    static const QSet<QString> known{u"CMakeLists.txt"_s,
                                     u"CMakePresets.json"_s,
                                     u"README.md"_s,
                                     u"CONTRIBUTING.md"_s,
                                     u"LICENSE"_s,
                                     u"app"_s,
                                     u"core"_s,
                                     u"ui"_s,
                                     u"resources"_s,
                                     u"catalogue"_s,
                                     u"tests"_s,
                                     u"packaging"_s,
                                     u".ci"_s,
                                     u".clang-format"_s,
                                     u".clang-tidy"_s,
                                     u".gitignore"_s,
                                     u".gitattributes"_s};
    QStringList breaches;
    for (const auto &name : topLevelOf(tree)) {
        if (!known.contains(name))
            breaches.append(name);
    }
    return breaches;
}

/// Lines of any file that match; the patterns are written so that this file does not match them itself.
QStringList linesMatching(const SourceTree &tree, const QRegularExpression &pattern)
{
    QStringList breaches;
    for (const auto &file : tree) {
        int number = 0;
        for (const auto &line : QStringView(file.text).split(u'\n')) {
            ++number;
            if (pattern.match(line.toString()).hasMatch())
                breaches.append(u"%1:%2: %3"_s.arg(file.path).arg(number).arg(line.trimmed()));
        }
    }
    return breaches;
}

QStringList unfinishedWork(const SourceTree &tree)
{
    static const QRegularExpression mark(u"\\b(TO"
                                         "DO|FIX"
                                         "ME|XX"
                                         "X|HA"
                                         "CK)\\b"_s);
    return linesMatching(tree, mark);
}

QStringList placesOfOneMachine(const SourceTree &tree)
{
    static const QRegularExpression place(uR"((?<![\w.~$}-])/(home|root|Users|work)/\w)"_s);
    return linesMatching(tree, place);
}

QStringList longFiles(const SourceTree &tree)
{
    QStringList breaches;
    for (const auto &file : tree) {
        const auto lines = file.text.count(u'\n');
        if (file.isCode() && lines > longestFile)
            breaches.append(u"%1 has %2 lines"_s.arg(file.path).arg(lines));
    }
    return breaches;
}

QStringList headersWithoutGuard(const SourceTree &tree)
{
    QStringList breaches;
    for (const auto &file : tree) {
        if (file.path.endsWith(".h"_L1) && !file.text.startsWith("#pragma once\n"_L1))
            breaches.append(file.path);
    }
    return breaches;
}

/// A source that no CMakeLists.txt of its folder, or of the one above, names is compiled by nobody.
QStringList forgottenSources(const SourceTree &tree)
{
    QHash<QString, QString> lists;
    for (const auto &file : tree) {
        if (file.name() == "CMakeLists.txt"_L1)
            lists.insert(file.folder(), file.text);
    }
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.path.endsWith(".cpp"_L1))
            continue;
        const auto above = file.folder().section(u'/', 0, -2);
        const QRegularExpression named(u"\\b%1\\b"_s.arg(QRegularExpression::escape(file.stem())));
        if (!(lists.value(file.folder()) + lists.value(above)).contains(named))
            breaches.append(file.path);
    }
    return breaches;
}

/// What one engine alone understands stands in storage/engine and in the migrations of that engine.
QStringList sqlOfOneEngine(const SourceTree &tree)
{
    static const QRegularExpression special(
        uR"(\b(LIKE|GLOB|AUTOINCREMENT|GROUP_CONCAT|PRAGMA|VACUUM|INSERT OR|REPLACE INTO)\b)"
        uR"(|\b(group_concat|strftime|julianday|last_insert_rowid|json_[a-z]+)\()"_s);
    SourceTree portable;
    for (const auto &file : tree) {
        const bool isOfEngine =
            file.path.startsWith("core/storage/engine"_L1) || file.stem().endsWith(".sqlite"_L1);
        const bool isCore = file.path.startsWith("core/"_L1) && file.isCode();
        if (!isOfEngine && (isCore || file.path.startsWith("resources/migrations/"_L1)))
            portable.append(file);
    }
    return linesMatching(portable, special);
}

/// A page may be gone before a job that it began has ended: what works on another thread holds the workspace,
/// which waits for the jobs, and never a widget.
QStringList jobsThatHoldTheirWidget(const SourceTree &tree)
{
    static const QRegularExpression work(uR"(\[[^\]]*\bthis\b[^\]]*\]\(const Progress &)"_s);
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.path.startsWith("ui/"_L1))
            continue;
        for (auto matches = work.globalMatch(file.text); matches.hasNext();)
            breaches.append(file.path + u": "_s + matches.next().captured());
    }
    return breaches;
}

/// Views rely on what Qt's tester asks of a model, and only some of that shows when it is broken.
QStringList modelsWithoutTester(const SourceTree &tree)
{
    static const QRegularExpression model(uR"(class (\w+)(?: final)? : public QAbstract\w*Model\b)"_s);
    const auto isTested = [&tree](const QString &name) {
        return std::any_of(tree.begin(), tree.end(), [&name](const SourceFile &file) {
            return file.path.startsWith("tests/"_L1) && !file.path.startsWith("tests/architecture/"_L1) &&
                   file.text.contains("QAbstractItemModelTester"_L1) && file.text.contains(name);
        });
    };
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.path.startsWith("ui/"_L1))
            continue;
        for (auto matches = model.globalMatch(file.text); matches.hasNext();) {
            if (const QString name = matches.next().captured(1); !isTested(name))
                breaches.append(u"%1: no test puts %2 under QAbstractItemModelTester"_s.arg(file.path, name));
        }
    }
    return breaches;
}

}

QList<Rule> treeRules()
{
    return {
        {u"only what is agreed stands in the root"_s, strangersInTheRoot, {{u"scripts/deploy.sh"_s, {}}}},
        {u"nothing is left for later"_s,
         unfinishedWork,
         {{u"core/base/id.h"_s, u"// TO"
                                "DO: sort\n"_s}}},
        {u"nothing names a place on one machine"_s,
         placesOfOneMachine,
         {{u"README.md"_s, u"see /ho"_s + u"me/jo/plimsoll\n"_s}}},
        {u"files stay short"_s, longFiles, {{u"core/base/id.h"_s, QString(longestFile + 1, u'\n')}}},
        {u"jobs hold no widget"_s,
         jobsThatHoldTheirWidget,
         {{u"ui/pages/page.cpp"_s, u"[th"_s + u"is](const Progress &progress) {\n"_s}}},
        {u"what both engines cannot do is left to storage/engine"_s,
         sqlOfOneEngine,
         {{u"core/journal/journal.cpp"_s, u"WHERE body LIKE ?\n"_s},
          {u"core/storage/engine.cpp"_s, u"WHERE body LIKE ?\n"_s}}},
        {u"every model is under Qt's tester"_s,
         modelsWithoutTester,
         {{u"ui/models/rowmodel.h"_s, u"class RowModel final : public QAbstractListModel\n"_s}}},
        {u"headers are guarded"_s, headersWithoutGuard, {{u"core/base/id.h"_s, u"class Id;\n"_s}}},
        {u"no source is forgotten"_s,
         forgottenSources,
         {{u"core/base/CMakeLists.txt"_s, u"text.cpp\n"_s}, {u"core/base/digest.cpp"_s, {}}}},
    };
}

}
