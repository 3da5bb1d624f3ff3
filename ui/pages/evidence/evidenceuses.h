#pragma once

#include "core/catalogue/catalogue.h"
#include "core/workspace/answering.h"
#include "core/workspace/evidenceregister.h"
#include "ui/models/recordmodel.h"
#include "ui/models/ticklistmodel.h"
#include "ui/pages/place.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class Jobs;
class PlainLabel;
class TableView;
class UseForm;
class Workspace;

/// What the page knows of the uses of one piece of evidence, read at one moment.
struct UsesReading
{
    std::shared_ptr<const Catalogue> catalogue;
    QList<ServedItem> served;
    QList<Tickable> systems; ///< where it can be used; see tickableSystems()
    QList<Tickable> items;
};

/// What one piece of evidence serves: each a way to the item's card; taking it away, and using it for more.
class EvidenceUses final : public QWidget
{
    Q_OBJECT

public:
    EvidenceUses(const Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent = nullptr);
    ~EvidenceUses() override;

    void show(const Evidence &evidence, const UsesReading &reading);

Q_SIGNALS:
    void goTo(const plimsoll::Place &place);

private:
    struct Line
    {
        ServedItem served;
        QString title; ///< of the item
        int ordinal = 0;

        friend bool operator==(const Line &, const Line &) = default;
    };

    [[nodiscard]] static std::vector<Column<Line>> columns();
    void build();
    [[nodiscard]] std::vector<Line> linesOf(const UsesReading &reading) const;
    [[nodiscard]] const Line *chosen() const;
    void showChosen();
    void open();
    void takeAway();
    void use(const QList<ItemOfAssessment> &items);

    AnswerWriter &m_writer;
    Evidence m_evidence;
    RecordModel<Line> m_model;

    PlainLabel *m_none = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_takeAway = nullptr;
    QPushButton *m_more = nullptr;
    UseForm *m_form = nullptr;
};

}
