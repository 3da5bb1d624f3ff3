#include "ui/pages/checklist/relieduponform.h"

#include "ui/pages/checklist/answerwriter.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/sizeintext.h"
#include "ui/widgets/textfield.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QString title(Holding holding)
{
    switch (holding) {
    case Holding::Attestation:
        return ReliedUponForm::tr("an attestation");
    case Holding::Contract:
        return ReliedUponForm::tr("a contract");
    case Holding::Report:
        return ReliedUponForm::tr("a report");
    case Holding::Nothing:
        break;
    }
    return ReliedUponForm::tr("nothing yet");
}

/// Why nothing can be written here; empty while it can.
QString closedSince(const std::optional<Assessment> &assessment)
{
    if (!assessment || !assessment->closedOn)
        return {};
    return ReliedUponForm::tr("The assessment was closed on %1: what is held stays as it is.")
        .arg(assessment->closedOn->toString(Qt::ISODate));
}

/// The party named by the circumstances, as the record knows it.
std::optional<Party> bearer(const Checklist &checklist, const ChecklistLine &line)
{
    if (line.applicability.party < 0)
        return std::nullopt;
    const QString &name = checklist.circumstances.holders.at(size_t(line.applicability.party)).party;
    for (const HeldRole &role : checklist.roles) {
        if (role.party.name == name)
            return role.party;
    }
    return std::nullopt;
}

}

ReliedUponForm::ReliedUponForm(AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_writer(writer)
    , m_party((new PlainLabel({}, TextKind::Strong))->wrapped())
    , m_carried(new QWidget)
    , m_holding(new ChoiceField(tr("What is held")))
    , m_reference(new TextField(tr("Document held")))
    , m_ownDuty(new PlainTextEdit(tr("What remains to be done here")))
{
    m_holding->setObjectName(u"holding"_s);
    for (const auto &entry : Words<Holding>::words)
        m_holding->addItem(title(entry.first), int(entry.first));
    m_reference->setPlaceholderText(tr("title and date of the document"));
    m_reference->setObjectName(u"reference"_s);
    setInText(*m_reference, Extent::LeastWidth, 30);
    m_ownDuty->setObjectName(u"ownDuty"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::small);
    column->addWidget(m_party);
    column->addWidget(m_carried);
    auto *fields = new FlowLayout;
    fields->addWidget(labelledBeside(tr("We hold"), m_holding));
    fields->addWidget(labelledBeside(tr("Document"), m_reference));
    column->addLayout(fields);
    column->addWidget(new PlainLabel(tr("What remains to be done here"), TextKind::Strong));
    column->addWidget(m_ownDuty);
    auto *note = new FlowLayout(m_carried);
    note->addWidget(
        (new PlainLabel(tr("Carried over from the assessment before, not reconfirmed.")))->wrapped());
    auto *confirms = button(tr("Confirm"));
    confirms->setObjectName(u"confirmReliance"_s);
    confirms->setAccessibleName(tr("Confirm what is held"));
    note->addWidget(confirms);
    connect(confirms, &QPushButton::clicked, this, &ReliedUponForm::confirm);
    connect(m_holding, &QComboBox::activated, this, &ReliedUponForm::save);
    connect(m_reference, &TextField::finished, this, &ReliedUponForm::save);
    connect(m_ownDuty, &PlainTextEdit::finished, this, &ReliedUponForm::save);
}

std::optional<Reliance> ReliedUponForm::recorded() const
{
    if (!m_reading || m_ordinal < 0)
        return std::nullopt;
    return m_reading->checklist.lines.at(size_t(m_ordinal)).reliance;
}

void ReliedUponForm::show(const SharedReading &reading, int ordinal)
{
    const bool isAnother = ordinal != m_ordinal;
    if (isAnother)
        leave();
    const auto before = isAnother ? std::nullopt : recorded();
    m_reading = reading;
    m_ordinal = ordinal;
    const auto now = recorded();
    const ChecklistLine &line = reading->checklist.lines.at(size_t(ordinal));
    const auto party = bearer(reading->checklist, line);
    const QString borne =
        party ? tr("%1 bears this; it is relied upon and never counts as done.").arg(party->name)
              : tr("Another party bears this.");
    const QString closed = closedSince(reading->checklist.assessment);
    m_party->setPlainText(closed.isEmpty() ? borne : borne + u'\n' + closed);
    for (QWidget *field : std::initializer_list<QWidget *>{m_carried, m_holding, m_reference, m_ownDuty})
        field->setEnabled(reading->isOpen() && party.has_value());
    m_carried->setVisible(reading->isOpen() && now && now->carried);
    if (!isAnother && before == now)
        return;
    m_holding->setCurrentIndex(m_holding->findData(int(now ? now->holding : Holding::Nothing)));
    m_reference->setModified(false);
    m_reference->showText(now ? now->reference : QString());
    m_ownDuty->setText(now ? now->ownDuty : QString());
}

std::optional<Reliance> ReliedUponForm::written() const
{
    const ChecklistLine &line = m_reading->checklist.lines.at(size_t(m_ordinal));
    const auto party = bearer(m_reading->checklist, line);
    if (!party || !m_reading->isOpen())
        return std::nullopt;
    Reliance reliance;
    reliance.assessment = m_reading->checklist.assessment->id;
    reliance.item = m_reading->checklist.item(line).id;
    reliance.id = relianceId(reliance.assessment, reliance.item);
    reliance.party = line.reliance ? line.reliance->party : party->id;
    reliance.holding = Holding(m_holding->currentData().toInt());
    reliance.reference = m_reference->text();
    reliance.ownDuty = m_ownDuty->toPlainText();
    reliance.carried = line.reliance && line.reliance->carried;
    return reliance;
}

void ReliedUponForm::confirm()
{
    const auto before = recorded();
    auto after = written();
    if (!before || !after)
        return;
    after->carried = false;
    m_writer.save(
        ChangeSet(tr("Confirm what is held for %1 of %2").arg(after->item, m_reading->checklist.system.name))
            .change(*before, *after));
}

void ReliedUponForm::leave()
{
    if (m_reading && m_ordinal >= 0)
        save();
    m_ordinal = -1;
}

void ReliedUponForm::save()
{
    if (!m_reading || m_ordinal < 0)
        return;
    const auto before = recorded();
    auto after = written();
    if (!after || before == after)
        return;
    after->carried = false;
    const bool saysNothing =
        after->holding == Holding::Nothing && after->reference.isEmpty() && after->ownDuty.isEmpty();
    if (!before && saysNothing)
        return;
    ChangeSet changeSet(
        tr("Say what is held for %1 of %2").arg(after->item, m_reading->checklist.system.name));
    changeSet.put(before, *after);
    m_writer.save(changeSet);
}

}
