#include "ui/pages/packages/systemchooser.h"

#include "ui/models/modelroles.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/ticklist.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

SystemChooser::SystemChooser(QWidget *parent)
    : QWidget(parent)
    , m_list(new TickList(u"packages/systems"_s, tr("Systems in the package")))
    , m_count(new PlainLabel({}, TextKind::Small, Emphasis::Quiet))
{
    auto *all = button(tr("Choose all shown"), ButtonKind::Quiet);
    auto *none = button(tr("Choose none"), ButtonKind::Quiet);
    auto *foot = new FlowLayout;
    foot->addWidget(m_count);
    foot->addWidget(all);
    foot->addWidget(none);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_list);
    column->addLayout(foot);
    setFocusProxy(m_list);
    settle();
    connect(all, &QPushButton::clicked, this, &SystemChooser::chooseShown);
    connect(none, &QPushButton::clicked, this, [this] { choose({}); });
    connect(&m_list->model(), &TickListModel::tickChanged, this, &SystemChooser::showCount);
    connect(&m_list->model(), &TickListModel::tickChanged, this, &SystemChooser::chosenChanged);
    showCount();
}

void SystemChooser::setSystems(const QList<PackageableSystem> &systems)
{
    if (systems == m_systems)
        return;
    m_systems = systems;
    QList<Tickable> things;
    things.reserve(systems.size());
    for (const PackageableSystem &system : systems)
        things.append({system.id.text(), system.number + u"  "_s + system.called});
    m_list->model().setThings(things);
    showCount();
    Q_EMIT chosenChanged();
}

void SystemChooser::setChosen(const QSet<Id<AiSystem>> &chosen)
{
    QStringList keys;
    for (const Id<AiSystem> &id : chosen)
        keys.append(id.text());
    choose(keys);
    settle();
}

void SystemChooser::settle()
{
    takeAsProposed({m_list});
}

void SystemChooser::chooseShown()
{
    QStringList keys = m_list->model().ticked();
    for (int row = 0; row < m_list->model().rowCount(); ++row)
        keys.append(m_list->model().index(row).data(KeyRole).toString());
    choose(keys);
}

void SystemChooser::choose(const QStringList &keys)
{
    m_list->model().setTicked(keys);
    showCount();
    Q_EMIT chosenChanged();
}

QList<PackageableSystem> SystemChooser::chosen() const
{
    const QStringList ticked = m_list->model().ticked();
    const QSet<QString> keys(ticked.cbegin(), ticked.cend());
    QList<PackageableSystem> chosen;
    for (const PackageableSystem &system : m_systems) {
        if (keys.contains(system.id.text()))
            chosen.append(system);
    }
    return chosen;
}

void SystemChooser::showCount()
{
    m_count->setPlainText(tr("Chosen: %1 of %2").arg(m_list->model().ticked().size()).arg(m_systems.size()));
}

}
