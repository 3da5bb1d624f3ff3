#pragma once

#include "ui/pages/checklist/checklistreading.h"
#include "ui/pages/system/systemtab.h"

class QAction;
class QSplitter;
class QStackedWidget;

namespace plimsoll {

class SeveralItemsBar;
class AnswerWriter;
class ItemCard;
class ItemList;
class PhaseStrip;
class PlainLabel;

/// What is met, what is open, and what is next? The checklist of one system as phases, list and card; several
/// items chosen in the list are answered together. The target is the id of an item.
class ChecklistTab final : public SystemTab
{
    Q_OBJECT

public:
    explicit ChecklistTab(const TabContext &context, QWidget *parent = nullptr);

    void activate(const Id<AiSystem> &system, const QString &target) override;

    /// One card over the whole width, walked by keys.
    void setGuided(bool guided);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addActions();
    QAction *addKey(const QString &text, const QList<QKeySequence> &keys);
    void read();
    void receive(const Id<AiSystem> &asked, const Result<SharedReading> &reading);
    void showReading();
    void takeKeyboard();
    void showPhases();
    void showItem(const QString &id);
    void showSelection(const QStringList &items);
    void choosePhase(const QString &key);
    /// An item, or a phase by its id.
    void goToTarget(const QString &target);
    void goToItem(const QString &id);
    void goToNextOpen();
    void showProgress();
    [[nodiscard]] bool isChoosingSeveral() const;

    TabContext m_context;
    AnswerWriter *m_writer = nullptr;
    std::shared_ptr<const Catalogue> m_catalogue;
    Id<AiSystem> m_system;
    QString m_wanted;             ///< the item to go to once it is read
    bool m_wantsKeyboard = false; ///< the list gets it once it is filled
    SharedReading m_reading;
    bool m_isReading = false;
    bool m_isOutdated = false; ///< the record changed while it was being read

    PhaseStrip *m_strip = nullptr;
    PlainLabel *m_formula = nullptr;
    PlainLabel *m_progress = nullptr;
    QAction *m_guided = nullptr;
    QSplitter *m_splitter = nullptr;
    ItemList *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    ItemCard *m_card = nullptr;
    SeveralItemsBar *m_bar = nullptr;
};

}
