#include "ui/pages/system/systempage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/packages/packagespage.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/pages/systems/systemspage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/tabrow.h"
#include "ui/widgets/titleline.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

SystemPage::SystemPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("System"), parent)
    , m_context{workspace, jobs}
    , m_kinds(systemTabs())
    , m_gone(new EmptyHint(tr("This system is not in the record any more"),
                           tr("Its registration was undone, or the record was put back to a state before it. "
                              "Nothing can be written for it now; the journal says who did what."),
                           tr("Show the systems there are")))
    , m_head(new TitleLine)
    , m_tabs(new TabRow(tr("Parts of the system's page")))
    , m_body(new QVBoxLayout)
{
    m_gone->setObjectName(u"system/gone"_s);
    m_gone->hide();
    onlyReads(*m_gone);
    content()->addWidget(m_gone, 1);
    m_whole = makeWhole();
    content()->addWidget(m_whole, 1);
    setFocusProxy(m_tabs);
    connect(m_gone, &EmptyHint::stepTaken, this, [this] { Q_EMIT goTo({SystemsPage::key, {}}); });
    connect(m_tabs, &TabRow::keyChosen, this, &SystemPage::chooseTab);
    m_tabs->listenWithin(*this);
    connect(m_tabs, &TabRow::turned, this, [this] { tab(m_tabs->currentKey())->takeKeyboard(); });
    connect(&workspace, &Workspace::changed, this, &SystemPage::read);
    connect(&workspace, &Workspace::changedElsewhere, this, &SystemPage::read);
    connect(&banner(), &Banner::acted, this, [this] {
        banner().hide();
        read();
    });
}

QWidget *SystemPage::makeWhole()
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(m_head);
    for (const SystemTabKind &kind : m_kinds)
        m_tabs->addKey(kind.key, kind.name);
    m_tabs->setObjectName(u"systemTabs"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_tabs, 1);
    row->addWidget(makeExport());
    column->addLayout(row);
    column->addLayout(m_body, 1);
    return whole;
}

QWidget *SystemPage::makeExport()
{
    auto *action = new QAction(tr("&Export …"), this);
    addAction(action);
    auto *hand = button(tr("E&xport …"));
    hand->setObjectName(u"system/export"_s);
    hand->setToolTip(tr("Hands over the audit PDF or the audit package of this system."));
    onlyReads(*hand); // it leads to the page that says what can be issued
    connect(hand, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, [this] {
        const SystemTab *shown = m_made.value(m_tabs->currentKey());
        Q_EMIT goTo(PackagesPage::placeToIssue(m_system, shown ? shown->shownEarlier() : std::nullopt));
    });
    return hand;
}

QList<QAction *> SystemPage::recordActions() const
{
    if (m_whole->isHidden())
        return {};
    return Page::recordActions();
}

QList<SearchHit> SystemPage::parts() const
{
    QList<SearchHit> parts;
    if (!m_reading)
        return parts;
    for (const SystemTabKind &kind : m_kinds)
        parts.append({tr("Page"), kind.name, calledName(m_reading->system()), placeOf(m_system, kind.key)});
    return parts;
}

QString SystemPage::targetShowing(const QWidget &part) const
{
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made) {
        if (made.value()->isAncestorOf(&part))
            return placeOf(m_system, made.key()).target;
    }
    return {};
}

Place SystemPage::placeOf(const Id<AiSystem> &system, const QString &tab, const QString &rest)
{
    QStringList parts{system.text(), tab, rest};
    parts.removeAll(QString());
    return {key, parts.join(u'/')};
}

void SystemPage::activate(const QString &target)
{
    const auto asked = Id<AiSystem>::fromText(target.section(u'/', 0, 0));
    if (!asked.isNull() && asked != m_system) {
        m_system = asked;
        m_reading.reset();
        banner().hide();
        read();
    }
    const QString named = target.section(u'/', 1, 1);
    open(named, target.section(u'/', 2));
    if (SystemTab *shown = m_made.value(named))
        shown->takeKeyboard();
}

