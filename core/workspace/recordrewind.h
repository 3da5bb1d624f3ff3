#pragma once

#include "core/assessment/applicabilitystatement.h"
#include "core/evidence/evidence.h"
#include "core/inventory/asset.h"
#include "core/record/changeset.h"
#include "core/responsibility/party.h"
#include "core/responsibility/role.h"
#include "core/storage/bulkread.h"
#include "core/workspace/standpoint.h"

#include <QUuid>

namespace plimsoll {

/// What a table's row or an edit tells about the fields of one row.
class FieldsTold
{
public:
    FieldsTold() = default;
    FieldsTold(const FieldsTold &) = delete;
    FieldsTold &operator=(const FieldsTold &) = delete;
    virtual ~FieldsTold() = default;
    /// Empty for a field without a value, "0" or "1" for a flag; nothing when the field is not told about.
    [[nodiscard]] virtual std::optional<QString> text(QLatin1StringView field) const = 0;
    /// Whether the field holds anything.
    [[nodiscard]] virtual std::optional<bool> isFilled(QLatin1StringView field) const = 0;
};

/// What was so of one row before a moment.
struct RowTold
{
    QUuid id;
    bool isThere = false;
    bool isWhole = false; ///< fields that are not told are neutral; otherwise they stay as they were
    const FieldsTold &fields;
};

/// Rows of one table by number. A number is kept for good, also by a row that is not there yet or any more.
template <class Row>
class RewoundRows
{
public:
    /// Null unless the row is there now.
    [[nodiscard]] const Row *find(int number) const
    {
        return number >= 0 && m_rows[size_t(number)].isThere ? &m_rows[size_t(number)].row : nullptr;
    }
    [[nodiscard]] int size() const { return int(m_rows.size()); }
    /// Of a row not heard of before a new number.
    int numberOf(const QUuid &id)
    {
        const auto known = m_numbers.constFind(id);
        if (known != m_numbers.cend())
            return *known;
        m_rows.emplace_back();
        return *m_numbers.insert(id, int(m_rows.size()) - 1);
    }

    /// The row that is told about, made or taken away; its fields are the caller's to fill.
    Row &step(const RowTold &told)
    {
        Held &held = m_rows[size_t(numberOf(told.id))];
        if (told.isWhole)
            held.row = {};
        held.isThere = told.isThere;
        return held.row;
    }

private:
    struct Held
    {
        Row row;
        bool isThere = false;
    };

    QHash<QUuid, int> m_numbers;
    std::vector<Held> m_rows;
};

/// The record as far as standings depend on it, which goes back in time: it begins with the rows of today,
/// takes back edit by edit from the last one on, and can say at every moment where all systems stood then.
class RecordRewind
{
public:
    explicit RecordRewind(const Catalogue &catalogue);

    /// Whether standings depend on rows of the table.
    [[nodiscard]] bool dependsOn(std::string_view table) const;
    /// Whether standings may change when the edit, as canonicalText() wrote it, is taken back. A text that is
    /// no edit is refused.
    [[nodiscard]] Result<bool> dependsOn(std::string_view table, std::string_view edit) const;

    /// Reads the rows as they are. The caller sees to it that nothing is committed meanwhile.
    Done begin(const Connection &connection);
    /// Undoes the edit: it must be the last one not yet taken back. What does not bear on any standing
    /// changes nothing; a text that is no edit is refused.
    Done takeBack(std::string_view table, std::string_view id, std::string_view edit);

