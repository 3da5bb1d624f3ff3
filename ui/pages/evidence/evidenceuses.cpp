#include "ui/pages/evidence/evidenceuses.h"

#include "core/report/standingmark.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/evidence/useform.h"
#include "ui/pages/system/systempage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/sizeintext.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int tableLines = 9;

}

std::vector<Column<EvidenceUses::Line>> EvidenceUses::columns()
{
    using C = Column<Line>;
    return {
        {tr("System"),
         [](const Line &line) {
             return line.served.holder;
         }},
        C(tr("Item"),
          [](const Line &line) {
              return u"%1  %2"_s.arg(line.served.use.item, line.title);
          }).sortedBy([](const Line &line) { return line.ordinal; }),
        C(tr("Answer"),
          [](const Line &line) {
              return title(line.served.answer);
          }).marked([](const Line &line) { return int(markOf(line.served.answer)); }),
    };
}

EvidenceUses::EvidenceUses(const Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_writer(writer)
    , m_model([](const Line &line) { return line.served.use.id.text(); }, columns())
    , m_none(
          (new PlainLabel(tr("It serves no item yet. Evidence counts where it is used: say for which items "
                             "of which systems."),
                          TextKind::Body, Emphasis::Quiet))
              ->wrapped())
    , m_table(new TableView(u"evidenceUses"_s, tr("Items this evidence serves")))
    , m_open(button(tr("Go to the item")))
    , m_takeAway(button(tr("Take away")))
    , m_more(button(tr("Use it for more …")))
    , m_form(new UseForm(workspace, jobs))
{
    build();
    connect(m_table, &TableView::opened, this, &EvidenceUses::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidenceUses::showChosen);
    connect(m_open, &QPushButton::clicked, this, &EvidenceUses::open);
    connect(m_takeAway, &QPushButton::clicked, this, &EvidenceUses::takeAway);
    connect(m_more, &QPushButton::toggled, m_form, &QWidget::setVisible);
    connect(m_form, &UseForm::given, this, &EvidenceUses::use);
}

EvidenceUses::~EvidenceUses() = default;

void EvidenceUses::build()
{
    m_table->setModel(&m_model);
    m_table->suggestWidths({12, 13, 11});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setInText(*m_table, Extent::LeastHeight, tableLines);
    m_open->setObjectName(u"uses/open"_s);
    m_open->setToolTip(tr("Shows the item in the checklist of its system (Enter or a double click)"));
    onlyReads(*m_open);
    m_takeAway->setObjectName(u"uses/takeAway"_s);
    m_takeAway->setToolTip(tr("Takes this evidence from the chosen item; the evidence itself stays"));
    m_more->setObjectName(u"uses/more"_s);
    m_more->setCheckable(true);
    m_form->hide();
    auto *steps = new FlowLayout;
    for (QPushButton *step : {m_more, m_open, m_takeAway})
        steps->addWidget(step);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addLayout(steps);
    column->addWidget(m_form);
    column->addWidget(m_none);
    column->addWidget(m_table, 1);
}

void EvidenceUses::show(const Evidence &evidence, const UsesReading &reading)
{
    if (!m_evidence.id.isNull() && evidence.id != m_evidence.id)
        m_more->setChecked(false);
    m_evidence = evidence;
    m_form->setChoices(reading.systems, reading.items);
    std::vector<Line> lines = linesOf(reading);
    if (lines != m_model.rows())
        m_model.setRows(std::move(lines));
    m_none->setVisible(m_model.total() == 0);
    m_table->setVisible(m_model.total() > 0);
    m_open->setVisible(m_model.total() > 0);
    m_takeAway->setVisible(m_model.total() > 0);
    showChosen();
}

std::vector<EvidenceUses::Line> EvidenceUses::linesOf(const UsesReading &reading) const
{
    std::vector<Line> lines;
    for (const ServedItem &served : reading.served) {
        const Item *item = reading.catalogue->item(served.use.item);
        lines.push_back(
            {served, item ? reading.catalogue->titleOf(*item) : QString(), item ? item->ordinal : 0});
    }
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        const int order = a.served.holder.localeAwareCompare(b.served.holder);
        return order < 0 || (order == 0 && a.ordinal < b.ordinal);
    });
    return lines;
}

const EvidenceUses::Line *EvidenceUses::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model.at(rows.first().row());
}

void EvidenceUses::showChosen()
{
    const Line *line = chosen();
    m_open->setEnabled(line && line->served.system);
    m_takeAway->setEnabled(line && line->served.isOpen);
}

void EvidenceUses::open()
{
    const Line *line = chosen();
    if (line && line->served.system)
        Q_EMIT goTo(SystemPage::placeOf(*line->served.system, u"checklist"_s, line->served.use.item));
}

void EvidenceUses::takeAway()
{
    if (const Line *line = chosen())
        m_writer.save(ChangeSet(tr("Take “%1” away from %2 of %3")
                                    .arg(m_evidence.title, line->served.use.item, line->served.holder))
                          .remove(line->served.use));
}

void EvidenceUses::use(const QList<ItemOfAssessment> &items)
{
    m_more->setChecked(false);
    AnswerChange change;
    change.evidence = {m_evidence.id};
    m_writer.save(items, change);
}

}
