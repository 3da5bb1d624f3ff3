#include "tests/support/pdftools.h"

#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace plimsoll::test {

ProgramRun run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QStringList pdfPages(const QString &path)
{
    QStringList pages = run(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).output.split(u'\f');
    if (!pages.isEmpty() && pages.last().trimmed().isEmpty())
        pages.removeLast();
    return pages;
}

QString pdfTextAsPainted(const QString &path)
{
    return run(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}).output;
}

QString withoutSpaces(const QString &text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar character : text)
        if (!character.isSpace())
            letters += character;
    return letters;
}

ProgramRun preflight(const QString &path)
{
    QStringList jars;
    for (const auto &name : {"preflight"_L1, "pdfbox2"_L1, "xmpbox"_L1, "fontbox2"_L1, "commons-logging"_L1,
                             "javax.activation"_L1, "jaxb-api"_L1}) {
        jars << u"/usr/share/java/"_s + name + u".jar"_s;
        if (!QFileInfo::exists(jars.last()))
            return {};
    }
    return run(u"java"_s, {u"-cp"_s, jars.join(u':'), u"org.apache.pdfbox.preflight.Validator_A1b"_s, path});
}

}
