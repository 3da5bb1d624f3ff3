#include "ui/pages/checklist/evidencesection.h"

#include "core/workspace/attaching.h"
#include "ui/jobs/jobline.h"
#include "ui/jobs/planning.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/evidence/evidenceform.h"
#include "ui/pages/evidence/evidencepage.h"
#include "ui/pages/evidence/linkform.h"
#include "ui/pages/evidence/storecheck.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/tableview.h"

#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qint64 smallFile = 16 * 1024 * 1024; ///< read anew at every visit without anybody waiting for it
constexpr int mostRows = 6;
constexpr int periodColumn = 1;

QString titleWithPeriod(const Evidence &evidence)
{
    const QString period = coverageInWords(evidence);
    return period.isEmpty() ? evidence.title
                            : EvidenceSection::tr("%1\nCovers %2").arg(evidence.title, period);
}

std::vector<Column<EvidenceLine>> columns()
{
    using C = Column<EvidenceLine>;
    const auto tr = [](const char *text) {
        return EvidenceSection::tr(text);
    };
    return {
        C(tr("Title"),
          [](const EvidenceLine &line) {
              return line.evidence.title;
          }).withToolTip([](const EvidenceLine &line) { return titleWithPeriod(line.evidence); }),
        C(tr("Covers"), [](const EvidenceLine &line) { return coverageInWords(line.evidence); }),
        C(tr("Document"),
          [](const EvidenceLine &line) { return documentInShort(line.evidence, line.judgedOn); })
            .withToolTip(
                [](const EvidenceLine &line) { return documentInWords(line.evidence, line.judgedOn); })
            .marked([](const EvidenceLine &line) { return int(documentMark(line.evidence, line.judgedOn)); }),
        C(tr("Valid until"),
          [](const EvidenceLine &line) {
              return validityInWords(line.evidence, line.judgedOn);
          }).sortedBy([](const EvidenceLine &line) {
            return line.evidence.validUntil ? QVariant(*line.evidence.validUntil) : QVariant();
        }),
        C(tr("Integrity"), [](const EvidenceLine &line) { return line.integrity; })
            .marked([](const EvidenceLine &line) { return int(line.integrityMark); })
            .explained(tr("Whether the stored file still has the fingerprint it was stored with")),
    };
}

}

EvidenceSection::EvidenceSection(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(writer)
    , m_model(std::make_unique<RecordModel<EvidenceLine>>(
          [](const EvidenceLine &line) { return line.evidence.id.text(); }, columns()))
    , m_none((new PlainLabel({}, TextKind::Body, Emphasis::Quiet))->wrapped())
    , m_table(new TableView(u"itemEvidence"_s, tr("Evidence of this item")))
    , m_addFile(button(tr("Add file …")))
    , m_addLink(button(tr("Add link …")))
    , m_details(button(tr("Details")))
    , m_detach(button(tr("Take away")))
    , m_check(button(tr("Check now")))
    , m_page(button(tr("Show in Evidence")))
    , m_job(new JobLine)
    , m_linkForm(new LinkForm)
    , m_form(new EvidenceForm(writer))
{
    build();
    connect(m_addFile, &QPushButton::clicked, this, &EvidenceSection::chooseFiles);
    connect(m_addLink, &QPushButton::toggled, m_linkForm, &QWidget::setVisible);
    connect(m_addLink, &QPushButton::clicked, m_linkForm, &LinkForm::begin);
    connect(m_linkForm, &LinkForm::given, this, &EvidenceSection::attachLink);
    connect(m_linkForm, &LinkForm::refused, this, &EvidenceSection::refused);
    connect(m_details, &QPushButton::toggled, this, &EvidenceSection::showDetails);
    connect(m_detach, &QPushButton::clicked, this, &EvidenceSection::detach);
    connect(m_check, &QPushButton::clicked, this, [this] { checkIntegrity(Files::All); });
    connect(m_page, &QPushButton::clicked, this, &EvidenceSection::goToPage);
    connect(m_table, &TableView::opened, this, &EvidenceSection::goToPage);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvidenceSection::showDetails);
}

EvidenceSection::~EvidenceSection() = default;

