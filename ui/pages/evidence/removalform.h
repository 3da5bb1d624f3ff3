#pragma once

#include "core/workspace/evidenceremoval.h"

#include <QWidget>

namespace plimsoll {

class AnswerWriter;
class Jobs;
class PlainLabel;
class Workspace;

/// Asks before a piece of evidence is taken out of the record, and shows every item it is taken away from.
class RemovalForm final : public QWidget
{
    Q_OBJECT

public:
    RemovalForm(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent = nullptr);

    /// Reads what the removal would take with it, and asks.
    void ask(const Evidence &evidence);

Q_SIGNALS:
    void refused(const plimsoll::Error &error);

private:
    void receive(const Id<Evidence> &asked, const Result<PlannedRemoval> &planned);
    void show(const PlannedRemoval &planned);
    void remove();

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter &m_writer;
    Evidence m_evidence;
    PlannedRemoval m_planned;
    PlainLabel *m_question = nullptr;
    PlainLabel *m_uses = nullptr;
};

}
