#include "ui/mainwindow/mainwindow.h"

#include "ui/jobs/jobs.h"
#include "ui/mainwindow/enterkey.h"
#include "ui/mainwindow/fieldundo.h"
#include "ui/mainwindow/mousewheel.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/tabstops.h"
#include "ui/mainwindow/typedkeys.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/scrollpane.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QFrame *hairline(QFrame::Shape shape)
{
    auto *line = new QFrame;
    line->setFrameShape(shape);
    line->setFrameShadow(QFrame::Plain);
    shape == QFrame::HLine ? line->setFixedHeight(1) : line->setFixedWidth(1);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

/// As large as is comfortable, where the screen has room for that and for the frame around it, which is known
/// only once the window is shown.
QSize initialSize(const QScreen &screen)
{
    constexpr QSize comfortable(1280, 840);
    constexpr QSize frame(16, 56);
    return comfortable.boundedTo(screen.availableSize() - frame);
}

}

MainWindow::MainWindow(Theme &theme, Jobs &jobs)
    : m_theme(theme)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Plimsoll"));
    resize(initialSize(*screen()));
    m_status = new StatusLine(jobs);
    setStatusBar(m_status);
    buildBody();
    m_palette = new CommandPalette(this);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::go);
    buildMenus();
    new FieldUndo(this);
    new EnterKey(this);
    new TypedKeys(this);
    new MouseWheel(this);
    setSearchProviders({});
    setWorkspaceName({});
    setUndoLabels({}, {});
    restoreGeometry(QSettings().value("window/geometry"_L1).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildBody()
{
    auto *side = new QWidget;
    side->setBackgroundRole(QPalette::Base);
    side->setAutoFillBackground(true);
    auto *edge = new QHBoxLayout(side);
    edge->setContentsMargins(0, 0, 0, 0);
    edge->setSpacing(0);
    auto *column = new QVBoxLayout;
    edge->addLayout(column);
    edge->addWidget(hairline(QFrame::VLine));
    column->setContentsMargins(spacing::small, spacing::large, spacing::small, spacing::small);
    m_workspace = (new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped();
    m_workspace->setContentsMargins(spacing::medium, 0, 0, spacing::small);
    m_navigation = new Navigation;
    column->addWidget(m_workspace);
    column->addWidget(m_navigation, 1);
    connect(m_navigation, &Navigation::pageChosen, this, [this](const QString &key) { go({key, {}}); });

    m_banner = new Banner;
    m_news = new Banner;
    m_news->setObjectName(u"news"_s);
    m_stack = new QStackedWidget;
    auto *main = new QWidget;
    auto *rows = new QVBoxLayout(main);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(spacing::wide, spacing::medium, spacing::wide, 0);
    bannerRow->setSpacing(spacing::small);
    bannerRow->addWidget(m_banner);
    bannerRow->addWidget(m_news);
    rows->addLayout(bannerRow);
    rows->addWidget(m_stack, 1);

    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(side);
    halves->addWidget(main, 1);
    auto *body = new QWidget;
    auto *between = new QVBoxLayout(body);
    between->setContentsMargins(0, 0, 0, 0);
    between->setSpacing(0);
    between->addWidget(hairline(QFrame::HLine));
    between->addLayout(halves, 1);
    between->addWidget(hairline(QFrame::HLine));
    setCentralWidget(body);
}

void MainWindow::setPages(std::vector<PageKind> pages)
{
    m_kinds = std::move(pages);
    qDeleteAll(m_made);
    m_made.clear();
    m_history.clear();
    m_navigation->clear();
    for (const PageKind &kind : m_kinds) {
        if (kind.listing == Listing::InNavigation)
            m_navigation->addPage(kind.key, kind.name);
    }
    m_navigation->setVisible(m_navigation->count() > 0);
    m_navigation->parentWidget()->setVisible(m_navigation->count() > 0);
    fillGoMenu();
    m_restore->setEnabled(kindOf(restorePage));
    if (m_navigation->count() > 0 && !focusWidget())
        m_navigation->setFocus(Qt::OtherFocusReason); // what had it is gone with the pages before
    if (!m_kinds.empty())
        go({m_kinds.front().key, {}});
}

void MainWindow::setSearchProviders(QList<SearchProvider> providers)
{
    providers.prepend(pageSearch());
    m_palette->setProviders(std::move(providers));
}

SearchProvider MainWindow::pageSearch() const
{
    return [this](const QString &words, const std::function<void(const QList<SearchHit> &)> &answer) {
        QList<SearchHit> hits;
        for (const PageKind &kind : m_kinds) {
            if (kind.listing != Listing::NeedsTarget && kind.name.contains(words, Qt::CaseInsensitive))
                hits.append({tr("Page"), kind.name, {}, {kind.key, {}}});
            const Page *made = words.isEmpty() ? nullptr : m_made.value(kind.key);
            for (const SearchHit &part : made ? made->parts() : QList<SearchHit>()) {
                if (part.title.contains(words, Qt::CaseInsensitive))
                    hits.append(part);
            }
        }
        answer(hits);
    };
}

const PageKind *MainWindow::kindOf(const QString &key) const
{
    const auto kind =
        std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&key](const auto &k) { return k.key == key; });
    return kind == m_kinds.cend() ? nullptr : &*kind;
}

