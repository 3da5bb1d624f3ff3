#include "core/workspace/itemstanding.h"

#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <functional>
#include <string_view>

namespace plimsoll {

template <>
struct Words<Applicability::State>
{
    static constexpr std::array words{
        std::pair{Applicability::State::Applies, QLatin1StringView("applies")},
        std::pair{Applicability::State::ConditionNotMet, QLatin1StringView("condition-not-met")},
        std::pair{Applicability::State::WaitsForEvent, QLatin1StringView("waits-for-event")},
        std::pair{Applicability::State::BorneByAnotherParty, QLatin1StringView("borne-by-another-party")},
    };
};

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Standing)
};

/// One member of the findings, as it is written.
struct FoundItem
{
    QLatin1StringView item;
    QLatin1StringView state;
    QLatin1StringView answer;
};

bool skip(std::string_view &text, std::string_view expected)
{
    const bool isThere = text.starts_with(expected);
    if (isThere)
        text.remove_prefix(expected.size());
    return isThere;
}

bool takeWord(std::string_view &text, QLatin1StringView &word)
{
    const size_t end = skip(text, "\"") ? text.find('"') : std::string_view::npos;
    if (end == std::string_view::npos || end == 0)
        return false;
    word = QLatin1StringView(text.data(), qsizetype(end));
    text.remove_prefix(end + 1);
    return true;
}

/// Hands every member of `{"item":["state","answer"],...}` to `take`; whether all of it was that, and taken.
/// It is canonical JSON whose words need no escape, and read as that: a page reads as many of these as there
/// are systems.
bool eachFoundItem(std::string_view text, const std::function<bool(const FoundItem &)> &take)
{
    FoundItem found;
    bool isGood = skip(text, "{");
    do {
        isGood = isGood && takeWord(text, found.item) && skip(text, ":[") && takeWord(text, found.state) &&
                 skip(text, ",") && takeWord(text, found.answer) && skip(text, "]") && take(found);
    } while (isGood && skip(text, ","));
    return isGood && text == "}";
}

}

QString title(Standing standing)
{
    switch (standing) {
    case Standing::Met:
        return title(Answer::Met);
    case Standing::PartlyMet:
        return title(Answer::PartlyMet);
    case Standing::NotMet:
        return title(Answer::NotMet);
    case Standing::NotApplicable:
        return title(Answer::NotApplicable);
    case Standing::NotAnswered:
        return title(Answer::NotAnswered);
    case Standing::Waiting:
        return Text::tr("Waits for an event");
    case Standing::ReliedUpon:
        break;
    }
    return Text::tr("Relied upon");
}

Standing standingOf(Applicability::State state, Answer counted)
{
    switch (state) {
    case Applicability::State::ConditionNotMet:
        return Standing::NotApplicable;
    case Applicability::State::WaitsForEvent:
        return Standing::Waiting;
    case Applicability::State::BorneByAnotherParty:
        return Standing::ReliedUpon;
    case Applicability::State::Applies:
        break;
    }
    switch (counted) {
    case Answer::Met:
        return Standing::Met;
    case Answer::PartlyMet:
        return Standing::PartlyMet;
    case Answer::NotMet:
        return Standing::NotMet;
    case Answer::NotApplicable:
        return Standing::NotApplicable;
    case Answer::NotAnswered:
        break;
    }
    return Standing::NotAnswered;
}

bool ItemStanding::isOpen() const
{
    return state == Applicability::State::Applies && answer() != Answer::Met &&
           answer() != Answer::NotApplicable;
}

QString findingsText(const Catalogue &catalogue, const QList<ItemStanding> &findings)
{
    QJsonObject object;
    for (const Item &item : catalogue.items()) {
        const ItemStanding &finding = findings.at(item.ordinal);
        object.insert(item.id, QJsonArray{word(finding.state), word(finding.answer())});
    }
    return QString::fromUtf8(canonicalJson(object));
}

Result<QList<ItemStanding>> findingsFromText(const Catalogue &catalogue, QByteArrayView text)
{
    QList<ItemStanding> findings(qsizetype(catalogue.items().size()),
                                 {Applicability::State::ConditionNotMet, quint8(Answer::NotAnswered)});
    const auto &items = catalogue.items();
    size_t next = 0; // they are written in much the catalogue's order
    const auto itemCalled = [&](QLatin1StringView id) {
        const Item *item = next < items.size() && items[next].id == id ? &items[next] : catalogue.item(id);
        next = item ? size_t(item->ordinal) + 1 : next;
        return item;
    };
    const auto take = [&](const FoundItem &found) {
        const Item *item = itemCalled(found.item);
        const auto state = fromWord<Applicability::State>(found.state);
        const auto answer = fromWord<Answer>(found.answer);
        if (item && state && answer)
            findings[item->ordinal] = {*state, quint8(*answer)};
        return state && answer;
    };
    if (!eachFoundItem({text.data(), size_t(text.size())}, take))
        return refuse(ErrorCode::Damaged,
                      Text::tr("What was found in a closed assessment cannot be read. Restore the newest "
                               "backup, or have an engineer look at it."),
                      QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200))));
    return findings;
}

}
