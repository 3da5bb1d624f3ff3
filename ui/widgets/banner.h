#pragma once

#include "core/base/error.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace plimsoll {

class PlainLabel;

/// What a banner says: that something failed, that something is worth knowing, or that this is only the
/// sample.
enum class BannerKind { Error, Notice, Information };

/// A sentence across the page with the way out as a button. It stays until it is answered; nothing is modal.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the sentence; `action` is the button's text, none when empty.
    void say(BannerKind kind, const QString &sentence, const QString &action = {});
    /// Shows the refusal's message; what an engineer asks next is in the tooltip.
    void say(const Error &error, const QString &action = {});
    /// A later change was saved: a refusal that offers no way out is no longer the last word. It goes, though
    /// not before there were four seconds to read it.
    void noteSaved();
    /// Somebody went elsewhere, or came anew: a refusal was about what was shown then. One that offers a way
    /// out stays: until that is taken, what it speaks of is not done.
    void noteVisit();
    /// A banner that is a fact (the sample) cannot be closed.
    void setClosable(bool closable);

Q_SIGNALS:
    void acted();
    /// What was said is no longer shown.
    void ended();

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    BannerKind m_kind = BannerKind::Information;
    bool m_isRefusal = false; ///< something was not done
    QElapsedTimer m_said;
    QTimer m_outdated;
    PlainLabel *m_sentence = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_close = nullptr;
};

}
