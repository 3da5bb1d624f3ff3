#pragma once

#include <QObject>

namespace plimsoll {

class StatusLine;
class Workspace;

/// Says in the status line whether every change is on the disk, or that the last one was refused for as long
/// as that is shown, and when another copy of the program wrote or has the right to write.
class SavingState final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SavingState(const Workspace &workspace, StatusLine &status);

private:
    void showSaving();
    void showSettled();
    void showRefused();
    void forgetRefused();
    void showChangedElsewhere();
    void showHolder(const QString &holder);

    const Workspace &m_workspace;
    StatusLine &m_status;
    int m_underWay = 0;
    bool m_saysRefused = false;
};

}