Page *MainWindow::pageFor(const QString &key)
{
    if (Page *made = m_made.value(key))
        return made;
    const PageKind *kind = kindOf(key);
    if (!kind)
        return nullptr;
    Page *page = kind->create();
    m_made.insert(key, page);
    m_stack->addWidget(page);
    connect(page, &Page::goTo, this, &MainWindow::go);
    connect(page, &Page::targetChanged, this, [this, page](const QString &target) {
        if (page == currentPage())
            m_history.amend(target);
    });
    connect(&page->banner(), &Banner::ended, m_status, &StatusLine::refusalOver);
    connect(page, &Page::packageOpened, this, &MainWindow::packageOpened);
    connect(page, &Page::recordStateFound, m_status, &StatusLine::setRecordState);
    connect(page, &QWidget::windowTitleChanged, this, [this] { setWorkspaceName(m_workspace->text()); });
    return page;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::go(const Place &place)
{
    if (!pageFor(place.page))
        return;
    m_history.visit(place);
    reveal(place);
}

void MainWindow::enter(const Place &place)
{
    go(place);
    enterPage();
}

void MainWindow::showPart(Page &page, QWidget &part)
{
    if (!part.isVisible())
        go({m_made.key(&page), page.targetShowing(part)});
    part.setFocus(Qt::OtherFocusReason);
    bringIntoSight(part);
}

void MainWindow::reveal(const Place &place)
{
    Page *page = pageFor(place.page);
    if (Page *left = currentPage())
        left->banner().noteVisit();
    m_stack->setCurrentWidget(page);
    if (page->focusProxy())
        page->setFocus();
    Q_EMIT m_status->refusalOver();
    page->activate(place.target); // which knows better still where the keyboard belongs
    const PageKind *kind = kindOf(place.page);
    m_navigation->setCurrentKey(kind->under.isEmpty() ? place.page : kind->under);
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
    setWorkspaceName(m_workspace->plainText());
}

void MainWindow::setWorkspaceName(const QString &name)
{
    m_workspace->setPlainText(name);
    m_workspace->setVisible(!name.isEmpty());
    m_close->setEnabled(!name.isEmpty());
    const Page *page = currentPage();
    const QString title = page ? shownInLine(page->title()) : QString();
    QStringList parts{title, name, tr("Plimsoll")};
    parts.removeAll(QString());
    setWindowTitle(parts.join(u" · "_s));
}

void MainWindow::setUndoLabels(const QString &undo, const QString &redo)
{
    const auto dress = [](QAction &action, const QString &plain, const QString &named, const QString &label) {
        action.setText(label.isEmpty() ? plain : named.arg(asCaption(label)));
        action.setEnabled(!label.isEmpty());
    };
    dress(*m_undo, tr("&Undo"), tr("&Undo: %1"), undo);
    dress(*m_redo, tr("&Redo"), tr("&Redo: %1"), redo);
}

void MainWindow::scaleText(double scale)
{
    m_theme.setTextScale(scale);
    QSettings().setValue("window/textScale"_L1, m_theme.textScale());
}

void MainWindow::moveFocusToOtherSide()
{
    if (m_navigation->hasFocus())
        enterPage();
    else
        m_navigation->setFocus(Qt::ShortcutFocusReason);
}

/// Where its rows are, else at its first stop; unless the page has the keyboard, or has no place for it yet.
void MainWindow::enterPage()
{
    if (currentPage()->isAncestorOf(focusWidget()))
        return;
    const auto stops = tabStops({currentPage()});
    if (stops.isEmpty())
        return;
    const auto rows = std::ranges::find_if(stops, [](const QWidget *stop) {
        return qobject_cast<const QAbstractScrollArea *>(stop) && !qobject_cast<const QPlainTextEdit *>(stop);
    });
    QWidget *goal = rows == stops.end() ? stops.first() : *rows;
    goal->setFocus(Qt::ShortcutFocusReason);
    bringIntoSight(*goal);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const auto stops =
        tabStops({m_navigation, m_banner, m_news, currentPage(), m_status, menuBar()->cornerWidget()});
    QWidget *focus = focusWidget();
    qsizetype goalAt = stops.indexOf(focus);
    if (goalAt >= 0) {
        goalAt = (goalAt + (next ? 1 : stops.size() - 1)) % stops.size();
    } else {
        // What had it went from sight or was disabled: stay beside it. Nothing had it: begin with the page.
        QWidget *beside = focus && currentPage() ? stopBeside(*focus, *currentPage()) : nullptr;
        const auto ofPage = tabStops({currentPage()});
        if (!beside && (ofPage.isEmpty() || (focus && focus != this && focus->isVisible())))
            return QMainWindow::focusNextPrevChild(next);
        goalAt = stops.indexOf(beside ? beside : ofPage.first());
    }
    QWidget *goal = stops[goalAt];
    goal->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    bringIntoSight(*goal);
    return true;
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        m_theme.followSystem();
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_palette && m_palette->isVisible())
        m_palette->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue("window/geometry"_L1, saveGeometry());
    QMainWindow::closeEvent(event);
}

}
