#include "ui/pages/packages/issuedtab.h"

#include "ui/pages/packages/issuedcard.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRows = 10;

/// What the card says of the chosen one too: file, purpose, seal and kind, the first to go first.
const QList<int> saidOnTheCard{7, 6, 5, 1};

/// The buttons at the end of an inline form: do it, or leave it.
QLayout *decision(QPushButton *act, QPushButton *leave)
{
    auto *row = new FlowLayout;
    row->addWidget(act);
    row->addWidget(leave);
    return row;
}

QPushButton *namedButton(const QString &key, const QString &text, ButtonKind kind = ButtonKind::Plain)
{
    auto *made = button(text, kind);
    made->setObjectName(u"packages/"_s + key);
    return made;
}

}

IssuedTab::IssuedTab(QWidget *parent)
    : QWidget(parent)
    , m_model([](const IssuedLine &line) { return line.package.id.text(); }, issuedColumns())
    , m_panel(new Panel)
    , m_empty(new EmptyHint(tr("Nothing has left the house yet"),
                            tr("What you hand to an auditor, a customer or an authority is listed here with "
                               "its seal, so that anybody can later tell which package they hold."),
                            tr("Issue the first package")))
    , m_table(new TableView(u"issuedPackages"_s, tr("Issued packages, newest first")))
    , m_card(new IssuedCard)
    , m_copy(namedButton(u"copySeal"_s, tr("Cop&y the seal")))
    , m_replace(namedButton(u"replace"_s, tr("&Mark as replaced …")))
    , m_withdraw(namedButton(u"withdraw"_s, tr("&Withdraw …")))
    , m_successor(namedButton(u"successor"_s, tr("Show what re&placed it")))
{
    for (QPushButton *reading : {m_copy, m_successor})
        onlyReads(*reading);
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->suggestWidths({16, 13, 24, 20, 24, 20, 24, 34});
    m_table->showWhereThereIsRoom(saidOnTheCard);
    m_panel->content()->addWidget(m_table);
    m_panel->content()->addWidget(m_card);
    auto *acts = new FlowLayout;
    for (QPushButton *act : {m_copy, m_successor, m_replace, m_withdraw})
        acts->addWidget(act);
    m_panel->content()->addLayout(acts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(m_panel);
    column->addWidget(m_empty, 1);
    column->addWidget(buildReplacement());
    column->addWidget(buildWithdrawal());
    column->addStretch(1);
    connect(m_empty, &EmptyHint::stepTaken, this, &IssuedTab::newOneAsked);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IssuedTab::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IssuedTab::showChosen);
    connect(m_table, &TableView::opened, this, [this] { bringIntoSight(*m_card); });
    connect(m_copy, &QPushButton::clicked, this, &IssuedTab::copySeal);
    connect(m_successor, &QPushButton::clicked, this, &IssuedTab::goToSuccessor);
    connect(m_replace, &QPushButton::clicked, this, &IssuedTab::askWhatReplaces);
    connect(m_withdraw, &QPushButton::clicked, this, &IssuedTab::askWhyWithdrawn);
    setIssued({});
}

QWidget *IssuedTab::buildReplacement()
{
    m_replacement = new Panel(tr("Which package takes its place?"));
    m_replaced = (new PlainLabel)->wrapped();
    m_by = new ChoiceField(tr("The package that takes its place"));
    m_by->setObjectName(u"packages/by"_s);
    m_mark = namedButton(u"replace/do"_s, tr("Mark as replaced"), ButtonKind::Primary);
    auto *leave = namedButton(u"replace/leave"_s, tr("Leave it"));
    leave->setAccessibleName(tr("Leave it as it is, not replaced"));
    m_replacement->content()->addWidget(m_replaced);
    m_replacement->content()->addWidget(labelled(tr("Replaced by"), m_by));
    m_replacement->content()->addLayout(decision(m_mark, leave));
    connect(leave, &QPushButton::clicked, this, &IssuedTab::closeForms);
    connect(m_mark, &QPushButton::clicked, this, [this] {
        const QModelIndex by = m_model.indexOf(m_by->key());
        if (chosen() && by.isValid())
            Q_EMIT replacementAsked(*chosen(), m_model.at(by.row()).package);
    });
    m_replacement->hide();
    return m_replacement;
}

