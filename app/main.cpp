#include "app/filelimit.h"

#include "core/sample/sampleworkspace.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/pagelist.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace plimsoll;

namespace {

void describe(QCommandLineParser &arguments)
{
    arguments.setApplicationDescription(
        QCoreApplication::translate("main", "Brings AI systems up to the baseline of ETSI EN 304 223."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(
        u"workspace"_s,
        QCoreApplication::translate("main", "The workspace folder to open, or an audit package to read."));
}

/// Help and version need no display. Ends the program where it was asked for them.
void answerInWords(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLIMSOLL_VERSION));
    QCommandLineParser arguments;
    describe(arguments);
    arguments.parse(QCoreApplication::arguments());
    if (arguments.isSet(u"version"_s))
        arguments.showVersion();
    if (arguments.isSet(u"help"_s))
        arguments.showHelp();
}

}

int main(int argc, char **argv)
{
    meetFileLimitsInWords();
    answerInWords(argc, argv);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Plimsoll"_s);
    QCoreApplication::setApplicationName(u"plimsoll"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PLIMSOLL_VERSION));
    QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("main", "Plimsoll"));
    QGuiApplication::setDesktopFileName(u"plimsoll"_s);

    QCommandLineParser arguments;
    describe(arguments);
    arguments.process(application);

    Theme theme(application);
    theme.setAppearance(Appearance(QSettings().value("window/appearance"_L1).toInt()));
    theme.setTextScale(QSettings().value("window/textScale"_L1, 1.0).toDouble());

    const SystemClock clock;
    Jobs jobs;
    MainWindow window(theme, jobs);
    const auto makeSample = [&clock](const QString &folder, const Progress &progress) {
        return makeSampleWorkspace(folder, clock, progress);
    };
    Session session(window, jobs, clock, workspacePages, makeSample);
    const QStringList workspaces = arguments.positionalArguments();
    if (workspaces.isEmpty())
        session.begin();
    else
        session.open(workspaces.first());
    window.show();
    return QApplication::exec();
}
