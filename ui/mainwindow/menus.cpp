#include "ui/mainwindow/fieldundo.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/menucorner.h"
#include "ui/mainwindow/recentworkspaces.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tableview.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace plimsoll {

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    m_record = menuBar()->addMenu(tr("&Record"));
    connect(m_record, &QMenu::aboutToShow, this, &MainWindow::fillRecordMenu);
    buildViewMenu();
    buildHelpMenu();

    auto *search = new SearchField;
    connect(search, &QPushButton::clicked, m_palette, &CommandPalette::open);
    menuBar()->setCornerWidget(new MenuCorner(*menuBar(), search));

    auto *otherSide = new QAction(this);
    otherSide->setShortcut(Qt::Key_F6);
    connect(otherSide, &QAction::triggered, this, &MainWindow::moveFocusToOtherSide);
    addAction(otherSide);
}

void MainWindow::buildFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New workspace …"), QKeySequence::New, this, &MainWindow::newWorkspaceAsked);
    file->addAction(tr("&Open a workspace …"), QKeySequence::Open, this, &MainWindow::openAsked);
    file->addAction(tr("Read a &package …"), this, &MainWindow::openPackageAsked);
    m_recent = file->addMenu(tr("Open recen&t"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addAction(tr("Look around the &sample"), this, &MainWindow::sampleAsked);
    file->addSeparator();
    m_restore = file->addAction(tr("&Restore a backup …"), this, [this] { go({restorePage, {}}); });
    file->addSeparator();
    m_close = file->addAction(tr("&Close the workspace"), this, &MainWindow::closeWorkspaceAsked);
    m_close->setEnabled(false);
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
}

void MainWindow::buildEditMenu()
{
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = edit->addAction(tr("&Undo"), QKeySequence::Undo, this, &MainWindow::undoAsked);
    m_redo = edit->addAction(tr("&Redo"), this, &MainWindow::redoAsked);
    m_redo->setShortcuts(redoKeys());
    edit->addSeparator();
    edit->addAction(tr("&Copy the selected rows as a table"), this, &MainWindow::copyFromFocus);
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    m_go = view->addMenu(tr("&Go to"));
    view->addAction(tr("&Search everything"), QKeySequence(tr("Ctrl+K")), m_palette, &CommandPalette::open);
    m_back = view->addAction(tr("&Back"), QKeySequence(tr("Alt+Left")), this, [this] {
        if (m_history.canGoBack())
            reveal(m_history.back());
    });
    m_forward = view->addAction(tr("&Forward"), QKeySequence(tr("Alt+Shift+Right")), this, [this] {
        if (m_history.canGoForward())
            reveal(m_history.forward());
    });
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    view->addSeparator();
    view->addAction(tr("&Larger text"), QKeySequence::ZoomIn, this,
                    [this] { scaleText(m_theme.textScale() + 0.1); });
    view->addAction(tr("S&maller text"), QKeySequence::ZoomOut, this,
                    [this] { scaleText(m_theme.textScale() - 0.1); });
    view->addAction(tr("&Normal text"), QKeySequence(tr("Ctrl+0")), this, [this] { scaleText(1); });
    view->addSeparator();
    buildAppearanceMenu(*view);
}

void MainWindow::buildAppearanceMenu(QMenu &view)
{
    auto *choices = new QActionGroup(this);
    const auto add = [&](const QString &words, Appearance appearance) {
        QAction *choice = view.addAction(words);
        choice->setCheckable(true);
        choice->setChecked(m_theme.appearance() == appearance);
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, appearance] {
            m_theme.setAppearance(appearance);
            QSettings().setValue("window/appearance"_L1, int(appearance));
        });
    };
    add(tr("Colours of the s&ystem"), Appearance::System);
    add(tr("L&ight"), Appearance::Light);
    add(tr("&Dark"), Appearance::Dark);
    add(tr("&High contrast"), Appearance::HighContrast);
}

void MainWindow::buildHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("How do &I …?"), QKeySequence::HelpContents, this, [this] { go({u"help"_s, {}}); });
    help->addAction(tr("&About Plimsoll"), this, [this] { go({u"about"_s, {}}); });
}

void MainWindow::fillRecentMenu()
{
    m_recent->clear();
    for (const QString &folder : recentWorkspaces()) {
        const QString words = asCaption(QFileInfo(folder).completeBaseName());
        m_recent->addAction(words, this, [this, folder] { Q_EMIT pathChosen(folder); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::fillRecordMenu()
{
    m_record->clear();
    if (const Page *page = currentPage())
        m_record->addActions(page->recordActions());
    m_record->addSeparator();
    for (const PageKind &kind : m_kinds) {
        if (!kind.stepTo.isEmpty())
            m_record->addAction(kind.stepTo, this, [this, key = kind.key] { go({key, {}}); });
    }
    if (m_record->isEmpty())
        m_record->addAction(tr("Nothing can be changed here"))->setEnabled(false);
}

void MainWindow::fillGoMenu()
{
    m_go->clear();
    int number = 0;
    for (const PageKind &kind : m_kinds) {
        if (kind.listing != Listing::InNavigation)
            continue;
        auto *action = m_go->addAction(kind.name, this, [this, key = kind.key] { enter({key, {}}); });
        if (++number <= 9)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
    }
    m_go->menuAction()->setVisible(number > 0);
}

void MainWindow::copyFromFocus()
{
    auto *table = qobject_cast<TableView *>(QApplication::focusWidget());
    if (!table && currentPage())
        table = currentPage()->findChild<TableView *>();
    if (table)
        table->copySelection();
}

}
