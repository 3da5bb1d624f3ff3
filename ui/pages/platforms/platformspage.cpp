#include "ui/pages/platforms/platformspage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/occasionof.h"
#include "ui/jobs/planning.h"
#include "ui/jobs/withreader.h"
#include "ui/jobs/writing.h"
#include "ui/pages/checklist/checklistview.h"
#include "ui/pages/platforms/platformform.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/ticklist.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

Result<PlatformsReading> readThisPage(const Connection &connection)
{
    const auto catalogue = shippedCatalogue();
    auto platforms = readPlatforms(connection);
    auto systems = Repository<AiSystem>(connection).all();
    if (!catalogue || !platforms || !systems)
        return tl::unexpected(!catalogue   ? catalogue.error()
                              : !platforms ? platforms.error()
                                           : systems.error());
    systems->removeIf([](const AiSystem &system) { return system.removedAt.has_value(); });
    std::ranges::sort(*systems, {}, &AiSystem::number);
    QList<Tickable> tickable;
    tickable.reserve(systems->size());
    for (const AiSystem &system : std::as_const(*systems))
        tickable.append({system.id.text(), u"%1  %2"_s.arg(system.number, calledName(system))});
    return PlatformsReading{std::move(*platforms), std::move(tickable), int((*catalogue)->items().size())};
}

Result<ChangeSet> planOfCatalogue(const Connection &connection, const Platform &platform,
                                  const Occasion &occasion)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return planPlatform(connection, **catalogue, platform, occasion);
}

/// A system that is gone meanwhile takes nothing over.
Result<ChangeSet> planTakingOverBy(const Connection &connection, const Id<AiSystem> &system,
                                   const Platform &platform, TakingOver takingOver)
{
    const auto found = Repository<AiSystem>(connection).find(system);
    if (!found)
        return tl::unexpected(found.error());
    return *found ? planTakingOver(connection, **found, platform, takingOver)
                  : Result<ChangeSet>(ChangeSet());
}

bool concernsPlatforms(const ChangeSet &changeSet)
{
    return changeSet.touches<Platform>() || changeSet.touches<Response>() ||
           changeSet.touchesTable("inheritance"_L1) || changeSet.touches<AiSystem>();
}

}

PlatformsPage::PlatformsPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Common answers"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_form(u"platforms"_s, [this](const Platform &before, const Platform &after,
                                    const QString &) { change(before, after); })
    , m_checklist(new ChecklistView(workspace, jobs))
{
    build();
    connectAll();
}

void PlatformsPage::connectAll()
{
    connect(&m_workspace, &Workspace::changed, this, &PlatformsPage::renew);
    connect(&m_workspace, &Workspace::changedElsewhere, this, &PlatformsPage::read);
    connect(m_new, &PlatformForm::asked, this, &PlatformsPage::make);
    connect(m_checklist, &ChecklistView::goTo, this, &Page::goTo);
    connect(m_checklist, &ChecklistView::refused, this,
            [this](const Error &error, const QString &wayOut) { banner().say(error, wayOut); });
    connect(m_checklist, &ChecklistView::targetChanged, this,
            [this](const QString &item) { Q_EMIT targetChanged(placeOf(m_chosen, item).target); });
    connect(&banner(), &Banner::acted, this, [this] {
        banner().hide();
        read();
    });
}

