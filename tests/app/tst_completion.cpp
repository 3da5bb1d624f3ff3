#include "core/catalogue/shippedcatalogue.h"
#include "tests/support/commandtree.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList everywhere{u"--as"_s, u"--help"_s, u"--json"_s, u"--verbose"_s};

/// What bash offers after these words; "FILES" where it offers the names of files.
QStringList offered(const QStringList &words)
{
    static const QString script =
        u"compopt() { echo FILES; }; source \"$1\"; shift; COMP_WORDS=(\"$@\"); "
        "COMP_CWORD=$(($# - 1)); _plimsollctl; printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    const auto completion = qEnvironmentVariable("PLIMSOLL_SOURCE") + u"/packaging/linux/plimsollctl.bash"_s;
    QProcess bash;
    bash.start(u"bash"_s, QStringList{u"-c"_s, script, u"bash"_s, completion, u"plimsollctl"_s} + words);
    bash.waitForFinished();
    auto found = QString::fromUtf8(bash.readAllStandardOutput() + bash.readAllStandardError())
                     .split(u'\n', Qt::SkipEmptyParts);
    found.sort();
    return found;
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

QStringList presets()
{
    QStringList ids;
    const auto catalogue = shippedCatalogue();
    for (const auto &preset : (*catalogue)->presets())
        ids.append(preset.id);
    return ids;
}

QStringList roles()
{
    QStringList words;
    for (const auto &[role, text] : Words<Role>::words)
        words.append(text);
    return words;
}

/// What may be said for it, by what the parser checks and calls it: the words, "FILES", or nothing that could
/// be known.
QStringList valuesOf(const CLI::Option &option)
{
    const auto type = QString::fromStdString(option.get_type_name());
    const auto checked = type.section(u':', -1);
    if (checked.contains(u'|'))
        return sorted(checked.split(u'|'));
    if (type == "PRESET"_L1)
        return sorted(presets());
    if (type.startsWith("ROLE"_L1))
        return sorted(roles());
    static const QStringList files{u"FILE"_s, u"PLACE"_s, u"WS"_s, u"WS|PACKAGE"_s, u"DIR"_s, u"FILE.csv"_s};
    const auto name = option.get_positional() ? QString::fromStdString(option.get_name()) : type;
    return files.contains(name) ? QStringList{u"FILES"_s} : QStringList();
}

QString longName(const CLI::Option &option)
{
    return option.get_lnames().empty() ? QString()
                                       : u"--"_s + QString::fromStdString(option.get_lnames().front());
}

bool takesValue(const CLI::Option &option)
{
    return option.get_items_expected_max() > 0;
}

}

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
            QSKIP("bash is not installed here");
    }

    void everyCommandIsOfferedAndNothingElse()
    {
        QHash<QString, QStringList> below;
        for (const auto &command : m_tree.commands()) {
            const auto words = command.name.split(u' ');
            for (qsizetype depth = 0; depth < words.size(); ++depth)
                below[words.first(depth).join(u' ')].append(words[depth]);
        }

        for (auto group = below.begin(); group != below.end(); ++group) {
            group->removeDuplicates();
            QCOMPARE(offered(group.key().split(u' ', Qt::SkipEmptyParts) + QStringList{QString()}),
                     sorted(*group));
        }
    }

    void everyOptionIsOfferedWhereItIsUnderstood()
    {
        for (const auto &command : m_tree.commands()) {
            QStringList known = command.longOptions();
            known.replaceInStrings(QRegularExpression(u"^"_s), u"--"_s);
            known += everywhere;
            known.removeDuplicates();

            QCOMPARE(offered(command.name.split(u' ') + QStringList{u"--"_s}), sorted(known));
        }
        QCOMPARE(offered({u"--v"_s}), (QStringList{u"--verbose"_s, u"--version"_s}));
    }

    void afterAnOptionStandsWhatItTakes()
    {
        for (const auto &command : m_tree.commands()) {
            for (const auto *option : command.options()) {
                if (longName(*option).isEmpty() || !takesValue(*option))
                    continue;
                const auto words = command.name.split(u' ') + QStringList{longName(*option)};

                QCOMPARE(offered(words + QStringList{QString()}), valuesOf(*option));
                QCOMPARE(offered(words + QStringList{u"="_s, QString()}), valuesOf(*option));
            }
        }
    }

    void atEveryPlaceStandsWhatItTakes()
    {
        for (const auto &command : m_tree.commands()) {
            QStringList before = command.name.split(u' ');
            bool isEndless = false;
            for (const auto *option : command.options()) {
                if (!option->get_positional())
                    continue;
                QCOMPARE(offered(before + QStringList{QString()}), valuesOf(*option));
                before.append(u"x"_s);
                isEndless = option->get_items_expected_max() > 1;
                if (isEndless)
                    QCOMPARE(offered(before + QStringList{QString()}), valuesOf(*option));
            }
            if (!isEndless)
                QCOMPARE(offered(before + QStringList{QString()}),
                         offered(command.name.split(u' ') + QStringList{u"--"_s}));
        }
    }

    void optionsBetweenTakeNoPlace()
    {
        for (const auto &command : m_tree.commands()) {
            auto words = command.name.split(u' ');
            const auto first = offered(words + QStringList{QString()});
            for (const auto *option : command.options()) {
                if (longName(*option).isEmpty())
                    continue;
                words.append(longName(*option));
                if (takesValue(*option))
                    words.append(u"x"_s);
            }

            QCOMPARE(offered(words + QStringList{QString()}), first);
        }
        QCOMPARE(offered({u"--as"_s, u"Ana"_s, u"catalogue"_s, u"--json"_s, QString()}),
                 (QStringList{u"check"_s, u"show"_s}));
    }

private:
    CommandTree m_tree;
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "tst_completion.moc"
