#include "ui/pages/evidence/useform.h"

#include "ui/models/sortkey.h"
#include "ui/pages/evidence/notduenote.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/ticklist.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostAtOnce = 1000; ///< as many as one change set holds

}

UseForm::UseForm(const Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_systems(new TickList(u"use/systems"_s, tr("Systems it is used for")))
    , m_items(new TickList(u"use/items"_s, tr("Items it is used for")))
    , m_words((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
    , m_notDue(new NotDueNote(workspace, jobs, u"use/notDue"_s))
    , m_give(button(tr("Use it there"), ButtonKind::Primary))
{
    m_give->setObjectName(u"use/give"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, spacing::small);
    column->setSpacing(spacing::small);
    auto *lists = new CellGrid(24);
    lists->addWidget(labelled(tr("Systems"), m_systems));
    lists->addWidget(labelled(tr("Items"), m_items));
    column->addLayout(lists);
    column->addWidget(m_words);
    column->addWidget(m_notDue);
    column->addWidget(m_give, 0, Qt::AlignLeft);
    connect(&m_systems->model(), &TickListModel::tickChanged, this, &UseForm::count);
    connect(&m_items->model(), &TickListModel::tickChanged, this, &UseForm::count);
    connect(m_give, &QPushButton::clicked, this, &UseForm::give);
    takeAsProposed({m_systems, m_items});
    count();
}

void UseForm::setChoices(const QList<Tickable> &systems, const QList<Tickable> &items)
{
    m_systems->model().setThings(systems);
    m_items->model().setThings(items);
    count();
}

void UseForm::count()
{
    const qsizetype items = m_items->model().ticked().size();
    const qsizetype systems = m_systems->model().ticked().size();
    const qsizetype uses = items * systems;
    m_give->setEnabled(uses > 0 && uses <= mostAtOnce);
    m_words->setPlainText(
        uses > mostAtOnce ? tr("That is more than %1 uses at once. Tick fewer.").arg(mostAtOnce)
        : uses == 0       ? tr("Tick systems and items: the evidence serves each item of each system.")
                          : tr("Ticked: %1 × %2. What it serves already stays.").arg(systems).arg(items));
    if (!m_give->isEnabled())
        return m_notDue->clear();
    m_notDue->lookAt([this] { return everyPair(m_systems->model().ticked(), m_items->model().ticked()); });
}

void UseForm::give()
{
    const auto uses = everyPair(m_systems->model().ticked(), m_items->model().ticked());
    m_systems->model().setTicked({});
    m_items->model().setTicked({});
    count();
    Q_EMIT given(uses);
}

QList<Tickable> tickableItems(const Catalogue &catalogue)
{
    QList<Tickable> things;
    for (const Item &item : catalogue.items())
        things.append({item.id, u"%1  %2"_s.arg(item.id, catalogue.titleOf(item))});
    return things;
}

QList<Tickable> tickableSystems(const QList<OpenAssessment> &open)
{
    QList<Tickable> things;
    for (const OpenAssessment &assessment : open)
        things.append({assessment.id.text(), assessment.holder});
    const QCollator collator = tableCollator();
    std::sort(things.begin(), things.end(), [&collator](const Tickable &a, const Tickable &b) {
        return collator.compare(a.text, b.text) < 0;
    });
    return things;
}

QList<ItemOfAssessment> everyPair(const QStringList &assessments, const QStringList &items)
{
    QList<ItemOfAssessment> pairs;
    for (const QString &assessment : assessments) {
        for (const QString &item : items)
            pairs.append({Id<Assessment>::fromText(assessment), item});
    }
    return pairs;
}

}
