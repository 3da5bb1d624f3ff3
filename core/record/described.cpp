#include "core/record/described.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

const FieldType *EntityType::field(QAnyStringView name) const
{
    const auto found =
        std::find_if(fields.cbegin(), fields.cend(), [&](const auto &f) { return f.name == name; });
    return found == fields.cend() ? nullptr : &*found;
}

QString fieldLabel(QLatin1StringView name)
{
    const QByteArray words = QByteArray(name.data(), name.size()).replace('_', ' ');
    return QCoreApplication::translate("Field", words.constData());
}

Schema::Schema(QList<EntityType> types)
    : m_types(std::move(types))
{
}

const EntityType *Schema::find(QAnyStringView table) const
{
    const auto found =
        std::find_if(m_types.cbegin(), m_types.cend(), [&](const auto &t) { return t.table == table; });
    return found == m_types.cend() ? nullptr : &*found;
}

}