QWidget *IssuedTab::buildWithdrawal()
{
    m_withdrawal = new Panel(tr("Why is it withdrawn?"));
    m_withdrawn = (new PlainLabel)->wrapped();
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"packages/reason"_s);
    m_reason->setAccessibleName(tr("Why the package is withdrawn"));
    m_reason->setPlaceholderText(tr("As its holder should read it, such as “sent to the wrong address”"));
    auto *withdraw = namedButton(u"withdraw/do"_s, tr("Withdraw it"), ButtonKind::Primary);
    auto *leave = namedButton(u"withdraw/leave"_s, tr("Leave it"));
    leave->setAccessibleName(tr("Leave it as it is, not withdrawn"));
    m_withdrawal->content()->addWidget(m_withdrawn);
    m_withdrawal->content()->addWidget(labelled(tr("Reason"), m_reason));
    m_withdrawal->content()->addLayout(decision(withdraw, leave));
    const auto ask = [this] {
        if (chosen())
            Q_EMIT withdrawalAsked(*chosen(), m_reason->text());
    };
    connect(m_reason, &QLineEdit::returnPressed, this, ask);
    connect(withdraw, &QPushButton::clicked, this, ask);
    connect(leave, &QPushButton::clicked, this, &IssuedTab::closeForms);
    m_withdrawal->hide();
    return m_withdrawal;
}

void IssuedTab::setIssued(const QList<IssuedPackage> &issued)
{
    const auto *before = chosen();
    const QString kept = before ? before->id.text() : QString();
    m_model.setRows(issuedLines(issued));
    m_table->setRowsInSight(std::clamp(int(issued.size()), 1, mostRows));
    m_empty->setVisible(issued.isEmpty());
    m_panel->setVisible(!issued.isEmpty());
    const QModelIndex at = m_model.indexOf(kept);
    m_table->selectRow(at.isValid() ? at.row() : 0);
}

void IssuedTab::choose(const Id<IssuedPackage> &package)
{
    if (const QModelIndex at = m_model.indexOf(package.text()); at.isValid())
        m_table->selectRow(at.row());
}

const IssuedLine *IssuedTab::chosenLine() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model.at(rows.first().row());
}

const IssuedPackage *IssuedTab::chosen() const
{
    const IssuedLine *line = chosenLine();
    return line ? &line->package : nullptr;
}

void IssuedTab::goToSuccessor()
{
    m_table->setFocus(); // the button goes with what it was about
    if (const IssuedPackage *package = chosen(); package && package->replacedBy)
        choose(*package->replacedBy);
}

void IssuedTab::showChosen()
{
    closeForms();
    const IssuedLine *line = chosenLine();
    const IssuedPackage *package = line ? &line->package : nullptr;
    m_card->setVisible(line != nullptr);
    if (line)
        m_card->setLine(*line);
    m_successor->setVisible(line && !line->replacedBy.isEmpty());
    const bool holds = package && package->state == IssueState::Issued;
    m_copy->setEnabled(package != nullptr);
    m_replace->setEnabled(holds && m_model.total() > 1);
    m_withdraw->setEnabled(package && package->state != IssueState::Withdrawn);
}

void IssuedTab::copySeal() const
{
    if (const IssuedPackage *package = chosen())
        QGuiApplication::clipboard()->setText(package->seal.hex());
}

void IssuedTab::askWhatReplaces()
{
    closeForms();
    QList<Choice> others;
    for (const IssuedLine &line : m_model.rows()) {
        if (line.package.id != chosen()->id && line.package.state == IssueState::Issued)
            others.append({line.package.id.text(),
                           tr("%1 of %2")
                               .arg(line.package.fileName,
                                    line.package.issuedAt.toLocalTime().date().toString(Qt::ISODate))});
    }
    m_replaced->setPlainText(
        others.isEmpty()
            ? tr("No other package of the register counts now. Issue the one that takes the place of %1 "
                 "first, and say there what it replaces.")
                  .arg(chosen()->fileName)
            : tr("Whoever holds %1 should know that another package counts now. It has to be about all "
                 "systems that %1 is about.")
                  .arg(chosen()->fileName));
    m_mark->setEnabled(!others.isEmpty());
    m_by->setChoices(others);
    m_by->setCurrentIndex(others.isEmpty() ? -1 : 0);
    takeAsProposed({m_by});
    m_replacement->show();
    m_by->setFocus();
}

void IssuedTab::askWhyWithdrawn()
{
    closeForms();
    m_withdrawn->setPlainText(
        tr("%1 stays in the register, marked as withdrawn with this reason.").arg(chosen()->fileName));
    m_withdrawal->show();
    m_reason->setFocus();
}

void IssuedTab::closeForms()
{
    m_replacement->hide();
    m_withdrawal->hide();
    m_reason->clear();
    takeAsProposed({m_by});
}

}
