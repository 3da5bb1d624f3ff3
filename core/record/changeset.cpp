#include "core/record/changeset.h"

#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeSet)
};

Edit turnedRound(const Edit &edit)
{
    Edit turned{edit.table, edit.id, edit.kind, {}};
    if (edit.kind == Edit::Kind::Created)
        turned.kind = Edit::Kind::Removed;
    else if (edit.kind == Edit::Kind::Removed)
        turned.kind = Edit::Kind::Created;
    for (const auto &field : edit.fields)
        turned.fields.append({field.name, field.after, field.before});
    return turned;
}

tl::unexpected<Error> noEdit(const QByteArray &text)
{
    return refuse(ErrorCode::Damaged,
                  Text::tr("An entry of the journal cannot be read as a change of the record."),
                  QString::fromUtf8(text.left(200)));
}

}

const FieldChange *Edit::field(QLatin1StringView name) const
{
    const auto found =
        std::find_if(fields.cbegin(), fields.cend(), [&](const auto &f) { return f.name == name; });
    return found == fields.cend() ? nullptr : &*found;
}

bool ChangeSet::touchesTable(QLatin1StringView table) const
{
    return std::any_of(edits.cbegin(), edits.cend(), [&](const auto &edit) { return edit.table == table; });
}

Edit ChangeSet::rowEdit(const EntityType &type, const QString &id, Edit::Kind kind,
                        const QList<Value> &values)
{
    Edit edit{type.table, id, kind, {}};
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i).isNeutral())
            continue;
        if (kind == Edit::Kind::Created)
            edit.fields.append({type.fields.at(i).name, Value(), values.at(i)});
        else
            edit.fields.append({type.fields.at(i).name, values.at(i), Value()});
    }
    return edit;
}

void ChangeSet::addDifference(const EntityType &type, const QString &id, const QList<Value> &before,
                              const QList<Value> &after)
{
    Edit edit{type.table, id, Edit::Kind::Changed, {}};
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before.at(i) != after.at(i))
            edit.fields.append({type.fields.at(i).name, before.at(i), after.at(i)});
    }
    if (!edit.fields.isEmpty())
        edits.append(edit);
}

ChangeSet inverse(const ChangeSet &changeSet, const QString &label)
{
    ChangeSet turned(label);
    turned.edits.reserve(changeSet.edits.size());
    std::transform(changeSet.edits.crbegin(), changeSet.edits.crend(), std::back_inserter(turned.edits),
                   turnedRound);
    return turned;
}

QByteArray canonicalText(const Edit &edit)
{
    QJsonObject fields;
    for (const auto &field : edit.fields)
        fields.insert(field.name, QJsonArray{field.before.toJson(), field.after.toJson()});
    return canonicalJson(QJsonObject{
        {u"edit"_s, word(edit.kind)}, {u"fields"_s, fields}, {u"id"_s, edit.id}, {u"type"_s, edit.table}});
}

bool tellsCreation(std::string_view canonicalText)
{
    return canonicalText.starts_with("{\"edit\":\"created\",");
}

Result<Edit> editFromText(const QByteArray &text, const Schema &schema)
{
    const auto object = QJsonDocument::fromJson(text).object();
    const auto *type = schema.find(object.value("type"_L1).toString());
    const auto kind = fromWord<Edit::Kind>(object.value("edit"_L1).toString());
    const auto id = object.value("id"_L1).toString();
    const auto fields = object.value("fields"_L1);
    if (!type || !kind || id.isEmpty() || !fields.isObject())
        return noEdit(text);

    Edit edit{type->table, id, *kind, {}};
    const auto changes = fields.toObject();
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        const auto *field = type->field(change.key());
        const auto pair = change.value().toArray();
        if (!field || pair.size() != 2)
            return noEdit(text);
        const auto before = Value::fromJson(pair.at(0));
        const auto after = Value::fromJson(pair.at(1));
        if (!before || !after)
            return noEdit(text);
        edit.fields.append({field->name, *before, *after});
    }
    return edit;
}

}
