#include "ui/pages/systems/importpreview.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRows = 10;
constexpr int linesInSight = 12;

TableView *table(const QString &key, const QString &accessibleName, QAbstractItemModel &model)
{
    auto *made = new TableView(key, accessibleName);
    made->setModel(&model);
    return made;
}

}

ImportPreview::ImportPreview(QWidget *parent)
    : QWidget(parent)
    , m_rowModel([](const PlannedRow &row) { return QString::number(row.row); }, plannedRowColumns())
    , m_cellModel([](const CellNotUnderstood &cell) { return u"%1/%2"_s.arg(cell.row).arg(cell.column); },
                  cellColumns())
    , m_summary((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_rows(table(u"importRows"_s, tr("What happens to each row"), m_rowModel))
    , m_cellPanel(new Panel(tr("Cells that are not understood")))
    , m_cells(table(u"importCells"_s, tr("Cells that are not understood"), m_cellModel))
    , m_import(button(tr("&Import it"), ButtonKind::Primary))
{
    m_rows->suggestWidths({6, 12, 30, 50});
    m_cells->suggestWidths({6, 8, 22, 26, 50});
    m_import->setObjectName(u"import/do"_s);
    offerInMenu(*m_import);
    m_summary->setObjectName(u"import/summary"_s);
    connect(m_import, &QPushButton::clicked, this, &ImportPreview::importAsked);
    auto *panel = new Panel(tr("What would happen"));
    panel->content()->addWidget(m_summary);
    panel->content()->addWidget(m_rows);
    m_cellPanel->content()->addWidget(
        (new PlainLabel(tr("They are left out; everything else of their rows is taken over."), TextKind::Body,
                        Emphasis::Quiet))
            ->wrapped());
    m_cellPanel->content()->addWidget(m_cells);
    auto *last = new QHBoxLayout;
    last->addStretch(1);
    last->addWidget(m_import);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(panel);
    column->addWidget(m_cellPanel);
    column->addLayout(last);
}

void ImportPreview::setPreview(const RegisterPreview &preview)
{
    m_summary->setPlainText(inWords(preview));
    m_rowModel.setRows({preview.rows.cbegin(), preview.rows.cend()});
    m_cellModel.setRows({preview.notUnderstood.cbegin(), preview.notUnderstood.cend()});
    m_rows->setRowsInSight(std::clamp(m_rowModel.total(), 1, mostRows));
    m_cells->setRowsInSight(std::clamp(m_cellModel.total(), 1, mostRows));
    m_cellPanel->setVisible(!preview.notUnderstood.isEmpty());
    m_import->setEnabled(!preview.changeSets.isEmpty());
}

void ImportPreview::takeKeyboard()
{
    bringIntoSight(*this, QRect(0, 0, width(), std::min(height(), fontMetrics().height() * linesInSight)));
    m_rows->setFocus();
}

void ImportPreview::setWriting()
{
    m_import->setEnabled(false);
}

}
