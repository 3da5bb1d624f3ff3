#include "ui/pages/system/profiletab.h"

#include "core/workspace/registration.h"
#include "ui/pages/system/inventorywords.h"
#include "ui/pages/system/limitationlist.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"

#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype longestQuoted = 80; ///< of a statement in the name of a change

}

ProfileTab::ProfileTab(const TabContext &context, QWidget *parent)
    : ReadingTab(context, parent)
    , m_form(u"profile"_s, [this](const AiSystem &before, const AiSystem &after, const QString &field) {
        save(before, after, field);
    })
{
    addNature();
    addOwners();
    addSurroundings();
    addLifecycle();
    addScope();
    addLimitations();
    column()->addStretch(1);
}

CellGrid *ProfileTab::addGroup(const QString &heading)
{
    auto *panel = new Panel(heading);
    auto *grid = new CellGrid(30);
    panel->content()->addLayout(grid);
    column()->addWidget(panel);
    return grid;
}

void ProfileTab::addNature()
{
    auto *grid = addGroup(tr("What it is"));
    grid->addWidget(m_form.text(u"name"_s, tr("Name"), &AiSystem::name));
    grid->addWidget(m_form.text(u"version"_s, tr("Version"), &AiSystem::version));
    grid->addWide(m_form.paragraph(u"purpose"_s, tr("Purpose"), &AiSystem::purpose));
    grid->addWidget(m_form.paragraph(u"acceptableUses"_s, tr("Acceptable uses"), &AiSystem::acceptableUses));
    grid->addWidget(m_form.paragraph(u"prohibitedUses"_s, tr("Prohibited uses"), &AiSystem::prohibitedUses));
    grid->addWide(
        m_form.yesNo(u"generative"_s, tr("It generates text, images or code"), &AiSystem::generative));
}

void ProfileTab::addOwners()
{
    auto *grid = addGroup(tr("Who answers for it"));
    const auto people = [this] {
        return peopleToChoose();
    };
    grid->addWidget(m_form.text(u"businessUnit"_s, tr("Business unit"), &AiSystem::businessUnit));
    grid->addWidget(
        m_form.reference(u"businessOwner"_s, tr("Business owner"), &AiSystem::businessOwner, people));
    grid->addWidget(
        m_form.reference(u"technicalOwner"_s, tr("Technical owner"), &AiSystem::technicalOwner, people));
    grid->addWidget(m_form.reference(u"supplier"_s, tr("Supplier of the system"), &AiSystem::supplier,
                                     [this] { return partiesToChoose(withoutSupplier()); }));
}

void ProfileTab::addSurroundings()
{
    auto *grid = addGroup(tr("Where it runs and what depends on it"));
    grid->addWidget(m_form.choice(u"exposure"_s, tr("Who can reach it"), &AiSystem::exposure));
    grid->addWidget(
        m_form.choice(u"dataSensitivity"_s, tr("Sensitivity of its data"), &AiSystem::dataSensitivity));
    grid->addWidget(m_form.choice(u"criticality"_s, tr("Criticality"), &AiSystem::criticality));
    grid->addWidget(m_form.text(u"jurisdiction"_s, tr("Jurisdiction"), &AiSystem::jurisdiction));
    grid->addWidget(m_form.choice(u"aiActCategory"_s, tr("Category under the EU AI Act"),
                                  &AiSystem::aiActCategory,
                                  tr("For information: EN 304 223 does not depend on it.")));
    grid->addWide(
        m_form.text(u"deploymentContext"_s, tr("Deployment context"), &AiSystem::deploymentContext));
}

