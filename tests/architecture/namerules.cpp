#include "tests/architecture/rule.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// "RaciMatrix_v2" is "raci", "matrix", "v2".
QStringList wordsOf(const QString &name)
{
    static const QRegularExpression boundary(u"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[-_. ]"_s);
    QStringList words;
    for (const auto &word : name.split(boundary, Qt::SkipEmptyParts))
        words.append(word.toLower());
    return words;
}

/// Names that could mean anything. "data" is a word of the field in front of another one (Data Custodian).
bool saysNothing(const QString &name)
{
    static const QStringList empty{u"util"_s,    u"utils"_s,   u"utility"_s, u"common"_s, u"helper"_s,
                                   u"helpers"_s, u"manager"_s, u"misc"_s,    u"stuff"_s};
    const auto words = wordsOf(name);
    if (words.isEmpty())
        return false;
    const auto isEmpty = [](const QString &word) {
        return empty.contains(word);
    };
    return std::any_of(words.begin(), words.end(), isEmpty) || words.last() == "data"_L1;
}

QStringList emptyFolderAndFileNames(const SourceTree &tree)
{
    QStringList breaches;
    for (const auto &file : tree) {
        auto names = file.folder().split(u'/', Qt::SkipEmptyParts);
        if (file.isCode())
            names.append(file.stem());
        for (const auto &name : names) {
            if (saysNothing(name))
                breaches.append(u"%1: \"%2\" says nothing"_s.arg(file.path, name));
        }
    }
    breaches.removeDuplicates();
    return breaches;
}

QStringList emptyTypeNames(const SourceTree &tree)
{
    static const QRegularExpression type(uR"(\b(?:class|struct|union|enum(?:\s+class)?|concept)\s+(\w+))"_s);
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.isCode())
            continue;
        for (auto matches = type.globalMatch(file.text); matches.hasNext();) {
            const auto name = matches.next().captured(1);
            if (saysNothing(name))
                breaches.append(u"%1: type \"%2\" says nothing"_s.arg(file.path, name));
        }
    }
    return breaches;
}

/// One program is linked from all of it: of two types of one name the linker may take the functions of
/// either.
QStringList typesOfOneName(const SourceTree &tree)
{
    static const QRegularExpression definition(
        uR"(^(?:class|struct|enum class) (\w+)(?: final)?(?:\s*:[^;\n{]*)?(?:\s*\{)?$)"_s,
        QRegularExpression::MultilineOption);
    QHash<QString, QString> headers;
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.path.endsWith(".h"_L1) || file.path.startsWith("tests/"_L1))
            continue;
        for (auto matches = definition.globalMatch(file.text); matches.hasNext();) {
            const auto name = matches.next().captured(1);
            if (headers.contains(name))
                breaches.append(u"%1 and %2: type \"%3\""_s.arg(headers.value(name), file.path, name));
            headers.insert(name, file.path);
        }
    }
    return breaches;
}

/// Nobody can tell at the call what `true` says; an enum does. Where it is said by the function itself, as in
/// setOpen(true), by its type, as in a constructor or an override, nothing is lost. A member's definition
/// repeats what its header says.
QStringList booleanParameters(const SourceTree &tree, QLatin1StringView ending)
{
    static const QRegularExpression function(uR"((?<![.\w>:])(?!QFETCH\b)(\w+)\(([^()]*)\)[^;{]*[;{])"_s);
    static const QRegularExpression flag(uR"((?:^|,)\s*(?:const )?bool(?: \w+)?(?:\s*=[^,]*)?\s*(?=,|$))"_s);
    static const QRegularExpression legible(uR"(^(?:set|to)[A-Z]\w*$|^[A-Z])"_s);
    QStringList breaches;
    for (const auto &file : tree) {
        if (!file.path.endsWith(ending))
            continue;
        for (auto matches = function.globalMatch(file.text); matches.hasNext();) {
            const auto match = matches.next();
            const bool isLegible = !match.captured(2).contains(u',') && match.captured(1).contains(legible);
            if (match.captured(2).contains(flag) && !isLegible && !match.captured().contains("override"_L1))
                breaches.append(u"%1: %2(%3)"_s.arg(file.path, match.captured(1), match.captured(2)));
        }
    }
    return breaches;
}

QStringList fileNamesNotInLowerCase(const SourceTree &tree)
{
    static const QRegularExpression proper(u"^[a-z][a-z0-9]*$|^tst_[a-z][a-z0-9]*$"_s);
    QStringList breaches;
    for (const auto &file : tree) {
        if (file.isCode() && !file.stem().contains(proper))
            breaches.append(file.path);
    }
    return breaches;
}

}

QList<Rule> nameRules()
{
    return {
        {u"folders and files have names that say something"_s,
         emptyFolderAndFileNames,
         {{u"core/helpers/clock.h"_s, {}}}},
        {u"types have names that say something"_s,
         emptyTypeNames,
         {{u"core/base/clock.h"_s, u"class Clock"_s + u"Manager;\n"_s}}},
        {u"no two types have one name"_s,
         typesOfOneName,
         {{u"core/storage/row.h"_s, u"class Row final : public Line\n{\n};\n"_s},
          {u"core/report/row.h"_s, u"struct Row\n{\n};\n"_s}}},
        {u"no function takes a boolean that says nothing at the call"_s,
         [](const SourceTree &tree) { return booleanParameters(tree, ".h"_L1); },
         {{u"ui/widgets/door.h"_s, u"void swing("_s +
                                       u"bool open);\nvoid setOpen(bool isOpen);\nexplicit Door(bool open);\n"
                                       "void hold(bool &held);\nbool isNext(bool next) override;\n"_s}}},
        {u"no function that one file has to itself does so either"_s,
         [](const SourceTree &tree) { return booleanParameters(tree, ".cpp"_L1); },
         {{u"ui/widgets/door.cpp"_s, u"void swing("_s + u"bool open)\n{\n}\nvoid setOpen(bool isOpen)\n{\n}\n"
                                                        "bool Door::isNext(bool next)\n{\n}\n"_s}}},
        {u"files are named by their type in lower case"_s,
         fileNamesNotInLowerCase,
         {{u"core/base/SystemClock.h"_s, {}}}},
    };
}

}
