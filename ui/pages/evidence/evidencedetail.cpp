#include "ui/pages/evidence/evidencedetail.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/evidence/evidenceform.h"
#include "ui/pages/evidence/evidenceuses.h"
#include "ui/pages/evidence/previewpane.h"
#include "ui/pages/evidence/removalform.h"
#include "ui/pages/evidence/useform.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/scrollpane.h"
#include "ui/widgets/tabrow.h"

#include <QFileDialog>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int restMilliseconds = 80;

/// In pieces that a narrow page can break between.
QString inPieces(const Digest &digest)
{
    constexpr int piece = 16;
    QStringList pieces;
    const QString hex = digest.hex();
    for (int from = 0; from < hex.size(); from += piece)
        pieces.append(hex.mid(from, piece));
    return pieces.join(u' ');
}

Result<UsesReading> readUses(const Connection &reader, const std::shared_ptr<const Catalogue> &known,
                             const Id<Evidence> &evidence)
{
    const auto catalogue = shippedCatalogue(known);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    auto served = readServedItems(reader, evidence);
    const auto open = readOpenAssessments(reader);
    if (!served || !open)
        return tl::unexpected(served ? open.error() : served.error());
    return UsesReading{*catalogue, std::move(*served), tickableSystems(*open), tickableItems(**catalogue)};
}

}

EvidenceDetail::EvidenceDetail(Workspace &workspace, Jobs &jobs, AnswerWriter &writer,
                               const FileChecks &checks, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_checks(checks)
    , m_title((new PlainLabel({}, TextKind::Subtitle))->wrapped())
    , m_file((new PlainLabel({}, TextKind::Small, Emphasis::Quiet))->wrapped())
    , m_problems(new Banner)
    , m_copy(button(tr("Save a copy …")))
    , m_remove(button(tr("Remove from the record …")))
    , m_removal(new RemovalForm(workspace, jobs, writer))
    , m_tabs(new TabRow(tr("Parts of the piece of evidence")))
    , m_form(new EvidenceForm(writer))
    , m_uses(new EvidenceUses(workspace, jobs, writer))
    , m_preview(new PreviewPane(workspace.evidenceFolder(), jobs))
{
    build();
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &EvidenceDetail::read);
    m_tabs->listenWithin(*this);
    connect(m_tabs, &TabRow::keyChosen, this, &EvidenceDetail::showTab);
    connect(m_copy, &QPushButton::clicked, this, &EvidenceDetail::chooseCopy);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_removal->ask(m_evidence); });
    connect(m_removal, &RemovalForm::refused, this, &EvidenceDetail::refused);
    connect(m_form, &EvidenceForm::approvalEnded, this, &EvidenceDetail::noticed);
    connect(m_uses, &EvidenceUses::goTo, this, &EvidenceDetail::goTo);
    connect(m_preview, &PreviewPane::checked, this, &EvidenceDetail::checked);
}

void EvidenceDetail::build()
{
    m_title->setObjectName(u"evidence/heading"_s);
    m_tabs->setObjectName(u"evidenceTabs"_s);
    m_tabs->addKey(u"about"_s, tr("About it"));
    m_tabs->addKey(u"uses"_s, tr("Used for"));
    m_tabs->addKey(u"preview"_s, tr("Preview"));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_file->setFocusPolicy(Qt::NoFocus);
    onlyReads(*m_copy);
    auto *panel = new Panel;
    QVBoxLayout *column = panel->content();
    column->addWidget(m_title);
    column->addWidget(m_file);
    m_problems->setObjectName(u"evidence/problems"_s);
    m_problems->setClosable(false);
    column->addWidget(m_problems);
    m_remove->setObjectName(u"evidence/remove"_s);
    offerInMenu(*m_copy);
    offerInMenu(*m_remove, tr("Remove the evidence from the record …"));
    auto *steps = new FlowLayout;
    steps->addWidget(m_copy);
    steps->addWidget(m_remove);
    column->addLayout(steps);
    column->addWidget(m_removal);
    column->addWidget(m_tabs);
    auto *pane = new ScrollPane(tr("The piece of evidence"));
    QVBoxLayout *parts = pane->column();
    parts->setContentsMargins(0, spacing::tight, spacing::small, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_uses, m_preview})
        parts->addWidget(part);
    parts->addStretch(1);
    column->addWidget(pane, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
    showTab();
}

void EvidenceDetail::show(const Evidence &evidence, const QList<Person> &persons)
{
    const bool isAnother = evidence.id != m_evidence.id;
    if (isAnother)
        m_removal->hide();
    m_evidence = evidence;
    showChecks();
    m_form->show(evidence, persons);
    if (isAnother)
        m_rest.start();
    else
        m_preview->show(evidence);
}

void EvidenceDetail::showChecks()
{
    showHead();
    showProblems();
}

void EvidenceDetail::showHead()
{
    m_title->setPlainText(m_evidence.title);
    m_copy->setVisible(m_evidence.digest.has_value());
    if (!m_evidence.digest)
        return m_file->setPlainText(tr("Link to %1").arg(shownInLine(m_evidence.url)));
    m_file->setPlainText(tr("%1, %2, %3\nFingerprint (SHA-256) %4\nIntegrity: %5")
                             .arg(shownInLine(m_evidence.originalName),
                                  QLocale().formattedDataSize(m_evidence.size),
                                  shownInLine(m_evidence.mediaType), inPieces(*m_evidence.digest),
                                  integrityInWords(m_evidence, m_checks)));
}

void EvidenceDetail::showProblems()
{
    const QStringList problems = problemsOfPiece(m_evidence, m_checks, m_workspace.today());
    m_problems->hide();
    if (!problems.isEmpty())
        m_problems->say(BannerKind::Notice, problems.join(u'\n'));
}

void EvidenceDetail::showTab()
{
    const QString key = m_tabs->currentKey();
    m_form->setVisible(key == "about"_L1);
    m_uses->setVisible(key == "uses"_L1);
    m_preview->setVisible(key == "preview"_L1);
}

void EvidenceDetail::renewUses()
{
    if (!m_evidence.id.isNull())
        m_rest.start();
}

void EvidenceDetail::read()
{
    m_preview->show(m_evidence);
    m_reading.run<UsesReading>(
        m_jobs, tr("Read what “%1” serves").arg(m_evidence.title),
        withReader(m_workspace, [catalogue = m_catalogue, id = m_evidence.id](
                                    const Connection &reader) { return readUses(reader, catalogue, id); }),
        this, [this](const Result<UsesReading> &reading) { receive(reading); });
}

void EvidenceDetail::receive(const Result<UsesReading> &reading)
{
    if (!reading) {
        Q_EMIT refused(reading.error());
        return;
    }
    m_catalogue = reading->catalogue;
    m_uses->show(m_evidence, *reading);
}

void EvidenceDetail::chooseCopy()
{
    auto *dialog = new QFileDialog(this, tr("Where is the copy to lie?"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(withVisibleControls(m_evidence.originalName));
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceDetail::copyTo);
    dialog->open();
}

void EvidenceDetail::copyTo(const QString &target)
{
    if (!m_evidence.digest)
        return;
    m_jobs.run<void>(
        tr("Copy “%1”").arg(m_evidence.title),
        [folder = m_workspace.evidenceFolder(), digest = *m_evidence.digest,
         target](const Progress &progress) { return saveCopy(folder, digest, target, progress); },
        this,
        [this](const Done &done) {
            if (!done)
                Q_EMIT refused(done.error());
        });
}

}