    /// Whether any standing on that day may differ from the last standpoint().
    [[nodiscard]] bool isChanged(QDate day) const;
    /// Where all systems stood on that day that were registered and not removed before the edits taken back.
    [[nodiscard]] Standpoint standpoint(QDate day);

private:
    struct SystemRow
    {
        bool isOutOfScope = false;
        bool isRemoved = false;
    };
    struct PartyRow
    {
        QString name;
        PartyKind kind = PartyKind::Own;
    };
    struct RoleRow
    {
        int system = -1;
        int party = -1;
        Role role = Role::Developer;
    };
    struct FactRow
    {
        int system = -1;
        int fact = -1;
        bool holds = false;
    };
    struct EventRow
    {
        int system = -1;
        int event = -1;
        QString happenedOn; ///< from that day on it counts
    };
    struct AssetRow
    {
        AssetKind kind = AssetKind::Model;
        Sensitivity sensitivity = Sensitivity::Unknown;
        Origin origin = Origin::Unknown;
        Documentation documentation = Documentation::Unknown;
        bool hasSupplier = false;
        bool isUsedForTraining = false;
        bool isShared = false;
        bool isRemoved = false;
    };
    struct LinkRow
    {
        int system = -1;
        int asset = -1;
    };
    struct PlatformRow
    {
        QUuid id;
        QString name;
        bool isRemoved = false;
    };
    struct InheritanceRow
    {
        int system = -1;
        int platform = -1;
    };
    struct AssessmentRow
    {
        QUuid id;
        int system = -1;
        int platform = -1;
        QString closedOn;
    };
    struct ClosingRow
    {
        int assessment = -1;
        QList<ItemStanding> findings;
    };
    struct ResponseRow
    {
        int assessment = -1;
        int item = -1;
        Answer answer = Answer::NotAnswered;
        ApplicabilityStatement statement = {};
    };
    struct DecisionRow
    {
        int assessment = -1;
        QString item;
        ApplicabilityStatement statement = {.applies = false};
    };
    struct EvidenceRow
    {
        DocumentState called = DocumentState::Draft;
        std::optional<QDate> approvedOn;
        bool isRemoved = false;
    };
    struct UseRow
    {
        int evidence = -1;
        int assessment = -1;
        int item = -1;
    };

    void takeSystem(const RowTold &told);
    void takeParty(const RowTold &told);
    void takeRole(const RowTold &told);
    void takeFact(const RowTold &told);
    void takeEvent(const RowTold &told);
    void takeAsset(const RowTold &told);
    void takeLink(const RowTold &told);
    void takePlatform(const RowTold &told);
    void takeInheritance(const RowTold &told);
    void takeAssessment(const RowTold &told);
    void takeClosing(const RowTold &told);
    void takeResponse(const RowTold &told);
    void takeDecision(const RowTold &told);
    void takeEvidence(const RowTold &told);
    void takeUse(const RowTold &told);

    /// Where the rows stand in the standpoint that is being made; -1 for those that do not count.
    struct Places
    {
        std::vector<int> systems;
        std::vector<int> platforms;
    };
    void putSystems(Standpoint &point, Places &places) const;
    void putAssessments(Standpoint &point, const Places &places) const;
    void putClosings(Standpoint &point) const;
    void putResponses(Standpoint &point) const;
    void putRoles(Standpoint &point, const Places &places) const;
    void putFacts(Standpoint &point, const Places &places) const;
    void putEvents(Standpoint &point, const Places &places, QDate day) const;
    void putAssets(Standpoint &point, const Places &places) const;
    void putInheritances(Standpoint &point, const Places &places) const;
    void putDecisions(Standpoint &point, const Places &places) const;
    void putDrafts(Standpoint &point, QDate day) const;

    using Take = void (RecordRewind::*)(const RowTold &);
    /// A table on which standings depend, and those of its fields that bear on them.
    struct Table
    {
        QByteArray name;
        std::vector<QLatin1StringView> fields;
        Take take;
    };
    [[nodiscard]] const Table *find(std::string_view table) const;

    const Catalogue &m_catalogue;
    std::vector<Table> m_tables;
    QHash<QString, int> m_items;
    QHash<QString, int> m_facts;
    QHash<QString, int> m_events;
    bool m_isChanged = false;
    QDate m_day; ///< of the last standpoint

    RewoundRows<SystemRow> m_systems;
    RewoundRows<PartyRow> m_parties;
    RewoundRows<RoleRow> m_roles;
    RewoundRows<FactRow> m_factAnswers;
    RewoundRows<EventRow> m_systemEvents;
    RewoundRows<AssetRow> m_assets;
    RewoundRows<LinkRow> m_links;
    RewoundRows<PlatformRow> m_platforms;
    RewoundRows<InheritanceRow> m_inheritances;
    RewoundRows<AssessmentRow> m_assessments;
    RewoundRows<ClosingRow> m_closings;
    RewoundRows<ResponseRow> m_responses;
    RewoundRows<DecisionRow> m_decisions;
    RewoundRows<EvidenceRow> m_evidence;
    RewoundRows<UseRow> m_uses;
};

}
