#include "ui/pages/evidence/evidenceform.h"

#include "core/evidence/approval.h"
#include "ui/pages/checklist/answerwriter.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int charactersPerCell = 21;

}

EvidenceForm::EvidenceForm(AnswerWriter &writer, QWidget *parent)
    : QWidget(parent)
    , m_writer(writer)
    , m_form(u"evidence"_s, [this](const Evidence &before, const Evidence &after, const QString &field) {
        save(before, after, field);
    })
{
    build();
}

void EvidenceForm::build()
{
    auto *grid = new CellGrid(charactersPerCell);
    grid->addWide(m_form.text(u"title"_s, tr("Title"), &Evidence::title));
    grid->addWidget(m_form.choice(u"kind"_s, tr("Kind"), &Evidence::kind));
    grid->addWidget(m_form.choice(u"state"_s, tr("Document"), &Evidence::state));
    grid->addWidget(m_form.text(u"approvedBy"_s, tr("Approved by"), &Evidence::approvedBy));
    grid->addWidget(m_form.date(u"approvedOn"_s, tr("Approved on"), &Evidence::approvedOn));
    grid->addWidget(m_form.date(u"coversFrom"_s, tr("Covers from"), &Evidence::coversFrom));
    grid->addWidget(m_form.date(u"coversTo"_s, tr("Covers to"), &Evidence::coversTo));
    grid->addWidget(m_form.date(u"validUntil"_s, tr("Valid until"), &Evidence::validUntil));
    grid->addWidget(m_form.text(u"version"_s, tr("Version"), &Evidence::version));
    grid->addWidget(m_form.choice(u"classification"_s, tr("Classification"), &Evidence::classification));
    grid->addWidget(m_form.text(u"sourceSystem"_s, tr("From the system"), &Evidence::sourceSystem));
    grid->addWidget(m_form.text(u"obtainedBy"_s, tr("How obtained"), &Evidence::obtainedBy));
    grid->addWidget(m_form.reference(u"collectedBy"_s, tr("Collected by"), &Evidence::collectedBy,
                                     [this] { return collectors(); }));
    grid->addWidget(m_form.date(u"collectedOn"_s, tr("Collected on"), &Evidence::collectedOn));
    setLayout(grid);
}

QList<Choice> EvidenceForm::collectors() const
{
    QList<Choice> choices{{{}, tr("nobody")}};
    const auto &collector = m_form.entity()->collectedBy;
    for (const Person &person : m_persons) {
        if (!person.leftOn || collector == person.id)
            choices.append({person.id.text(), person.name});
    }
    return choices;
}

void EvidenceForm::show(const Evidence &evidence, const QList<Person> &persons)
{
    m_persons = persons;
    m_form.show(evidence);
}

void EvidenceForm::save(const Evidence &before, const Evidence &after, const QString &field)
{
    if (after.title.isEmpty())
        return m_form.show(before);
    const Evidence recorded = approvedStill(before, after);
    m_form.show(recorded);
    const bool isDraftAgain = hasLostItsApproval(before, recorded);
    const QString label = isDraftAgain
                              ? tr("“%1”: change “%2”, a draft again until it is approved as it is now")
                              : tr("“%1”: change “%2”");
    m_writer.save(ChangeSet(label.arg(after.title, field)).change(before, recorded));
    if (isDraftAgain)
        Q_EMIT approvalEnded(approvalEndedInWords(recorded));
}

}
