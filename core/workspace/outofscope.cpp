#include "core/workspace/outofscope.h"

#include "core/assessment/reason.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OutOfScope)
};

}

QString outOfScopeInWords(const AiSystem &system, const QString &approver)
{
    if (!system.outOfScope)
        return {};
    const QString reason = isReason(system.outOfScopeReason) ? asReason(system.outOfScopeReason)
                                                             : Text::tr("no reason is given");
    const QString approval =
        approver.isEmpty() ? Text::tr("approved by nobody") : Text::tr("approved by %1").arg(approver);
    const QString review =
        system.outOfScopeReviewOn
            ? Text::tr("review on %1").arg(system.outOfScopeReviewOn->toString(Qt::ISODate))
            : Text::tr("no day of review is set");
    return Text::tr("Out of scope: %1; %2; %3").arg(reason, approval, review);
}

Result<QString> scopeApprover(const AiSystem &system, const Connection &connection)
{
    if (!system.outOfScope || !system.outOfScopeApprover)
        return QString();
    const auto person = Repository<Person>(connection).find(*system.outOfScopeApprover);
    if (!person)
        return tl::unexpected(person.error());
    return *person ? (*person)->name : QString();
}

QStringList scopeProblems(const AiSystem &system, QDate today)
{
    QStringList problems;
    if (!system.outOfScope)
        return problems;
    if (!isReason(system.outOfScopeReason))
        problems.append(Text::tr("%1 is out of scope, but not why.").arg(system.number));
    if (!system.outOfScopeApprover)
        problems.append(Text::tr("%1 is out of scope, but nobody has approved that.").arg(system.number));
    if (!system.outOfScopeReviewOn)
        problems.append(
            Text::tr("%1 is out of scope, but no day is set to look at that again.").arg(system.number));
    else if (*system.outOfScopeReviewOn < today)
        problems.append(Text::tr("%1 is out of scope, and that was to be looked at again on %2.")
                            .arg(system.number, system.outOfScopeReviewOn->toString(Qt::ISODate)));
    return problems;
}

}
