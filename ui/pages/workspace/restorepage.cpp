#include "ui/pages/workspace/restorepage.h"

#include "core/workspace/backup.h"
#include "ui/jobs/settled.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tableview.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLocale>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int mostRowsInSight = 8;

std::vector<Column<KeptBackup>> columns()
{
    using C = Column<KeptBackup>;
    return {C(RestorePage::tr("Made on"), [](const KeptBackup &backup) { return QVariant(backup.madeAt); }),
            C(RestorePage::tr("Size"),
              [](const KeptBackup &backup) { return QLocale().formattedDataSize(backup.size); })
                .sortedBy([](const KeptBackup &backup) { return QVariant(backup.size); })
                .alignedRight(),
            C(RestorePage::tr("File"),
              [](const KeptBackup &backup) { return QFileInfo(backup.file).fileName(); }),
            C(RestorePage::tr("Up to entry"),
              [](const KeptBackup &backup) {
                  return backup.lastEntry ? QVariant(*backup.lastEntry) : QVariant();
              })
                .alignedRight()
                .explained(RestorePage::tr("The last entry of the journal that is in it"))};
}

/// Opens every one of them, so it is not done while anybody waits.
std::vector<KeptBackup> withLastEntries(std::vector<KeptBackup> backups)
{
    for (KeptBackup &backup : backups) {
        if (const auto last = lastEntryIn(backup.file))
            backup.lastEntry = *last;
    }
    return backups;
}

}

RestorePage::RestorePage(const QString &workspaceFolder, QWidget *parent)
    : Page(tr("Restore a backup"), parent)
    , m_folder(workspaceFolder)
    , m_model([](const KeptBackup &backup) { return backup.file; }, columns())
    , m_none((new PlainLabel(
                  tr("There is no backup of this workspace yet. One is made when it is opened, once a "
                     "day, before a format is migrated, and when somebody asks for one on the page "
                     "Workspace."),
                  TextKind::Body, Emphasis::Quiet))
                 ->wrapped())
    , m_table(new TableView(u"backups"_s, tr("Backups of the workspace, newest first")))
    , m_restore(button(tr("Restore this one …"), ButtonKind::Primary))
{
    content()->addWidget(
        (new PlainLabel(tr("Which earlier state is to come back?"), TextKind::Title))->wrapped());
    auto *what =
        (new PlainLabel(tr("A backup takes the place of the record: systems, answers and all that is written "
                           "down become what they were that day. Files of evidence stay. The record as "
                           "it is now is kept as a backup first, and nothing changes before you confirm "
                           "it."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped();
    what->setObjectName(u"restore/what"_s);
    content()->addWidget(what);
    auto *panel = new Panel(QFileInfo(m_folder).completeBaseName());
    panel->content()->addWidget(m_none);
    m_table->setModel(&m_model);
    m_table->suggestWidths({18, 12, 40, 12});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    panel->content()->addWidget(m_table);
    m_restore->setObjectName(u"restore/this"_s);
    offerInMenu(*m_restore, tr("Restore the chosen backup …"));
    auto *other = button(tr("Another file …"));
    other->setToolTip(tr("A backup that was copied elsewhere"));
    auto *steps = new FlowLayout;
    steps->addWidget(m_restore);
    steps->addWidget(other);
    panel->content()->addLayout(steps);
    panel->content()->addWidget(buildQuestion());
    content()->addWidget(panel);
    content()->addStretch(1);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RestorePage::showChosen);
    connect(m_table, &TableView::opened, m_restore, &QPushButton::click);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (const QModelIndexList rows = m_table->selectionModel()->selectedRows(); !rows.isEmpty())
            ask(m_model.at(rows.first().row()).file);
    });
    connect(other, &QPushButton::clicked, this, &RestorePage::chooseFile);
}

RestorePage::~RestorePage() = default;

QWidget *RestorePage::buildQuestion()
{
    m_question = new QWidget;
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins(0, spacing::small, 0, 0);
    m_words = (new PlainLabel({}, TextKind::Strong))->wrapped();
    m_words->setObjectName(u"restore/question"_s);
    column->addWidget(m_words);
    auto *answers = new FlowLayout;
    m_stay = button(tr("Leave everything as it is"));
    auto *sure = button(tr("Restore it"), ButtonKind::Primary);
    sure->setObjectName(u"restore/sure"_s);
    answers->addWidget(m_stay);
    answers->addWidget(sure);
    column->addLayout(answers);
    m_question->hide();
    connect(m_stay, &QPushButton::clicked, this, &RestorePage::leave);
    connect(sure, &QPushButton::clicked, this, [this] { Q_EMIT restoreAsked(m_asked); });
    return m_question;
}

void RestorePage::activate(const QString &)
{
    m_question->hide();
    showBackups();
}

void RestorePage::showBackups()
{
    std::vector<KeptBackup> backups;
    for (const QString &file : backupsIn(m_folder + u"/backups"_s))
        backups.push_back({file, madeAt(file), QFileInfo(file).size()});
    m_none->setVisible(backups.empty());
    m_table->setVisible(!backups.empty());
    m_restore->setVisible(!backups.empty());
    m_table->setRowsInSight(std::clamp(int(backups.size()), 1, mostRowsInSight));
    whenSettled(QtConcurrent::run(withLastEntries, backups), this, [this](std::vector<KeptBackup> read) {
        const int chosen = m_table->currentIndex().row();
        m_model.setRows(std::move(read));
        m_table->selectRow(std::max(0, chosen));
    });
    m_model.setRows(std::move(backups));
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

void RestorePage::showChosen()
{
    m_restore->setEnabled(m_table->selectionModel()->hasSelection());
    m_question->hide();
}

void RestorePage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Which backup is to be restored?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Backups (*.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RestorePage::ask);
    dialog->open();
}

void RestorePage::ask(const QString &backup)
{
    m_asked = backup;
    const QDateTime at = madeAt(backup);
    const QString state =
        at.isValid()
            ? tr("The record goes back to how it stood on %1.")
                  .arg(at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s))
            : tr("The record goes back to how it stands in %1.").arg(QDir::toNativeSeparators(backup));
    m_words->setPlainText(state + u' ' +
                          tr("What was answered and changed since is no longer in it; the journal goes on "
                             "from there and says who "
                             "restored it. Nothing is lost: the record as it is now is kept in the folder "
                             "“backups”. Where it can be "
                             "read, it can be restored the same way, and the register of what was handed "
                             "over is taken over from it. "
                             "Files of evidence and packages stay as they are. Whoever else has the "
                             "workspace open sees what is "
                             "restored."));
    m_question->show();
    m_stay->setFocus();
    bringIntoSight(*m_question);
}

void RestorePage::leave()
{
    m_table->setFocus();
    m_question->hide();
}

}
