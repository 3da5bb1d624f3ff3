#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace plimsoll {

class DateField;
class Job;
class Jobs;
class MainWindow;
class SavingState;

/// Before a workspace is let go, or somebody else acts in it, what is typed is finished, and what is on its
/// way to the disk gets there. This is the one place that asks for it, of whatever page is shown.
class LastWriting final : public QObject
{
    Q_OBJECT

public:
    /// They outlive it.
    LastWriting(MainWindow &window, const Jobs &jobs, const SavingState &saving);

    /// What is waited for besides changes on their way to the disk.
    enum class Also {
        Nothing,
        Jobs, ///< those that run when it is asked for
    };

    /// Finishes what is typed. Whether nothing is to be waited for: it is all on the disk, or it was waited
    /// for, or whoever asks does so again and will not wait.
    [[nodiscard]] bool isOver(Also also);
    /// Does `then` when it is over. Where a change is refused meanwhile, or a date names no day, it is not
    /// done, the field has the keyboard again, and asking once more does it.
    void before(Also also, const std::function<void()> &then);

private:
    void finish(Also also);
    void look();
    void lookSoon();
    void stay();
    void act(const std::function<void()> &then);
    void giveBackKeyboard();
    void sayWhatLasts();
    void sendBackTo(DateField &field);
    [[nodiscard]] DateField *unsaidDate() const;
    [[nodiscard]] bool isAtRest() const;

    MainWindow &m_window;
    const Jobs &m_jobs;
    const SavingState &m_saving;
    std::function<void()> m_then;
    QList<QPointer<Job>> m_awaited;
    QPointer<QWidget> m_field; ///< that had the keyboard
    QPointer<QWidget> m_said;  ///< holds what names no day, and that was said
    QTimer m_lasting{this};
    bool m_isOver = false;
};

}
