#include "ui/pages/checklist/evidenceform.h"

#include "ui/pages/checklist/answerwriter.h"
#include "ui/pages/checklist/evidencewords.h"
#include "ui/widgets/labelledbeside.h"
#include "ui/pages/checklist/personbox.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/flowlayout.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace plimsoll {

EvidenceForm::EvidenceForm(AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_writer(writer)
    , m_collectedBy(new PersonBox(tr("Collected by")))
{
    auto *fields = new FlowLayout(this);
    addText(*fields, tr("Title"), &Evidence::title, 40);
    m_kind = addChoice(*fields, tr("Kind"), &Evidence::kind);
    m_state = addChoice(*fields, tr("Document"), &Evidence::state);
    m_state->setObjectName(u"documentState"_s);
    addText(*fields, tr("Approved by"), &Evidence::approvedBy, 20);
    addDate(*fields, tr("Approved on"), &Evidence::approvedOn);
    addText(*fields, tr("Version"), &Evidence::version, 10);
    addDate(*fields, tr("Covers from"), &Evidence::coversFrom);
    addDate(*fields, tr("Covers to"), &Evidence::coversTo);
    addDate(*fields, tr("Valid until"), &Evidence::validUntil)->setObjectName(u"validUntil"_s);
    m_classification = addChoice(*fields, tr("Classification"), &Evidence::classification);
    addText(*fields, tr("From the system"), &Evidence::sourceSystem, 16);
    addText(*fields, tr("How obtained"), &Evidence::obtainedBy, 16);
    fields->addWidget(labelledBeside(tr("Collected by"), m_collectedBy));
    addDate(*fields, tr("Collected on"), &Evidence::collectedOn);
    connect(m_collectedBy, &PersonBox::personChosen, this, [this](const auto &person) {
        Evidence after = m_recorded;
        after.collectedBy = person;
        save(after);
    });
}

QLineEdit *EvidenceForm::addText(FlowLayout &fields, const QString &label, QString Evidence::*member,
                                 int characters)
{
    auto *field = new QLineEdit;
    field->setAccessibleName(label);
    field->setFixedWidth(fontMetrics().averageCharWidth() * characters);
    connect(field, &QLineEdit::editingFinished, this, [this, field, member] {
        Evidence after = m_recorded;
        after.*member = field->text();
        save(after);
    });
    m_texts.append({field, member});
    fields.addWidget(labelledBeside(label, field));
    return field;
}

DateField *EvidenceForm::addDate(FlowLayout &fields, const QString &label,
                                 std::optional<QDate> Evidence::*member)
{
    auto *field = new DateField(label);
    connect(field, &DateField::dateChosen, this, [this, member](std::optional<QDate> day) {
        Evidence after = m_recorded;
        after.*member = day;
        save(after);
    });
    m_dates.append({field, member});
    fields.addWidget(labelledBeside(label, field));
    return field;
}

template <class E>
QComboBox *EvidenceForm::addChoice(FlowLayout &fields, const QString &label, E Evidence::*member)
{
    auto *box = new QComboBox;
    box->setAccessibleName(label);
    for (const auto &entry : Words<E>::words)
        box->addItem(title(entry.first), int(entry.first));
    connect(box, &QComboBox::activated, this, [this, box, member] {
        Evidence after = m_recorded;
        after.*member = E(box->currentData().toInt());
        save(after);
    });
    fields.addWidget(labelledBeside(label, box));
    return box;
}

void EvidenceForm::show(const Evidence &evidence, const QList<Person> &persons)
{
    m_collectedBy->setPersons(persons);
    const bool isAnother = evidence.id != m_recorded.id;
    m_recorded = evidence;
    for (const auto &[field, member] : std::as_const(m_texts)) {
        if (isAnother || !field->hasFocus())
            field->setText(evidence.*member);
    }
    for (const auto &[field, member] : std::as_const(m_dates)) {
        if (isAnother || !field->hasFocus())
            field->setDate(evidence.*member);
    }
    m_kind->setCurrentIndex(m_kind->findData(int(evidence.kind)));
    m_state->setCurrentIndex(m_state->findData(int(evidence.state)));
    m_classification->setCurrentIndex(m_classification->findData(int(evidence.classification)));
    m_collectedBy->setPerson(evidence.collectedBy);
}

void EvidenceForm::save(const Evidence &after)
{
    if (after == m_recorded || after.title.trimmed().isEmpty())
        return;
    ChangeSet changeSet(tr("Describe “%1”").arg(after.title));
    changeSet.change(m_recorded, after);
    m_recorded = after;
    m_writer.save(changeSet);
}

}
