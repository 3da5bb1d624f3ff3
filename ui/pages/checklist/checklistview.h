#pragma once

#include "ui/pages/checklist/checklistreading.h"
#include "ui/pages/place.h"
#include "ui/widgets/unsaved.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace plimsoll {

class SeveralItemsBar;
class AnswerWriter;
class ItemCard;
class ItemList;
class Jobs;
class Page;
class PhaseStrip;
class PlainLabel;
class TurningSplitter;

/// What is met, what is open, and what is next? A checklist as phases, list and card; several items chosen in
/// the list are answered together. Its keys work wherever the keyboard is on its page.
class ChecklistView final : public QWidget
{
    Q_OBJECT

public:
    ChecklistView(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    /// Shows the checklist of the subject, read anew where the record has changed. `target` is the id of an
    /// item or of a phase; empty for where it was left.
    void show(const ChecklistSubject &subject, const QString &target);

    /// The keyboard goes where the digits answer, once what was asked for is shown.
    void askForKeyboard();

    /// What was begun at items that are not shown now.
    [[nodiscard]] QList<Unsaved> unsaved() const;

    /// One card over the whole width, walked by keys.
    void setGuided(bool guided);

Q_SIGNALS:
    /// Somebody wants to see something on another page.
    void goTo(const plimsoll::Place &place);
    /// Another item is shown without a call of show().
    void targetChanged(const QString &target);
    /// To be said above; `wayOut` is the text of a button that reads anew.
    void refused(const plimsoll::Error &error, const QString &wayOut = {});

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addActions();
    void say(const Error &error);
    [[nodiscard]] Page *page() const;
    QAction *addKey(const QString &text, const QList<QKeySequence> &keys);
    void read();
    void receive(const ChecklistSubject &asked, const Result<SharedReading> &reading);
    void showReading();
    void takeKeyboard();
    void giveKeyboardToAnswers();
    void showPhases();
    void showItem(const QString &id);
    void showSelection(const QStringList &items);
    void choosePhase(const QString &key);
    /// An item, or a phase by its id.
    void goToTarget(const QString &target);
    void goToItem(const QString &id);
    void goToNextOpen();
    void walk(int step);
    void writeRationale();
    void endWriting();
    void showProgress();
    [[nodiscard]] bool isChoosingSeveral() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter *m_writer = nullptr;
    std::shared_ptr<const Catalogue> m_catalogue;
    std::optional<ChecklistSubject> m_subject;
    QString m_wanted;             ///< the item to go to once it is read
    bool m_wantsKeyboard = false; ///< once the list is filled
    SharedReading m_reading;
    quint64 m_settledWhenRead = 0; ///< of the writer's wishes
    bool m_isReading = false;
    bool m_isOutdated = false; ///< the record changed while it was being read

    PhaseStrip *m_strip = nullptr;
    PlainLabel *m_outdated = nullptr;
    PlainLabel *m_progress = nullptr;
    QAction *m_oneAgain = nullptr;
    QAction *m_guided = nullptr;
    QList<QAction *> m_keys; ///< the page's while this is shown
    TurningSplitter *m_splitter = nullptr;
    ItemList *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    ItemCard *m_card = nullptr;
    SeveralItemsBar *m_bar = nullptr;
};

}
