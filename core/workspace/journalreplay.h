#pragma once

#include "core/inventory/asset.h"
#include "core/record/changeset.h"
#include "core/responsibility/party.h"
#include "core/responsibility/role.h"
#include "core/workspace/numbers.h"
#include "core/workspace/standpoint.h"

#include <QJsonObject>
#include <QUuid>

namespace plimsoll {

/// One edit of the journal, read as far as a replay needs it.
struct ReplayedEdit
{
    QUuid id;
    Edit::Kind kind = Edit::Kind::Changed;
    QJsonObject fields; ///< {name: [before, after]}

    /// Nothing when the edit leaves the field as it was.
    [[nodiscard]] std::optional<QJsonValue> after(QLatin1StringView field) const;
};

/// Rows of one table by number. One that was removed keeps its number, should it come back, and is not there.
template <class Row>
class ReplayedRows
{
public:
    /// Null unless the row is there now.
    [[nodiscard]] const Row *find(int number) const
    {
        return number >= 0 && m_rows[size_t(number)].isThere ? &m_rows[size_t(number)].row : nullptr;
    }
    /// -1 for what never was.
    [[nodiscard]] int numberOf(const QUuid &id) const { return m_numbers.value(id, -1); }
    [[nodiscard]] int size() const { return int(m_rows.size()); }

    /// The row of the edit, made or taken away as the edit says; its fields are the caller's to fill.
    Row &step(const ReplayedEdit &edit)
    {
        auto number = m_numbers.find(edit.id);
        if (number == m_numbers.end()) {
            number = m_numbers.insert(edit.id, int(m_rows.size()));
            m_rows.emplace_back();
        }
        Held &held = m_rows[size_t(*number)];
        if (edit.kind == Edit::Kind::Created)
            held.row = {};
        held.isThere = edit.kind != Edit::Kind::Removed;
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

/// The record as far as standings depend on it, built up edit by edit in the order of the journal: at every
/// moment it can say where all systems stood then.
class JournalReplay
{
public:
    explicit JournalReplay(const Catalogue &catalogue);

    /// Takes the next edit. Those of tables on which no standing depends change nothing; a text that is no
    /// edit is refused.
    Done take(std::string_view table, std::string_view id, std::string_view body);

    /// Whether any standing may differ from the last standpoint().
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    /// Where all systems that were registered and not removed stood after the last edit taken.
    [[nodiscard]] Standpoint standpoint();

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
        bool isRemoved = false;
    };
    struct InheritanceRow
    {
        QUuid id;
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
    struct ResponseRow
    {
        int assessment = -1;
        qint16 item = -1;
        Answer answer = Answer::NotAnswered;
    };
    struct DecisionRow
    {
        int assessment = -1;
        QString item;
        bool applies = false;
    };
    struct EvidenceRow
    {
        bool isDraft = true;
        bool isRemoved = false;
    };
    struct UseRow
    {
        int evidence = -1;
        int assessment = -1;
        int item = -1;
    };

    void takeSystem(const ReplayedEdit &edit);
    void takeParty(const ReplayedEdit &edit);
    void takeRole(const ReplayedEdit &edit);
    void takeFact(const ReplayedEdit &edit);
    void takeEvent(const ReplayedEdit &edit);
    void takeAsset(const ReplayedEdit &edit);
    void takeLink(const ReplayedEdit &edit);
    void takePlatform(const ReplayedEdit &edit);
    void takeInheritance(const ReplayedEdit &edit);
    void takeAssessment(const ReplayedEdit &edit);
    void takeResponse(const ReplayedEdit &edit);
    void takeDecision(const ReplayedEdit &edit);
    void takeEvidence(const ReplayedEdit &edit);
    void takeUse(const ReplayedEdit &edit);

    /// Where the rows stand in the standpoint that is being made; -1 for those that do not count.
    struct Places
    {
        std::vector<int> systems;
        std::vector<int> platforms;
    };
    void putSystems(Standpoint &point, Places &places) const;
    void putAssessments(Standpoint &point, const Places &places) const;
    void putResponses(Standpoint &point) const;
    void putRoles(Standpoint &point, const Places &places) const;
    void putFacts(Standpoint &point, const Places &places) const;
    void putAssets(Standpoint &point, const Places &places) const;
    void putInheritances(Standpoint &point, const Places &places) const;
    void putDecisions(Standpoint &point, const Places &places) const;
    void putDrafts(Standpoint &point) const;

    using Take = void (JournalReplay::*)(const ReplayedEdit &);

    const Catalogue &m_catalogue;
    QHash<QByteArray, Take> m_takes; ///< by table
    QHash<QString, int> m_facts;
    QHash<QString, int> m_events;
    bool m_isChanged = false;

    ReplayedRows<SystemRow> m_systems;
    ReplayedRows<PartyRow> m_parties;
    ReplayedRows<RoleRow> m_roles;
    ReplayedRows<FactRow> m_factAnswers;
    ReplayedRows<EventRow> m_systemEvents;
    ReplayedRows<AssetRow> m_assets;
    ReplayedRows<LinkRow> m_links;
    ReplayedRows<PlatformRow> m_platforms;
    ReplayedRows<InheritanceRow> m_inheritances;
    ReplayedRows<AssessmentRow> m_assessments;
    ReplayedRows<ResponseRow> m_responses;
    ReplayedRows<DecisionRow> m_decisions;
    ReplayedRows<EvidenceRow> m_evidence;
    ReplayedRows<UseRow> m_uses;
};

}