void EvidenceSection::build()
{
    for (QPushButton *looking : {m_details, m_check, m_page})
        onlyReads(*looking);
    m_table->setModel(m_model.get());
    m_table->suggestWidths({34, 22, 10, 18});
    m_table->showWhereThereIsRoom({periodColumn}); // the title's tooltip and the details tell it too
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_addFile->setObjectName(u"addFile"_s);
    m_addLink->setObjectName(u"addLink"_s);
    m_detach->setObjectName(u"detach"_s);
    m_details->setObjectName(u"details"_s);
    m_check->setObjectName(u"checkFiles"_s);
    m_addLink->setCheckable(true);
    offerInMenu(*m_addFile, tr("Attach a file …"));
    offerInMenu(*m_addLink, tr("Attach a link …"));
    m_details->setCheckable(true);
    m_details->setToolTip(tr("Kind, approval, period, validity and origin of the chosen piece"));
    m_detach->setToolTip(tr("Takes the chosen piece from this item; the evidence itself stays"));
    m_check->setToolTip(tr("Reads every file anew and compares its fingerprint"));
    m_page->setObjectName(u"showInEvidence"_s);
    m_page->setToolTip(
        tr("Shows the chosen piece with all it serves and a preview (Enter or a double click)"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    auto *head = new FlowLayout;
    head->addWidget(new PlainLabel(tr("Evidence"), TextKind::Heading));
    for (QPushButton *step : {m_addFile, m_addLink})
        head->addWidget(step);
    column->addLayout(head);
    column->addWidget(m_job);
    m_linkForm->hide();
    column->addWidget(m_linkForm);
    column->addWidget(m_none);
    column->addWidget(m_table);
    auto *steps = new FlowLayout;
    for (QPushButton *step : {m_details, m_page, m_detach, m_check})
        steps->addWidget(step);
    column->addLayout(steps);
    column->addWidget(m_form);
    m_form->hide();
    m_table->hide();
}

const ChecklistLine *EvidenceSection::line() const
{
    return m_reading && m_ordinal >= 0 ? &m_reading->checklist.lines.at(size_t(m_ordinal)) : nullptr;
}

void EvidenceSection::show(const SharedReading &reading, int ordinal)
{
    if (ordinal != m_ordinal) {
        m_details->setChecked(false);
        m_addLink->setChecked(false);
    }
    m_reading = reading;
    m_ordinal = ordinal;
    const bool canChange = reading->isOpen() && !m_workspace.isReadOnly();
    m_none->setPlainText(canChange ? tr("Nothing is attached yet. Drop files anywhere on this card.")
                                   : tr("Nothing is attached."));
    for (QPushButton *step : {m_addFile, m_addLink, m_detach})
        step->setEnabled(canChange);
    takeKeptChecks();
    showLines();
    checkIntegrity(Files::Small);
}

/// Of large files; small ones are read anew.
void EvidenceSection::takeKeptChecks()
{
    FileChecks kept;
    for (const Id<Evidence> &id : line()->evidence) {
        const Evidence evidence = m_reading->checklist.evidence.value(id);
        if (evidence.digest && evidence.size > smallFile && m_reading->checks.contains(*evidence.digest))
            kept.insert(*evidence.digest, m_reading->checks.value(*evidence.digest));
    }
    addNewer(m_checked, kept);
}

void EvidenceSection::showLines()
{
    std::vector<EvidenceLine> lines;
    for (const Id<Evidence> &id : line()->evidence) {
        const Evidence evidence = m_reading->checklist.evidence.value(id);
        lines.push_back({evidence, integrityInShort(evidence, m_checked), integrityMark(evidence, m_checked),
                         m_reading->checklist.judgedOn(m_workspace.today())});
    }
    if (lines == m_model->rows())
        return showDetails();
    const auto before = chosen();
    m_model->setRows(std::move(lines));
    if (before) {
        if (const QModelIndex index = m_model->indexOf(before->id.text()); index.isValid())
            m_table->selectRow(index.row());
    }
    fitTable();
    showDetails();
}

void EvidenceSection::fitTable()
{
    const int rows = m_model->rowCount();
    m_table->setVisible(rows > 0);
    m_none->setVisible(rows == 0);
    m_table->setRowsInSight(std::clamp(rows, 1, mostRows));
}

std::optional<Evidence> EvidenceSection::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->at(rows.first().row()).evidence);
}

void EvidenceSection::showDetails()
{
    if (m_details->isChecked() && !chosen() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    const auto evidence = chosen();
    const bool hasAny = m_model->rowCount() > 0;
    m_details->setVisible(hasAny);
    m_page->setVisible(hasAny);
    m_page->setEnabled(evidence.has_value());
    m_check->setVisible(hasAny);
    m_detach->setVisible(hasAny);
    const bool isOwn = line() && !line()->isInherited();
    m_detach->setEnabled(evidence && isOwn && m_reading->isOpen());
    m_form->setVisible(m_details->isChecked() && evidence);
    if (m_form->isVisibleTo(this))
        m_form->show(*evidence, m_reading->persons);
}

void EvidenceSection::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &EvidenceSection::attachFiles);
    dialog->open();
}

