#pragma once

#include "core/base/result.h"
#include "core/record/described.h"

#include <QByteArray>

namespace plimsoll {

/// One field before and after.
struct FieldChange
{
    QLatin1StringView name;
    Value before;
    Value after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What happened to one row. A created or removed row names every field that is not neutral.
struct Edit
{
    enum class Kind {
        Created,
        Changed,
        Removed,
    };

    QLatin1StringView table;
    QString id;
    Kind kind = Kind::Changed;
    QList<FieldChange> fields;

    [[nodiscard]] const FieldChange *field(QLatin1StringView name) const;

    friend bool operator==(const Edit &, const Edit &) = default;
};

template <>
struct Words<Edit::Kind>
{
    static constexpr std::array words{
        std::pair{Edit::Kind::Created, QLatin1StringView("created")},
        std::pair{Edit::Kind::Changed, QLatin1StringView("changed")},
        std::pair{Edit::Kind::Removed, QLatin1StringView("removed")},
    };
};

/// What changes more commits it in several change sets of one group: commits are short.
inline constexpr qsizetype mostEditsAtOnce = 1000;

/// One change of the record as a person thinks of it: a label ("Assign Data Custodian") and the edits it is
/// made of. Bulk imports spread over several change sets share a `group`.
class ChangeSet
{
public:
    ChangeSet() = default;
    explicit ChangeSet(QString labelForPeople)
        : label(std::move(labelForPeople))
    {
    }

    QString label;
    QString group;
    QList<Edit> edits;

    template <IsDescribed Entity>
    ChangeSet &create(const Entity &entity)
    {
        edits.append(rowEdit(entityType<Entity>(), entity.id.text(), Edit::Kind::Created, valuesOf(entity)));
        return *this;
    }

    template <IsDescribed Entity>
    ChangeSet &remove(const Entity &entity)
    {
        edits.append(rowEdit(entityType<Entity>(), entity.id.text(), Edit::Kind::Removed, valuesOf(entity)));
        return *this;
    }

    /// Adds an edit with the fields that differ; adds nothing when none does. Both must carry the same id.
    template <IsDescribed Entity>
    ChangeSet &change(const Entity &before, const Entity &after)
    {
        addDifference(entityType<Entity>(), before.id.text(), valuesOf(before), valuesOf(after));
        return *this;
    }

    /// Creates the entity, or changes `before` into it when there is one: for the one thing of a pair.
    template <IsDescribed Entity>
    ChangeSet &put(const std::optional<Entity> &before, const Entity &after)
    {
        return before ? change(*before, after) : create(after);
    }

    [[nodiscard]] bool isEmpty() const { return edits.isEmpty(); }
    /// Whether any edit touches the entity's table.
    template <IsDescribed Entity>
    [[nodiscard]] bool touches() const
    {
        return touchesTable(Described<Entity>::table);
    }
    [[nodiscard]] bool touchesTable(QLatin1StringView table) const;

    friend bool operator==(const ChangeSet &, const ChangeSet &) = default;

private:
    static Edit rowEdit(const EntityType &type, const QString &id, Edit::Kind kind,
                        const QList<Value> &values);
    void addDifference(const EntityType &type, const QString &id, const QList<Value> &before,
                       const QList<Value> &after);
};

/// The change set that takes this one back: edits in reverse order, each turned round.
ChangeSet inverse(const ChangeSet &changeSet, const QString &label);

/// {"edit","fields":{name:[before,after]},"id","type"} in canonical JSON (RFC 8785).
QByteArray canonicalText(const Edit &edit);
/// Whether a text that canonicalText() wrote tells of a row's creation; looks at its beginning alone.
bool tellsCreation(std::string_view canonicalText);
/// Reads what canonicalText() wrote; refused when the text is no edit of a type in `schema`.
Result<Edit> editFromText(const QByteArray &text, const Schema &schema);

}
