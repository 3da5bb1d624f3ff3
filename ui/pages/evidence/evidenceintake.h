#pragma once

#include "ui/pages/evidence/intakemodel.h"
#include "ui/widgets/unsaved.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class IntakeForm;
class JobLine;
class Jobs;
class NotDueNote;
class PlainLabel;
class TableView;
class TurningSplitter;

/// Files on their way in: one table says of all of them what they are and what they serve, then one step
/// attaches them. What cannot be taken is listed with the reason.
class EvidenceIntake final : public QWidget
{
    Q_OBJECT

public:
    EvidenceIntake(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);
    ~EvidenceIntake() override;

    /// Looks through these files and folders and adds what is in them to the table.
    void add(const QStringList &paths);

    /// The files that are described and not attached yet.
    [[nodiscard]] QList<Unsaved> unsaved() const;

Q_SIGNALS:
    /// Something was found to be described.
    void begun();
    /// All is attached, or the person gave up; of both the page says what is to be said.
    void attached(const plimsoll::Attached &attached);
    void givenUp();
    void refused(const plimsoll::Error &error);

private:
    QWidget *buildTables();
    void build();
    void receive(Result<IntakeReading> reading);
    void showLeftOut();
    void showCount();
    void showChosen();
    [[nodiscard]] QList<ArrivingFile> chosen() const;
    void changeChosen(const std::function<void(ArrivingFile &)> &how);
    void remove();
    void putBack();
    void removeRows(const QSet<QString> &paths);
    void finish(const QSet<QString> &paths, const Attached &result);
    [[nodiscard]] Done readyToAttach() const;
    void attachAll();
    /// The first of them, to see whether they apply.
    [[nodiscard]] QList<ItemOfAssessment> ticked() const;
    void clear();

    Workspace &m_workspace;
    Jobs &m_jobs;
    QHash<QString, QString> m_systemNames; ///< by assessment
    std::unique_ptr<IntakeModel> m_model;
    RecordModel<LeftOut> m_leftOutModel;
    std::vector<ArrivingFile> m_setAside; ///< left out by the person, with what was said of them

    QPushButton *m_attach = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_putBack = nullptr;
    QPushButton *m_cancel = nullptr;
    PlainLabel *m_words = nullptr;
    NotDueNote *m_notDue = nullptr;
    JobLine *m_job = nullptr;
    QWidget *m_body = nullptr; ///< all that waits while files are attached
    TurningSplitter *m_splitter = nullptr;
    TableView *m_table = nullptr;
    PlainLabel *m_leftOutWords = nullptr;
    TableView *m_leftOut = nullptr;
    IntakeForm *m_form = nullptr;
};

}
