#pragma once

#include "core/catalogue/catalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/evidenceregister.h"
#include "ui/models/ticklistmodel.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class Jobs;
class NotDueNote;
class PlainLabel;
class TickList;
class Workspace;

/// Chooses items and systems that a piece of evidence is to serve: each item of each system.
class UseForm final : public QWidget
{
    Q_OBJECT

public:
    UseForm(const Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void setChoices(const QList<Tickable> &systems, const QList<Tickable> &items);

Q_SIGNALS:
    void given(const QList<plimsoll::ItemOfAssessment> &items);

private:
    void count();
    void give();

    TickList *m_systems = nullptr;
    TickList *m_items = nullptr;
    PlainLabel *m_words = nullptr;
    NotDueNote *m_notDue = nullptr;
    QPushButton *m_give = nullptr;
};

/// The items of the catalogue as things to tick: "5.2.1-1  Inventory of assets".
QList<Tickable> tickableItems(const Catalogue &catalogue);
/// The systems and platforms, by name; the keys are the ids of their assessments.
QList<Tickable> tickableSystems(const QList<OpenAssessment> &open);
/// Each item of each assessment.
QList<ItemOfAssessment> everyPair(const QStringList &assessments, const QStringList &items);

}
