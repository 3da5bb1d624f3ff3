#include "ui/pages/system/proposalspanel.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tick.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

ProposalsPanel::ProposalsPanel(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_approver(new ChoiceField(tr("Who approves the proposals taken over")))
    , m_reviewOn(new DateField(tr("When the proposals taken over are looked at again")))
    , m_takeOver(button(tr("Take over as not applicable"), ButtonKind::Primary))
    , m_dismiss(button(tr("Not now")))
{
    m_approver->setObjectName(u"proposals/approver"_s);
    m_reviewOn->setObjectName(u"proposals/reviewOn"_s);
    m_takeOver->setObjectName(u"proposals/takeOver"_s);
    offerInMenu(*m_takeOver, tr("Take the ticked proposals over as not applicable"));
    m_dismiss->setObjectName(u"proposals/dismiss"_s);
    m_dismiss->setToolTip(
        tr("Leaves what is ticked applying, and proposes it again when the workspace is next "
           "opened"));
    auto *panel = new Panel(tr("Proposed as not applicable"));
    panel->content()->addWidget(
        (new PlainLabel(
             tr("Experience with this kind of system proposes it; nothing is excluded until a person "
                "says why, who approves, and when it is looked at again."),
             TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    m_column->setSpacing(spacing::medium);
    panel->content()->addLayout(m_column);
    auto *grid = new CellGrid(26);
    grid->addWidget(labelled(tr("Approved by"), m_approver));
    grid->addWidget(labelled(tr("Looked at again on"), m_reviewOn));
    panel->content()->addLayout(grid);
    auto *steps = new FlowLayout;
    steps->addWidget(m_takeOver);
    steps->addWidget(m_dismiss);
    panel->content()->addLayout(steps);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    connect(m_takeOver, &QPushButton::clicked, this, &ProposalsPanel::takeOver);
    connect(m_dismiss, &QPushButton::clicked, this, &ProposalsPanel::dismiss);
    hide();
}

void ProposalsPanel::show(const Checklist &checklist, const QList<Choice> &people)
{
    m_system = checklist.system.id;
    m_approver->setChoices(people);
    QList<ProposedExclusion> proposed;
    const bool isOpen = checklist.assessment && !checklist.assessment->closedOn;
    for (const ProposedExclusion &one : isOpen ? proposedExclusions(checklist) : proposed) {
        if (!m_dismissed.contains(m_system.text() + one.item))
            proposed.append(one);
    }
    const bool isSame =
        std::equal(m_lines.cbegin(), m_lines.cend(), proposed.cbegin(), proposed.cend(),
                   [](const Line &line, const ProposedExclusion &one) { return line.proposed == one; });
    if (!isSame) {
        for (const Line &line : std::as_const(m_lines))
            line.whole->deleteLater();
        m_lines.clear();
        for (const ProposedExclusion &one : std::as_const(proposed))
            m_lines.append(line(one, checklist.catalogue->titleOf(*checklist.catalogue->item(one.item))));
        takeAsProposed({m_approver, m_reviewOn});
        showSteps();
    }
    setVisible(!m_lines.isEmpty());
}

ProposalsPanel::Line ProposalsPanel::line(const ProposedExclusion &proposed, const QString &title)
{
    Line line{proposed, new QWidget, new Tick(u"%1  %2"_s.arg(proposed.item, title)),
              new TextField(tr("Reason why %1 does not apply").arg(proposed.item))};
    auto *column = new QVBoxLayout(line.whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    line.tick->setObjectName(u"proposals/tick/"_s + proposed.item);
    line.tick->setChecked(true);
    takeAsProposed({line.tick});
    connect(line.tick, &QCheckBox::toggled, this, &ProposalsPanel::showSteps);
    line.reason->setObjectName(u"proposals/reason/"_s + proposed.item);
    line.reason->showText(proposed.reason);
    column->addWidget(line.tick);
    column->addWidget(
        (new PlainLabel(tr("%1: %2").arg(proposed.preset, proposed.reason), TextKind::Small, Emphasis::Quiet))
            ->wrapped());
    column->addWidget(labelled(tr("Reason"), line.reason));
    m_column->addWidget(line.whole);
    return line;
}

void ProposalsPanel::showSteps()
{
    const bool hasTicked = std::any_of(m_lines.cbegin(), m_lines.cend(),
                                       [](const Line &line) { return line.tick->isChecked(); });
    m_takeOver->setEnabled(hasTicked);
    m_dismiss->setEnabled(hasTicked);
}

void ProposalsPanel::takeOver()
{
    if (m_reviewOn->sendsBack())
        return;
    TakenProposals taken{{}, Id<Person>::fromText(m_approver->key()), m_reviewOn->date().value_or(QDate())};
    for (const Line &line : std::as_const(m_lines)) {
        if (line.tick->isChecked())
            taken.exclusions.append({line.proposed.item, line.reason->text()});
    }
    Q_EMIT takenOver(taken);
}

void ProposalsPanel::dismiss()
{
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        if (!m_lines[i].tick->isChecked())
            continue;
        m_dismissed.insert(m_system.text() + m_lines[i].proposed.item);
        m_lines[i].whole->deleteLater();
        m_lines.removeAt(i);
    }
    showSteps();
    setVisible(!m_lines.isEmpty());
}

}
