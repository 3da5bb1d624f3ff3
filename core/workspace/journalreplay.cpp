#include "core/workspace/journalreplay.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/factanswer.h"
#include "core/assessment/inheritance.h"
#include "core/assessment/response.h"
#include "core/evidence/evidenceuse.h"
#include "core/inventory/assetlink.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/roleassignment.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalReplay)
};

void fill(QString &text, const ReplayedEdit &edit, QLatin1StringView field)
{
    if (const auto value = edit.after(field))
        text = value->toString();
}

void fill(bool &flag, const ReplayedEdit &edit, QLatin1StringView field)
{
    if (const auto value = edit.after(field))
        flag = value->toBool();
}

/// Whether the field holds anything: dates of removal, references.
void fillPresence(bool &isPresent, const ReplayedEdit &edit, QLatin1StringView field)
{
    if (const auto value = edit.after(field))
        isPresent = !value->toString().isEmpty();
}

template <Worded E>
void fill(E &held, const ReplayedEdit &edit, QLatin1StringView field)
{
    if (const auto value = edit.after(field))
        held = fromWord<E>(value->toString()).value_or(E{});
}

template <class Row>
void fill(int &number, const ReplayedEdit &edit, QLatin1StringView field, const ReplayedRows<Row> &rows)
{
    if (const auto value = edit.after(field))
        number = rows.numberOf(QUuid::fromString(value->toString()));
}

void fill(int &number, const ReplayedEdit &edit, QLatin1StringView field, const QHash<QString, int> &numbers)
{
    if (const auto value = edit.after(field))
        number = numbers.value(value->toString(), -1);
}

template <IsDescribed Entity>
QByteArray tableOf()
{
    return Described<Entity>::table.data();
}

}

std::optional<QJsonValue> ReplayedEdit::after(QLatin1StringView field) const
{
    const auto change = fields.constFind(field);
    return change == fields.constEnd() ? std::nullopt : std::optional(change->toArray().at(1));
}

JournalReplay::JournalReplay(const Catalogue &catalogue)
    : m_catalogue(catalogue)
    , m_takes{{tableOf<AiSystem>(), &JournalReplay::takeSystem},
              {tableOf<Party>(), &JournalReplay::takeParty},
              {tableOf<RoleAssignment>(), &JournalReplay::takeRole},
              {tableOf<FactAnswer>(), &JournalReplay::takeFact},
              {tableOf<SystemEvent>(), &JournalReplay::takeEvent},
              {tableOf<Asset>(), &JournalReplay::takeAsset},
              {tableOf<AssetLink>(), &JournalReplay::takeLink},
              {tableOf<Platform>(), &JournalReplay::takePlatform},
              {tableOf<Inheritance>(), &JournalReplay::takeInheritance},
              {tableOf<Assessment>(), &JournalReplay::takeAssessment},
              {tableOf<Response>(), &JournalReplay::takeResponse},
              {tableOf<ApplicabilityDecision>(), &JournalReplay::takeDecision},
              {tableOf<Evidence>(), &JournalReplay::takeEvidence},
              {tableOf<EvidenceUse>(), &JournalReplay::takeUse}}
{
    for (size_t i = 0; i < catalogue.facts().size(); ++i)
        m_facts.insert(catalogue.facts()[i].id, int(i));
    for (size_t i = 0; i < catalogue.events().size(); ++i)
        m_events.insert(catalogue.events()[i].id, int(i));
}

Done JournalReplay::take(std::string_view table, std::string_view id, std::string_view body)
{
    const auto take = m_takes.constFind(QByteArray::fromRawData(table.data(), qsizetype(table.size())));
    if (take == m_takes.constEnd())
        return {};
    const auto object =
        QJsonDocument::fromJson(QByteArray::fromRawData(body.data(), qsizetype(body.size()))).object();
    const auto kind = fromWord<Edit::Kind>(object.value("edit"_L1).toString());
    if (!kind)
        return refuse(ErrorCode::Damaged,
                      Text::tr("The journal holds an edit that cannot be read. Check the record on the page "
                               "Journal; it names what is damaged."),
                      QString::fromUtf8(body.data(), qsizetype(std::min<size_t>(body.size(), 200))));
    (this->**take)({QUuid::fromString(QLatin1StringView(id.data(), qsizetype(id.size()))), *kind,
                    object.value("fields"_L1).toObject()});
    m_isChanged = true;
    return {};
}

