#pragma once

#include "core/record/changeset.h"
#include "core/workspace/platforms.h"
#include "ui/models/ticklistmodel.h"
#include "ui/pages/page.h"
#include "ui/pages/system/recordform.h"

namespace plimsoll {

class ChecklistView;
class Disclosure;
class EmptyHint;
class Jobs;
class PlainLabel;
class PlatformForm;
class TickList;
class Workspace;

/// What the page shows, read at one moment.
struct PlatformsReading
{
    QList<PlatformInUse> platforms;
    QList<Tickable> systems; ///< by number, without the removed
    int items = 0;           ///< of the catalogue
};

/// What do we answer once for all systems? The platforms, whose answers systems take over, and the checklist
/// of the one chosen. The target is the id of a platform, and behind a slash the id of an item.
class PlatformsPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("platforms");

    PlatformsPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;
    [[nodiscard]] QList<Unsaved> unsaved() const override;

    [[nodiscard]] static Place placeOf(const Id<Platform> &platform, const QString &item = {});

private:
    using Plan = std::function<Result<ChangeSet>(const Connection &)>;

    void build();
    void connectAll();
    QWidget *makeHead();
    Disclosure *makeAbout();
    void read();
    void receive(const PlatformsReading &reading);
    void renew(const ChangeSet &changeSet);
    void choose(const Id<Platform> &platform, const QString &item);
    void showChosen();
    void showTakers(const PlatformInUse &shown);
    void change(const Platform &before, const Platform &after);
    void make(const Platform &asked);
    void showMade(const Id<Platform> &platform);
    void removeChosen();
    void takeOver(const QString &system, TakingOver takingOver);
    void plan(
        const QString &label, Plan plan, const std::function<void()> &written = [] {});
    void commit(const Result<ChangeSet> &planned, const std::function<void()> &written);
    void refuse(const Error &error);
    [[nodiscard]] const PlatformInUse *chosen() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    PlatformsReading m_reading;
    bool m_isRead = false;
    bool m_isOutdated = true; ///< the record changed since, while the page was not shown
    Id<Platform> m_chosen;
    QString m_wantedItem; ///< the item to go to once the platforms are read

    ChoiceField *m_chooser = nullptr;
    QWidget *m_head = nullptr;
    PlainLabel *m_counts = nullptr;
    PlatformForm *m_new = nullptr;
    EmptyHint *m_empty = nullptr;
    Disclosure *m_about = nullptr;
    RecordForm<Platform> m_form;
    TickList *m_takers = nullptr;
    ChecklistView *m_checklist = nullptr;
};

}