void ProfileTab::addLifecycle()
{
    auto *grid = addGroup(tr("Where it stands"));
    grid->addWidget(
        m_form.choice(u"phase"_s, tr("Lifecycle phase"), &AiSystem::phase,
                      tr("A move to deployment records release and deployment as events of today; a "
                         "move to end of life records the decommissioning. What waited for them "
                         "becomes due.")));
    grid->addWidget(m_form.choice(u"approvalStatus"_s, tr("Approval"), &AiSystem::approvalStatus));
    grid->addWidget(m_form.date(u"plannedRelease"_s, tr("Planned release"), &AiSystem::plannedRelease));
    grid->addWidget(m_form.date(u"lastReview"_s, tr("Last review"), &AiSystem::lastReview));
    grid->addWidget(m_form.date(u"nextReview"_s, tr("Next review"), &AiSystem::nextReview));
}

void ProfileTab::addLimitations()
{
    m_limitations = new LimitationList;
    connect(m_limitations, &LimitationList::added, this, &ProfileTab::noteLimitation);
    connect(m_limitations, &LimitationList::removed, this, &ProfileTab::takeAway);
    column()->addWidget(m_limitations);
}

void ProfileTab::noteLimitation(Limitation limitation)
{
    limitation.id = Id<Limitation>::generate(occasion().clock);
    limitation.system = reading().system().id;
    commit(ChangeSet(tr("Note a %1 of %2: %3")
                         .arg(title(limitation.kind).toLower(), reading().system().name,
                              limitation.statement.left(longestQuoted)))
               .create(limitation),
           [this, limitation] { m_limitations->noteAdded(limitation); });
}

void ProfileTab::takeAway(const Limitation &limitation)
{
    Limitation gone = limitation;
    gone.removedAt = occasion().clock.now();
    commit(ChangeSet(tr("Take away a %1 of %2: %3")
                         .arg(title(limitation.kind).toLower(), reading().system().name,
                              limitation.statement.left(longestQuoted)))
               .change(limitation, gone));
}

void ProfileTab::addScope()
{
    auto *grid = addGroup(tr("Scope"));
    grid->addWide(m_form.yesNo(u"outOfScope"_s, tr("It will not be deployed: pure research, out of scope"),
                               &AiSystem::outOfScope));
    m_scopeDetails = new QWidget;
    auto *details = new CellGrid(30);
    m_scopeDetails->setLayout(details);
    details->addWidget(m_form.text(u"outOfScopeReason"_s, tr("Reason"), &AiSystem::outOfScopeReason));
    details->addWidget(m_form.reference(u"outOfScopeApprover"_s, tr("Approved by"),
                                        &AiSystem::outOfScopeApprover, [this] { return peopleToChoose(); }));
    details->addWidget(
        m_form.date(u"outOfScopeReviewOn"_s, tr("Looked at again on"), &AiSystem::outOfScopeReviewOn));
    grid->addWide(m_scopeDetails);
}

/// What it means that no supplier is named: made by us only where the record says so.
QString ProfileTab::withoutSupplier() const
{
    QStringList others;
    for (const HeldRole &held : reading().checklist.roles) {
        if (held.role != Role::Developer)
            continue;
        if (isOwn(held.party))
            return tr("none: made by us");
        others.append(held.party.name);
    }
    return others.isEmpty() ? tr("none recorded")
                            : tr("none recorded (Developer: %1)").arg(others.join(u", "_s));
}

void ProfileTab::showReading()
{
    m_form.show(reading().system());
    const bool isNewlyAsked = isVisible() && reading().system().outOfScope && m_scopeDetails->isHidden();
    m_scopeDetails->setVisible(reading().system().outOfScope);
    if (isNewlyAsked)
        QTimer::singleShot(0, m_scopeDetails, [this] { bringIntoSight(*m_scopeDetails); }); // once laid out
    m_limitations->setLimitations(reading().limitations);
    m_limitations->setToday(occasion().today);
}

void ProfileTab::save(const AiSystem &before, const AiSystem &after, const QString &field)
{
    if (after.name.isEmpty()) {
        Q_EMIT refused({ErrorCode::Invalid, tr("A system needs a name. The former one was kept."), {}}, {});
        return m_form.show(before);
    }
    ChangeSet change = planProfileChange(before, after, occasion());
    change.label = tr("%1: change “%2”").arg(before.name, field);
    commit(change);
}

}
