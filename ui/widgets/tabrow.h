#pragma once

#include <QTabBar>

namespace plimsoll {

/// The tabs of a page, underlined. Left and right move, as in every tab bar.
class TabRow final : public QTabBar
{
    Q_OBJECT

public:
    /// `accessibleName` says what the tabs are parts of.
    explicit TabRow(const QString &accessibleName, QWidget *parent = nullptr);

    /// Adds a tab known by `key`; pages speak of keys, never of positions.
    void addKey(const QString &key, const QString &text);
    [[nodiscard]] QString currentKey() const;
    /// Nothing happens when there is no such tab.
    void setCurrentKey(const QString &key);
    /// While the keyboard is anywhere in `page`, Ctrl+PageDown and Ctrl+PageUp go from tab to tab, and take
    /// the keyboard along.
    void listenWithin(QWidget &page);

    /// Room for the widest tab and the arrows beside it, so that the one that is chosen is always seen.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void keyChosen(const QString &key);
    /// The keys that listenWithin() hears went to another tab, which may have a better place for the
    /// keyboard.
    void turned();
};

}
