#include "ui/mainwindow/doors.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/recentworkspaces.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plimsoll {

PageKind startPage(MainWindow &window, StartPage::Sample sample)
{
    return {u"start"_s, MainWindow::tr("Start"), Listing::Unlisted, [&window, sample] {
                auto *page = new StartPage(recentWorkspaces(), sample);
                QObject::connect(page, &StartPage::newWorkspaceAsked, &window,
                                 &MainWindow::newWorkspaceAsked);
                QObject::connect(page, &StartPage::openAsked, &window, &MainWindow::openAsked);
                QObject::connect(page, &StartPage::openPackageAsked, &window, &MainWindow::openPackageAsked);
                QObject::connect(page, &StartPage::sampleAsked, &window, &MainWindow::sampleAsked);
                QObject::connect(page, &StartPage::recentChosen, &window, &MainWindow::pathChosen);
                return page;
            }};
}

void askForWorkspace(MainWindow &window)
{
    auto *dialog = new QFileDialog(&window, MainWindow::tr("Open a workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, &MainWindow::pathChosen);
    dialog->open();
}

void askForPackage(MainWindow &window)
{
    auto *dialog = new QFileDialog(&window, MainWindow::tr("Which package do you want to read?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({MainWindow::tr("Packages (*.zip)"), MainWindow::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, &MainWindow::pathChosen);
    dialog->open();
}

QString sampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/plimsoll/sample.plimsoll"_s;
}

bool isSampleThere()
{
    return QFileInfo(sampleFolder()).isDir();
}

}
