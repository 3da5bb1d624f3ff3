#pragma once

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace plimsoll {

class Job;
class PlainLabel;

/// What a job does, how far it is, and a button that stops it. Gone when the job has ended. It follows one
/// job: the last that it was told of.
class JobLine final : public QWidget
{
    Q_OBJECT

public:
    explicit JobLine(QWidget *parent = nullptr);

    void follow(Job &job);

private:
    void refresh(const Job &job);

    QPointer<Job> m_job;
    PlainLabel *m_words = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
};

}
