#pragma once

#include "core/delivery/packageverification.h"
#include "core/delivery/workspaceverification.h"
#include "core/report/statusmark.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace plimsoll {

class Jobs;

/// Does the record hold? Checks chain, rows and evidence files on demand and says each proof as a sentence.
class RecordCheck final : public QWidget
{
    Q_OBJECT

public:
    RecordCheck(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

Q_SIGNALS:
    /// What the check found of the whole record, in a few words.
    void stateFound(const QString &words);

private:
    void verify();
    void verifyWorkspaceHere();
    /// The package that is read here, from which all of it came.
    void verifyPackageBehind();
    void say(StatusMark mark, const QString &heading, const QStringList &lines);
    void clearProofs();
    void showProofs(const Result<WorkspaceVerification> &verification);
    void showPackage(const Result<PackageVerification> &verification);
    [[nodiscard]] QString stateOf(const WorkspaceVerification &verification) const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    QPushButton *m_verify = nullptr;
    QVBoxLayout *m_proofs = nullptr;
};

}
