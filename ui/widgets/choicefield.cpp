#include "ui/widgets/choicefield.h"

#include "ui/widgets/cuttext.h"
#include "ui/widgets/plaintext.h"

namespace plimsoll {

ChoiceField::ChoiceField(const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT keyChosen(key()); });
}

void ChoiceField::setChoices(const QList<Choice> &choices)
{
    if (choices == m_choices)
        return;
    const QString before = key();
    m_choices = choices;
    clear();
    for (const Choice &choice : choices)
        addItem(shownInLine(choice.text), choice.key);
    setKey(before);
}

void ChoiceField::setKey(const QString &wanted)
{
    setCurrentIndex(findData(wanted));
}

QString ChoiceField::key() const
{
    return currentData().toString();
}

bool ChoiceField::event(QEvent *event)
{
    return tellCutText(*this, *event) || QComboBox::event(event);
}

}
