#pragma once

#include "core/evidence/filechecks.h"
#include "core/report/statusmark.h"
#include "ui/models/recordmodel.h"
#include "ui/pages/checklist/checklistreading.h"
#include "ui/pages/place.h"

#include <QWidget>

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class EvidenceForm;
class JobLine;
class Jobs;
class LinkForm;
class PlainLabel;
class TableView;
class Workspace;
struct Attached;
struct Attachment;
struct StoreCheck;

/// One row of the table.
struct EvidenceLine
{
    Evidence evidence;
    QString integrity;
    StatusMark integrityMark = StatusMark::NotAnswered;
    QDate judgedOn{}; ///< see Checklist::judgedOn()

    friend bool operator==(const EvidenceLine &, const EvidenceLine &) = default;
};

/// The evidence of one item: what there is, adding files and links, taking away, and the details of each.
class EvidenceSection final : public QWidget
{
    Q_OBJECT

public:
    EvidenceSection(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, QWidget *parent = nullptr);
    ~EvidenceSection() override;

    void show(const SharedReading &reading, int ordinal);
    /// Stores the files and attaches them to the item shown.
    void attachFiles(const QStringList &files);
    /// What is wrong with the stored files of the item, as far as they have been checked.
    [[nodiscard]] QStringList fileProblems() const;

Q_SIGNALS:
    void refused(const plimsoll::Error &error);
    void goTo(const plimsoll::Place &place);
    /// More is known of the stored files, and it is not that they are as they were.
    void filesJudged();

private:
    void build();
    void chooseFiles();
    void attachLink(const Evidence &link);
    void goToPage();
    void attachAll(QList<Attachment> attachments);
    void receive(const Result<Attached> &attached);
    void detach();
    void takeKeptChecks();
    void showLines();
    void showDetails();
    void fitTable();
    enum class Files { Small, All };
    void checkIntegrity(Files files);
    void receive(const StoreCheck &check);
    [[nodiscard]] const ChecklistLine *line() const;
    [[nodiscard]] std::optional<Evidence> chosen() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter &m_writer;
    SharedReading m_reading;
    int m_ordinal = -1;
    FileChecks m_checked;
    std::unique_ptr<RecordModel<EvidenceLine>> m_model;

    PlainLabel *m_none = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_addFile = nullptr;
    QPushButton *m_addLink = nullptr;
    QPushButton *m_details = nullptr;
    QPushButton *m_detach = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_page = nullptr;
    JobLine *m_job = nullptr;
    LinkForm *m_linkForm = nullptr;
    EvidenceForm *m_form = nullptr;
};

}
