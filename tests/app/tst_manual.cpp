#include "core/package/verification.h"
#include "tests/support/commandtree.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

QString read(const QString &path)
{
    QFile file(qEnvironmentVariable("PLIMSOLL_SOURCE") + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
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
