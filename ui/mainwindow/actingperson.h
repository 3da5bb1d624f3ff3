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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

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
