#pragma once

#include <QStatusBar>

class QToolButton;

namespace plimsoll {

class Jobs;
class PlainLabel;

/// "Saved", who else writes, what runs, and what is known of the record. The jobs open above their count.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Jobs &jobs, QWidget *parent = nullptr);

    /// "Saved", "Saving …", "Read-only", or that another copy wrote.
    void setSaved(const QString &words);
    /// Who else has the right to write in the workspace, in a sentence; empty when nobody else has it.
    void setHeld(const QString &words);
    /// What a check found of the whole record, and when.
    void setRecordState(const QString &words);

Q_SIGNALS:
    /// What was said of a refused change is no longer shown, or somebody went to another place.
    void refusalOver();

private:
    void showJobs();
    void openJobs();

    Jobs &m_jobs;
    PlainLabel *m_saved = nullptr;
    PlainLabel *m_held = nullptr;
    QToolButton *m_count = nullptr;
    PlainLabel *m_record = nullptr;
};

}
