#include "ui/pages/packages/issuedcard.h"

#include "core/delivery/issueregister.h"
#include "ui/widgets/particulars.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statuslabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

IssuedCard::IssuedCard(QWidget *parent)
    : QWidget(parent)
    , m_facts(new Particulars)
    , m_state(new StatusLabel(StatusMark::Met))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_facts);
    m_facts->add(tr("State"), m_state);
    m_why = addFact(u"why"_s, tr("Reason"));
    m_successor = addFact(u"successor"_s, tr("Replaced by"));
    m_kind = addFact(u"what"_s, tr("What"));
    m_issuedTo = addFact(u"issuedTo"_s, tr("Issued to"));
    m_systems = addFact(u"systems"_s, tr("Systems"));
    m_purpose = addFact(u"purpose"_s, tr("Purpose"));
    m_file = addFact(u"file"_s, tr("File"));
    m_seal = addFact(u"seal"_s, tr("Seal"));
}

PlainLabel *IssuedCard::addFact(const QString &key, const QString &name)
{
    PlainLabel *fact = m_facts->add(name);
    fact->setObjectName(u"packages/issued/"_s + key);
    return fact;
}

void IssuedCard::setLine(const IssuedLine &line)
{
    const IssuedPackage &package = line.package;
    m_state->setStatus(markOf(package.state), stateAndDay(package));
    m_facts->say(m_why, package.stateReason);
    m_facts->say(m_successor, line.replacedBy);
    m_facts->say(m_kind, kindInWords(package));
    m_facts->say(m_issuedTo, package.issuedTo);
    m_facts->say(m_systems, package.systems);
    m_facts->say(m_purpose, package.purpose);
    m_facts->say(m_file, package.fileName);
    m_facts->say(m_seal, sealInGroups(package.seal));
}

}
