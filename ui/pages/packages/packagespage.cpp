#include "ui/pages/packages/packagespage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/frontmatter.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/jobs/writing.h"
#include "ui/pages/packages/checktab.h"
#include "ui/pages/packages/issuedtab.h"
#include "ui/pages/packages/packagetoread.h"
#include "ui/pages/packages/reportpreview.h"
#include "ui/widgets/filedrop.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tabrow.h"

#include <QAction>
#include <QFileInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

const QString issuedKey = u"issued"_s;
const QString newKey = u"new"_s;
const QString checkKey = u"check"_s;

}

PackagesPage::PackagesPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Packages"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_tabs(new TabRow(tr("Parts of the page")))
    , m_issued(new IssuedTab)
    , m_issue(new IssueTab(workspace))
    , m_report(new ReportPreview(jobs))
    , m_check(new CheckTab)
{
    auto *drop = new FileDrop(*this, FileDrop::Takes::OnePath);
    connect(drop, &FileDrop::dropped, this, &PackagesPage::checkDropped);
    content()->addWidget(
        (new PlainLabel(tr("What do we hand over, and is it what was handed over?"), TextKind::Title))
            ->wrapped());
    m_tabs->setObjectName(u"packages/tabs"_s);
    m_tabs->addKey(issuedKey, tr("Issued"));
    m_tabs->addKey(newKey, tr("New package"));
    m_tabs->addKey(checkKey, tr("Check a package"));
    content()->addWidget(m_tabs);
    for (QWidget *tab :
         {static_cast<QWidget *>(m_issued), static_cast<QWidget *>(m_issue), static_cast<QWidget *>(m_check)})
        content()->addWidget(tab, 1);
    content()->addWidget(m_report);
    addActions();
    connect(m_tabs, &TabRow::keyChosen, this, &PackagesPage::chooseTab);
    m_tabs->listenWithin(*this);
    connect(m_issued, &IssuedTab::newOneAsked, this, [this] { chooseTab(newKey); });
    connect(m_issued, &IssuedTab::replacementAsked, this, &PackagesPage::replace);
    connect(m_issued, &IssuedTab::withdrawalAsked, this,
            [this](const IssuedPackage &package, const QString &reason) {
                commit(planWithdrawal(package, reason, m_workspace.today()));
            });
    connect(m_issue, &IssueTab::systemsChosen, this, &PackagesPage::remark);
    connect(m_issue, &IssueTab::systemsChosen, m_report, &ReportPreview::clear);
    connect(m_issue, &IssueTab::lookAsked, this, &PackagesPage::look);
    connect(m_issue, &IssueTab::issueAsked, this, &PackagesPage::issue);
    connect(m_issue, &IssueTab::refused, this, &PackagesPage::say);
    connect(m_issue, &IssueTab::edited, &banner(), &Banner::noteVisit);
    connect(m_issue, &IssueTab::checkAsked, this, [this](const QString &path, const QString &seal) {
        chooseTab(checkKey);
        m_check->check(path, seal);
    });
    connect(m_check, &CheckTab::checkAsked, this, &PackagesPage::check);
    connect(m_check, &CheckTab::readAsked, this, &PackagesPage::readPackage);
    connect(m_check, &CheckTab::refused, this, &PackagesPage::say);
    connect(&workspace, &Workspace::changed, this, &PackagesPage::renew);
    connect(&workspace, &Workspace::changedElsewhere, this, &PackagesPage::read);
    open(issuedKey);
}

void PackagesPage::addActions()
{
    const auto add = [this](const QString &text, const QString &tab) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, tab] { chooseTab(tab); });
        addAction(action);
    };
    add(tr("&Issue a package …"), newKey);
    add(tr("&Check a package …"), checkKey);
    auto *copy = new QAction(tr("Copy the &seal of the chosen package"), this);
    connect(copy, &QAction::triggered, m_issued, &IssuedTab::copySeal);
    addAction(copy);
}

