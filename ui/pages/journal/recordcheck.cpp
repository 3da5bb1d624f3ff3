#include "ui/pages/journal/recordcheck.h"

#include "ui/jobs/jobs.h"
#include "ui/pages/packages/packagetoread.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/atwork.h"
#include "ui/widgets/button.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/statuslabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

RecordCheck::RecordCheck(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_verify(button(tr("Check the record")))
    , m_proofs(new QVBoxLayout)
{
    onlyReads(*this);
    m_verify->setObjectName(u"journalVerify"_s);
    offerInMenu(*m_verify);
    connect(m_verify, &QPushButton::clicked, this, &RecordCheck::verify);
    auto *panel = new Panel(tr("Does the record hold?"));
    panel->addBesideHeading(m_verify);
    panel->content()->addWidget(
        (new PlainLabel(tr("Replays the journal from its first entry, compares every row of the "
                           "record with it, and reads every evidence file anew."),
                        TextKind::Body, Emphasis::Quiet))
            ->wrapped());
    m_proofs->setSpacing(spacing::small);
    panel->content()->addLayout(m_proofs);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(panel);
}

void RecordCheck::verify()
{
    beginWork(*m_verify);
    packageBehind(m_workspace).isEmpty() ? verifyWorkspaceHere() : verifyPackageBehind();
}

void RecordCheck::verifyWorkspaceHere()
{
    m_jobs.run<WorkspaceVerification>(
        tr("Check the record"),
        [&workspace = m_workspace](const Progress &progress) { return verifyWorkspace(workspace, progress); },
        this,
        [this](const Result<WorkspaceVerification> &verification) {
            showProofs(verification);
            if (verification)
                Q_EMIT stateFound(stateOf(*verification));
        });
}

/// Of its journal, the texts that belong to other systems are withheld, which is no fault of a package.
void RecordCheck::verifyPackageBehind()
{
    m_jobs.run<PackageVerification>(
        tr("Check the record"),
        [path = packageBehind(m_workspace)](const Progress &progress) {
            return verifyPackage(path, std::nullopt, progress);
        },
        this, [this](const Result<PackageVerification> &verification) { showPackage(verification); });
}

/// For the status line, where it stays.
QString RecordCheck::stateOf(const WorkspaceVerification &verification) const
{
    const QString at = m_workspace.clock().now().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    if (verification.couldNotTell())
        return tr("The check at %1 could not read everything: see Journal").arg(at);
    return verification.holds() ? tr("Record unaltered, checked %1").arg(at)
                                : tr("The check at %1 found something: see Journal").arg(at);
}

void RecordCheck::clearProofs()
{
    while (QLayoutItem *item = m_proofs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RecordCheck::say(StatusMark mark, const QString &heading, const QStringList &lines)
{
    m_proofs->addWidget(new StatusLabel(mark, heading));
    for (const QString &line : lines)
        m_proofs->addWidget((new PlainLabel(line))->wrapped());
}

void RecordCheck::showPackage(const Result<PackageVerification> &verification)
{
    endWork(*m_verify);
    clearProofs();
    if (!verification)
        return say(StatusMark::NotMet, tr("Could not be checked"), {verification.error().message});
    say(verification->holds() ? StatusMark::Met : StatusMark::NotMet,
        verification->holds() ? tr("Verified") : tr("Not verified"), inWords(*verification));
}

void RecordCheck::showProofs(const Result<WorkspaceVerification> &verification)
{
    endWork(*m_verify);
    clearProofs();
    if (!verification)
        return say(StatusMark::NotMet, tr("Could not be checked"), {verification.error().message});
    for (const Proof &proof : verification->proofs)
        say(proof.holds ? StatusMark::Met : StatusMark::NotMet,
            proof.holds ? tr("Holds, checked: %1").arg(proof.checked) : tr("Does not hold"),
            {proof.statement});
    if (!verification->wayOut.isEmpty())
        m_proofs->addWidget((new PlainLabel(verification->wayOut))->wrapped());
    for (const QString &line : headInWords(*verification))
        m_proofs->addWidget((new PlainLabel(line))->wrapped());
    if (!verification->leftovers.isEmpty())
        say(StatusMark::NotApplicable, tr("Left over in the folder of the evidence"),
            leftoversInWords(*verification));
}

}
