#pragma once

#include <QWidget>

class QVBoxLayout;

namespace plimsoll {

class Jobs;

/// What runs, with progress and a cancel button each; invisible while nothing does.
class JobList final : public QWidget
{
    Q_OBJECT

public:
    explicit JobList(Jobs &jobs, QWidget *parent = nullptr);

private:
    void refill();

    Jobs &m_jobs;
    QVBoxLayout *m_lines = nullptr;
};

}
