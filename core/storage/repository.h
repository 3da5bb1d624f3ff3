#pragma once

#include "core/record/described.h"
#include "core/storage/connection.h"

namespace plimsoll {

/// A condition on one field, by its name in the description.
struct Condition
{
    enum class Comparison {
        Equal,
        IsNull,
        ReferredTo, ///< the id stands in `reference` of a row of `table` whose field equals the value
    };

    QLatin1StringView field;
    Comparison comparison = Comparison::Equal;
    Value value = {};
    QLatin1StringView table = {};
    QLatin1StringView reference = {};
};

/// The SELECT for a type: its described columns after the id, the conditions joined by AND, ordered by
/// `orderBy`.
QString selectText(const EntityType &type, const QList<Condition> &conditions,
                   const QList<QLatin1StringView> &orderBy, int limit);
/// What is bound to the places of that SELECT.
QVariantList boundBy(const QList<Condition> &conditions);
/// The refusal for a row whose value is none of the field's type.
tl::unexpected<Error> damagedRow(const EntityType &type, const QString &id, const FieldType &field,
                                 const Value &value);

/// Reads entities of one kind. Writing is the record's: see Workspace::commit.
template <IsDescribed Entity>
class Repository
{
public:
    explicit Repository(const Connection &connection)
        : m_connection(connection)
    {
    }

    [[nodiscard]] Result<std::optional<Entity>> find(const Id<Entity> &id) const
    {
        auto found = select({{QLatin1StringView("id"), Condition::Comparison::Equal, Value(id.text())}});
        if (!found)
            return tl::unexpected(found.error());
        return found->isEmpty() ? std::optional<Entity>() : std::optional(found->takeFirst());
    }

    [[nodiscard]] Result<QList<Entity>> all() const { return select({}); }

    /// All whose field equals `value`, in the order of their ids.
    template <class Member>
    [[nodiscard]] Result<QList<Entity>> where(Member Entity::*member, const Member &value) const
    {
        return select({equals(member, value)});
    }

    /// All that those links refer to whose field equals `value`: the evidence used in an assessment.
    template <class Link, class Member>
    [[nodiscard]] Result<QList<Entity>> referredTo(Id<Entity> Link::*reference, Member Link::*member,
                                                   const Member &value) const
    {
        Condition condition = Repository<Link>::equals(member, value);
        condition.comparison = Condition::Comparison::ReferredTo;
        condition.table = Described<Link>::table;
        condition.reference = Repository<Link>::nameOf(reference);
        return select({condition});
    }

    template <class Member>
    [[nodiscard]] static Condition equals(Member Entity::*member, const Member &value)
    {
        const Value wanted = Codec<Member>::toValue(value);
        return {nameOf(member),
                wanted.isNull() ? Condition::Comparison::IsNull : Condition::Comparison::Equal, wanted};
    }

    template <class Member>
    [[nodiscard]] static QLatin1StringView nameOf(Member Entity::*member)
    {
        QLatin1StringView name;
        const auto look = [&](const auto &field) {
            if constexpr (std::is_same_v<decltype(field.member), Member Entity::*>) {
                if (field.member == member)
                    name = field.name;
            }
        };
        Described<Entity>::fields.apply([&](const auto &...fields) { (look(fields), ...); });
        return name;
    }

    [[nodiscard]] Result<QList<Entity>> select(const QList<Condition> &conditions,
                                               const QList<QLatin1StringView> &orderBy = {},
                                               int limit = -1) const
    {
        const EntityType &type = entityType<Entity>();
        QList<Entity> entities;
        std::optional<Error> damage;
        QList<Value> values(type.fields.size());
        const auto take = [&](const Row &row) {
            for (qsizetype i = 0; i < values.size(); ++i)
                values[i] = row.value(int(i) + 1, type.fields.at(i).kind);
            if (const auto *misfit = appendFrom(entities, row.text(0), values); misfit && !damage)
                damage = damagedRow(type, row.text(0), *misfit, values.at(misfit - type.fields.constData()))
                             .value();
        };
        if (auto read =
                m_connection.each(selectText(type, conditions, orderBy, limit), boundBy(conditions), take);
            !read)
            return tl::unexpected(read.error());
        if (damage)
            return tl::unexpected(*damage);
        return entities;
    }

private:
    const Connection &m_connection;
};

}
