#pragma once

#include "core/workspace/answering.h"
#include "ui/jobs/lastasked.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace plimsoll {

class PlainLabel;
class Workspace;

/// Says of what is ticked for a piece of evidence, once the ticking rests, what is not due and why. Hidden
/// while there is nothing to say.
class NotDueNote final : public QWidget
{
    Q_OBJECT

public:
    /// As many items of systems are looked at as this.
    static constexpr qsizetype mostLookedAt = 1000;

    NotDueNote(const Workspace &workspace, Jobs &jobs, const QString &name, QWidget *parent = nullptr);

    /// What is ticked now; asked for when the ticking rests.
    void lookAt(std::function<QList<ItemOfAssessment>()> ticked);
    void clear();

private:
    void look();
    void say(const QStringList &reasons);

    const Workspace &m_workspace;
    Jobs &m_jobs;
    PlainLabel *m_words = nullptr;
    QTimer m_rest{this}; ///< somebody is still ticking
    std::function<QList<ItemOfAssessment>()> m_ticked;
    LastAsked m_looking;
};

}
