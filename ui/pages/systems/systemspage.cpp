#include "ui/pages/systems/systemspage.h"

#include "core/catalogue/shippedcatalogue.h"
#include "core/workspace/workspace.h"
#include "ui/jobs/jobs.h"
#include "ui/jobs/withreader.h"
#include "ui/pages/system/systempage.h"
#include "ui/pages/systems/importregisterpage.h"
#include "ui/pages/systems/newsystempage.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptyhint.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/readingonly.h"
#include "ui/widgets/sidebyside.h"
#include "ui/widgets/tableview.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

/// So many are worked out one by one; for more it is cheaper to ask about all systems at once.
constexpr qsizetype oneByOne = 20;
constexpr int reachedByColumn = 6;
constexpr int charactersSideBySide = 110; ///< a narrower window puts the steps below the filter

}

SystemsPage::SystemsPage(Workspace &workspace, Jobs &jobs, QWidget *parent)
    : Page(tr("Systems"), parent)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_model(makeRegisterModel())
{
    buildHead();
    m_panel = new Panel;
    m_table = new TableView(u"systems"_s, tr("AI systems"));
    m_table->setModel(m_model.get());
    m_table->suggestWidths({7, 17, 6, 14, 19, 11, 13, 14, 10});
    m_table->showWhereThereIsRoom({reachedByColumn}); // the system's profile tells it too
    m_panel->content()->addWidget(m_table, 1);
    content()->addWidget(m_panel, 1);
    m_empty = new EmptyHint(tr("No AI system is registered yet"),
                            tr("Register the first one: its name and what kind of system it is are enough to "
                               "begin. What applies to it follows from a few questions."),
                            tr("Register the first system"));
    m_empty->hide();
    content()->addWidget(m_empty, 1);
    connect(m_empty, &EmptyHint::stepTaken, this, [this] { Q_EMIT goTo({NewSystemPage::key, {}}); });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        Q_EMIT goTo(SystemPage::placeOf(m_model->at(index.row()).system.id));
    });
    connect(&workspace, &Workspace::changed, this, &SystemsPage::renew);
    connect(&workspace, &Workspace::changedElsewhere, this, &SystemsPage::readAll);
}

SystemsPage::~SystemsPage() = default;

void SystemsPage::buildHead()
{
    content()->addWidget(
        (new PlainLabel(tr("Which AI systems do we answer for?"), TextKind::Title))->wrapped());
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"systems/filter"_s);
    m_filter->setAccessibleName(tr("Show only systems with these words"));
    m_filter->setPlaceholderText(tr("Filter by name, owner, role or phase"));
    m_filter->setClearButtonEnabled(true);
    onlyReads(*m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setFilter(registerFilter(words));
        showCount();
    });
    auto *add = button(tr("&New system …"), ButtonKind::Primary);
    add->setObjectName(u"systems/new"_s);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT goTo({NewSystemPage::key, {}}); });
    auto *import = button(tr("&Import a register …"));
    import->setObjectName(u"systems/import"_s);
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT goTo({ImportRegisterPage::key, {}}); });
    m_count = new PlainLabel({}, TextKind::Small, Emphasis::Quiet);
    auto *finding = new QHBoxLayout;
    finding->setSpacing(spacing::medium);
    finding->addWidget(m_filter, 1);
    finding->addWidget(m_count);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(spacing::medium);
    steps->addWidget(import);
    steps->addWidget(add);
    steps->addStretch(0);
    auto *head = new SideBySide(charactersSideBySide);
    head->add(finding, 1);
    head->add(steps, 0);
    content()->addWidget(head);
}

void SystemsPage::sayImported(const QString &words)
{
    m_wantsKeyboard = true;
    showCount();
    banner().say(BannerKind::Information, words);
}

void SystemsPage::activate(const QString &)
{
    if (!m_isRead)
        readAll();
}

void SystemsPage::readAll()
{
    using Rows = std::vector<RegisterRow>;
    m_isRead = true;
    m_jobs.run<Rows>(tr("Read the register"),
                     withReader(m_workspace, [](const Connection &reader) { return readRegister(reader); }),
                     this, [this](Result<Rows> rows) {
                         m_isRead = rows.has_value();
                         if (!rows)
                             return banner().say(rows.error());
                         receiveAll(std::move(*rows));
                     });
}