void JournalReplay::takeSystem(const ReplayedEdit &edit)
{
    SystemRow &row = m_systems.step(edit);
    fill(row.isOutOfScope, edit, "out_of_scope"_L1);
    fillPresence(row.isRemoved, edit, "removed_at"_L1);
}

void JournalReplay::takeParty(const ReplayedEdit &edit)
{
    PartyRow &row = m_parties.step(edit);
    fill(row.name, edit, "name"_L1);
    fill(row.kind, edit, "kind"_L1);
}

void JournalReplay::takeRole(const ReplayedEdit &edit)
{
    RoleRow &row = m_roles.step(edit);
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.party, edit, "party"_L1, m_parties);
    fill(row.role, edit, "role"_L1);
}

void JournalReplay::takeFact(const ReplayedEdit &edit)
{
    FactRow &row = m_factAnswers.step(edit);
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.fact, edit, "fact"_L1, m_facts);
    fill(row.holds, edit, "holds"_L1);
}

void JournalReplay::takeEvent(const ReplayedEdit &edit)
{
    EventRow &row = m_systemEvents.step(edit);
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.event, edit, "event"_L1, m_events);
}

void JournalReplay::takeAsset(const ReplayedEdit &edit)
{
    AssetRow &row = m_assets.step(edit);
    fill(row.kind, edit, "kind"_L1);
    fill(row.sensitivity, edit, "sensitivity"_L1);
    fill(row.origin, edit, "origin"_L1);
    fill(row.documentation, edit, "documentation"_L1);
    fillPresence(row.hasSupplier, edit, "supplier"_L1);
    fill(row.isUsedForTraining, edit, "used_for_training"_L1);
    fill(row.isShared, edit, "shared_with_others"_L1);
    fillPresence(row.isRemoved, edit, "removed_at"_L1);
}

void JournalReplay::takeLink(const ReplayedEdit &edit)
{
    LinkRow &row = m_links.step(edit);
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.asset, edit, "asset"_L1, m_assets);
}

void JournalReplay::takePlatform(const ReplayedEdit &edit)
{
    fillPresence(m_platforms.step(edit).isRemoved, edit, "removed_at"_L1);
}

void JournalReplay::takeInheritance(const ReplayedEdit &edit)
{
    InheritanceRow &row = m_inheritances.step(edit);
    row.id = edit.id;
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.platform, edit, "platform"_L1, m_platforms);
}

void JournalReplay::takeAssessment(const ReplayedEdit &edit)
{
    AssessmentRow &row = m_assessments.step(edit);
    row.id = edit.id;
    fill(row.system, edit, "system"_L1, m_systems);
    fill(row.platform, edit, "platform"_L1, m_platforms);
    fill(row.closedOn, edit, "closed_on"_L1);
}

void JournalReplay::takeResponse(const ReplayedEdit &edit)
{
    ResponseRow &row = m_responses.step(edit);
    fill(row.assessment, edit, "assessment"_L1, m_assessments);
    if (const auto id = edit.after("item"_L1)) {
        const Item *item = m_catalogue.item(id->toString());
        row.item = qint16(item ? item->ordinal : -1);
    }
    fill(row.answer, edit, "answer"_L1);
}

void JournalReplay::takeDecision(const ReplayedEdit &edit)
{
    DecisionRow &row = m_decisions.step(edit);
    fill(row.assessment, edit, "assessment"_L1, m_assessments);
    fill(row.item, edit, "item"_L1);
    fill(row.applies, edit, "applies"_L1);
}

void JournalReplay::takeEvidence(const ReplayedEdit &edit)
{
    EvidenceRow &row = m_evidence.step(edit);
    if (const auto state = edit.after("state"_L1))
        row.isDraft = state->toString() == word(DocumentState::Draft);
    fillPresence(row.isRemoved, edit, "removed_at"_L1);
}

void JournalReplay::takeUse(const ReplayedEdit &edit)
{
    UseRow &row = m_uses.step(edit);
    fill(row.evidence, edit, "evidence"_L1, m_evidence);
    fill(row.assessment, edit, "assessment"_L1, m_assessments);
    if (const auto id = edit.after("item"_L1)) {
        const Item *item = m_catalogue.item(id->toString());
        row.item = item ? item->ordinal : -1;
    }
}

}
