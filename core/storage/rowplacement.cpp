#include "core/storage/rowplacement.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

QString insertText(const EntityType &type)
{
    QString names = u"id"_s;
    QString places = u"?"_s;
    for (const auto &field : type.fields) {
        names += u", "_s + field.name;
        places += u", ?"_s;
    }
    return u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(type.table, names, places);
}

Done placeRows(const Connection &connection, const Schema &schema, const RecordRows &rows)
{
    for (const auto &type : schema.types()) {
        const auto &table = rows.of(type.table);
        const QString insert = insertText(type);
        for (const auto &id : inOrderOfReferences(type, table)) {
            QVariantList bound{id};
            for (const auto &value : table.value(id))
                bound.append(value.toVariant());
            if (auto inserted = connection.execute(insert, bound); !inserted)
                return tl::unexpected(inserted.error());
        }
    }
    return {};
}

}
