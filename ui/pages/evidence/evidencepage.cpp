#include "ui/pages/evidence/evidencepage.h"

#include "core/workspace/attaching.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobline.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/evidence/evidencedetail.h"
#include "ui/pages/evidence/evidenceintake.h"
#include "ui/pages/evidence/evidencelist.h"
#include "ui/pages/evidence/linkform.h"
#include "ui/pages/evidence/storecheck.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/turningsplitter.h"

#include <QApplication>
#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int leastLines = 21;            ///< of text, for table and detail before the page scrolls
constexpr qsizetype mostReadSingly = 200; ///< a change of more pieces reads all anew

}

EvidencePage::EvidencePage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Evidence"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(new AnswerWriter(workspace, jobs, this))
    , m_linkForm(new LinkForm)
    , m_job(new JobLine)
    , m_splitter(new TurningSplitter(leastLines))
    , m_list(new EvidenceList(workspace.today(), m_checks))
    , m_detail(new EvidenceDetail(workspace, jobs, *m_writer, m_checks))
    , m_intake(new EvidenceIntake(workspace, jobs))
{
    build();
    connectAll();
}

EvidencePage::~EvidencePage() = default;

void EvidencePage::build()
{
    content()->addWidget(
        (new PlainLabel(tr("What evidence do we hold, and is it still good?"), TextKind::Title))->wrapped());
    m_held = new QWidget;
    auto *column = new QVBoxLayout(m_held);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::medium);
    column->addWidget(buildSteps());
    column->addWidget(m_linkForm);
    column->addWidget(m_job);
    m_detail->hide();
    m_splitter->add(m_list, 65);
    m_splitter->add(m_detail, 35);
    column->addWidget(m_splitter, 1);
    const QString belongs =
        tr("Documents, records, screenshots and links that show what is done belong here, "
           "each once, whatever it serves.");
    m_empty = m_workspace.isReadOnly()
                  ? new EmptyHint(tr("No evidence"),
                                  belongs + u' ' +
                                      tr("This workspace is open for reading only, so nothing can be added."))
                  : new EmptyHint(tr("No evidence yet"),
                                  belongs + u' ' +
                                      tr("Drop files or a whole folder anywhere on this page, or attach them "
                                         "on an item of a checklist."),
                                  tr("Add files"));
    column->addWidget(m_empty, 1);
    m_empty->hide();
    m_linkForm->hide();
    content()->addWidget(m_held, 1);
    content()->addWidget(m_intake, 1);
    m_intake->hide();
}

QWidget *EvidencePage::buildSteps()
{
    auto *addFiles = button(tr("Add files …"), ButtonKind::Primary);
    addFiles->setObjectName(u"evidence/addFiles"_s);
    offerInMenu(*addFiles);
    connect(addFiles, &QPushButton::clicked, this, &EvidencePage::chooseFiles);
    auto *addFolder = button(tr("Add a folder …"));
    addFolder->setObjectName(u"evidence/addFolder"_s);
    offerInMenu(*addFolder);
    addFolder->setToolTip(tr("Lists all files in it in one table; nothing is attached before you say so"));
    connect(addFolder, &QPushButton::clicked, this, &EvidencePage::chooseFolder);
    m_addLink = button(tr("Add a link …"));
    m_addLink->setObjectName(u"evidence/addLink"_s);
    m_addLink->setCheckable(true);
    offerInMenu(*m_addLink);
    m_check = button(tr("Check integrity"));
    m_check->setObjectName(u"evidence/check"_s);
    offerInMenu(*m_check);
    m_check->setToolTip(tr("Reads every stored file anew and compares it with its fingerprint"));
    auto *steps = new QWidget;
    auto *row = new FlowLayout(steps);
    for (QPushButton *step : {addFiles, addFolder, m_addLink, m_check})
        row->addWidget(step);
    onlyReads(*m_check);
    return steps;
}

