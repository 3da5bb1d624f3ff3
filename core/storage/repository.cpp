#include "core/storage/repository.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Repository)
};

QString conditionText(const Condition &condition)
{
    switch (condition.comparison) {
    case Condition::Comparison::Equal:
        return condition.field + u" = ?"_s;
    case Condition::Comparison::IsNull:
        return condition.field + u" IS NULL"_s;
    case Condition::Comparison::ReferredTo:
        return u"id IN (SELECT "_s + condition.reference + u" FROM "_s + condition.table + u" WHERE "_s +
               condition.field + u" = ?)"_s;
    }
    return {};
}

}

QString selectText(const EntityType &type, const QList<Condition> &conditions,
                   const QList<QLatin1StringView> &orderBy, int limit)
{
    QString sql = u"SELECT id"_s;
    for (const auto &field : type.fields)
        sql += u", "_s + field.name;
    sql += u" FROM "_s + type.table;
    QStringList wanted;
    for (const auto &condition : conditions)
        wanted.append(conditionText(condition));
    if (!wanted.isEmpty())
        sql += u" WHERE "_s + wanted.join(u" AND "_s);
    sql += u" ORDER BY "_s;
    for (const auto &field : orderBy)
        sql += field + u", "_s;
    sql += u"id"_s;
    if (limit >= 0)
        sql += u" LIMIT %1"_s.arg(limit);
    return sql;
}

QVariantList boundBy(const QList<Condition> &conditions)
{
    QVariantList bound;
    for (const auto &condition : conditions) {
        if (condition.comparison != Condition::Comparison::IsNull)
            bound.append(condition.value.toVariant());
    }
    return bound;
}

tl::unexpected<Error> damagedRow(const EntityType &type, const QString &id, const FieldType &field,
                                 const Value &value)
{
    return refuse(
        ErrorCode::Damaged,
        Text::tr(
            "The record holds “%1” as %2 of %3 %4, which it can never have written. Somebody changed the "
            "database from outside; run “verify”, or restore a backup.")
            .arg(value.shown().left(80), fieldLabel(field.name), fieldLabel(type.table), id));
}

}
