#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace plimsoll {

/// Lets files and folders of this computer be dropped anywhere on a widget; they stay where they were.
class FileDrop final : public QObject
{
    Q_OBJECT

public:
    enum class Takes { OnePath, AnyNumber };

    FileDrop(QWidget &target, Takes takes);

    /// Something that would be taken is held over the widget now.
    [[nodiscard]] bool isAwaited() const { return m_isAwaited; }

Q_SIGNALS:
    void awaitedChanged();
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takes(const QDropEvent &held) const;
    void setAwaited(bool isAwaited);

    Takes m_takes;
    bool m_isAwaited = false;
};

}
