#include "core/workspace/meanwhile.h"

#include "core/storage/repository.h"
#include "core/workspace/people.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Meanwhile)
};

/// Whether somebody else put another value there than was seen, than was written last, and than is wanted
/// now.
template <class Value>
bool isOfOthers(const std::optional<Value> &wanted, const std::optional<Value> &ownLast, const Value &now,
                const Value &seen)
{
    return wanted && now != seen && now != *wanted && !(ownLast && now == *ownLast);
}

tl::unexpected<Error> conflict(const QString &what)
{
    return refuse(
        ErrorCode::Conflict,
        what + u' ' +
            Text::tr("Theirs is kept and shown now, yours is not saved. Choose yours once more to put "
                     "it in the place of theirs."));
}

}

Done refuseOverOthers(const Connection &connection, const ItemOfAssessment &item, const AnswerChange &change,
                      const Response &seen, const AnswerChange &ownLast)
{
    const auto held = Repository<Response>(connection).find(responseId(item.assessment, item.item));
    if (!held)
        return tl::unexpected(held.error());
    const Response now = held->value_or(Response());
    if (isOfOthers(change.answer, ownLast.answer, now.answer, seen.answer))
        return conflict(
            Text::tr("Somebody else answered %1 “%2” meanwhile.").arg(item.item, title(now.answer)));
    if (isOfOthers(change.owner, ownLast.owner, now.owner, seen.owner)) {
        const auto owner = now.owner ? nameOf(connection, *now.owner) : Result<QString>();
        if (!owner)
            return tl::unexpected(owner.error());
        return conflict(Text::tr("Somebody else gave %1 to %2 meanwhile.")
                            .arg(item.item, owner->isEmpty() ? Text::tr("nobody") : *owner));
    }
    if (isOfOthers(change.due, ownLast.due, now.due, seen.due))
        return conflict(
            now.due ? Text::tr("Somebody else set %1 due on %2 meanwhile.")
                          .arg(item.item, now.due->toString(Qt::ISODate))
                    : Text::tr("Somebody else took the due date of %1 away meanwhile.").arg(item.item));
    return {};
}

Done refuseUnlessAsShown(const QList<Response> &shown, const QList<Response> &now)
{
    QSet<QString> items;
    const auto note = [&items](const QList<Response> &some, const QList<Response> &others) {
        for (const Response &response : some) {
            if (!others.contains(response))
                items.insert(response.item);
        }
    };
    note(shown, now);
    note(now, shown);
    if (items.isEmpty())
        return {};
    QStringList names(items.cbegin(), items.cend());
    names.sort();
    constexpr qsizetype mostNamed = 10;
    QString which = names.first(std::min(names.size(), mostNamed)).join(Text::tr(", "));
    if (names.size() > mostNamed)
        which = Text::tr("%1 and %2 more").arg(which).arg(names.size() - mostNamed);
    return refuse(
        ErrorCode::Conflict,
        Text::tr("Somebody else changed %1 meanwhile, so nothing is set. What would be overwritten now "
                 "is shown: look at it, and set once more.")
            .arg(which));
}

}