void EvidenceSection::attachFiles(const QStringList &files)
{
    QList<Attachment> attachments;
    for (const QString &file : files)
        attachments.append({file, {}, {}});
    attachAll(attachments);
}

void EvidenceSection::attachLink(const Evidence &link)
{
    m_addLink->setFocus(); // the form that has it goes
    m_addLink->setChecked(false);
    attachAll({{{}, link, {}}});
}

void EvidenceSection::goToPage()
{
    if (const auto evidence = chosen())
        Q_EMIT goTo(EvidencePage::placeOf(evidence->id));
}

void EvidenceSection::attachAll(QList<Attachment> attachments)
{
    if (!line() || !m_reading->isOpen() || attachments.isEmpty())
        return;
    const ItemOfAssessment item{m_reading->checklist.assessment->id, m_reading->checklist.item(*line()).id};
    for (Attachment &attachment : attachments) {
        attachment.serves = {item};
        attachment.evidence.collectedBy = m_workspace.actor();
        attachment.evidence.collectedOn = m_workspace.today();
    }
    Workspace &workspace = m_workspace;
    Job *job = m_jobs.run<Attached>(
        tr("Attach to %1").arg(item.item),
        [&workspace, attachments](const Progress &progress) {
            return attach(workspace, attachments, progress);
        },
        this, [this](const Result<Attached> &attached) { receive(attached); });
    m_job->follow(*job);
}

void EvidenceSection::receive(const Result<Attached> &attached)
{
    if (!attached) {
        Q_EMIT refused(attached.error());
        return;
    }
    QStringList reasons;
    for (const Evidence &piece : attached->evidence) {
        if (piece.digest)
            m_checked.insert(*piece.digest, {Integrity::Unchanged, m_workspace.clock().now()});
    }
    if (line()) {
        showLines();
        checkIntegrity(Files::Small);
        Q_EMIT filesJudged();
    }
    for (const RefusedAttachment &one : attached->refused)
        reasons.append(one.reason);
    if (!reasons.isEmpty())
        Q_EMIT refused({ErrorCode::Invalid, reasons.join(u'\n'), {}});
}

void EvidenceSection::detach()
{
    const auto evidence = chosen();
    if (!evidence || !line())
        return;
    const ItemOfAssessment item{m_reading->checklist.assessment->id, m_reading->checklist.item(*line()).id};
    planInJob<ChangeSet>(
        m_workspace, m_jobs, tr("Take evidence away from %1").arg(item.item),
        [item, id = evidence->id](const Connection &connection) { return planDetach(connection, id, item); },
        this,
        [this](const Result<ChangeSet> &planned) {
            if (planned)
                return m_writer.save(*planned);
            Q_EMIT refused(planned.error());
        });
}

QStringList EvidenceSection::fileProblems() const
{
    QStringList statements;
    for (const Problem &problem : fileProblemsOf(m_reading->checklist, m_checked)) {
        if (problem.ordinal == m_ordinal)
            statements.append(inWords(problem));
    }
    return statements;
}

void EvidenceSection::checkIntegrity(Files files)
{
    QList<Evidence> wanted;
    for (const EvidenceLine &row : m_model->rows()) {
        const Evidence &evidence = row.evidence;
        const bool isDue = files == Files::All || (evidence.digest && evidence.size <= smallFile &&
                                                   !m_checked.contains(*evidence.digest));
        if (evidence.digest && isDue)
            wanted.append(evidence);
    }
    if (wanted.isEmpty())
        return;
    m_jobs.run<StoreCheck>(
        tr("Check the files"),
        [&workspace = m_workspace, wanted](const Progress &progress) {
            return checkAndKeep(workspace, wanted, progress);
        },
        this,
        [this](const Result<StoreCheck> &check) {
            if (check)
                return receive(*check);
            Q_EMIT refused(check.error());
        });
}

void EvidenceSection::receive(const StoreCheck &check)
{
    const QDateTime now = m_workspace.clock().now();
    for (size_t file = 0; file < check.files.size(); ++file)
        m_checked.insert(check.files[file].digest, {check.found[file], now});
    showLines();
    if (check.intact() < qsizetype(check.files.size()))
        Q_EMIT filesJudged();
}

}
