#include "ui/pages/systems/newsystempage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/system/rolewords.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/holderfields.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tick.h"

#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

const QString noPreset = u"none"_s;

QLineEdit *lineEdit(const QString &key, const QString &accessibleName, const QString &hint = {})
{
    auto *field = new QLineEdit;
    field->setObjectName(u"newsystem/"_s + key);
    field->setAccessibleName(accessibleName);
    field->setPlaceholderText(hint);
    return field;
}

/// Who has a role when a system is made from the preset.
QString holdersOf(const Preset &preset, Role role, const QString &organisation)
{
    QStringList names;
    if (preset.roles.contains(role))
        names.append(organisation);
    for (const Preset::Other &other : preset.others) {
        if (other.roles.contains(role))
            names.append(other.party);
    }
    return names.join(u"; "_s);
}

}

NewSystemPage::NewSystemPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("New system"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
{
    content()->addWidget(
        (new PlainLabel(tr("Which system shall be registered?"), TextKind::Title))->wrapped());
    addNames();
    addKind();
    addHolders();
    addScope();
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    m_register = button(tr("Re&gister the system"), ButtonKind::Primary);
    m_register->setObjectName(u"newsystem/register"_s);
    offerInMenu(*m_register);
    connect(m_register, &QPushButton::clicked, this, &NewSystemPage::registerSystem);
    row->addWidget(m_register);
    content()->addLayout(row);
    content()->addStretch(1);
}

void NewSystemPage::addNames()
{
    auto *panel = new Panel(tr("What it is"));
    m_name = lineEdit(u"name"_s, tr("Name of the system"), tr("As people call it, such as Fraud scoring"));
    m_version = lineEdit(u"version"_s, tr("Version of the system"), tr("Such as 2.1; may be empty"));
    m_purpose = new PlainTextEdit(tr("Purpose of the system"));
    m_purpose->setObjectName(u"newsystem/purpose"_s);
    auto *grid = new CellGrid(34);
    grid->addWidget(labelled(tr("N&ame"), m_name));
    grid->addWidget(labelled(tr("Ver&sion"), m_version));
    grid->addWide(labelled(tr("&Purpose"), m_purpose));
    panel->content()->addLayout(grid);
    content()->addWidget(panel);
}

void NewSystemPage::addKind()
{
    auto *panel = new Panel(tr("What kind of system"));
    m_preset = new ChoiceField(tr("Kind of system"));
    m_preset->setObjectName(u"newsystem/preset"_s);
    m_description = (new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped();
    panel->content()->addWidget(labelled(tr("Begin &with the answers of"), m_preset));
    panel->content()->addWidget(m_description);
    connect(m_preset, &ChoiceField::keyChosen, this, &NewSystemPage::choosePreset);
    content()->addWidget(panel);
}

void NewSystemPage::addHolders()
{
    auto *panel = new Panel(tr("Who holds the roles of EN 304 223"));
    m_holders = new HolderFields(u"newsystem"_s, tr("Nobody yet"));
    panel->content()->addWidget(m_holders);
    content()->addWidget(panel);
    m_platformPanel = new Panel(tr("Whose common answers it takes over"));
    m_platformPanel->content()->addWidget(
        (new PlainLabel(
             meaningOfPlatforms() + u' ' +
                 tr("What either has answered once, the system takes over; it can still answer for "
                    "itself."),
             TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    m_platformPanel->hide();
    content()->addWidget(m_platformPanel);
}

void NewSystemPage::addScope()
{
    auto *panel = new Panel(tr("Will it be deployed?"));
    m_outOfScope = new Tick(tr("No: it is pure research and &out of scope"));
    m_outOfScope->setObjectName(u"newsystem/outOfScope"_s);
    panel->content()->addWidget(m_outOfScope);
    m_reason = lineEdit(u"reason"_s, tr("Why it will not be deployed"));
    m_approver = new ChoiceField(tr("Who approved that"));
    m_reviewOn = new DateField(tr("Looked at again on"));
    m_scopeDetails = new QWidget;
    auto *grid = new CellGrid(26);
    m_scopeDetails->setLayout(grid);
    grid->addWidget(labelled(tr("Reason"), m_reason));
    grid->addWidget(labelled(tr("Approved by"), m_approver));
    grid->addWidget(labelled(tr("Looked at again on"), m_reviewOn));
    m_scopeDetails->hide();
    takeAsProposed({m_outOfScope, m_approver, m_reviewOn});
    panel->content()->addWidget(m_scopeDetails);
    connect(m_outOfScope, &QCheckBox::toggled, m_scopeDetails, &QWidget::setVisible);
    connect(m_outOfScope, &QCheckBox::clicked, m_scopeDetails, [this](bool isAsked) {
        if (isAsked) // once it has been laid out
            QTimer::singleShot(0, m_scopeDetails, [this] { bringIntoSight(*m_scopeDetails); });
    });
    content()->addWidget(panel);
}

Result<NewSystemPage::Known> NewSystemPage::readKnown(const Connection &connection,
                                                      const Id<Party> &organisation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto people = Repository<Person>(connection).all();
    auto platforms = Repository<Platform>(connection).all();
    if (!people || !platforms)
        return tl::unexpected(people ? platforms.error() : people.error());
    const auto own = Repository<Party>(connection).find(organisation);
    if (!own)
        return tl::unexpected(own.error());
    platforms->removeIf([](const Platform &platform) { return platform.removedAt.has_value(); });
    return Known{*catalogue, *own ? (*own)->name : QString(), std::move(*people), std::move(*platforms)};
}

void NewSystemPage::activate(const QString &)
{
    m_jobs.run<Known>(
        tr("Read what can be chosen"),
        withReader(m_workspace, [organisation = m_workspace.profile().organisation](
                                    const Connection &reader) { return readKnown(reader, organisation); }),
        this, [this](const Result<Known> &known) {
            if (!known)
                return banner().say(known.error());
            showKnown(*known);
        });
    m_name->setFocus();
}

void NewSystemPage::showKnown(const Known &known)
{
    const QSet<Id<Platform>> ticked = tickedPlatforms();
    m_known = known;
    const QString before = m_preset->key();
    QList<Choice> presets{{noPreset, tr("No kind: every question is open")}};
    for (const Preset &preset : known.catalogue->presets())
        presets.append({preset.id, preset.name});
    m_preset->setChoices(presets);
    QList<Choice> people{{{}, tr("nobody yet")}};
    for (const Person &person : known.people) {
        if (person.leftOn)
            continue;
        people.append({person.id.text(), person.name});
    }
    m_approver->setChoices(people);
    showPlatforms(ticked);
    if (before.isEmpty()) {
        m_preset->setKey(noPreset);
        takeAsProposed({m_preset});
        choosePreset(noPreset);
    }
}

/// A form that somebody left half filled is as they left it.
void NewSystemPage::showPlatforms(const QSet<Id<Platform>> &ticked)
{
    qDeleteAll(m_platforms);
    m_platforms.clear();
    for (const Platform &platform : m_known.platforms) {
        auto *box = new Tick(asCaption(platform.name));
        takeAsProposed({box});
        box->setToolTip(asToolTip(platform.description));
        box->setChecked(ticked.contains(platform.id));
        m_platformPanel->content()->addWidget(box);
        m_platforms.append(box);
    }
    m_platformPanel->setVisible(!m_platforms.isEmpty());
}

QSet<Id<Platform>> NewSystemPage::tickedPlatforms() const
{
    QSet<Id<Platform>> ticked;
    for (qsizetype i = 0; i < m_platforms.size(); ++i) {
        if (m_platforms[i]->isChecked())
            ticked.insert(m_known.platforms[i].id);
    }
    return ticked;
}

void NewSystemPage::choosePreset(const QString &chosen)
{
    const Preset *preset = m_known.catalogue ? m_known.catalogue->preset(chosen) : nullptr;
    m_description->setPlainText(
        preset ? preset->description
               : tr("Nothing is answered in advance. Everything counts as applying until somebody answers."));
    for (const Role role : allRoles)
        m_holders->suggest(role,
                           preset ? holdersOf(*preset, role, m_known.organisation) : m_known.organisation);
}

/// Nothing of the system before is left to be taken for the next one's.
void NewSystemPage::beginAnew()
{
    m_name->clear();
    m_version->clear();
    m_purpose->setText({});
    m_preset->setKey(noPreset);
    m_holders->clear();
    choosePreset(noPreset);
    for (QCheckBox *platform : std::as_const(m_platforms))
        platform->setChecked(false);
    m_outOfScope->setChecked(false);
    m_reason->clear();
    m_approver->setCurrentIndex(0);
    m_reviewOn->setDate(std::nullopt);
}

Registration NewSystemPage::registration() const
{
    Registration made;
    made.system.id = Id<AiSystem>::generate(m_workspace.clock());
    made.system.name = m_name->text().trimmed();
    made.system.version = m_version->text().trimmed();
    made.system.purpose = m_purpose->toPlainText();
    made.system.outOfScope = m_outOfScope->isChecked();
    if (made.system.outOfScope) {
        made.system.outOfScopeReason = m_reason->text().trimmed();
        const auto approver = Id<Person>::fromText(m_approver->key());
        made.system.outOfScopeApprover = approver.isNull() ? std::nullopt : std::optional(approver);
        made.system.outOfScopeReviewOn = m_reviewOn->date();
    }
    if (m_known.catalogue && m_known.catalogue->preset(m_preset->key()))
        made.preset = m_preset->key();
    made.holders = m_holders->holders();
    made.inheritsFrom = tickedPlatforms().values();
    return made;
}

void NewSystemPage::registerSystem()
{
    if (!m_known.catalogue)
        return;
    banner().hide();
    if (m_name->text().trimmed().isEmpty()) {
        banner().say(BannerKind::Error, tr("A system needs a name. Give it the one people use for it."));
        return m_name->setFocus();
    }
    const Registration wanted = registration();
    beginWork(*m_register);
    m_jobs.run<Registered>(
        tr("Register %1").arg(wanted.system.name.left(80)),
        [&workspace = m_workspace, catalogue = m_known.catalogue, wanted](const Progress &) {
            return plimsoll::registerSystem(workspace, *catalogue, wanted);
        },
        this,
        [this](const Result<Registered> &registered) {
            endWork(*m_register);
            if (!registered)
                return banner().say(registered.error());
            beginAnew();
            Q_EMIT goTo(SystemPage::placeOf(registered->system.id, u"applicability"_s));
        });
}

}
