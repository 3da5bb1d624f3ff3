#pragma once

#include <QMetaObject>
#include <QObject>

namespace plimsoll {

class MainWindow;
class Workspace;

/// Says in the status line whether every change is on the disk: what is on its way there, what is typed and
/// not saved before the field is left, and that the last change was refused for as long as that is shown.
/// Also when another copy of the program wrote or has the right to write.
class SavingState final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SavingState(const Workspace &workspace, MainWindow &window);

    /// Whether no change is on its way to the disk.
    [[nodiscard]] bool isAtRest() const { return m_underWay == 0; }

Q_SIGNALS:
    /// No change is on its way any more.
    void atRest();
    /// What was wanted last is not in the record.
    void refused();

private:
    void noteSent();
    void noteSettled();
    void noteRefused();
    void forgetRefused();
    void noteChangedElsewhere();
    void showHolder(const QString &holder);
    void follow(QWidget *focus);
    void show();
    [[nodiscard]] QString words() const;

    const Workspace &m_workspace;
    MainWindow &m_window;
    QMetaObject::Connection m_typing; ///< at the field that has the keyboard
    int m_underWay = 0;
    bool m_saysRefused = false;
    QString m_elsewhere; ///< that another copy wrote, until something is changed here
};

}
