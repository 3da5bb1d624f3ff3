#include "core/workspace/recordrewind.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/closing.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/reason.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/roleassignment.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordRewind)
};

/// What an edit tells about the time before it.
class ToldByEdit : public FieldsTold
{
public:
    explicit ToldByEdit(const QJsonObject &fields)
        : m_fields(fields)
    {
    }
    [[nodiscard]] std::optional<QString> text(QLatin1StringView field) const override
    {
        const auto change = m_fields.constFind(field);
        if (change == m_fields.constEnd())
            return std::nullopt;
        const QJsonValue before = change->toArray().at(0);
        return before.isBool() ? QString::number(int(before.toBool())) : before.toString();
    }
    [[nodiscard]] std::optional<bool> isFilled(QLatin1StringView field) const override
    {
        const auto told = text(field);
        return told ? std::optional(!told->isEmpty()) : std::nullopt;
    }

private:
    QJsonObject m_fields; ///< {name: [before, after]}
};

class ToldByRow : public FieldsTold
{
public:
    /// The row's columns are its id and then the fields.
    ToldByRow(const BulkRow &row, const std::vector<QLatin1StringView> &fields)
        : m_row(row)
        , m_fields(fields)
    {
    }
    [[nodiscard]] std::optional<QString> text(QLatin1StringView field) const override
    {
        const int column = columnOf(field);
        return column < 0 ? std::nullopt : std::optional(m_row.string(column));
    }
    [[nodiscard]] std::optional<bool> isFilled(QLatin1StringView field) const override
    {
        const int column = columnOf(field);
        return column < 0 ? std::nullopt : std::optional(!m_row.text(column).empty());
    }

private:
    /// -1 for a field that is not among the columns.
    [[nodiscard]] int columnOf(QLatin1StringView field) const
    {
        const auto found = std::find(m_fields.cbegin(), m_fields.cend(), field);
        return found == m_fields.cend() ? -1 : 1 + int(found - m_fields.cbegin());
    }

    const BulkRow &m_row;
    const std::vector<QLatin1StringView> &m_fields;
};

void fill(QString &text, const RowTold &told, QLatin1StringView field)
{
    if (auto value = told.fields.text(field))
        text = std::move(*value);
}

void fill(bool &flag, const RowTold &told, QLatin1StringView field)
{
    if (const auto value = told.fields.text(field))
        flag = *value == u'1';
}

/// Whether the field holds anything: a date of removal, a reference.
void fillPresence(bool &isPresent, const RowTold &told, QLatin1StringView field)
{
    isPresent = told.fields.isFilled(field).value_or(isPresent);
}

template <Worded E>
void fill(E &held, const RowTold &told, QLatin1StringView field)
{
    if (const auto value = told.fields.text(field))
        held = fromWord<E>(*value).value_or(E{});
}

template <class Row>
void fill(int &number, const RowTold &told, QLatin1StringView field, RewoundRows<Row> &rows)
{
    if (const auto value = told.fields.text(field))
        number = value->isEmpty() ? -1 : rows.numberOf(QUuid::fromString(*value));
}

void fill(int &number, const RowTold &told, QLatin1StringView field, const QHash<QString, int> &numbers)
{
    if (const auto value = told.fields.text(field))
        number = numbers.value(*value, -1);
}

template <IsDescribed Entity>
QByteArray tableOf()
{
    return Described<Entity>::table.data();
}

struct EditTold
{
    Edit::Kind kind = Edit::Kind::Changed;
    QJsonObject fields;
};

Result<EditTold> readEdit(std::string_view text)
{
    if (tellsCreation(text))
        return EditTold{Edit::Kind::Created, {}};
    const auto object =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size()))).object();
    const auto kind = fromWord<Edit::Kind>(object.value("edit"_L1).toString());
    if (!kind)
        return refuse(ErrorCode::Damaged,
                      Text::tr("The journal holds an edit that cannot be read. Check the record on the page "
                               "Journal; it names what is damaged."),
                      QString::fromUtf8(text.data(), qsizetype(std::min<size_t>(text.size(), 200))));
    return EditTold{*kind, object.value("fields"_L1).toObject()};
}

bool bearsOn(const std::vector<QLatin1StringView> &fields, const EditTold &edit)
{
    return edit.kind != Edit::Kind::Changed ||
           std::ranges::any_of(fields, [&edit](auto field) { return edit.fields.contains(field); });
}

QUuid idOf(std::string_view text)
{
    return QUuid::fromString(QLatin1StringView(text.data(), qsizetype(text.size())));
}

}

