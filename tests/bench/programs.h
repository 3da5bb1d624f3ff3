#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace plimsoll::bench {

/// Where the program is; empty when it is not installed.
QString pathOf(const QString &program);

/// "zip is not installed, so there is nothing to compare with."; empty when all are.
QString sentenceAboutMissing(const QStringList &programs);

/// Runs a program to its end without showing what it says; answers the seconds. Refused unless it ends well.
Result<double> secondsOfRun(const QString &program, const QStringList &arguments,
                            const QString &workingFolder = {});

/// Waits until nothing waits for the disk any more, so that nobody's leftovers are counted to the next one.
void calmDisk();

/// Resident memory of a process in MiB; nothing once it is gone.
std::optional<double> residentMebibytes(qint64 process);

/// How far this process's resident memory rises above where it stood when this was made.
class MemoryRise
{
public:
    MemoryRise();
    /// In MiB, at its highest.
    [[nodiscard]] std::optional<double> mebibytes() const;

private:
    std::optional<double> m_before;
};

}
