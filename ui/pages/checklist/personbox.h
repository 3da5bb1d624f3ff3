#pragma once

#include "core/responsibility/person.h"

#include <QComboBox>

namespace plimsoll {

/// Chooses a person, or nobody. Who has left is offered only while chosen.
class PersonBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit PersonBox(const QString &accessibleName, QWidget *parent = nullptr);

    void setPersons(const QList<Person> &persons);
    void setPerson(const std::optional<Id<Person>> &person);
    [[nodiscard]] std::optional<Id<Person>> person() const;
    /// As wide as the longest name asks, within reason.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The person at the keyboard chose; setPerson does not emit it.
    void personChosen(const std::optional<plimsoll::Id<plimsoll::Person>> &person);

protected:
    bool event(QEvent *event) override;

private:
    void fill(const std::optional<Id<Person>> &chosen);

    QList<Person> m_persons;
};

}
