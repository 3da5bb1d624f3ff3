#include "ui/pages/journal/recordcheck.h"

#include "core/evidence/evidence.h"
#include "core/evidence/evidencestore.h"
#include "core/evidence/integrity.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// The sentence about the files of the evidence.
Result<Finding> verifyFiles(const Workspace &workspace, const Progress &progress)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto evidence = Repository<Evidence>(**reader).all();
    if (!evidence)
        return tl::unexpected(evidence.error());
    std::vector<Fingerprint> fingerprints;
    QStringList titles;
    for (const Evidence &piece : *evidence) {
        if (!piece.digest || piece.removedAt)
            continue;
        fingerprints.push_back({*piece.digest, piece.size});
        titles.append(piece.title);
    }
    const auto states = integrityOf(EvidenceStore(workspace.evidenceFolder()), fingerprints, progress);
    if (!states)
        return tl::unexpected(states.error());
    for (size_t i = 0; i < states->size(); ++i) {
        if ((*states)[i] != Integrity::Unchanged)
            return Finding{
                false, RecordCheck::tr("The file of “%1” is not what was stored.").arg(titles[qsizetype(i)]),
                qint64(i)};
    }
    return Finding{true, RecordCheck::tr("Every evidence file is what was stored."), qint64(states->size())};
}

using Findings = QList<Finding>;

Result<Findings> verifyRecord(const Workspace &workspace, const Progress &progress)
{
    const auto reader = workspace.reader();
    if (!reader)
        return tl::unexpected(reader.error());
    Findings findings;
    for (const auto &check : {std::function([&] { return verifyChain(**reader, progress); }),
                              std::function([&] { return verifyRows(**reader, recordSchema(), progress); }),
                              std::function([&] { return verifyFiles(workspace, progress); })}) {
        const auto finding = check();
        if (!finding)
            return tl::unexpected(finding.error());
        findings.append(*finding);
    }
    return findings;
}

}

RecordCheck::RecordCheck(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_verify(button(tr("Check the record")))
    , m_findings(new QVBoxLayout)
{
    m_verify->setObjectName(u"journalVerify"_s);
    connect(m_verify, &QPushButton::clicked, this, &RecordCheck::verify);
    auto *panel = new Panel(tr("Does the record hold?"));
    panel->addBesideHeading(m_verify);
    panel->content()->addWidget(
        (new PlainLabel(tr("Replays the journal from its first entry, compares every row of the "
                           "record with it, and reads every evidence file anew."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_findings->setSpacing(spacing::small);
    panel->content()->addLayout(m_findings);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void RecordCheck::verify()
{
    m_verify->setEnabled(false);
    m_jobs.run<Findings>(
        tr("Check the record"),
        [this](const Progress &progress) { return verifyRecord(m_workspace, progress); }, this,
        [this](const Result<Findings> &findings) { showFindings(findings); });
}

void RecordCheck::showFindings(const Result<Findings> &findings)
{
    m_verify->setEnabled(true);
    while (QLayoutItem *item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto say = [this](StatusMark mark, const QString &heading, const QString &sentence) {
        m_findings->addWidget(new StatusLabel(mark, heading));
        m_findings->addWidget((new PlainLabel(sentence))->wrapped());
    };
    if (!findings)
        return say(StatusMark::NotMet, tr("Could not be checked"), findings.error().message);
    for (const Finding &finding : *findings)
        say(finding.holds ? StatusMark::Met : StatusMark::NotMet,
            finding.holds ? tr("Holds, checked: %1").arg(finding.checked) : tr("Does not hold"),
            finding.statement);
}

}
