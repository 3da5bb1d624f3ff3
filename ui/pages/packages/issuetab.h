#pragma once

#include "core/delivery/namedassessments.h"
#include "ui/pages/packages/issuerequest.h"
#include "ui/pages/packages/packagesreading.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace plimsoll {

class AssessmentChooser;
class ChoiceField;
class IssueResult;
class Job;
class JobLine;
class Panel;
class PlainLabel;
class SystemChooser;

/// The form of a new package: which systems, what of them, to whom, and where to. Shows how far the writing
/// is and what came of it.
class IssueTab final : public QWidget
{
    Q_OBJECT

public:
    explicit IssueTab(const Workspace &workspace, QWidget *parent = nullptr);

    void setReading(const PackagesReading &reading);
    /// Of these systems, where nothing else is said, the present assessment is told.
    void choose(const QSet<Id<AiSystem>> &systems, const NamedAssessments &told);
    /// What is worth knowing of the chosen systems before something about them leaves.
    void setRemarks(const QStringList &remarks);
    [[nodiscard]] QList<Id<AiSystem>> chosenSystems() const;
    [[nodiscard]] NamedAssessments told() const;

    /// Shows the job while it runs; the next issue waits for it.
    void watch(Job &job);
    /// The job has ended.
    void setEnded();
    void setIssued(const Issued &issued);

Q_SIGNALS:
    /// Which systems, or which of their assessments.
    void systemsChosen();
    /// Something was filled in that a refusal may have asked for.
    void edited();
    void issueAsked(const plimsoll::IssueRequest &request);
    /// The report shall be seen before anything is issued.
    void lookAsked(const plimsoll::IssueRequest &request);
    void checkAsked(const QString &path, const QString &seal);
    void refused(const plimsoll::Error &error);

private:
    QWidget *buildSystems();
    QWidget *buildWords();
    QWidget *buildPlace();
    QLineEdit *line(const QString &key, const QString &accessibleName, const QString &hint);
    void takeSystems();
    void showWhat();
    void proposePlace();
    void proposeReplaced();
    /// Those of the register that are current, and of the kind and the systems that are chosen.
    [[nodiscard]] QList<IssuedPackage> currentOfTheSame() const;
    void choosePlace();
    void ask();
    void askForLook();
    /// What is filled in; refused while no system is chosen.
    [[nodiscard]] std::optional<IssueRequest> request();
    [[nodiscard]] IssueRequest::What what() const;
    [[nodiscard]] QString wholePath() const;

    const Workspace &m_workspace;
    SystemChooser *m_systems = nullptr;
    AssessmentChooser *m_assessments = nullptr;
    ChoiceField *m_what = nullptr;
    PlainLabel *m_remarks = nullptr;
    PlainLabel *m_explanation = nullptr;
    QLineEdit *m_issuedTo = nullptr;
    QLineEdit *m_purpose = nullptr;
    ChoiceField *m_replaces = nullptr;
    QList<IssuedPackage> m_issued; ///< newest first
    SystemsOfPackages m_about;
    bool m_isReplacementChosen = false; ///< by the person, for these systems
    QLineEdit *m_place = nullptr;
    QPushButton *m_look = nullptr;
    QPushButton *m_issue = nullptr;
    JobLine *m_running = nullptr;
    IssueResult *m_result = nullptr;
};

}
