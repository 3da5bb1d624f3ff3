#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <optional>

namespace plimsoll::bench {

/// An event that held the GUI thread.
struct Stall
{
    double milliseconds = 0; ///< as a person waits
    double atWork = 0;       ///< of these, what the thread itself worked; the rest it waited for others
    QString where;           ///< what received the event, and which kind it was
    QString during;          ///< what the program was being asked to do
};

/// An application that times every event from outside in: while one is handled, nothing is painted and no key
/// is taken.
class WatchedApplication final : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Begins anew. What is then said by setDoing() stands beside the longest stall.
    void forget();
    void setDoing(const QString &what) { m_doing = what; }
    [[nodiscard]] const Stall &longest() const { return m_longest; }

private:
    int m_depth = 0;
    QString m_doing;
    Stall m_longest;
};

}
