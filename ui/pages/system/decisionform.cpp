#include "ui/pages/system/decisionform.h"

#include "ui/widgets/button.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelled.h"
#include "ui/widgets/offeredstep.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/proposed.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

const QString applies = u"applies"_s;
const QString appliesNot = u"applies-not"_s;

}

DecisionForm::DecisionForm(QWidget *parent)
    : QWidget(parent)
    , m_verdict(new ChoiceField(tr("Decision on the item")))
    , m_reason(new QLineEdit)
    , m_approver(new ChoiceField(tr("Approved by")))
    , m_reviewOn(new DateField(tr("Looked at again on")))
    , m_decide(button(tr("Decide")))
    , m_takeBack(button(tr("Take the decision back"), ButtonKind::Quiet))
{
    m_verdict->setChoices({{applies, tr("It applies")}, {appliesNot, tr("It does not apply")}});
    m_verdict->setObjectName(u"decision/verdict"_s);
    m_reason->setObjectName(u"decision/reason"_s);
    m_reason->setAccessibleName(tr("Reason for the decision"));
    m_reason->setPlaceholderText(tr("Why the record alone gets it wrong"));
    m_approver->setObjectName(u"decision/approver"_s);
    m_reviewOn->setObjectName(u"decision/reviewOn"_s);
    m_decide->setObjectName(u"decision/decide"_s);
    offerInMenu(*m_decide, tr("Decide about the chosen item"));
    m_takeBack->setObjectName(u"decision/takeBack"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *grid = new CellGrid(26);
    grid->addWidget(labelled(tr("Decide against the record"), m_verdict));
    grid->addWidget(labelled(tr("Approved by"), m_approver));
    grid->addWidget(labelled(tr("Looked at again on"), m_reviewOn));
    grid->addWide(labelled(tr("Reason"), m_reason));
    whole->addLayout(grid);
    auto *row = new FlowLayout;
    row->addWidget(m_decide);
    row->addWidget(m_takeBack);
    whole->addLayout(row);
    connect(m_decide, &QPushButton::clicked, this, &DecisionForm::decide);
    connect(m_takeBack, &QPushButton::clicked, this, &DecisionForm::takenBack);
}

void DecisionForm::setDecision(const About &about, const std::optional<ApplicabilityDecision> &decision,
                               Applicability::State now, const QList<Choice> &people)
{
    m_approver->setChoices(people);
    if (about.key == m_about.key && decision == m_decision)
        return;
    if (about.key != m_about.key)
        keepDraft();
    m_about = about;
    m_decision = decision;
    showDecision(now);
    takeUpDraft();
}

void DecisionForm::showDecision(Applicability::State now)
{
    const auto &decision = m_decision;
    const bool proposed = decision ? decision->applies : now != Applicability::State::Applies;
    m_verdict->setKey(proposed ? applies : appliesNot);
    m_reason->setText(decision ? decision->reason : QString());
    m_approver->setKey(decision && decision->approver ? decision->approver->text() : QString());
    m_reviewOn->setDate(decision ? decision->reviewOn : std::nullopt);
    takeAsProposed({m_verdict, m_approver, m_reviewOn});
    m_takeBack->setVisible(decision.has_value());
    m_decide->setText(decision && decision->carried ? tr("Confirm the decision carried over") : tr("Decide"));
}

void DecisionForm::keepDraft()
{
    if (!begunIn(*this).isEmpty())
        m_drafts.insert(m_about.key, {m_about.name, m_decision, m_verdict->key(), m_reason->text(),
                                      m_approver->key(), m_reviewOn->text()});
}

void DecisionForm::takeUpDraft()
{
    const Draft draft = m_drafts.take(m_about.key);
    if (draft.name.isEmpty() || draft.decision != m_decision)
        return;
    m_verdict->setKey(draft.verdict);
    m_reason->setText(draft.reason);
    m_reason->setModified(true);
    m_approver->setKey(draft.approver);
    m_reviewOn->setText(draft.reviewOn);
    m_reviewOn->finish();
}

QList<Unsaved> DecisionForm::drafts() const
{
    QList<Unsaved> drafts;
    for (const Draft &draft : m_drafts)
        drafts.append(
            {tr("Decision on %1").arg(draft.name),
             QStringList{draft.name, draft.verdict, draft.reason, draft.approver, draft.reviewOn}.join(u'\n'),
             {}});
    return drafts;
}

void DecisionForm::decide()
{
    if (m_reviewOn->sendsBack())
        return;
    ApplicabilityDecision decision;
    decision.applies = m_verdict->key() == applies;
    decision.reason = m_reason->text().trimmed();
    const auto approver = Id<Person>::fromText(m_approver->key());
    decision.approver = approver.isNull() ? std::nullopt : std::optional(approver);
    decision.reviewOn = m_reviewOn->date();
    if (decision.reason.isEmpty())
        m_reason->setFocus();
    Q_EMIT decided(decision);
}

}
