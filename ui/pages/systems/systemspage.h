#pragma once

#include "ui/pages/page.h"
#include "ui/pages/systems/registermodel.h"

class QLineEdit;

namespace plimsoll {

class EmptyHint;
class Jobs;
class Panel;
class PlainLabel;
class TableView;
class Workspace;

/// Which AI systems do we answer for? The register, with a filter, and the way to a new one.
class SystemsPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("systems");

    SystemsPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);
    ~SystemsPage() override;

    void activate(const QString &target) override;

    /// Says what importing a register has done, with the keyboard at the systems.
    void sayImported(const QString &words);

private:
    /// What a change of the record made of some lines.
    struct Renewed
    {
        std::vector<RegisterRow> rows;
        std::optional<QSet<Id<AiSystem>>> systems; ///< those without a row are gone; none: these are all rows
    };

    void buildHead();
    void readAll();
    void receiveAll(std::vector<RegisterRow> rows);
    static Result<Renewed> readRenewed(const Connection &connection, const ChangeSet &changeSet);
    void renew(const ChangeSet &changeSet);
    void receiveSome(Renewed renewed);
    void workOutReadiness();
    void receiveReadiness(const QHash<Id<AiSystem>, Readiness> &ready);
    void showCount();

    Workspace &m_workspace;
    Jobs &m_jobs;
    std::shared_ptr<const Catalogue> m_catalogue; ///< kept from the first use
    std::unique_ptr<RegisterModel> m_model;
    QList<Id<AiSystem>> m_toWorkOut; ///< those of which a change has come since
    bool m_isRead = false;
    bool m_isWorking = false;
    bool m_wantsKeyboard = false; ///< the table gets it as soon as there are systems

    QLineEdit *m_filter = nullptr;
    PlainLabel *m_count = nullptr;
    Panel *m_panel = nullptr;
    EmptyHint *m_empty = nullptr;
    TableView *m_table = nullptr;
};

}
