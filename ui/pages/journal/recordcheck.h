#pragma once

#include "core/journal/verification.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace plimsoll {

class Jobs;
class Workspace;

/// Does the record hold? Checks chain, rows and evidence files on demand and says each finding as a sentence.
class RecordCheck final : public QWidget
{
    Q_OBJECT

public:
    RecordCheck(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

private:
    void verify();
    void showFindings(const Result<QList<Finding>> &findings);

    Workspace &m_workspace;
    Jobs &m_jobs;
    QPushButton *m_verify = nullptr;
    QVBoxLayout *m_findings = nullptr;
};

}
