#pragma once

#include "ui/pages/checklist/checklistreading.h"
#include "ui/pages/place.h"
#include "ui/widgets/unsaved.h"

#include <QHash>
#include <QWidget>

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class Banner;
class DateField;
class EvidenceSection;
class FileDrop;
class ItemGuidance;
class Jobs;
class PlainLabel;
class ProvisionHead;
class ReliedUponForm;
class ResponseForm;
class ScrollPane;
class StatusLabel;
class Workspace;

/// One item of the checklist with all that belongs to it. Files dropped anywhere on it are attached.
class ItemCard final : public QWidget
{
    Q_OBJECT

public:
    ItemCard(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent = nullptr);

    void show(const SharedReading &reading, int ordinal);
    /// Saves what is typed and not yet saved.
    void leave();
    [[nodiscard]] ResponseForm &response() { return *m_response; }
    /// What was begun at items that are not shown now.
    [[nodiscard]] QList<Unsaved> unsaved() const;
    /// Whether the widget belongs to the item itself, not to the steps to others below it.
    [[nodiscard]] bool isWithinItem(const QWidget &widget) const;

Q_SIGNALS:
    void itemAsked(const QString &item);
    void previousAsked();
    void nextOpenAsked();
    void refused(const plimsoll::Error &error);
    void goTo(const plimsoll::Place &place);
    /// A look at the stored files found what the reading may not know yet.
    void filesJudged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *makeWaiting();
    void showHappenedOn(const QString &item);
    void recordEvent();
    void showProblems();
    void fitHeights();

    Workspace &m_workspace;
    AnswerWriter &m_writer;
    SharedReading m_reading;
    int m_ordinal = -1;

    FileDrop *m_drop = nullptr;
    ScrollPane *m_pane = nullptr;
    PlainLabel *m_keys = nullptr;
    ProvisionHead *m_head = nullptr;
    StatusLabel *m_standing = nullptr;
    ResponseForm *m_response = nullptr;
    ReliedUponForm *m_reliance = nullptr;
    QWidget *m_waiting = nullptr;
    DateField *m_happenedOn = nullptr;
    QString m_happensTo;                 ///< the assessment and the item whose day that is
    QHash<QString, QString> m_daysBegun; ///< days of others, as somebody left them
    Banner *m_problems = nullptr;
    EvidenceSection *m_evidence = nullptr;
    ItemGuidance *m_guidance = nullptr;
};

}
