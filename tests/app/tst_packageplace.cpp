// Every command that writes, given a package in place of a workspace.
#include "tests/support/commandtree.h"
#include "tests/support/ctl.h"
#include "tests/support/files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const QString workspace = u"WS"_s;
const QStringList makers{u"new"_s, u"sample"_s}; ///< they make a folder, and need none

QString placeholder(const CLI::Option &option)
{
    return QString::fromStdString(option.get_positional() ? option.get_name(true)
                                                          : "--" + option.get_lnames().front());
}

/// Words that the parser takes for what a command needs.
QString wordsFor(const CLI::Option &option, const QString &file)
{
    const QHash<QString, QString> particular{{u"ITEM"_s, u"5.1.1-1"_s},
                                             {u"ANSWER"_s, u"met"_s},
                                             {u"--kind"_s, u"unit"_s},
                                             {u"--output"_s, file + u".new"_s}};
    return particular.value(placeholder(option), file);
}

bool needsWorkspace(const RunnableCommand &command)
{
    const auto options = command.options();
    return !makers.contains(command.name) &&
           std::ranges::any_of(options, [](const auto *option) { return placeholder(*option) == workspace; });
}

}

class PackagePlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = m_dir.filePath(u"Nordbank.plimsoll"_s);
        const QStringList asAna{u"--as"_s, u"Ana Ruiz"_s};
        m_file = writeFile(m_dir.filePath(u"plan.txt"_s), "plan");
        for (const auto &step :
             {QStringList{u"new"_s, folder, u"--organisation"_s, u"Nordbank"_s},
              QStringList{u"system"_s, u"add"_s, folder, u"--name"_s, u"Fraud scoring"_s},
              QStringList{u"export"_s, u"package"_s, folder, u"AI-001"_s, u"-o"_s, path(u"file")},
              QStringList{u"export"_s, u"package"_s, folder, u"AI-001"_s, u"--folder"_s, u"-o"_s,
                          path(u"folder")}}) {
            const auto ended = plimsollctl(step + asAna);
            QVERIFY2(ended.code == 0, ended.remarks.constData());
        }
    }

    void aPackageIsSaidToBeForReadingOnly_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("package");
        const CommandTree tree;
        for (const auto &command : tree.commands()) {
            if (!needsWorkspace(command))
                continue;
            for (const QString &form : {u"file"_s, u"folder"_s})
                QTest::newRow(qPrintable(command.name + u", "_s + form))
                    << wordsOf(command, path(form)) << path(form);
        }
    }

    void aPackageIsSaidToBeForReadingOnly()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, package);

        const auto ended = plimsollctl(words);

        QCOMPARE(QString::fromUtf8(ended.remarks),
                 u"%1 is an audit package, which is for reading only: \"plimsollctl status\", \"journal\", "
                 "\"verify\" and the lists take it. Name the workspace it came from.\n"_s.arg(package));
        QCOMPARE(ended.code, 3);
    }

    void theCommandsThatWriteAreAmongThem()
    {
        QStringList names;
        const CommandTree tree;
        for (const auto &command : tree.commands()) {
            if (needsWorkspace(command))
                names.append(command.name);
        }

        for (const QString &name : {u"answer"_s, u"attach"_s, u"backup"_s, u"restore"_s, u"system add"_s,
                                    u"system import"_s, u"assessment start"_s, u"export package"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

private:
    [[nodiscard]] QString path(QStringView form) const
    {
        return m_dir.filePath(form == u"file" ? u"package.zip"_s : u"package"_s);
    }

    [[nodiscard]] QStringList wordsOf(const RunnableCommand &command, const QString &package) const
    {
        QStringList words = command.name.split(u' ');
        for (const auto *option : command.options()) {
            if (placeholder(*option) == workspace)
                words.append(package);
            else if (option->get_positional())
                words.append(wordsFor(*option, m_file));
            else if (option->get_required())
                words += {placeholder(*option), wordsFor(*option, m_file)};
        }
        return words;
    }

    QTemporaryDir m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(PackagePlaceTest)
#include "tst_packageplace.moc"