void EvidencePage::connectAll()
{
    connect(m_list, &EvidenceList::chosenChanged, this, &EvidencePage::showChosen);
    connect(m_empty, &EmptyHint::stepTaken, this, &EvidencePage::chooseFiles);
    connect(m_addLink, &QPushButton::toggled, m_linkForm, &QWidget::setVisible);
    connect(m_addLink, &QPushButton::clicked, m_linkForm, &LinkForm::begin);
    connect(m_linkForm, &LinkForm::given, this, &EvidencePage::attachLink);
    connect(m_check, &QPushButton::clicked, this, &EvidencePage::checkIntegrity);
    const auto say = [this](const Error &error) {
        banner().say(error);
    };
    connect(m_linkForm, &LinkForm::refused, this, say);
    connect(m_writer, &AnswerWriter::refused, this, say);
    connect(m_writer, &AnswerWriter::refused, this, &EvidencePage::readAll);
    connect(m_detail, &EvidenceDetail::refused, this, say);
    connect(m_detail, &EvidenceDetail::goTo, this, &Page::goTo);
    connect(m_detail, &EvidenceDetail::noticed, this,
            [this](const QString &sentence) { banner().say(BannerKind::Notice, sentence); });
    connect(m_detail, &EvidenceDetail::checked, this, [this](const Digest &digest, Integrity integrity) {
        remember(digest, integrity);
        showChecks();
    });
    auto *drop = new FileDrop(*this, FileDrop::Takes::AnyNumber);
    connect(drop, &FileDrop::dropped, m_intake, &EvidenceIntake::add);
    connect(m_intake, &EvidenceIntake::refused, this, say);
    connect(m_intake, &EvidenceIntake::begun, m_held, &QWidget::hide);
    connect(m_intake, &EvidenceIntake::begun, m_intake, &QWidget::show);
    connect(m_intake, &EvidenceIntake::givenUp, this, &EvidencePage::returnToHeld);
    connect(m_intake, &EvidenceIntake::attached, this, [this](const Attached &attached) {
        sayAttached(attached);
        returnToHeld();
    });
    connect(&m_workspace, &Workspace::changed, this, &EvidencePage::renew);
    connect(&m_workspace, &Workspace::changedElsewhere, this, &EvidencePage::readAll);
}

void EvidencePage::activate(const QString &target)
{
    if (const auto freshness = fromWord<Freshness>(target)) {
        showHeld();
        m_list->showOnly(*freshness);
    } else if (!target.isEmpty()) {
        m_wanted = target;
    }
    if (!m_isRead)
        return readAll();
    revealWanted();
}

QList<Unsaved> EvidencePage::unsaved() const
{
    return Page::unsaved() + m_intake->unsaved();
}

void EvidencePage::readAll()
{
    m_isAllDue = true;
    readDue();
}

void EvidencePage::renew(const ChangeSet &changeSet)
{
    if (!m_isRead && !m_isReading)
        return;
    const auto touched = evidenceTouchedBy(changeSet);
    if (!touched || touched->size() > mostReadSingly || changeSet.touches<Person>())
        return readAll();
    m_due.unite(*touched);
    readDue();
}

void EvidencePage::readDue()
{
    if (m_isReading || (!m_isAllDue && m_due.isEmpty()))
        return;
    m_isReading = true;
    const auto of = m_isAllDue ? std::nullopt : std::optional(m_due);
    m_isAllDue = false;
    m_due.clear();
    m_jobs.run<EvidenceReading>(tr("Read the evidence"),
                                withReader(m_workspace,
                                           [&workspace = m_workspace, of](const Connection &reader) {
                                               return readEvidence(workspace, reader, of);
                                           }),
                                this,
                                [this](Result<EvidenceReading> reading) { endReading(std::move(reading)); });
}

void EvidencePage::endReading(Result<EvidenceReading> reading)
{
    m_isReading = false;
    if (!reading)
        return banner().say(reading.error());
    m_isRead = true;
    receive(std::move(*reading));
    readDue();
}

void EvidencePage::receive(EvidenceReading reading)
{
    m_persons = std::move(reading.persons);
    addNewer(m_checks, reading.checks);
    if (reading.of) {
        QSet<Id<Evidence>> gone = *reading.of;
        for (const EvidenceRow &row : reading.rows)
            gone.remove(row.evidence().id);
        m_list->renew(std::move(reading.rows), gone);
    } else {
        m_list->setRows(std::move(reading.rows));
    }
    const bool hasAny = !m_list->rows().empty();
    const bool keyboardGoes = hasAny && m_empty->isAncestorOf(QApplication::focusWidget());
    (hasAny ? static_cast<QWidget *>(m_splitter) : m_empty)->show(); // first, so that the keyboard goes there
    if (keyboardGoes)
        m_list->focusTable();
    (hasAny ? static_cast<QWidget *>(m_empty) : m_splitter)->hide();
    m_check->setVisible(hasAny);
    revealWanted();
    m_detail->renewUses();
}

