#pragma once

#include "core/storage/repository.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>
#include <QTest>
#include <QThread>

#include <chrono>
#include <functional>
#include <map>

#include <unistd.h>

namespace plimsoll::test {

/// How often a kill test kills.
inline constexpr int kills = 40;

/// The workspace another process made or was killed in, with the first of its people acting.
inline std::unique_ptr<Workspace> openedIn(const QString &folder, const Clock &clock,
                                           Workspace::Access access = Workspace::Access::ReadWrite)
{
    auto workspace = Workspace::open(folder, access, clock);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().message));
    const auto people = Repository<Person>(**(*workspace)->reader()).all();
    (*workspace)->actAs(people->first().id);
    return std::move(*workspace);
}

/// What a test program does when it runs as the child that will be killed: works without end and acknowledges
/// each thing once it is safe.
using ChildMode = std::function<void(const QStringList &arguments)>;

/// Says from within a child that a thing is done. One write, so the parent reads whole lines or nothing.
inline void acknowledge(const QString &thing)
{
    const QByteArray line = thing.toUtf8() + '\n';
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, line.constData(), size_t(line.size()));
}

/// Runs this very test program as a child in `mode`, kills it (as kill -9 does) `delay` after its first
/// acknowledgement, and answers everything it had acknowledged by then. Nothing when the child ended by
/// itself or never acknowledged.
inline QStringList acknowledgedBeforeKill(const QString &mode, const QStringList &arguments,
                                          std::chrono::microseconds delay)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                QStringList{QStringLiteral("--child"), mode} + arguments);
    if (!child.waitForReadyRead(30'000))
        return {};
    QThread::usleep(static_cast<unsigned long>(delay.count()));
    child.kill();
    child.waitForFinished();
    if (child.exitStatus() != QProcess::CrashExit)
        return {};
    const QString output = QString::fromUtf8(child.readAllStandardOutput());
    const qsizetype whole = output.lastIndexOf(QLatin1Char('\n'));
    return output.first(qMax(whole, qsizetype(0))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// The main() of a test program that has child modes.
template <class Test, class Application = QCoreApplication>
int runTestOrChild(int argc, char **argv, const std::map<QString, ChildMode> &modes)
{
    Application application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--child")) {
        const auto mode = modes.find(arguments.value(2));
        if (mode == modes.end())
            return 2;
        mode->second(arguments.sliced(3));
        return 0;
    }
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}