void PlatformsPage::build()
{
    content()->addWidget(
        (new PlainLabel(tr("What do we answer once for all systems?"), TextKind::Title))->wrapped());
    content()->addWidget(
        (new PlainLabel(tr("Training, cloud, disaster recovery or disposal are often the same everywhere. "
                           "What the organisation or a platform answers here, the systems that point to it "
                           "take over, unless they give an answer of their own."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_empty = new EmptyHint(tr("Nothing is answered once for all yet"),
                            tr("Make the first one below: your organisation, or a platform that several "
                               "systems share."));
    content()->addWidget(m_empty);
    m_head = makeHead();
    content()->addWidget(m_head);
    m_new = new PlatformForm;
    content()->addWidget(m_new);
    m_about = makeAbout();
    content()->addWidget(m_about);
    content()->addWidget(m_checklist, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_empty), m_head, static_cast<QWidget *>(m_new),
                          static_cast<QWidget *>(m_about), static_cast<QWidget *>(m_checklist)})
        part->hide();
    content()->addStretch();
}

QWidget *PlatformsPage::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    auto *row = new FlowLayout;
    column->addLayout(row);
    m_chooser = new ChoiceField(tr("Whose answers"));
    m_chooser->setObjectName(u"platforms/chooser"_s);
    m_chooser->setMinimumContentsLength(18);
    onlyReads(*m_chooser);
    row->addWidget(labelledBeside(tr("Answers of"), m_chooser));
    auto *another = button(tr("More common answers …"));
    another->setObjectName(u"platforms/new"_s);
    offerInMenu(*another);
    row->addWidget(another);
    m_counts = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    m_counts->setObjectName(u"platforms/counts"_s);
    column->addWidget(m_counts);
    connect(m_chooser, &ChoiceField::keyChosen, this,
            [this](const QString &id) { choose(Id<Platform>::fromText(id), {}); });
    connect(another, &QPushButton::clicked, this, [this] {
        m_new->setVisible(!m_new->isVisible());
        m_new->setFocus();
    });
    setFocusProxy(m_chooser);
    return head;
}

Disclosure *PlatformsPage::makeAbout()
{
    auto *about = new Disclosure(tr("Whose answers these are"));
    about->setObjectName(u"platforms/about"_s);
    auto *grid = new CellGrid(28);
    grid->addWidget(m_form.text(u"name"_s, tr("Name"), &Platform::name));
    grid->addWidget(m_form.choice(u"kind"_s, tr("What it is"), &Platform::kind));
    grid->addWidget(m_form.paragraph(u"description"_s, tr("Description"), &Platform::description));
    m_takers = new TickList(u"platforms/takers"_s, tr("Systems that take these answers over"));
    grid->addWidget(labelled(tr("Taken over by"), m_takers));
    about->content()->addLayout(grid);
    auto *remove = button(tr("Remove these common answers"));
    remove->setObjectName(u"platforms/remove"_s);
    offerInMenu(*remove);
    about->content()->addWidget(remove, 0, Qt::AlignLeft);
    connect(&m_takers->model(), &TickListModel::tickChanged, this,
            [this](const QString &system, Qt::CheckState state) {
                takeOver(system, state == Qt::Checked ? TakingOver::Begins : TakingOver::Ends);
            });
    connect(remove, &QPushButton::clicked, this, &PlatformsPage::removeChosen);
    return about;
}

void PlatformsPage::removeChosen()
{
    plan(tr("Remove %1").arg(m_form.entity()->name),
         [platform = *m_form.entity(), occasion = occasionOf(m_workspace)](const Connection &connection) {
             return planPlatformRemoval(connection, platform, occasion);
         });
}

Place PlatformsPage::placeOf(const Id<Platform> &platform, const QString &item)
{
    return {key, item.isEmpty() ? platform.text() : platform.text() + u'/' + item};
}

QList<Unsaved> PlatformsPage::unsaved() const
{
    return Page::unsaved() + m_checklist->unsaved();
}

void PlatformsPage::activate(const QString &target)
{
    const auto asked = Id<Platform>::fromText(target.section(u'/', 0, 0));
    if (!asked.isNull())
        m_chosen = asked;
    m_wantedItem = target.section(u'/', 1);
    read();
}

void PlatformsPage::read()
{
    m_isOutdated = !isVisibleTo(window());
    if (m_isOutdated)
        return;
    m_jobs.run<PlatformsReading>(tr("Read the platforms"), withReader(m_workspace, readThisPage), this,
                                 [this](const Result<PlatformsReading> &reading) {
                                     if (!reading)
                                         return banner().say(reading.error(), tr("Read again"));
                                     receive(*reading);
                                 });
}

void PlatformsPage::renew(const ChangeSet &changeSet)
{
    if (concernsPlatforms(changeSet))
        read();
}

void PlatformsPage::receive(const PlatformsReading &reading)
{
    m_reading = reading;
    const bool isFirst = !std::exchange(m_isRead, true);
    QList<Choice> choices;
    for (const PlatformInUse &each : m_reading.platforms)
        choices.append({each.platform.id.text(), each.platform.name});
    m_chooser->setChoices(choices);
    if (!chosen())
        m_chosen = choices.isEmpty() ? Id<Platform>() : m_reading.platforms.first().platform.id;
    const bool isEmpty = m_reading.platforms.isEmpty();
    m_empty->setVisible(isEmpty);
    m_head->setVisible(!isEmpty);
    m_about->setVisible(!isEmpty);
    m_checklist->setVisible(!isEmpty);
    if (isEmpty || isFirst)
        m_new->setVisible(isEmpty);
    if (isEmpty)
        setFocusProxy(m_new);
    else
        showChosen();
}

const PlatformInUse *PlatformsPage::chosen() const
{
    const auto found = std::ranges::find_if(
        m_reading.platforms, [this](const PlatformInUse &each) { return each.platform.id == m_chosen; });
    return found == m_reading.platforms.cend() ? nullptr : &*found;
}

void PlatformsPage::choose(const Id<Platform> &platform, const QString &item)
{
    m_chosen = platform;
    m_wantedItem = item;
    showChosen();
    Q_EMIT targetChanged(placeOf(platform).target);
}

void PlatformsPage::showChosen()
{
    const PlatformInUse *shown = chosen();
    m_chooser->setKey(m_chosen.text());
    setFocusProxy(m_chooser);
    m_form.show(shown->platform);
    m_counts->setPlainText(tr("Items answered: %1 of %2. Systems that take them over: %3.")
                               .arg(shown->answered)
                               .arg(m_reading.items)
                               .arg(shown->takers.size()));
    showTakers(*shown);
    m_checklist->show(m_chosen, std::exchange(m_wantedItem, {}));
}

void PlatformsPage::showTakers(const PlatformInUse &shown)
{
    QStringList taking;
    for (const AiSystem &taker : shown.takers)
        taking.append(taker.id.text());
    m_takers->model().setThings(m_reading.systems);
    m_takers->model().setTicked(taking);
}

void PlatformsPage::change(const Platform &before, const Platform &after)
{
    plan(tr("Change %1").arg(before.name), [before, after](const Connection &connection) {
        return planPlatformChange(connection, before, after);
    });
}

void PlatformsPage::make(const Platform &asked)
{
    Platform platform = asked;
    platform.id = Id<Platform>::generate(m_workspace.clock());
    plan(
        tr("Make the platform"),
        [platform, occasion = occasionOf(m_workspace)](const Connection &connection) {
            return planOfCatalogue(connection, platform, occasion);
        },
        [this, id = platform.id] { showMade(id); });
}

void PlatformsPage::showMade(const Id<Platform> &platform)
{
    m_chosen = platform;
    m_new->clear();
    m_new->hide();
    read();
}

void PlatformsPage::takeOver(const QString &system, TakingOver takingOver)
{
    if (!m_form.entity())
        return;
    plan(tr("Change who takes the answers over"),
         [id = Id<AiSystem>::fromText(system), platform = *m_form.entity(),
          takingOver](const Connection &connection) {
             return planTakingOverBy(connection, id, platform, takingOver);
         });
}

void PlatformsPage::plan(const QString &label, Plan plan, const std::function<void()> &written)
{
    planInJob<ChangeSet>(m_workspace, m_jobs, label, std::move(plan), this,
                         [this, written](const Result<ChangeSet> &planned) { commit(planned, written); });
}

void PlatformsPage::commit(const Result<ChangeSet> &planned, const std::function<void()> &written)
{
    if (!planned)
        return refuse(planned.error());
    banner().hide();
    writeToRecord(m_workspace, *planned, this, written, [this](const Error &error) { refuse(error); });
}

/// What the record holds is shown again where a change was refused.
void PlatformsPage::refuse(const Error &error)
{
    banner().say(error);
    read();
}

}
