#include "ui/pages/evidence/evidencelist.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/tableview.h"

#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// Said elsewhere too: of how many systems in the tooltip of the items, the kind in the detail.
constexpr int kindColumn = 4;
constexpr int systemsColumn = 7;

Choice choiceOf(EvidenceConcern concern, const QString &text)
{
    return {QString::number(int(concern)), text};
}

}

EvidenceList::EvidenceList(QDate today, const FileChecks &checks, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_checks(checks)
    , m_model(makeEvidenceModel(today, checks))
    , m_words(new QLineEdit)
    , m_concern(new ChoiceField(tr("Show only evidence of this state")))
    , m_count(new PlainLabel({}, TextKind::Small, Emphasis::Quiet))
    , m_table(new TableView(u"evidence"_s, tr("Evidence")))
{
    m_table->setModel(m_model.get());
    m_table->suggestWidths({32, 10, 13, 11, 16, 17, 5, 7});
    m_table->showWhereThereIsRoom({systemsColumn, kindColumn});
    m_table->setTextElideMode(Qt::ElideMiddle); // two titles often differ at their end
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *panel = new Panel;
    panel->content()->addWidget(buildFilter());
    panel->content()->addWidget(m_table, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    onlyReads(*m_words);
    onlyReads(*m_concern);
    connect(m_words, &QLineEdit::textChanged, this, &EvidenceList::filter);
    connect(m_concern, &ChoiceField::keyChosen, this, &EvidenceList::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidenceList::chosenChanged);
}

EvidenceList::~EvidenceList() = default;

QWidget *EvidenceList::buildFilter()
{
    m_words->setObjectName(u"evidence/filter"_s);
    m_words->setAccessibleName(tr("Show only evidence with these words"));
    m_words->setPlaceholderText(tr("Filter by title, file, kind or approver"));
    m_words->setClearButtonEnabled(true);
    m_concern->setObjectName(u"evidence/concern"_s);
    m_concern->setChoices({choiceOf(EvidenceConcern::All, tr("All evidence")),
                           choiceOf(EvidenceConcern::Ready, title(Freshness::Ready)),
                           choiceOf(EvidenceConcern::LapsesLater, title(Freshness::LapsesLater)),
                           choiceOf(EvidenceConcern::LapsesSoon, title(Freshness::LapsesSoon)),
                           choiceOf(EvidenceConcern::Lapsed, title(Freshness::Lapsed)),
                           choiceOf(EvidenceConcern::Drafts, title(Freshness::Draft)),
                           choiceOf(EvidenceConcern::ApprovedByNobody, tr("Approved, not said by whom")),
                           choiceOf(EvidenceConcern::NotUsed, tr("Serving no item")),
                           choiceOf(EvidenceConcern::NotIntact, tr("File not intact"))});
    m_concern->setCurrentIndex(0);
    auto *filter = new QWidget;
    auto *row = new QHBoxLayout(filter);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::medium);
    row->addWidget(m_words, 1);
    row->addWidget(m_concern);
    row->addWidget(m_count);
    return filter;
}

void EvidenceList::setRows(std::vector<EvidenceRow> rows)
{
    const Evidence *before = chosen();
    const QString id = before ? before->id.text() : QString();
    m_model->setRows(std::move(rows));
    if (const QModelIndex index = m_model->indexOf(id); index.isValid())
        m_table->setCurrentIndex(index);
    showCount();
    Q_EMIT chosenChanged();
}

void EvidenceList::renew(std::vector<EvidenceRow> rows, const QSet<Id<Evidence>> &gone)
{
    for (EvidenceRow &row : rows)
        m_model->put(std::move(row));
    for (const Id<Evidence> &id : gone)
        m_model->remove(id.text());
    showCount();
    Q_EMIT chosenChanged();
}

void EvidenceList::showChecks()
{
    filter();
    if (const int rows = m_model->rowCount(); rows > 0)
        Q_EMIT m_model->dataChanged(m_model->index(0, 0),
                                    m_model->index(rows - 1, m_model->columnCount() - 1));
}

const Evidence *EvidenceList::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(rows.first().row()).evidence();
}

QList<Evidence> EvidenceList::pieces() const
{
    QList<Evidence> evidence;
    for (const EvidenceRow &row : rows())
        evidence.append(row.evidence());
    return evidence;
}

bool EvidenceList::reveal(const QString &id)
{
    const auto isIt = [&id](const EvidenceRow &row) {
        return row.evidence().id.text() == id;
    };
    if (!std::any_of(rows().cbegin(), rows().cend(), isIt))
        return false;
    if (!m_model->indexOf(id).isValid()) {
        m_concern->setCurrentIndex(0);
        m_words->clear();
        filter();
    }
    m_table->setCurrentIndex(m_model->indexOf(id));
    // The detail that appears beside the table changes its height first.
    QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
    return true;
}

void EvidenceList::showOnly(Freshness freshness)
{
    m_words->clear();
    m_concern->setCurrentIndex(m_concern->findData(QString::number(int(concernOf(freshness)))));
    filter();
}

void EvidenceList::focusTable()
{
    m_table->setFocus();
}

void EvidenceList::filter()
{
    m_model->setFilter(
        evidenceFilter(m_words->text(), EvidenceConcern(m_concern->key().toInt()), m_today, m_checks));
    showCount();
}

void EvidenceList::showCount()
{
    const int all = m_model->total();
    const int seen = m_model->rowCount();
    m_count->setPlainText(seen == all ? tr("Pieces: %1").arg(all) : tr("Shown: %1 of %2").arg(seen).arg(all));
}

}