void EvidencePage::revealWanted()
{
    if (m_wanted.isEmpty() || !m_list->reveal(m_wanted))
        return;
    m_wanted.clear();
    showHeld();
}

void EvidencePage::showHeld()
{
    m_intake->hide();
    m_held->show();
}

/// With the keyboard, which was at what is hidden now.
void EvidencePage::returnToHeld()
{
    showHeld();
    if (m_splitter->isVisible())
        m_list->focusTable();
    else if (auto *step = m_empty->findChild<QPushButton *>())
        step->setFocus();
}

void EvidencePage::showChosen()
{
    const Evidence *evidence = m_list->chosen();
    m_detail->setVisible(evidence);
    if (!evidence)
        return;
    m_detail->show(*evidence, m_persons);
    Q_EMIT targetChanged(evidence->id.text());
}

void EvidencePage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Which files are evidence?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, m_intake, &EvidenceIntake::add);
    dialog->open();
}

void EvidencePage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Which folder holds the evidence?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, m_intake, &EvidenceIntake::add);
    dialog->open();
}

void EvidencePage::attachLink(const Evidence &link)
{
    banner().hide();
    m_addLink->setFocus(); // the form that has it goes
    m_addLink->setChecked(false);
    Evidence evidence = link;
    if (!m_workspace.actor().isNull())
        evidence.collectedBy = m_workspace.actor();
    evidence.collectedOn = m_workspace.today();
    Workspace &workspace = m_workspace;
    m_jobs.run<Attached>(
        tr("Add the link"),
        [&workspace, evidence](const Progress &progress) {
            return attach(workspace, {{{}, evidence, {}}}, progress);
        },
        this,
        [this](const Result<Attached> &attached) {
            if (!attached)
                return banner().say(attached.error());
            sayAttached(*attached);
        });
}

void EvidencePage::sayAttached(const Attached &attached)
{
    showHeld();
    for (const Evidence &piece : attached.evidence) {
        if (piece.digest)
            remember(*piece.digest, Integrity::Unchanged); // it was read to its end to be stored
    }
    showChecks();
    if (!attached.evidence.isEmpty()) {
        m_wanted = attached.evidence.first().id.text();
        revealWanted();
    }
    const bool isWell = attached.refused.isEmpty() &&
                        std::all_of(m_checks.cbegin(), m_checks.cend(), [](const FileCheck &check) {
                            return check.integrity == Integrity::Unchanged;
                        });
    banner().say(isWell ? BannerKind::Information : BannerKind::Error,
                 inWords(attached, m_list->pieces(), m_checks));
}

void EvidencePage::checkIntegrity()
{
    const QList<Evidence> evidence = m_list->pieces();
    beginWork(*m_check);
    Job *job = m_jobs.run<StoreCheck>(
        tr("Check integrity"),
        [&workspace = m_workspace, evidence](const Progress &progress) {
            return checkAndKeep(workspace, evidence, progress);
        },
        this, [this, evidence](const Result<StoreCheck> &check) { endCheck(check, evidence); });
    m_job->follow(*job);
}

void EvidencePage::endCheck(const Result<StoreCheck> &check, const QList<Evidence> &evidence)
{
    endWork(*m_check);
    if (!check)
        return banner().say(BannerKind::Notice, check.error().message);
    for (size_t i = 0; i < check->files.size(); ++i)
        remember(check->files[i].digest, check->found[i]);
    showChecks();
    const bool isWell = check->intact() == qsizetype(check->files.size());
    banner().say(isWell ? BannerKind::Information : BannerKind::Error, inWords(*check, evidence));
}

void EvidencePage::showChecks()
{
    m_list->showChecks();
    m_detail->showChecks();
}

void EvidencePage::remember(const Digest &digest, Integrity integrity)
{
    m_checks.insert(digest, {integrity, m_workspace.clock().now()});
}

}
