// Renders every page of the window in light and dark, at 1x and at 200 % font, to PNG files: screens [FOLDER
// [WORKSPACE [PAGE/TARGET...]]]. Without a workspace it shows a new one; with places, those instead of every
// page. With "pictures" in place of places: the main pages once, as the README shows them.
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "tests/support/gallery.h"
#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/session.h"
#include "ui/pages/pagelist.h"
#include "ui/pages/system/systempage.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

/// Runs the application's loop until nothing is at work, so that pages which fill by jobs are seen filled.
void settle(const Jobs &jobs)
{
    QElapsedTimer patience;
    patience.start();
    // A quiet round more than needed: what a job brought has to be laid out as well.
    for (int quiet = 0; quiet < 2 && patience.elapsed() < 30'000; ++quiet) {
        // Quitting the application would close its windows, and what is hidden is not laid out.
        QEventLoop round;
        QTimer::singleShot(60, &round, &QEventLoop::quit);
        round.exec();
        if (!jobs.running().isEmpty())
            quiet = -1;
    }
}

struct Look
{
    QString name;
    Appearance appearance;
    double scale;
};

void shoot(QWidget &widget, const QDir &folder, const QString &name)
{
    const QString file = folder.filePath(name + u".png"_s);
    widget.grab().save(file);
    QTextStream(stdout) << file << Qt::endl;
}

void shootPages(MainWindow &window, const Jobs &jobs, const QDir &folder, const Look &look)
{
    for (const PageKind &kind : std::vector(window.pages())) {
        window.go({kind.key, {}});
        settle(jobs);
        shoot(window, folder, kind.key + u'-' + look.name);
    }
}

/// Every tab of the first system.
void shootTabs(MainWindow &window, const Workspace &workspace, const Jobs &jobs, const QDir &folder,
               const Look &look)
{
    const auto reader = workspace.reader();
    if (!reader)
        return;
    const auto systems = Repository<AiSystem>(**reader).all();
    if (!systems || systems->isEmpty())
        return;
    for (const SystemTabKind &kind : systemTabs()) {
        window.go(SystemPage::placeOf(systems->first().id, kind.key));
        settle(jobs);
        shoot(window, folder, u"system-"_s + kind.key + u'-' + look.name);
    }
}

/// The pages of the navigation and the checklist of the first system, each under its name alone. The page
/// that names a folder of this machine is left out.
void shootPictures(MainWindow &window, const Workspace &workspace, const Jobs &jobs, const QDir &folder)
{
    const auto reader = workspace.reader();
    const auto systems = reader ? Repository<AiSystem>(**reader).where(&AiSystem::number, u"AI-001"_s)
                                : Result<QList<AiSystem>>();
    if (systems && !systems->isEmpty()) {
        window.go(SystemPage::placeOf(systems->first().id, u"checklist"_s));
        settle(jobs);
        shoot(window, folder, u"checklist"_s);
    }
    for (const PageKind &kind : std::vector(window.pages())) {
        if (kind.listing != Listing::InNavigation || kind.key == u"workspace")
            continue;
        window.go({kind.key, {}});
        settle(jobs);
        shoot(window, folder, kind.key);
    }
}

/// Each place is the page's key and then its target: "system/ID/checklist/5.2.3-2".
void shootPlaces(MainWindow &window, const Jobs &jobs, const QDir &folder, const Look &look,
                 const QStringList &places)
{
    int number = 0;
    for (const QString &place : places) {
        const QString page = place.section(u'/', 0, 0);
        window.go({page, place.section(u'/', 1)});
        settle(jobs);
        shoot(window, folder, u"%1%2-%3"_s.arg(page).arg(++number).arg(look.name));
    }
}

}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QDir().mkpath(QApplication::arguments().value(1, u"screens"_s));
    const QDir folder(QApplication::arguments().value(1, u"screens"_s));
    const QTemporaryDir own;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, own.path());

    const SystemClock clock;
    QString workspace = application.arguments().value(2);
    if (workspace.isEmpty()) {
        workspace = own.filePath(u"Nordbank AI governance.plimsoll"_s);
        const NewWorkspace start{u"Nordbank"_s,    {},  u"Jo Lee"_s, u"jo.lee@nordbank.example"_s,
                                 u"Engineering"_s, true};
        if (const auto made = Workspace::create(workspace, start, clock); !made) {
            QTextStream(stderr) << made.error().message << Qt::endl;
            return 3;
        }
    }

    const QStringList places = application.arguments().mid(3);
    const bool forReadme = places == QStringList(u"pictures"_s);
    Theme theme(application);
    Jobs jobs;
    for (const Look &look :
         {Look{u"light-100"_s, Appearance::Light, 1}, Look{u"light-200"_s, Appearance::Light, 2},
          Look{u"dark-100"_s, Appearance::Dark, 1}, Look{u"dark-200"_s, Appearance::Dark, 2}}) {
        theme.setAppearance(look.appearance);
        theme.setTextScale(look.scale);
        const std::unique_ptr<QWidget> gallery(makeGallery());
        gallery->resize(1280, 900);
        gallery->show();
        settle(jobs);
        if (places.isEmpty())
            shoot(*gallery, folder, u"gallery-"_s + look.name);
        gallery->hide();

        MainWindow window(theme, jobs);
        window.resize(1280, 840);
        Session session(window, jobs, clock, workspacePages);
        session.begin();
        window.show();
        if (places.isEmpty())
            shootPages(window, jobs, folder, look);
        session.open(workspace);
        settle(jobs);
        if (forReadme) {
            shootPictures(window, *session.workspace(), jobs, folder);
            return 0;
        }
        if (places.isEmpty()) {
            shootPages(window, jobs, folder, look);
            shootTabs(window, *session.workspace(), jobs, folder, look);
        } else {
            shootPlaces(window, jobs, folder, look, places);
        }
    }
    return 0;
}
