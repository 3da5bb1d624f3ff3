#include "core/workspace/dayrules.h"

#include "core/assessment/applicabilitydecision.h"
#include "core/assessment/response.h"
#include "core/evidence/evidence.h"
#include "core/inventory/aisystem.h"
#include "core/inventory/limitation.h"
#include "core/inventory/systemevent.h"
#include "core/responsibility/person.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DayRules)
};

struct Days
{
    QLatin1StringView table;
    std::vector<QLatin1StringView> fields;
};

struct Period
{
    QLatin1StringView table;
    QLatin1StringView begins;
    QLatin1StringView ends;
};

const std::array days{
    Days{Described<AiSystem>::table,
         {"planned_release"_L1, "last_review"_L1, "next_review"_L1, "out_of_scope_review_on"_L1}},
    Days{Described<Assessment>::table, {"period_from"_L1, "period_to"_L1}},
    Days{Described<Response>::table, {"due"_L1, "review_on"_L1}},
    Days{Described<ApplicabilityDecision>::table, {"review_on"_L1}},
    Days{Described<Evidence>::table,
         {"covers_from"_L1, "covers_to"_L1, "valid_until"_L1, "approved_on"_L1, "collected_on"_L1}},
    Days{Described<Limitation>::table, {"noted_on"_L1}},
    Days{Described<SystemEvent>::table, {"happened_on"_L1}},
    Days{Described<Person>::table, {"left_on"_L1}},
};

constexpr std::array periods{Period{Described<Assessment>::table, "period_from"_L1, "period_to"_L1},
                             Period{Described<Evidence>::table, "covers_from"_L1, "covers_to"_L1}};

/// The day the field holds once the edit is made; nothing for none.
Result<std::optional<QDate>> dayAfter(const Edit &edit, QLatin1StringView field, const Connection &connection)
{
    QString text;
    if (const auto *change = edit.field(field)) {
        text = change->after.shown();
    } else if (edit.kind == Edit::Kind::Changed) {
        const auto held =
            connection.single(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(field, edit.table), {edit.id});
        if (!held)
            return tl::unexpected(held.error());
        text = held->toString();
    }
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

}

bool isOfOurTime(const QDate &day)
{
    return day.year() >= firstYear && day.year() <= lastYear;
}

Done daysAreOfOurTime(const ChangeSet &changeSet, const Connection & /*connection*/)
{
    for (const auto &edit : changeSet.edits) {
        const auto known = std::ranges::find(days, edit.table, &Days::table);
        if (known == days.end() || edit.kind == Edit::Kind::Removed)
            continue;
        for (const auto &change : edit.fields) {
            const QDate day = QDate::fromString(change.after.shown(), Qt::ISODate);
            if (std::ranges::find(known->fields, change.name) == known->fields.end() || !day.isValid() ||
                isOfOurTime(day))
                continue;
            return refuse(
                ErrorCode::Invalid,
                Text::tr("%2 cannot be the day of “%1”: the record takes days of the years %3 to %4. "
                         "Write the one that is meant.")
                    .arg(fieldLabel(change.name), change.after.shown())
                    .arg(firstYear)
                    .arg(lastYear));
        }
    }
    return {};
}

Done periodsEndAfterTheyBegin(const ChangeSet &changeSet, const Connection &connection)
{
    for (const auto &edit : changeSet.edits) {
        const auto period = std::ranges::find(periods, edit.table, &Period::table);
        if (period == periods.end() || edit.kind == Edit::Kind::Removed ||
            (!edit.field(period->begins) && !edit.field(period->ends)))
            continue;
        const auto begins = dayAfter(edit, period->begins, connection);
        const auto ends = dayAfter(edit, period->ends, connection);
        if (!begins || !ends)
            return tl::unexpected(begins ? ends.error() : begins.error());
        if (*begins && *ends && **ends < **begins)
            return refuse(ErrorCode::Invalid,
                          Text::tr("The period would end on %1, before it begins on %2. Empty one of the two "
                                   "days first, then write both.")
                              .arg((*ends)->toString(Qt::ISODate), (*begins)->toString(Qt::ISODate)));
    }
    return {};
}

}