RecordRewind::RecordRewind(const Catalogue &catalogue)
    : m_catalogue(catalogue)
    , m_tables{
          {tableOf<AiSystem>(), {"out_of_scope"_L1, "removed_at"_L1}, &RecordRewind::takeSystem},
          {tableOf<Party>(), {"name"_L1, "kind"_L1}, &RecordRewind::takeParty},
          {tableOf<RoleAssignment>(), {"system"_L1, "party"_L1, "role"_L1}, &RecordRewind::takeRole},
          {tableOf<FactAnswer>(), {"system"_L1, "fact"_L1, "holds"_L1}, &RecordRewind::takeFact},
          {tableOf<SystemEvent>(), {"system"_L1, "event"_L1, "happened_on"_L1}, &RecordRewind::takeEvent},
          {tableOf<Asset>(),
           {"kind"_L1, "sensitivity"_L1, "origin"_L1, "documentation"_L1, "supplier"_L1,
            "used_for_training"_L1, "shared_with_others"_L1, "removed_at"_L1},
           &RecordRewind::takeAsset},
          {tableOf<AssetLink>(), {"system"_L1, "asset"_L1}, &RecordRewind::takeLink},
          {tableOf<Platform>(), {"name"_L1, "removed_at"_L1}, &RecordRewind::takePlatform},
          {tableOf<Inheritance>(), {"system"_L1, "platform"_L1}, &RecordRewind::takeInheritance},
          {tableOf<Assessment>(),
           {"system"_L1, "platform"_L1, "closed_on"_L1},
           &RecordRewind::takeAssessment},
          {tableOf<Closing>(), {"assessment"_L1, "findings"_L1}, &RecordRewind::takeClosing},
          {tableOf<Response>(),
           {"assessment"_L1, "item"_L1, "answer"_L1, "rationale"_L1, "approver"_L1},
           &RecordRewind::takeResponse},
          {tableOf<ApplicabilityDecision>(),
           {"assessment"_L1, "item"_L1, "applies"_L1, "reason"_L1, "approver"_L1},
           &RecordRewind::takeDecision},
          {tableOf<Evidence>(), {"state"_L1, "approved_on"_L1, "removed_at"_L1}, &RecordRewind::takeEvidence},
          {tableOf<EvidenceUse>(), {"evidence"_L1, "assessment"_L1, "item"_L1}, &RecordRewind::takeUse}}
{
    for (const Item &item : catalogue.items())
        m_items.insert(item.id, item.ordinal);
    for (size_t i = 0; i < catalogue.facts().size(); ++i)
        m_facts.insert(catalogue.facts()[i].id, int(i));
    for (size_t i = 0; i < catalogue.events().size(); ++i)
        m_events.insert(catalogue.events()[i].id, int(i));
}

const RecordRewind::Table *RecordRewind::find(std::string_view table) const
{
    const auto name = QByteArray::fromRawData(table.data(), qsizetype(table.size()));
    const auto found = std::ranges::find(m_tables, name, &Table::name);
    return found == m_tables.cend() ? nullptr : &*found;
}

bool RecordRewind::dependsOn(std::string_view table) const
{
    return find(table);
}

Result<bool> RecordRewind::dependsOn(std::string_view table, std::string_view edit) const
{
    const Table *known = find(table);
    if (!known)
        return false;
    const auto told = readEdit(edit);
    if (!told)
        return tl::unexpected(told.error());
    return bearsOn(known->fields, *told);
}

Done RecordRewind::begin(const Connection &connection)
{
    for (const Table &table : m_tables) {
        QString sql = u"SELECT id"_s;
        for (const QLatin1StringView field : table.fields)
            sql += ", "_L1 + field;
        sql += " FROM "_L1 + QLatin1StringView(table.name);
        const auto take = [&](const BulkRow &row) {
            (this->*table.take)({.id = idOf(row.text(0)),
                                 .isThere = true,
                                 .isWhole = true,
                                 .fields = ToldByRow(row, table.fields)});
        };
        if (auto done = readInBulk(connection, sql, {}, take); !done)
            return done;
    }
    m_isChanged = true;
    return {};
}

Done RecordRewind::takeBack(std::string_view table, std::string_view id, std::string_view edit)
{
    const Table *known = find(table);
    if (!known)
        return {};
    const auto told = readEdit(edit);
    if (!told)
        return tl::unexpected(told.error());
    if (!bearsOn(known->fields, *told))
        return {};
    (this->*known->take)({.id = idOf(id),
                          .isThere = told->kind != Edit::Kind::Created,
                          .isWhole = told->kind == Edit::Kind::Removed,
                          .fields = ToldByEdit(told->fields)});
    m_isChanged = true;
    return {};
}

