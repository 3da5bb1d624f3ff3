#include "ui/pages/packages/issuedcard.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"

#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

IssuedCard::IssuedCard(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QFormLayout(this))
    , m_state(new StatusLabel(StatusMark::Met))
{
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(spacing::wide);
    m_facts->setVerticalSpacing(spacing::tight);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_facts->addRow(new PlainLabel(tr("State"), TextKind::Body, Emphasis::Quiet), m_state);
    m_why = addFact(u"why"_s, tr("Reason"));
    m_successor = addFact(u"successor"_s, tr("Replaced by"));
    m_issuedTo = addFact(u"issuedTo"_s, tr("Issued to"));
    m_systems = addFact(u"systems"_s, tr("Systems"));
    m_purpose = addFact(u"purpose"_s, tr("Purpose"));
    m_file = addFact(u"file"_s, tr("File"));
    m_seal = addFact(u"seal"_s, tr("Seal"));
}

/// To be marked and copied, by mouse and by keyboard.
PlainLabel *IssuedCard::addFact(const QString &key, const QString &label)
{
    auto *fact = (new PlainLabel)->wrapped();
    fact->setObjectName(u"packages/issued/"_s + key);
    fact->setAccessibleName(label);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->addRow(new PlainLabel(label, TextKind::Body, Emphasis::Quiet), fact);
    return fact;
}

/// What is not known takes no line.
void IssuedCard::show(PlainLabel *fact, const QString &words)
{
    fact->setPlainText(words);
    fact->setVisible(!words.isEmpty());
    m_facts->labelForField(fact)->setVisible(!words.isEmpty());
}

void IssuedCard::setLine(const IssuedLine &line)
{
    const IssuedPackage &package = line.package;
    m_state->setStatus(markOf(package.state), stateAndDay(package));
    show(m_why, package.stateReason);
    show(m_successor, line.replacedBy);
    show(m_issuedTo, package.issuedTo);
    show(m_systems, package.systems);
    show(m_purpose, package.purpose);
    show(m_file, package.fileName);
    show(m_seal, sealInGroups(package.seal));
}

}
