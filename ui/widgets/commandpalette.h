#pragma once

#include "ui/widgets/searchhit.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace plimsoll {

class PlainLabel;

/// Ctrl+K: type some letters, choose with up and down, go with Enter, leave with Escape. It lies over its
/// parent, is not modal and asks its providers anew at every keystroke.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    /// Replaces who is asked. Hits are listed in the order of the providers.
    void setProviders(QList<SearchProvider> providers);
    void open();

Q_SIGNALS:
    void chosen(const plimsoll::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void ask(const QString &words);
    void receive(qsizetype provider, const QList<SearchHit> &hits);
    void goToCurrent();
    void close();

    QList<SearchProvider> m_providers;
    QList<QList<SearchHit>> m_hits; ///< by provider
    quint64 m_asked = 0;            ///< the number of the question whose answers count
    QLineEdit *m_words = nullptr;
    QListWidget *m_list = nullptr;
    PlainLabel *m_nothing;        ///< says that nothing was found
    qsizetype m_answered = 0;     ///< providers, of the words asked for last
    QPointer<QWidget> m_cameFrom; ///< what had the focus
};

}
