#pragma once

#include "core/responsibility/person.h"

#include <QToolButton>

namespace plimsoll {

class Jobs;
class Workspace;

/// Says in whose name changes are recorded, and switches to somebody else on purpose. The identity is
/// declared, not proven.
class ActingPerson final : public QToolButton
{
    Q_OBJECT

public:
    ActingPerson(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    [[nodiscard]] QString actingName() const;
    /// From now on this person acts.
    void switchTo(const Id<Person> &person);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody wants to act as this person.
    void chosen(const plimsoll::Id<plimsoll::Person> &person);

protected:
    /// A name longer than the room is cut at its end.
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void showPeople(const QList<Person> &people);

    Workspace &m_workspace;
    Jobs &m_jobs;
    QList<Person> m_people;
};

}