void RecordRewind::takeSystem(const RowTold &told)
{
    SystemRow &row = m_systems.step(told);
    fill(row.isOutOfScope, told, "out_of_scope"_L1);
    fillPresence(row.isRemoved, told, "removed_at"_L1);
}

void RecordRewind::takeParty(const RowTold &told)
{
    PartyRow &row = m_parties.step(told);
    fill(row.name, told, "name"_L1);
    fill(row.kind, told, "kind"_L1);
}

void RecordRewind::takeRole(const RowTold &told)
{
    RoleRow &row = m_roles.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.party, told, "party"_L1, m_parties);
    fill(row.role, told, "role"_L1);
}

void RecordRewind::takeFact(const RowTold &told)
{
    FactRow &row = m_factAnswers.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.fact, told, "fact"_L1, m_facts);
    fill(row.holds, told, "holds"_L1);
}

void RecordRewind::takeEvent(const RowTold &told)
{
    EventRow &row = m_systemEvents.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.event, told, "event"_L1, m_events);
    fill(row.happenedOn, told, "happened_on"_L1);
}

void RecordRewind::takeAsset(const RowTold &told)
{
    AssetRow &row = m_assets.step(told);
    fill(row.kind, told, "kind"_L1);
    fill(row.sensitivity, told, "sensitivity"_L1);
    fill(row.origin, told, "origin"_L1);
    fill(row.documentation, told, "documentation"_L1);
    fillPresence(row.hasSupplier, told, "supplier"_L1);
    fill(row.isUsedForTraining, told, "used_for_training"_L1);
    fill(row.isShared, told, "shared_with_others"_L1);
    fillPresence(row.isRemoved, told, "removed_at"_L1);
}

void RecordRewind::takeLink(const RowTold &told)
{
    LinkRow &row = m_links.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.asset, told, "asset"_L1, m_assets);
}

void RecordRewind::takePlatform(const RowTold &told)
{
    PlatformRow &row = m_platforms.step(told);
    row.id = told.id;
    fill(row.name, told, "name"_L1);
    fillPresence(row.isRemoved, told, "removed_at"_L1);
}

void RecordRewind::takeInheritance(const RowTold &told)
{
    InheritanceRow &row = m_inheritances.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.platform, told, "platform"_L1, m_platforms);
}

void RecordRewind::takeAssessment(const RowTold &told)
{
    AssessmentRow &row = m_assessments.step(told);
    fill(row.system, told, "system"_L1, m_systems);
    fill(row.platform, told, "platform"_L1, m_platforms);
    fill(row.closedOn, told, "closed_on"_L1);
}

void RecordRewind::takeClosing(const RowTold &told)
{
    ClosingRow &row = m_closings.step(told);
    fill(row.assessment, told, "assessment"_L1, m_assessments);
    if (const auto findings = told.fields.text("findings"_L1))
        row.findings = findingsFromText(m_catalogue, findings->toUtf8()).value_or(QList<ItemStanding>());
}

void RecordRewind::takeResponse(const RowTold &told)
{
    ResponseRow &row = m_responses.step(told);
    fill(row.assessment, told, "assessment"_L1, m_assessments);
    fill(row.item, told, "item"_L1, m_items);
    fill(row.answer, told, "answer"_L1);
    row.statement.applies = row.answer != Answer::NotApplicable;
    if (const auto rationale = told.fields.text("rationale"_L1))
        row.statement.isReasoned = isReason(*rationale);
    fillPresence(row.statement.isApproved, told, "approver"_L1);
}

void RecordRewind::takeDecision(const RowTold &told)
{
    DecisionRow &row = m_decisions.step(told);
    fill(row.assessment, told, "assessment"_L1, m_assessments);
    fill(row.item, told, "item"_L1);
    fill(row.statement.applies, told, "applies"_L1);
    if (const auto reason = told.fields.text("reason"_L1))
        row.statement.isReasoned = isReason(*reason);
    fillPresence(row.statement.isApproved, told, "approver"_L1);
}

void RecordRewind::takeEvidence(const RowTold &told)
{
    EvidenceRow &row = m_evidence.step(told);
    fill(row.called, told, "state"_L1);
    if (const auto day = told.fields.text("approved_on"_L1))
        row.approvedOn = day->isEmpty() ? std::nullopt : std::optional(QDate::fromString(*day, Qt::ISODate));
    fillPresence(row.isRemoved, told, "removed_at"_L1);
}

void RecordRewind::takeUse(const RowTold &told)
{
    UseRow &row = m_uses.step(told);
    fill(row.evidence, told, "evidence"_L1, m_evidence);
    fill(row.assessment, told, "assessment"_L1, m_assessments);
    fill(row.item, told, "item"_L1, m_items);
}

}
