#include "ui/widgets/proposed.h"

#include "ui/widgets/answerbuttons.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/ticklist.h"

#include <QCheckBox>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr auto mark = "plimsollProposed";

/// What the field shows, as it is compared.
QString shown(const QWidget &field)
{
    if (const auto *box = qobject_cast<const QComboBox *>(&field))
        return box->currentData().toString();
    if (const auto *tick = qobject_cast<const QCheckBox *>(&field))
        return QString::number(int(tick->isChecked()));
    if (const auto *date = qobject_cast<const DateField *>(&field))
        return date->text().trimmed();
    if (const auto *list = qobject_cast<const TickList *>(&field))
        return list->model().ticked().join(u'\n');
    const auto *answers = qobject_cast<const AnswerButtons *>(&field);
    const auto answer = answers ? answers->answer() : std::nullopt;
    return answer ? QString::number(int(*answer)) : QString();
}

}

void takeAsProposed(const QList<QWidget *> &fields)
{
    for (QWidget *field : fields)
        field->setProperty(mark, shown(*field));
}

std::optional<QString> chosenInstead(const QWidget &field)
{
    const QVariant proposed = field.property(mark);
    const QString now = shown(field);
    return proposed.isValid() && proposed.toString() != now ? std::optional(now) : std::nullopt;
}

}
