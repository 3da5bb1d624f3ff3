#include "app/commands/commandline.h"
#include "app/commands/commands.h"
#include "app/commands/output.h"
#include "app/commands/sourcedateepoch.h"
#include "app/filelimit.h"

#include "core/base/clock.h"
#include "core/base/localzone.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

Output::Terminal whatStderrIs()
{
#ifdef Q_OS_WIN
    const bool terminal = _isatty(_fileno(stderr)) != 0;
#else
    const bool terminal = isatty(STDERR_FILENO) != 0;
#endif
    return terminal ? Output::Terminal::Yes : Output::Terminal::No;
}

struct Running
{
    std::unique_ptr<QTemporaryDir> runtimeFolder; ///< outlives the application
    std::unique_ptr<QCoreApplication> application;
};

/// A command that paints gets fonts and a painting engine, but never asks for a display.
Running application(Paints paints, int &count, char **words)
{
    if (paints == Paints::No)
        return {nullptr, std::make_unique<QCoreApplication>(count, words)};
    Running running;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A pipeline has no folder for run-time files, and Qt would remark on that beside our answer.
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
        running.runtimeFolder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(running.runtimeFolder->path()));
    }
    running.application = std::make_unique<QGuiApplication>(count, words);
    return running;
}

/// SOURCE_DATE_EPOCH where that is given and something leaves the house, so that this can be repeated to the
/// byte. What is recorded meanwhile bears the true time.
Result<std::optional<QDateTime>> timeOfDocuments(Paints paints)
{
    const auto epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH");
    if (paints == Paints::No || epoch.isEmpty())
        return std::optional<QDateTime>();
    const auto moment = momentOfEpoch(epoch);
    if (!moment)
        return tl::unexpected(moment.error());
    return std::optional(*moment);
}

Error lostOutput(const Output &output, const QString &detail)
{
    const auto why = QCoreApplication::translate(
        "plimsollctl", "The output of the command could not be written: the disk may be full, or whatever "
                       "reads it has ended.");
    const auto wayOut =
        output.tellsOfChange()
            ? QCoreApplication::translate("plimsollctl",
                                          "What the command changed or made stays as it is; look at it "
                                          "before you run the command again.")
            : QCoreApplication::translate("plimsollctl", "Run the command again.");
    return {ErrorCode::Storage, why + u' ' + wayOut, detail};
}

}

int main(int count, char **words)
{
    meetFileLimitsInWords();
    keepLocalZone();
    CommandLine commandLine;
    for (const auto add : commands())
        add(commandLine);
    auto ending = Exit::Fine;
    const auto chosen = commandLine.parse(count, words, ending);
    if (!chosen)
        return int(ending);

    const auto running = application(chosen->paints, count, words);
    QCoreApplication::setApplicationName(u"plimsollctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLIMSOLL_VERSION));
    QFile answers;
    QFile remarks;
    if (!answers.open(stdout, QIODevice::WriteOnly) ||
        !remarks.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return int(Exit::CouldNot);
    const auto form = commandLine.wantsJson() ? Output::Form::Json : Output::Form::Words;
    const auto details = commandLine.wantsDetails() ? Output::Details::Yes : Output::Details::No;
    Output output(answers, remarks, form, whatStderrIs(), details);
    const auto documentsAt = timeOfDocuments(chosen->paints);
    if (!documentsAt) {
        output.refusal(documentsAt.error());
        output.conclude(Exit::Usage);
        return int(Exit::Usage);
    }

    const SystemClock clock;
    const auto done = chosen->work({output, clock, commandLine.person(), *documentsAt});
    if (!done) {
        output.refusal(done.error());
        output.conclude(Exit::CouldNot);
        return int(Exit::CouldNot);
    }
    output.conclude(*done);
    if (!answers.flush() || !output.isWhole()) {
        output.refusal(lostOutput(output, answers.errorString()));
        return int(Exit::CouldNot);
    }
    return int(*done);
}