void SystemPage::open(const QString &wanted, const QString &rest)
{
    const QString chosen = wanted.isEmpty() && !m_kinds.empty() ? m_kinds.front().key : wanted;
    if (chosen != m_tabs->currentKey() || !m_reading)
        scrollToTop();
    {
        const QSignalBlocker quietly(m_tabs);
        m_tabs->setCurrentKey(chosen);
    }
    SystemTab *shown = tab(m_tabs->currentKey());
    for (SystemTab *made : std::as_const(m_made))
        made->setVisible(made == shown);
    if (shown)
        shown->activate(m_system, rest);
}

QList<Unsaved> SystemPage::unsaved() const
{
    QList<Unsaved> begun = Page::unsaved();
    for (const SystemTab *made : m_made)
        begun.append(made->unsaved());
    return begun;
}

void SystemPage::chooseTab(const QString &chosen)
{
    open(chosen, {});
    Q_EMIT targetChanged(placeOf(m_system, chosen).target);
}

SystemTab *SystemPage::tab(const QString &wanted)
{
    if (SystemTab *made = m_made.value(wanted))
        return made;
    const auto kind = std::find_if(m_kinds.cbegin(), m_kinds.cend(),
                                   [&](const SystemTabKind &k) { return k.key == wanted; });
    if (kind == m_kinds.cend())
        return nullptr;
    SystemTab *made = kind->create(m_context);
    m_made.insert(wanted, made);
    m_body->addWidget(made);
    connect(made, &SystemTab::goTo, this, &Page::goTo);
    connect(made, &SystemTab::targetChanged, this, [this, wanted](const QString &rest) {
        Q_EMIT targetChanged(placeOf(m_system, wanted, rest).target);
    });
    connect(made, &SystemTab::refused, this,
            [this](const Error &error, const QString &wayOut) { banner().say(error, wayOut); });
    // Filled in an event of its own, before anything is painted: the program answers in between.
    QMetaObject::invokeMethod(
        made,
        [this, made] {
            if (m_reading)
                made->setReading(m_reading);
        },
        Qt::QueuedConnection);
    return made;
}

void SystemPage::read()
{
    m_isOutdated = m_isReading;
    if (m_isReading || m_system.isNull())
        return;
    m_isReading = true;
    m_context.jobs.run<SystemReading>(
        tr("Read the system"),
        withReader(m_context.workspace,
                   [system = m_system, known = m_catalogue,
                    today = m_context.workspace.today()](const Connection &reader) -> Result<SystemReading> {
                       const auto catalogue = shippedCatalogue(known);
                       if (!catalogue)
                           return tl::unexpected(catalogue.error());
                       return readSystem(reader, *catalogue, system, today);
                   }),
        this,
        [this, asked = m_system](Result<SystemReading> reading) { receive(asked, std::move(reading)); });
}

void SystemPage::receive(const Id<AiSystem> &asked, Result<SystemReading> reading)
{
    m_isReading = false;
    if (m_isOutdated || asked != m_system)
        return read();
    if (!reading) {
        if (reading.error().code == ErrorCode::NotFound)
            return showGone();
        return banner().say(reading.error(), tr("Look again"));
    }
    m_reading = std::make_shared<const SystemReading>(std::move(*reading));
    m_catalogue = m_reading->checklist.catalogue;
    showHeader();
    for (SystemTab *made : std::as_const(m_made))
        made->setReading(m_reading);
}

void SystemPage::showHeader()
{
    const AiSystem &system = m_reading->system();
    const bool hasKeyboard = m_gone->isAncestorOf(window()->focusWidget());
    m_whole->show();
    setFocusProxy(m_tabs);
    if (hasKeyboard)
        setFocus(Qt::OtherFocusReason);
    m_gone->hide();
    m_head->setTitle(calledName(system));
    setTitle(calledName(system));
    QList<QWidget *> chips{new Chip(system.number)};
    chips.append(new Chip(system.outOfScope ? tr("Out of scope") : plimsoll::title(system.phase)));
    for (const HeldRole &held : m_reading->checklist.roles)
        chips.append(new Chip(u"%1: %2"_s.arg(plimsoll::title(held.role), held.party.name),
                              isOwn(held.party) ? ChipKind::Ours : ChipKind::Neutral));
    m_head->setChips(chips);
}

void SystemPage::showGone()
{
    const bool hasKeyboard = isAncestorOf(window()->focusWidget());
    m_reading.reset();
    m_whole->hide();
    m_gone->show();
    setFocusProxy(m_gone);
    if (hasKeyboard)
        setFocus(Qt::OtherFocusReason);
}

}
