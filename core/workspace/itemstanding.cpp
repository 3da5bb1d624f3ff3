#include "core/workspace/itemstanding.h"

#include "core/record/canonicaljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

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

Result<QList<ItemStanding>> findingsFromText(const Catalogue &catalogue, const QByteArray &text)
{
    const auto damaged = [&text] {
        return refuse(ErrorCode::Damaged,
                      Text::tr("What was found in a closed assessment cannot be read. Restore the newest "
                               "backup, or have an engineer look at it."),
                      QString::fromUtf8(text.left(200)));
    };
    const auto object = QJsonDocument::fromJson(text).object();
    if (object.isEmpty())
        return damaged();
    QList<ItemStanding> findings(qsizetype(catalogue.items().size()));
    for (const Item &item : catalogue.items()) {
        ItemStanding &finding = findings[item.ordinal];
        const auto said = object.constFind(item.id);
        if (said == object.constEnd()) {
            finding.state = Applicability::State::ConditionNotMet;
            continue;
        }
        const QJsonArray pair = said->toArray();
        const auto state = fromWord<Applicability::State>(pair.at(0).toString());
        const auto answer = fromWord<Answer>(pair.at(1).toString());
        if (!state || !answer)
            return damaged();
        finding = {*state, quint8(*answer)};
    }
    return findings;
}

}
