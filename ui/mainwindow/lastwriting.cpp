#include "ui/mainwindow/lastwriting.h"

#include "ui/jobs/jobs.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/openfield.h"
#include "ui/mainwindow/savingstate.h"
#include "ui/widgets/datefield.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int longMilliseconds = 1000; ///< then somebody wonders why nothing happens

}

LastWriting::LastWriting(MainWindow &window, const Jobs &jobs, const SavingState &saving)
    : m_window(window)
    , m_jobs(jobs)
    , m_saving(saving)
{
    m_lasting.setSingleShot(true);
    m_lasting.setInterval(longMilliseconds);
    connect(&m_lasting, &QTimer::timeout, this, &LastWriting::sayWhatLasts);
    connect(&saving, &SavingState::atRest, this, &LastWriting::lookSoon);
    connect(&saving, &SavingState::refused, this, &LastWriting::stay);
    connect(&jobs, &Jobs::changed, this, &LastWriting::lookSoon);
}

bool LastWriting::isOver(Also also)
{
    if (m_isOver || m_then)
        return true;
    finish(also);
    return isAtRest() && !unsaidDate();
}

void LastWriting::before(Also also, const std::function<void()> &then)
{
    if (isOver(also))
        return act(then);
    if (DateField *unsaid = unsaidDate())
        return sendBackTo(*unsaid);
    m_then = then;
    m_lasting.start();
    lookSoon();
}

void LastWriting::finish(Also also)
{
    if (QWidget *field = finishTyping(m_window))
        m_field = field;
    m_awaited.clear();
    if (also == Also::Jobs)
        m_awaited = QList<QPointer<Job>>(m_jobs.running().cbegin(), m_jobs.running().cend());
}

bool LastWriting::isAtRest() const
{
    const QList<Job *> &running = m_jobs.running();
    return m_saving.isAtRest() &&
           std::none_of(m_awaited.cbegin(), m_awaited.cend(),
                        [&running](const QPointer<Job> &job) { return job && running.contains(job.data()); });
}

DateField *LastWriting::unsaidDate() const
{
    DateField *marked = markedDate(m_window.currentPage());
    return marked == m_said ? nullptr : marked;
}

void LastWriting::sendBackTo(DateField &field)
{
    m_said = &field;
    (void)field.sendsBack();
    m_window.currentPage()->banner().say(
        BannerKind::Notice,
        tr("%1: %2 Ask once more to leave it so.").arg(field.accessibleName(), field.sentence()));
}

/// Once whoever is being told of the same is told.
void LastWriting::lookSoon()
{
    if (m_then)
        QMetaObject::invokeMethod(this, &LastWriting::look, Qt::QueuedConnection);
}

void LastWriting::look()
{
    if (!m_then || !isAtRest())
        return;
    m_lasting.stop();
    act(std::exchange(m_then, {}));
}

/// After which nothing of this may be left.
void LastWriting::act(const std::function<void()> &then)
{
    const QPointer<LastWriting> self(this);
    m_isOver = true;
    then();
    if (!self)
        return;
    m_isOver = false;
    giveBackKeyboard();
}

void LastWriting::giveBackKeyboard()
{
    if (m_field && m_field->isVisible() && !m_window.focusWidget())
        m_field->setFocus(Qt::OtherFocusReason);
}

void LastWriting::stay()
{
    if (!m_then)
        return;
    m_then = {};
    m_lasting.stop();
    giveBackKeyboard();
}

void LastWriting::sayWhatLasts()
{
    QStringList labels;
    for (const QPointer<Job> &job : std::as_const(m_awaited)) {
        if (job && m_jobs.running().contains(job.data()))
            labels.append(job->label());
    }
    Page *page = m_window.currentPage();
    if (labels.isEmpty() || !page)
        return;
    page->banner().say(BannerKind::Notice,
                       tr("This waits for what is under way: %1. Ask once more to break that off.")
                           .arg(labels.join(u", "_s)));
}

}