void SystemsPage::receiveAll(std::vector<RegisterRow> rows)
{
    m_model->setRows(std::move(rows));
    m_toWorkOut.clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->at(row).system.outOfScope)
            m_toWorkOut.append(m_model->at(row).system.id);
    }
    showCount();
    workOutReadiness();
}

Result<SystemsPage::Renewed> SystemsPage::readRenewed(const Connection &connection,
                                                      const ChangeSet &changeSet)
{
    const auto touched = systemsTouchedBy(changeSet, connection);
    if (!touched)
        return tl::unexpected(touched.error());
    auto rows = *touched ? readRegister(connection, **touched) : readRegister(connection);
    if (!rows)
        return tl::unexpected(rows.error());
    return Renewed{std::move(*rows), *touched};
}

void SystemsPage::renew(const ChangeSet &changeSet)
{
    if (!m_isRead)
        return;
    m_jobs.run<Renewed>(
        tr("Renew the register"),
        withReader(m_workspace,
                   [changeSet](const Connection &reader) { return readRenewed(reader, changeSet); }),
        this, [this](Result<Renewed> renewed) {
            if (!renewed)
                return banner().say(renewed.error());
            receiveSome(std::move(*renewed));
        });
}

void SystemsPage::receiveSome(Renewed renewed)
{
    if (!renewed.systems)
        return receiveAll(std::move(renewed.rows));
    QSet<Id<AiSystem>> gone = *renewed.systems;
    for (RegisterRow &row : renewed.rows) {
        gone.remove(row.system.id);
        m_toWorkOut.prepend(row.system.id);
        if (const auto at = m_model->indexOf(row.system.id.text()); at.isValid())
            row.ready = m_model->at(at.row()).ready;
        m_model->put(std::move(row));
    }
    for (const auto &system : std::as_const(gone))
        m_model->remove(system.text());
    showCount();
    workOutReadiness();
}

void SystemsPage::workOutReadiness()
{
    if (m_isWorking || m_toWorkOut.isEmpty())
        return;
    m_isWorking = true;
    const QList<Id<AiSystem>> next = std::exchange(m_toWorkOut, {});
    struct Worked
    {
        std::shared_ptr<const Catalogue> catalogue;
        QHash<Id<AiSystem>, Readiness> ready;
    };
    m_jobs.run<Worked>(
        tr("Work out where the systems stand"),
        [&workspace = m_workspace, next, known = m_catalogue](const Progress &progress) -> Result<Worked> {
            const auto catalogue = shippedCatalogue(known);
            if (!catalogue)
                return tl::unexpected(catalogue.error());
            auto ready = next.size() > oneByOne ? readReadiness(workspace, **catalogue, progress)
                                                : readReadiness(workspace, *catalogue, next);
            if (!ready)
                return tl::unexpected(ready.error());
            return Worked{*catalogue, std::move(*ready)};
        },
        this,
        [this](const Result<Worked> &worked) {
            m_isWorking = false;
            if (!worked)
                return banner().say(worked.error());
            m_catalogue = worked->catalogue;
            receiveReadiness(worked->ready);
            workOutReadiness();
        });
}

void SystemsPage::receiveReadiness(const QHash<Id<AiSystem>, Readiness> &ready)
{
    std::vector<RegisterRow> worked;
    for (const RegisterRow &row : m_model->rows()) {
        if (const auto found = ready.constFind(row.system.id); found != ready.cend()) {
            worked.push_back(row);
            worked.back().ready = *found;
        }
    }
    m_model->update(std::move(worked));
}

void SystemsPage::showCount()
{
    const int all = m_model->total();
    const int seen = m_model->rowCount();
    m_count->setPlainText(seen == all ? tr("Systems: %1").arg(all)
                                      : tr("Shown: %1 of %2").arg(seen).arg(all));
    m_empty->setVisible(all == 0);
    m_panel->setVisible(all > 0);
    if (all > 0 && std::exchange(m_wantsKeyboard, false))
        m_table->setFocus();
}

}