QList<SearchHit> PackagesPage::parts() const
{
    QList<SearchHit> parts;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        parts.append({tr("Page"), m_tabs->tabText(tab), title(), {key, m_tabs->tabData(tab).toString()}});
    return parts;
}

QString PackagesPage::targetShowing(const QWidget &part) const
{
    return m_issue->isAncestorOf(&part) ? newKey : m_issued->isAncestorOf(&part) ? issuedKey : checkKey;
}

Place PackagesPage::placeToIssue(const Id<AiSystem> &system, const std::optional<Id<Assessment>> &told)
{
    const QString form = newKey + u'/' + system.text();
    return {key, told ? form + u'/' + told->text() : form};
}

Place PackagesPage::placeToCheck(const CheckedPackage &package)
{
    const QString seal = package.seal ? package.seal->hex() : QString();
    return {key, u"%1/%2/%3"_s.arg(checkKey, seal, package.path)};
}

void PackagesPage::activate(const QString &target)
{
    if (target.startsWith(newKey + u'/')) {
        const auto system = Id<AiSystem>::fromText(target.section(u'/', 1, 1));
        const auto told = Id<Assessment>::fromText(target.section(u'/', 2));
        m_wanted = {system};
        m_wantedTold = told.isNull() ? NamedAssessments() : NamedAssessments{{system, told}};
    }
    if (!target.isEmpty())
        open(target.section(u'/', 0, 0));
    if (target.startsWith(checkKey + u'/'))
        checkAgain({target.section(u'/', 2), Digest::fromHex(target.section(u'/', 1, 1))});
    read();
}

void PackagesPage::checkAgain(const CheckedPackage &package)
{
    if (!m_check->shows(package))
        m_check->check(package.path, package.seal ? package.seal->hex() : QString());
    m_check->takeKeyboard();
}

void PackagesPage::open(const QString &tab)
{
    {
        const QSignalBlocker quietly(m_tabs);
        m_tabs->setCurrentKey(tab);
    }
    const QString current = m_tabs->currentKey();
    m_issued->setVisible(current == issuedKey);
    m_issue->setVisible(current == newKey);
    m_report->setVisible(current == newKey && !m_report->isEmpty());
    m_check->setVisible(current == checkKey);
}

void PackagesPage::chooseTab(const QString &tab)
{
    banner().hide();
    open(tab);
    Q_EMIT targetChanged(tab);
}

void PackagesPage::read()
{
    m_jobs.run<PackagesReading>(tr("Read the packages"), withReader(m_workspace, readPackages), this,
                                [this](Result<PackagesReading> reading) { receive(std::move(reading)); });
}

void PackagesPage::receive(Result<PackagesReading> reading)
{
    if (!reading)
        return say(reading.error());
    m_issued->setIssued(reading->issued);
    m_issue->setReading(*reading);
    if (!m_wanted.isEmpty())
        m_issue->choose(std::exchange(m_wanted, {}), std::exchange(m_wantedTold, {}));
}

void PackagesPage::renew(const ChangeSet &changeSet)
{
    if (changeSet.touches<IssuedPackage>() || changeSet.touches<AiSystem>() ||
        changeSet.touches<Assessment>())
        read();
    if (changeSet.touches<Assessment>())
        remark();
}

void PackagesPage::remark()
{
    const auto systems = m_issue->chosenSystems();
    const NamedAssessments told = m_issue->told();
    if (systems.isEmpty())
        return m_issue->setRemarks({});
    m_jobs.run<QStringList>(tr("Read what the front pages say"),
                            withReader(m_workspace,
                                       [systems, told](const Connection &reader) -> Result<QStringList> {
                                           const auto catalogue = shippedCatalogue();
                                           if (!catalogue)
                                               return tl::unexpected(catalogue.error());
                                           return frontMatterRemarks(reader, **catalogue, systems, told);
                                       }),
                            this, [this, systems, told](const Result<QStringList> &remarks) {
                                if (!remarks)
                                    return say(remarks.error());
                                if (systems == m_issue->chosenSystems() && told == m_issue->told())
                                    m_issue->setRemarks(*remarks);
                            });
}

