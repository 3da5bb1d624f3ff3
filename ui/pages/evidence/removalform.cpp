#include "ui/pages/evidence/removalform.h"

#include "core/workspace/occasionof.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/models/sortkey.h"
#include "ui/pages/checklist/answerwriter.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr qsizetype mostNamed = 12;

QString usesInWords(QList<ServedItem> uses)
{
    const QCollator collator = tableCollator();
    std::sort(uses.begin(), uses.end(), [&collator](const ServedItem &a, const ServedItem &b) {
        const int order = collator.compare(a.holder, b.holder);
        return order < 0 || (order == 0 && collator.compare(a.use.item, b.use.item) < 0);
    });
    QStringList lines;
    for (const ServedItem &use : uses.first(std::min(uses.size(), mostNamed)))
        lines.append(RemovalForm::tr("%1 of %2").arg(use.use.item, use.holder));
    if (uses.size() > mostNamed)
        lines.append(RemovalForm::tr("and %n more", nullptr, int(uses.size() - mostNamed)));
    return lines.join(u'\n');
}

}

RemovalForm::RemovalForm(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_writer(writer)
    , m_question((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_uses((new PlainLabel)->wrapped())
{
    m_uses->setObjectName(u"removal/uses"_s);
    auto *sure = button(tr("Remove it"), ButtonKind::Primary);
    sure->setObjectName(u"removal/sure"_s);
    auto *keep = button(tr("Keep it"));
    keep->setObjectName(u"removal/keep"_s);
    auto *answers = new FlowLayout;
    answers->addWidget(keep);
    answers->addWidget(sure);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::small, 0, spacing::small);
    column->setSpacing(spacing::small);
    column->addWidget(m_question);
    column->addWidget(m_uses);
    column->addLayout(answers);
    connect(sure, &QPushButton::clicked, this, &RemovalForm::remove);
    connect(keep, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void RemovalForm::ask(const Evidence &evidence)
{
    m_evidence = evidence;
    m_jobs.run<PlannedRemoval>(
        tr("Look what rests on “%1”").arg(evidence.title),
        withReader(m_workspace,
                   [id = evidence.id, occasion = occasionOf(m_workspace)](const Connection &reader) {
                       return planEvidenceRemoval(reader, id, occasion);
                   }),
        this, [this, id = evidence.id](const Result<PlannedRemoval> &planned) { receive(id, planned); });
}

void RemovalForm::receive(const Id<Evidence> &asked, const Result<PlannedRemoval> &planned)
{
    if (asked != m_evidence.id)
        return;
    if (planned)
        return show(*planned);
    hide();
    Q_EMIT refused(planned.error());
}

void RemovalForm::show(const PlannedRemoval &planned)
{
    m_planned = planned;
    const QString kept = tr("Undo brings it back; the stored file stays where it is.");
    m_question->setPlainText(
        planned.uses.isEmpty()
            ? tr("Remove it from the record? It serves no item. %1").arg(kept)
            : tr("Remove it from the record? It is then taken away from these items, whose "
                 "answers stay. %1")
                  .arg(kept));
    m_uses->setPlainText(usesInWords(planned.uses));
    m_uses->setVisible(!planned.uses.isEmpty());
    QWidget::show();
    findChild<QWidget *>(u"removal/keep"_s)->setFocus();
}

void RemovalForm::remove()
{
    hide();
    m_writer.save(m_planned.changeSet);
}

}
