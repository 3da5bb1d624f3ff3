#pragma once

#include "ui/pages/evidence/evidencereading.h"
#include "ui/pages/page.h"

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class EmptyHint;
class EvidenceDetail;
class EvidenceIntake;
class EvidenceList;
class JobLine;
class Jobs;
class LinkForm;
class TurningSplitter;
class Workspace;
struct Attached;
struct StoreCheck;

/// What evidence do we hold, and is it still good? Every file and link once, with what is known about it
/// beside the table. Files and folders dropped anywhere on the page are taken in. The target is the id of a
/// piece of evidence, or a freshness.
class EvidencePage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("evidence");

    EvidencePage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);
    ~EvidencePage() override;

    /// Where a piece of evidence is shown.
    [[nodiscard]] static Place placeOf(const Id<Evidence> &evidence) { return {key, evidence.text()}; }
    /// Where the pieces of that freshness are shown, and no others.
    [[nodiscard]] static Place placeOf(Freshness freshness) { return {key, word(freshness)}; }

    void activate(const QString &target) override;
    [[nodiscard]] QList<Unsaved> unsaved() const override;

private:
    void build();
    QWidget *buildSteps();
    void connectAll();
    void readAll();
    void renew(const ChangeSet &changeSet);
    /// One reading after the other, so that an older one never replaces a newer.
    void readDue();
    void endReading(Result<EvidenceReading> reading);
    void receive(EvidenceReading reading);
    void revealWanted();
    void showHeld();
    void returnToHeld();
    void showChosen();
    void chooseFiles();
    void chooseFolder();
    void attachLink(const Evidence &link);
    void sayAttached(const Attached &attached);
    void checkIntegrity();
    void endCheck(const Result<StoreCheck> &check, const QList<Evidence> &evidence);
    void showChecks();
    void remember(const Digest &digest, Integrity integrity);

    Workspace &m_workspace;
    Jobs &m_jobs;
    AnswerWriter *m_writer = nullptr;
    FileChecks m_checks; ///< kept from earlier, and made since
    QList<Person> m_persons;
    QString m_wanted; ///< the piece to be shown once it is read
    bool m_isRead = false;
    bool m_isReading = false;
    bool m_isAllDue = false;
    QSet<Id<Evidence>> m_due; ///< changed while others were being read

    QPushButton *m_addLink = nullptr;
    LinkForm *m_linkForm = nullptr;
    QPushButton *m_check = nullptr;
    JobLine *m_job = nullptr;
    QWidget *m_held = nullptr; ///< what there is already, beside the intake
    EmptyHint *m_empty = nullptr;
    TurningSplitter *m_splitter = nullptr;
    EvidenceList *m_list = nullptr;
    EvidenceDetail *m_detail = nullptr;
    EvidenceIntake *m_intake = nullptr;
};

}