void PackagesPage::look(const IssueRequest &request)
{
    banner().hide();
    m_report->clear();
    Job *job = m_jobs.run<ReportDraft>(
        tr("Set the report"),
        [&workspace = m_workspace, request](const Progress &progress) {
            return draftReport(workspace, request.systems, request.options, progress);
        },
        this,
        [this, request](const Result<ReportDraft> &draft) {
            m_issue->setEnded();
            if (!draft)
                return say(draft.error());
            if (request.systems != m_issue->chosenSystems() || request.options.assessments != m_issue->told())
                return; // something else is wanted by now
            m_report->setDraft(*draft);
            open(m_tabs->currentKey());
            m_report->takeKeyboard();
        });
    m_issue->watch(*job);
}

void PackagesPage::issue(const IssueRequest &request)
{
    banner().hide();
    m_report->clear();
    Job *job = m_jobs.run<Issued>(
        tr("Issue %1").arg(QFileInfo(request.path).fileName()),
        [&workspace = m_workspace, request](const Progress &progress) {
            const auto write = request.what == IssueRequest::What::Report ? issueReport : exportPackage;
            return write(workspace, request.systems, request.path, request.options, progress);
        },
        this, [this](Result<Issued> issued) { receiveIssued(std::move(issued)); });
    m_issue->watch(*job);
}

void PackagesPage::receiveIssued(Result<Issued> issued)
{
    m_issue->setEnded();
    if (!issued)
        return say(issued.error());
    m_issue->setIssued(*issued);
}

void PackagesPage::check(const QString &path, std::optional<Digest> expectedSeal)
{
    banner().hide();
    Job *job = m_jobs.run<PackageVerification>(
        tr("Check %1").arg(QFileInfo(path).fileName()),
        [path, expectedSeal](const Progress &progress) {
            return verifyPackage(path, expectedSeal, progress);
        },
        this,
        [this](const Result<PackageVerification> &verification) {
            m_check->setEnded();
            if (!verification)
                return say(verification.error());
            m_check->setVerification(*verification);
        });
    m_check->watch(*job);
}

void PackagesPage::readPackage(const CheckedPackage &package)
{
    banner().hide();
    Job *job = m_jobs.run<std::shared_ptr<OpenedPackage>>(
        tr("Open %1").arg(QFileInfo(package.path).fileName()),
        [package, &clock = m_workspace.clock(), window = thread()](const Progress &progress) {
            return packageToRead(package, clock, *window, progress);
        },
        this,
        [this](const Result<std::shared_ptr<OpenedPackage>> &opened) {
            m_check->setEnded();
            if (!opened)
                return say(opened.error());
            Q_EMIT packageOpened(*opened);
        });
    m_check->watch(*job);
}

void PackagesPage::commit(const Result<ChangeSet> &planned)
{
    if (!planned)
        return say(planned.error());
    banner().hide();
    writeToRecord(
        m_workspace, *planned, this, [] {}, [this](const Error &error) { say(error); });
}

void PackagesPage::replace(const IssuedPackage &package, const IssuedPackage &by)
{
    m_jobs.run<ChangeSet>(tr("Replace %1").arg(package.fileName),
                          withReader(m_workspace,
                                     [package, by, today = m_workspace.today()](const Connection &reader) {
                                         return planReplacement(reader, package, by, today);
                                     }),
                          this, [this](const Result<ChangeSet> &planned) { commit(planned); });
}

void PackagesPage::say(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return banner().say(BannerKind::Information, error.message);
    banner().say(error);
}

void PackagesPage::checkDropped(const QStringList &paths)
{
    chooseTab(checkKey);
    m_check->check(paths.first(), {});
}

}
