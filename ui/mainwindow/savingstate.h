#pragma once

#include <QObject>

namespace plimsoll {

class StatusLine;
class Workspace;

/// Says in the status line whether every change is on the disk or the last one was refused, and when another
/// copy of the program wrote or has the right to write.
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
    void showChangedElsewhere();
    void showHolder(const QString &holder);

    const Workspace &m_workspace;
    StatusLine &m_status;
    int m_underWay = 0;
};

}
