#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace plimsoll::test {

/// How a run of the real program ended, and what it said.
struct Ended
{
    int code = -1;
    QByteArray answers;
    QByteArray remarks;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(answers).object(); }
};

inline constexpr int longestRun = 120'000; // milliseconds

/// Runs plimsollctl to its end; a crash has the code -1.
inline Ended plimsollctl(const QStringList &words,
                         const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PLIMSOLL_CTL), words);
    if (!process.waitForFinished(longestRun) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

}
