#pragma once

#include "ui/pages/packages/issuetab.h"
#include "ui/pages/packages/packagetoread.h"
#include "ui/pages/page.h"

namespace plimsoll {

class CheckTab;
class IssuedTab;
class Jobs;
class ReportPreview;
class TabRow;

/// What did we hand over, and is a package what it says it is? The register, the form of a new package, and
/// the check of any. The target is "issued/PACKAGE ID", "new/SYSTEM ID", "new/SYSTEM ID/ASSESSMENT ID"
/// "check", or "check/SEAL/PATH" for what is to be checked at once.
class PackagesPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("packages");

    PackagesPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;
    [[nodiscard]] QList<SearchHit> parts() const override;
    [[nodiscard]] QString targetShowing(const QWidget &part) const override;

    /// Where a package of this system is issued, telling that assessment or the one that counts.
    [[nodiscard]] static Place placeToIssue(const Id<AiSystem> &system,
                                            const std::optional<Id<Assessment>> &told = {});
    /// Where this package is checked again.
    [[nodiscard]] static Place placeToCheck(const CheckedPackage &package);

private:
    void addActions();
    void open(const QString &tab);
    void chooseTab(const QString &tab);
    void checkDropped(const QStringList &paths);
    void read();
    void receive(Result<PackagesReading> reading);
    void renew(const ChangeSet &changeSet);
    void remark();
    void issue(const IssueRequest &request);
    void look(const IssueRequest &request);
    void receiveIssued(Result<Issued> issued);
    void check(const QString &path, std::optional<Digest> expectedSeal);
    void checkAgain(const CheckedPackage &package);
    void readPackage(const CheckedPackage &package);
    void replace(const IssuedPackage &package, const IssuedPackage &by);
    void commit(const Result<ChangeSet> &planned);
    void say(const Error &error);

    Workspace &m_workspace;
    Jobs &m_jobs;
    QSet<Id<AiSystem>> m_wanted;   ///< to be chosen when the systems are read
    NamedAssessments m_wantedTold; ///< likewise, of their assessments
    TabRow *m_tabs = nullptr;
    IssuedTab *m_issued = nullptr;
    IssueTab *m_issue = nullptr;
    ReportPreview *m_report = nullptr;
    CheckTab *m_check = nullptr;
};

}
