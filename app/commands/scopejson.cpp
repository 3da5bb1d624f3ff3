#include "app/commands/scopejson.h"

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

}

void insertScope(QJsonObject &told, const AiSystem &system, const QString &approver)
{
    told.insert(u"out_of_scope"_s, system.outOfScope);
    if (!system.outOfScope)
        return;
    const QDate review = system.outOfScopeReviewOn.value_or(QDate());
    told.insert(u"out_of_scope_reason"_s, orNull(system.outOfScopeReason));
    told.insert(u"out_of_scope_approver"_s, orNull(approver));
    told.insert(u"out_of_scope_review_on"_s, orNull(review.toString(Qt::ISODate)));
}

}
