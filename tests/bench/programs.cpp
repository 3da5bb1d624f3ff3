#include "tests/bench/programs.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

/// A line of /proc/PROCESS/status, which counts in KiB.
std::optional<double> statusLine(const QString &process, const QByteArray &label)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine()) {
        if (line.startsWith(label))
            return line.mid(label.size()).simplified().split(' ').first().toDouble() / 1024;
    }
    return std::nullopt;
}

}

QString pathOf(const QString &program)
{
    return QStandardPaths::findExecutable(program);
}

QString sentenceAboutMissing(const QStringList &programs)
{
    QStringList missing;
    for (const QString &program : programs) {
        if (pathOf(program).isEmpty())
            missing.append(program);
    }
    return missing.isEmpty()
               ? QString()
               : u"Not installed here, so there is nothing to compare with: %1."_s.arg(missing.join(u", "_s));
}

Result<double> secondsOfRun(const QString &program, const QStringList &arguments,
                            const QString &workingFolder)
{
    QProcess process;
    process.setWorkingDirectory(workingFolder);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool ended = process.waitForFinished(-1);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return refuse(ErrorCode::Storage, u"%1 did not end well."_s.arg(program),
                      QString::fromUtf8(process.readAllStandardError().right(400)));
    return seconds;
}

void calmDisk()
{
    ::sync();
}

std::optional<double> residentMebibytes(qint64 process)
{
    return statusLine(QString::number(process), "VmRSS:");
}

MemoryRise::MemoryRise()
{
    // Lets the highest mark begin anew from where memory stands now.
    QFile marks(u"/proc/self/clear_refs"_s);
    if (marks.open(QIODevice::WriteOnly) && marks.write("5") == 1)
        m_before = statusLine(u"self"_s, "VmRSS:");
}

std::optional<double> MemoryRise::mebibytes() const
{
    const auto highest = statusLine(u"self"_s, "VmHWM:");
    return m_before && highest ? std::optional(*highest - *m_before) : std::nullopt;
}

}
