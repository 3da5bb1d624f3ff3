#include "ui/pages/system/applicabilitymodel.h"

#include "core/report/statusmark.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ApplicabilityModel)
};

/// None for what applies: that is no answer yet.
QVariant markOf(const ApplicabilityRow &row)
{
    switch (row.applicability.state) {
    case Applicability::State::Applies:
        break;
    case Applicability::State::ConditionNotMet:
        return int(StatusMark::NotApplicable);
    case Applicability::State::WaitsForEvent:
        return int(StatusMark::Waiting);
    case Applicability::State::BorneByAnotherParty:
        return int(StatusMark::ReliedUpon);
    }
    return {};
}

QString stateInWords(const ApplicabilityRow &row)
{
    const QString words = title(row.applicability.state);
    return row.applicability.isDecided ? Text::tr("%1, decided").arg(words) : words;
}

}

QString title(Applicability::State state)
{
    switch (state) {
    case Applicability::State::Applies:
        return Text::tr("Applies");
    case Applicability::State::ConditionNotMet:
        return Text::tr("Not applicable");
    case Applicability::State::WaitsForEvent:
        return Text::tr("Waits for an event");
    case Applicability::State::BorneByAnotherParty:
        break;
    }
    return Text::tr("Relied upon");
}

std::vector<ApplicabilityRow> applicabilityRows(const Checklist &checklist)
{
    std::vector<ApplicabilityRow> rows;
    rows.reserve(checklist.lines.size());
    for (const ChecklistLine &line : checklist.lines) {
        const Item &item = checklist.item(line);
        rows.push_back({line.ordinal, item.id, checklist.catalogue->titleOf(item), item.verb,
                        line.applicability, checklist.reason(line)});
    }
    return rows;
}

std::unique_ptr<ApplicabilityModel> makeApplicabilityModel()
{
    using Entry = ApplicabilityRow;
    std::vector<Column<Entry>> columns;
    columns.push_back(Column<Entry>(Text::tr("Item"), [](const Entry &row) {
                          return row.item;
                      }).sortedBy([](const Entry &row) { return row.ordinal; }));
    columns.emplace_back(Text::tr("Title"), [](const Entry &row) { return row.title; });
    columns.emplace_back(Text::tr("Verb"), [](const Entry &row) { return QString(word(row.verb)); });
    columns.push_back(Column<Entry>(Text::tr("Applies"), stateInWords).marked(markOf));
    columns.emplace_back(Text::tr("Why"), [](const Entry &row) { return row.reason; });
    return std::make_unique<ApplicabilityModel>([](const Entry &row) { return row.item; },
                                                std::move(columns));
}

}
