#include "core/package/verification.h"
#include "core/report/charts.h"
#include "tests/support/commandtree.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString read(const QString &path)
{
    QFile file(qEnvironmentVariable("PLIMSOLL_SOURCE") + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What may be said after a command's name.
struct Synopsis
{
    QStringList places;             ///< in their order, without a dash
    QMap<QString, QString> options; ///< what each takes, by its name; empty when it takes nothing
    QSet<QString> optional;         ///< of both
};

/// Of the words behind a command's name in the manual, which are mdoc(7).
Synopsis synopsisFrom(const QStringList &words)
{
    static const QSet<QString> joining{u"|"_s, u"="_s, u":"_s};
    Synopsis synopsis;
    int brackets = 0;
    bool namesOption = false;
    bool goesOn = false; // the same word, as in ROLE[=PARTY]
    QString option;
    QString join;
    for (const auto &word : words) {
        if (word == "Oo"_L1 || word == "Op"_L1 || word == "Oc"_L1) {
            brackets += word == "Oc"_L1 ? -1 : 1;
            if (!goesOn)
                option.clear();
            join.clear();
            goesOn = false;
        } else if (word == "Fl"_L1) {
            namesOption = true;
            join.clear();
        } else if (word == "Ar"_L1 || word == "Ns"_L1 || word == "..."_L1) {
            goesOn = word == "Ns"_L1;
        } else if (joining.contains(word)) {
            join = word;
        } else {
            auto *taken = option.isEmpty() ? nullptr : &synopsis.options[option];
            if (namesOption) {
                option = word.mid(1);
                synopsis.options.insert(option, {});
            } else if (taken) {
                *taken += join + word;
            } else if (join.isEmpty()) {
                synopsis.places.append(word);
            } else {
                synopsis.places.last() += join + word;
            }
            if (brackets > 0)
                synopsis.optional.insert(option.isEmpty() ? synopsis.places.last() : option);
            namesOption = false;
            join.clear();
        }
    }
    return synopsis;
}

/// What the help says that an option takes. Days, periods and numbers are followed by what is asked of them.
QString takenBy(const CLI::Option &option)
{
    auto words = QString::fromStdString(option.get_type_name());
    for (const auto asked : {":INT in"_L1, ":FLOAT in"_L1}) {
        if (words.contains(asked))
            words = words.section(asked, 0, 0);
    }
    if (words.startsWith("TEXT:"_L1))
        words.remove(0, 5);
    return words.remove(u'[').remove(u']');
}

/// Of the help of a command. What takes one of a few words is named as the manual names it: `--kind KIND`.
Synopsis synopsisOf(const test::RunnableCommand &command, const Synopsis &manual)
{
    Synopsis synopsis;
    for (const auto *option : command.options()) {
        const auto names = option->get_lnames();
        const auto name = QString::fromStdString(names.empty() ? option->get_name() : names.front());
        if (name == "help"_L1)
            continue;
        if (!option->get_required())
            synopsis.optional.insert(name);
        if (names.empty()) {
            synopsis.places.append(name);
            continue;
        }
        const auto taken = takenBy(*option);
        const bool isOneOfFew = taken.contains(u'|') && manual.options.value(name) == name.toUpper();
        synopsis.options.insert(name, isOneOfFew ? name.toUpper() : taken);
    }
    return synopsis;
}

}

class ManualTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const test::CommandTree tree;
        for (const auto &command : tree.commands())
            m_commands.insert(command.name, command.longOptions());
        m_manual = read(u"packaging/linux/plimsollctl.1"_s);
        QVERIFY(!m_commands.isEmpty());
    }

    void theManualHasExactlyTheCommandsThereAre()
    {
        static const QRegularExpression entry(u"^\\.It Cm ((?:[a-z]+ ?)+)"_s,
                                              QRegularExpression::MultilineOption);
        QStringList described;
        for (auto matches = entry.globalMatch(m_manual); matches.hasNext();)
            described.append(matches.next().captured(1).trimmed());
        described.sort();

        QCOMPARE(described, QStringList(m_commands.keys()));
    }

    void theManualNamesEveryVerdict()
    {
        const auto paragraph = m_manual.section(u".It Cm verify"_s, 1, 1).section(u".It Cm "_s, 0, 0);

        for (const auto &[verdict, word] : Words<Verdict>::words)
            QVERIFY2(paragraph.contains(u"\n.It "_s + word + u'\n'), qPrintable(QString(word)));
    }

    void theManualSaysWhatTheHelpSays_data()
    {
        QTest::addColumn<QString>("command");
        for (auto command = m_commands.keyBegin(); command != m_commands.keyEnd(); ++command)
            QTest::newRow(qPrintable(*command)) << *command;
    }
    void theManualSaysWhatTheHelpSays()
    {
        QFETCH(const QString, command);
        const auto begin = u"\n.It Cm "_s + command + u' ';
        const test::CommandTree tree;
        const auto runnable = std::ranges::find(tree.commands(), command, &test::RunnableCommand::name);

        const auto manual =
            synopsisFrom(m_manual.section(begin, 1, 1).section(u'\n', 0, 0).split(u' ', Qt::SkipEmptyParts));
        const auto help = synopsisOf(*runnable, manual);

        QCOMPARE(help.places, manual.places);
        QCOMPARE(help.options, manual.options);
        QCOMPARE(help.optional, manual.optional);
    }

    void theManualHasTheFormulasThatAreShown()
    {
        const auto flat = m_manual.simplified();

        QVERIFY(flat.contains(conformityFormula()));
        QVERIFY(flat.contains(progressFormula()));
    }

    void theManualNamesEveryOption()
    {
        for (auto command = m_commands.cbegin(); command != m_commands.cend(); ++command) {
            const auto paragraph =
                m_manual.section(u".It Cm "_s + command.key(), 1, 1).section(u"\n.It Cm "_s, 0, 0);
            for (const auto &option : command.value()) {
                if (option != "help"_L1)
                    QVERIFY2(paragraph.contains(u"Fl -"_s + option),
                             qPrintable(command.key() + u" --"_s + option));
            }
        }
    }

private:
    QMap<QString, QStringList> m_commands;
    QString m_manual;
};

QTEST_APPLESS_MAIN(ManualTest)
#include "tst_manual.moc"
