#pragma once

#include "core/record/codec.h"

#include <QAnyStringView>
#include <QList>

#include <utility>

namespace plimsoll {

/// Whether a field must say something.
enum class Presence {
    Optional,
    Required, ///< never empty; a commit that would leave it empty is refused
};

inline constexpr auto Required = Presence::Required;

/// One field of an entity: its name in table, journal and exports, and where it lies in the struct.
template <class Entity, class Member>
struct Field
{
    QLatin1StringView name;
    Member Entity::*member;
    Presence presence = Presence::Optional;
};

template <class Entity, class Member>
Field(QLatin1StringView, Member Entity::*) -> Field<Entity, Member>;
template <class Entity, class Member>
Field(QLatin1StringView, Member Entity::*, Presence) -> Field<Entity, Member>;

/// A field at its place among the others.
template <size_t Index, class Field>
struct FieldAt
{
    Field field;
};

template <class Indexes, class... F>
struct FieldsAt;

template <size_t... Index, class... F>
struct FieldsAt<std::index_sequence<Index...>, F...> : FieldAt<Index, F>...
{
    template <class Look>
    constexpr auto apply(Look &&look) const
    {
        return look(static_cast<const FieldAt<Index, F> &>(*this).field...);
    }
};

/// The fields of an entity in their order: a std::tuple without its constructors, whose constraints cost
/// every file that knows an entity a fifth of its time to compile.
template <class... F>
struct Fields : FieldsAt<std::index_sequence_for<F...>, F...>
{
};
template <class... F>
Fields(F...) -> Fields<F...>;

/// The one description of an entity: `table` and `fields` (the id is implied). Specialise beside the
/// struct.
template <class Entity>
struct Described;

template <class Entity>
concept IsDescribed = requires
{
    {
        Described<Entity>::table
        } -> std::convertible_to<QLatin1StringView>;
    Described<Entity>::fields;
};

/// A field as the generic machinery sees it.
struct FieldType
{
    QLatin1StringView name;
    ColumnKind kind = ColumnKind::Text;
    bool nullable = false;
    Presence presence = Presence::Optional;
    QLatin1StringView references;          ///< the table whose ids it holds; empty for most
    bool (*fits)(const Value &) = nullptr; ///< whether a value is one of the field's type

    [[nodiscard]] Value neutral() const { return nullable ? Value() : Value::neutral(kind); }
};

/// The table whose ids a member of this type holds; none for most types.
template <class T>
struct ReferredTable
{
    static QLatin1StringView name() { return {}; }
};

template <class T>
struct ReferredTable<Id<T>>
{
    static QLatin1StringView name() { return Described<T>::table; }
};

template <class T>
struct ReferredTable<std::optional<T>> : ReferredTable<T>
{
};

template <class Member>
FieldType fieldType(QLatin1StringView name, Presence presence)
{
    return {name,
            Codec<Member>::kind,
            Codec<Member>::nullable,
            presence,
            ReferredTable<Member>::name(),
            [](const Value &value) {
                return Codec<Member>::fromValue(value).has_value();
            }};
}

/// An entity as the generic machinery sees it.
struct EntityType
{
    QLatin1StringView table;
    QList<FieldType> fields;

    [[nodiscard]] const FieldType *field(QAnyStringView name) const;
};

/// What the generic machinery does with an entity. It is compiled once for each, not in every file that reads
/// or writes one: beside its description stands `extern template struct EntityCode<Party>;`, and a source
/// file of its room says the same without `extern`.
template <IsDescribed Entity>
struct EntityCode
{
    static const EntityType &type();
    static QList<Value> values(const Entity &entity);
    static const FieldType *fill(Entity &entity, const QList<Value> &values);
    static const FieldType *append(QList<Entity> &entities, const QString &id, const QList<Value> &values);
};

template <IsDescribed Entity>
const EntityType &EntityCode<Entity>::type()
{
    static const EntityType type = [] {
        EntityType made{Described<Entity>::table, {}};
        Described<Entity>::fields.apply([&]<class... F>(const F &...fields) {
            (made.fields.append(
                 fieldType<std::remove_cvref_t<decltype(std::declval<Entity>().*fields.member)>>(
                     fields.name, fields.presence)),
             ...);
        });
        return made;
    }();
    return type;
}

template <IsDescribed Entity>
QList<Value> EntityCode<Entity>::values(const Entity &entity)
{
    QList<Value> values;
    Described<Entity>::fields.apply([&]<class... F>(const F &...fields) {
        values.reserve(qsizetype(sizeof...(fields)));
        (values.append(
             Codec<std::remove_cvref_t<decltype(entity.*fields.member)>>::toValue(entity.*fields.member)),
         ...);
    });
    return values;
}

template <IsDescribed Entity>
const FieldType *EntityCode<Entity>::fill(Entity &entity, const QList<Value> &values)
{
    const FieldType *misfit = nullptr;
    qsizetype index = 0;
    const auto take = [&](const auto &field) {
        using Member = std::remove_cvref_t<decltype(entity.*field.member)>;
        auto held = Codec<Member>::fromValue(values.at(index));
        if (held)
            entity.*field.member = std::move(*held);
        else if (!misfit)
            misfit = &type().fields.at(index);
        ++index;
    };
    Described<Entity>::fields.apply([&](const auto &...fields) { (take(fields), ...); });
    return misfit;
}

template <IsDescribed Entity>
const FieldType *EntityCode<Entity>::append(QList<Entity> &entities, const QString &id,
                                            const QList<Value> &values)
{
    Entity entity;
    entity.id = Id<Entity>::fromText(id);
    const FieldType *misfit = fill(entity, values);
    entities.append(std::move(entity));
    return misfit;
}

template <IsDescribed Entity>
const EntityType &entityType()
{
    return EntityCode<Entity>::type();
}

/// The values of an entity in the order of its description.
template <IsDescribed Entity>
QList<Value> valuesOf(const Entity &entity)
{
    return EntityCode<Entity>::values(entity);
}

/// Fills an entity from values in the order of its description; answers the first field whose value is none
/// of its type, or nullptr when all fitted.
template <IsDescribed Entity>
const FieldType *fillFrom(Entity &entity, const QList<Value> &values)
{
    return EntityCode<Entity>::fill(entity, values);
}

/// Appends one with that id, filled in the same way.
template <IsDescribed Entity>
const FieldType *appendFrom(QList<Entity> &entities, const QString &id, const QList<Value> &values)
{
    return EntityCode<Entity>::append(entities, id, values);
}

/// "planned_release" as people read it: "planned release".
QString fieldLabel(QLatin1StringView name);

/// All the kinds of things a record holds.
class Schema
{
public:
    explicit Schema(QList<EntityType> types);

    template <IsDescribed... Entities>
    static Schema of()
    {
        return Schema({entityType<Entities>()...});
    }

    [[nodiscard]] const QList<EntityType> &types() const { return m_types; }
    [[nodiscard]] const EntityType *find(QAnyStringView table) const;

private:
    QList<EntityType> m_types;
};

}
