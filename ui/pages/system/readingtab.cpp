#include "ui/pages/system/readingtab.h"

#include "core/workspace/occasionof.h"
#include "ui/jobs/planning.h"
#include "ui/jobs/writing.h"
#include "ui/theme/spacing.h"

#include <QVBoxLayout>

namespace plimsoll {

ReadingTab::ReadingTab(const TabContext &context, QWidget *parent)
    : SystemTab(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, spacing::tight, 0, 0);
    m_column->setSpacing(spacing::medium);
}

void ReadingTab::setReading(const std::shared_ptr<const SystemReading> &reading)
{
    m_reading = reading;
    showReading();
}

Occasion ReadingTab::occasion() const
{
    return occasionOf(workspace());
}

void ReadingTab::commit(const ChangeSet &changeSet, const std::function<void()> &written)
{
    writeToRecord(workspace(), changeSet, this, written, [this](const Error &error) {
        Q_EMIT refused(error, tr("Look again"));
        showReading();
    });
}

void ReadingTab::planAndCommit(const QString &label,
                               std::function<Result<ChangeSet>(const Connection &)> plan,
                               const std::function<void()> &written)
{
    planInJob<ChangeSet>(workspace(), jobs(), label, std::move(plan), this,
                         [this, written](const Result<ChangeSet> &planned) {
                             if (planned)
                                 return commit(*planned, written);
                             Q_EMIT refused(planned.error(), {});
                         });
}

QList<Choice> ReadingTab::peopleToChoose() const
{
    QList<Choice> choices{{{}, tr("nobody yet")}};
    for (const Person &person : reading().people) {
        const QString note = person.leftOn ? tr("left") : person.function;
        const QString called = note.isEmpty() ? person.name : tr("%1 (%2)").arg(person.name, note);
        choices.append({person.id.text(), called});
    }
    return choices;
}

QList<Choice> ReadingTab::partiesToChoose(const QString &none) const
{
    QList<Choice> choices{{{}, none}};
    for (const Party &party : reading().parties)
        choices.append({party.id.text(), party.name});
    return choices;
}

}
