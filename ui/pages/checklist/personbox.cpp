#include "ui/pages/checklist/personbox.h"

#include "ui/widgets/cuttext.h"
#include "ui/widgets/plaintext.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int leastCharacters = 16;
constexpr int mostCharacters = 44; ///< a name with its function; who has longer ones reads on in the list

}

PersonBox::PersonBox(const QString &accessibleName, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(accessibleName);
    setSizeAdjustPolicy(AdjustToContents);
    setMinimumContentsLength(leastCharacters);
    fill({});
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT personChosen(person()); });
}

void PersonBox::setPersons(const QList<Person> &persons)
{
    if (persons == m_persons)
        return;
    const auto chosen = person();
    m_persons = persons;
    fill(chosen);
}

void PersonBox::fill(const std::optional<Id<Person>> &chosen)
{
    clear();
    addItem(tr("nobody"), QString());
    for (const Person &person : std::as_const(m_persons)) {
        if (person.leftOn && person.id != chosen)
            continue;
        addItem(shownInLine(person.function.isEmpty() ? person.name
                                                      : u"%1 (%2)"_s.arg(person.name, person.function)),
                person.id.text());
    }
    setCurrentIndex(chosen ? std::max(0, findData(chosen->text())) : 0);
}

void PersonBox::setPerson(const std::optional<Id<Person>> &person)
{
    if (person && findData(person->text()) < 0)
        return fill(person);
    setCurrentIndex(person ? findData(person->text()) : 0);
}

std::optional<Id<Person>> PersonBox::person() const
{
    const auto id = Id<Person>::fromText(currentData().toString());
    return id.isNull() ? std::nullopt : std::optional(id);
}

QSize PersonBox::sizeHint() const
{
    const QSize whole = QComboBox::sizeHint();
    const int most = fontMetrics().averageCharWidth() * mostCharacters;
    return {std::max(minimumSizeHint().width(), std::min(whole.width(), most)), whole.height()};
}

bool PersonBox::event(QEvent *event)
{
    return tellCutText(*this, *event) || QComboBox::event(event);
}

}
