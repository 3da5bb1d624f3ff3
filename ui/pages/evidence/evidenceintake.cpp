#include "ui/pages/evidence/evidenceintake.h"

#include "core/workspace/workspace.h"
#include "ui/jobs/jobline.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/evidence/intakeform.h"
#include "ui/pages/evidence/notduenote.h"
#include "ui/pages/evidence/useform.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sizeintext.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/turningsplitter.h"

#include <QApplication>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int leastLines = 21; ///< of text, for table and form before the page scrolls
constexpr int tableLines = 6;
constexpr int leftOutRows = 4;
constexpr int titleColumn = 1;
constexpr int kindColumn = 2;
constexpr int coversColumn = 3;
constexpr int sizeColumn = 6;
constexpr qsizetype mostUses = 100'000;

std::vector<Column<LeftOut>> leftOutColumns()
{
    std::vector<Column<LeftOut>> columns;
    columns.push_back(Column<LeftOut>(EvidenceIntake::tr("Left out"), [](const LeftOut &one) {
                          return QFileInfo(one.path).fileName();
                      }).withToolTip([](const LeftOut &one) { return one.path; }));
    columns.emplace_back(EvidenceIntake::tr("Why"), [](const LeftOut &one) { return one.reason; });
    return columns;
}

}

EvidenceIntake::EvidenceIntake(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_model(makeIntakeModel(m_systemNames))
    , m_leftOutModel([](const LeftOut &one) { return one.path; }, leftOutColumns())
    , m_attach(button({}, ButtonKind::Primary))
    , m_remove(button(tr("Leave out the chosen")))
    , m_putBack(button(tr("Put back what you left out")))
    , m_cancel(button(tr("Attach nothing")))
    , m_words((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_notDue(new NotDueNote(workspace, jobs, u"intake/notDue"_s))
    , m_job(new JobLine)
    , m_body(new QWidget)
    , m_splitter(new TurningSplitter(leastLines))
    , m_table(new TableView(u"intake"_s, tr("Files to attach")))
    , m_leftOutWords((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_leftOut(new TableView(u"intakeLeftOut"_s, tr("What cannot be taken, and why")))
    , m_form(new IntakeForm)
{
    build();
    connect(m_attach, &QPushButton::clicked, this, &EvidenceIntake::attachAll);
    connect(m_remove, &QPushButton::clicked, this, &EvidenceIntake::remove);
    connect(m_putBack, &QPushButton::clicked, this, &EvidenceIntake::putBack);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidenceIntake::showChosen);
    connect(m_form, &IntakeForm::changed, this, &EvidenceIntake::changeChosen);
}

EvidenceIntake::~EvidenceIntake() = default;

void EvidenceIntake::build()
{
    m_attach->setObjectName(u"intake/attach"_s);
    m_cancel->setObjectName(u"intake/cancel"_s);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT givenUp();
    });
    auto *steps = new FlowLayout;
    m_remove->setObjectName(u"intake/leaveOut"_s);
    m_putBack->setObjectName(u"intake/putBack"_s);
    m_putBack->hide();
    for (QPushButton *step : {m_attach, m_remove, m_putBack, m_cancel})
        steps->addWidget(step);
    m_splitter->add(buildTables(), 62);
    m_splitter->add(m_form, 38);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(spacing::medium);
    whole->addWidget(m_job);
    whole->addWidget(m_body, 1);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(m_words);
    column->addWidget(m_notDue);
    column->addLayout(steps);
    column->addWidget(m_splitter, 1);
}

QWidget *EvidenceIntake::buildTables()
{
    auto *panel = new Panel;
    m_table->setModel(m_model.get());
    m_table->suggestWidths({26, 24, 12, 11, 20, 24, 9});
    m_table->showWhereThereIsRoom(
        {sizeColumn, coversColumn, titleColumn, kindColumn}); // the form tells them too
    setInText(*m_table, Extent::LeastHeight, tableLines);
    panel->content()->addWidget(m_table, 1);
    m_leftOutWords->setObjectName(u"intake/leftOutWords"_s);
    m_leftOut->setModel(&m_leftOutModel);
    m_leftOut->suggestWidths({18});
    m_leftOut->setRowsInSight(leftOutRows);
    panel->content()->addWidget(m_leftOutWords);
    panel->content()->addWidget(m_leftOut);
    return panel;
}

void EvidenceIntake::add(const QStringList &paths)
{
    Job *job = m_jobs.run<IntakeReading>(
        tr("Look through what was dropped"),
        withReader(m_workspace,
                   [paths](const Connection &reader, const Progress &progress) {
                       return readIntake(reader, paths, progress);
                   }),
        this, [this](Result<IntakeReading> reading) { receive(std::move(reading)); });
    m_job->follow(*job);
}

QList<Unsaved> EvidenceIntake::unsaved() const
{
    QStringList paths;
    for (const ArrivingFile &file : m_model->rows())
        paths.append(file.path);
    if (paths.isEmpty())
        return {};
    return {{tr("Files to attach: %1").arg(paths.size()), paths.join(u'\n'), m_table}};
}

void EvidenceIntake::receive(Result<IntakeReading> reading)
{
    if (!reading) {
        Q_EMIT refused(reading.error());
        return;
    }
    for (const Tickable &system : std::as_const(reading->systems))
        m_systemNames.insert(system.key, system.text);
    m_form->setChoices(reading->systems, reading->items);
    std::vector<ArrivingFile> files = m_model->rows();
    QSet<QString> known;
    for (const ArrivingFile &file : files)
        known.insert(file.path);
    std::copy_if(reading->files.cbegin(), reading->files.cend(), std::back_inserter(files),
                 [&known](const ArrivingFile &file) { return !known.contains(file.path); });
    std::vector<LeftOut> leftOut = m_leftOutModel.rows();
    leftOut.insert(leftOut.end(), reading->leftOut.cbegin(), reading->leftOut.cend());
    m_model->setRows(std::move(files));
    m_leftOutModel.setRows(std::move(leftOut));
    m_table->selectAll();
    showLeftOut();
    showCount();
    showChosen();
    Q_EMIT begun();
    m_model->total() > 0 ? m_table->setFocus() : m_cancel->setFocus();
}

void EvidenceIntake::showLeftOut()
{
    const int count = m_leftOutModel.total();
    m_leftOutWords->setPlainText(tr("Left out, because it cannot be taken: %1").arg(count));
    m_leftOutWords->setVisible(count > 0);
    m_leftOut->setVisible(count > 0);
}

void EvidenceIntake::showCount()
{
    const int count = m_model->total();
    m_attach->setText(count == 1 ? tr("Attach 1 file") : tr("Attach %1 files").arg(count));
    m_attach->setEnabled(count > 0);
    m_putBack->setVisible(!m_setAside.empty());
    const int aside = int(m_setAside.size());
    m_words->setPlainText(
        count == 0 && aside == 0   ? tr("There is no file to attach among what was chosen.")
        : count == 0 && aside == 1 ? tr("You left out the only file there was.")
        : count == 0
            ? tr("You left out all %1 files.").arg(aside)
            : tr("Nothing is attached yet. Choose one file or several (all: Ctrl+A), say what they are "
                 "and what they show, then attach all of them in one step."));
}

QList<ArrivingFile> EvidenceIntake::chosen() const
{
    QList<ArrivingFile> files;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        files.append(m_model->at(index.row()));
    return files;
}

void EvidenceIntake::changeChosen(const std::function<void(ArrivingFile &)> &how)
{
    const QList<ArrivingFile> files = chosen();
    std::vector<ArrivingFile> after(files.cbegin(), files.cend());
    std::for_each(after.begin(), after.end(), how);
    m_model->update(std::move(after));
    m_notDue->lookAt([this] { return ticked(); });
}

QList<ItemOfAssessment> EvidenceIntake::ticked() const
{
    QList<ItemOfAssessment> items;
    QSet<Id<Response>> seen;
    for (const ArrivingFile &file : m_model->rows()) {
        for (const ItemOfAssessment &item : everyPair(file.systems, file.items)) {
            const auto id = responseId(item.assessment, item.item);
            if (seen.contains(id))
                continue;
            if (items.size() == NotDueNote::mostLookedAt)
                return items;
            seen.insert(id);
            items.append(item);
        }
    }
    return items;
}

void EvidenceIntake::showChosen()
{
    const QList<ArrivingFile> files = chosen();
    m_remove->setEnabled(!files.isEmpty());
    m_form->show(files);
}

void EvidenceIntake::remove()
{
    QSet<QString> gone;
    for (const ArrivingFile &file : chosen()) {
        gone.insert(file.path);
        m_setAside.push_back(file);
    }
    removeRows(gone);
    m_model->total() > 0 ? m_table->setFocus() : m_putBack->setFocus();
}

void EvidenceIntake::putBack()
{
    std::vector<ArrivingFile> files = m_model->rows();
    files.insert(files.end(), m_setAside.cbegin(), m_setAside.cend());
    m_setAside.clear();
    m_table->setFocus(); // the button goes
    m_model->setRows(std::move(files));
    m_table->selectAll();
    showCount();
    showChosen();
}

void EvidenceIntake::removeRows(const QSet<QString> &paths)
{
    std::vector<ArrivingFile> kept = m_model->rows();
    std::erase_if(kept, [&paths](const ArrivingFile &file) { return paths.contains(file.path); });
    m_model->setRows(std::move(kept));
    showCount();
    showChosen();
}

/// Refused is what would attach nothing, though something is ticked, and what is too much for one change.
Done EvidenceIntake::readyToAttach() const
{
    qsizetype uses = 0;
    for (const ArrivingFile &file : m_model->rows()) {
        uses += file.items.size() * file.systems.size();
        if (file.items.isEmpty() == file.systems.isEmpty())
            continue;
        const QString name = shownInLine(file.evidence.title);
        return refuse(ErrorCode::Invalid,
                      file.systems.isEmpty()
                          ? tr("Items are ticked for “%1”, but no system they belong to. Tick one, or untick "
                               "the items.")
                                .arg(name)
                          : tr("Systems are ticked for “%1”, but no item of them. Tick one, or untick the "
                               "systems.")
                                .arg(name));
    }
    if (uses > mostUses)
        return refuse(ErrorCode::Invalid,
                      tr("These are %1 uses of evidence. Tick fewer systems or items.").arg(uses));
    return {};
}

void EvidenceIntake::attachAll()
{
    if (m_form->sendsBack())
        return;
    if (const Done ready = readyToAttach(); !ready) {
        Q_EMIT refused(ready.error());
        return;
    }
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    m_body->setEnabled(false);
    QSet<QString> paths;
    for (const ArrivingFile &file : m_model->rows())
        paths.insert(file.path);
    Workspace &workspace = m_workspace;
    const auto attachments = attachmentsOf(m_model->rows(), m_workspace.actor(), m_workspace.today());
    Job *job = m_jobs.run<Attached>(
        m_attach->text(),
        [&workspace, attachments](const Progress &progress) {
            return attach(workspace, attachments, progress);
        },
        this,
        [this, paths, hadKeyboard](const Result<Attached> &result) {
            m_body->setEnabled(true);
            if (result)
                return finish(paths, *result);
            if (hadKeyboard)
                m_attach->setFocus();
            Q_EMIT refused(result.error());
        });
    m_job->follow(*job);
}

/// What was dropped while these were being attached is still to be seen to.
void EvidenceIntake::finish(const QSet<QString> &paths, const Attached &result)
{
    removeRows(paths);
    const bool isAll = m_model->total() == 0;
    if (isAll)
        clear();
    Q_EMIT attached(result);
    if (!isAll)
        Q_EMIT begun();
}

void EvidenceIntake::clear()
{
    m_model->setRows({});
    m_leftOutModel.setRows({});
    m_setAside.clear();
    m_notDue->clear();
    showChosen();
}

}
