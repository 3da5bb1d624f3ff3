#pragma once

#include "ui/pages/page.h"
#include "ui/pages/system/systemtab.h"

#include <QHash>

class QVBoxLayout;

namespace plimsoll {

class EmptyHint;
class TabRow;
class TitleLine;

/// What is this system, who answers for it, and where does it stand? One system under tabs; each tab shows
/// one side of the same reading. The target is "SYSTEM ID/TAB/what of the tab".
class SystemPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("system");

    SystemPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;
    /// The page's own and those of the tab that is shown.
    [[nodiscard]] QList<QAction *> recordActions() const override;
    /// The tabs of the system it shows, or showed last.
    [[nodiscard]] QList<SearchHit> parts() const override;
    [[nodiscard]] QList<Unsaved> unsaved() const override;
    [[nodiscard]] QString targetShowing(const QWidget &part) const override;

    /// Where a tab of a system is; the first tab when `tab` is empty.
    [[nodiscard]] static Place placeOf(const Id<AiSystem> &system, const QString &tab = {},
                                       const QString &rest = {});

private:
    QWidget *makeWhole();
    QWidget *makeExport();
    void open(const QString &wanted, const QString &rest);
    void chooseTab(const QString &chosen);
    SystemTab *tab(const QString &wanted);
    void read();
    void receive(const Id<AiSystem> &asked, Result<SystemReading> reading);
    void showHeader();
    /// Of a system that the record holds no more nothing is shown: what is written there could not be kept.
    void showGone();

    TabContext m_context;
    std::vector<SystemTabKind> m_kinds;
    QHash<QString, SystemTab *> m_made; ///< by key
    Id<AiSystem> m_system;
    std::shared_ptr<const Catalogue> m_catalogue; ///< kept from the first reading
    std::shared_ptr<const SystemReading> m_reading;
    bool m_isReading = false;
    bool m_isOutdated = false; ///< the record changed while it was being read

    EmptyHint *m_gone = nullptr;
    QWidget *m_whole = nullptr; ///< all of the system
    TitleLine *m_head = nullptr;
    TabRow *m_tabs = nullptr;
    QVBoxLayout *m_body = nullptr;
};

}
