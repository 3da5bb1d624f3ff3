#pragma once

#include <QStatusBar>

class QToolButton;

namespace plimsoll {

class Jobs;
class PlainLabel;

/// "Saved", what runs, and what is known of the record. The jobs open above their count.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Jobs &jobs, QWidget *parent = nullptr);

    /// "Saved", "Saving …", "Read-only", or that another copy wrote.
    void setSaved(const QString &words);
    /// What a check found of the whole record, and when.
    void setRecordState(const QString &words);

private:
    void showJobs();
    void openJobs();

    Jobs &m_jobs;
    PlainLabel *m_saved = nullptr;
    QToolButton *m_count = nullptr;
    PlainLabel *m_record = nullptr;
};

}
