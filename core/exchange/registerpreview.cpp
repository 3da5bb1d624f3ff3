#include "core/exchange/registerimport.h"

#include "core/base/text.h"
#include "core/inventory/systemnames.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterImport)
};

QString newPeopleInWords(const QList<Person> &people)
{
    QStringList names;
    for (const Person &person : people)
        names.append(withVisibleControls(shortened(person.name)));
    return Text::tr("New, and entered as people of your organisation: %1. If one of them is known by another "
                    "spelling, or is no person but a unit or a company, set that right.")
        .arg(names.join(u", "_s));
}

QString quoted(const QString &name)
{
    return withVisibleControls(shortened(name));
}

constexpr qsizetype mostRenamings = 3; // in one sentence

}

qsizetype RegisterPreview::count(PlannedRow::Fate fate) const
{
    return std::count_if(rows.cbegin(), rows.cend(), [&](const PlannedRow &row) { return row.fate == fate; });
}

qsizetype RegisterPreview::countCells() const
{
    return notUnderstood.size() - countColumns();
}

qsizetype RegisterPreview::countColumns() const
{
    return std::ranges::count_if(notUnderstood, &CellNotUnderstood::isHeader);
}

QList<PlannedRow> RegisterPreview::renaming(PlannedRow::Fate fate) const
{
    QList<PlannedRow> found;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(found),
                 [&](const PlannedRow &row) { return row.fate == fate && !row.formerName.isEmpty(); });
    return found;
}

QString renamingsInWords(const QList<PlannedRow> &rows)
{
    QStringList all;
    for (const PlannedRow &row : rows.first(std::min(rows.size(), mostRenamings)))
        all.append(
            Text::tr("%1 from “%2” to “%3”").arg(row.number, quoted(row.formerName), quoted(row.name)));
    const auto named = all.join(u", "_s);
    return rows.size() > mostRenamings
               ? Text::tr("%1 and %2 more").arg(named).arg(rows.size() - mostRenamings)
               : named;
}

QString inWords(const PlannedRow &row)
{
    switch (row.fate) {
    case PlannedRow::Fate::Create:
        return Text::tr("Row %1 registers %2 %3.").arg(row.row).arg(row.number, row.name);
    case PlannedRow::Fate::Update:
        if (!row.formerName.isEmpty())
            return Text::tr("Row %1 renames %2 from “%3” to “%4”, and updates it: %5.")
                .arg(row.row)
                .arg(row.number, row.formerName, row.name, row.changed.join(u", "_s));
        return Text::tr("Row %1 updates %2 %3: %4.")
            .arg(row.row)
            .arg(row.number, row.name, row.changed.join(u", "_s));
    case PlannedRow::Fate::Unchanged:
        return Text::tr("Row %1 says what %2 %3 says already.").arg(row.row).arg(row.number, row.name);
    case PlannedRow::Fate::Skip:
        break;
    }
    return Text::tr("Row %1 is left out. %2").arg(row.row).arg(row.reason);
}

QString inWords(const CellNotUnderstood &cell)
{
    return Text::tr("Row %1, column %2 (%3), left out: “%4”. %5")
        .arg(cell.row)
        .arg(cell.column)
        .arg(cell.header, cell.value, cell.sentence);
}

QString inWords(const RegisterPreview &preview)
{
    auto counts =
        Text::tr("New systems: %1. Updated: %2. Unchanged: %3. Left out: %4. Cells not understood: %5.")
            .arg(preview.count(PlannedRow::Fate::Create))
            .arg(preview.count(PlannedRow::Fate::Update))
            .arg(preview.count(PlannedRow::Fate::Unchanged))
            .arg(preview.count(PlannedRow::Fate::Skip))
            .arg(preview.countCells());
    if (const auto columns = preview.countColumns(); columns > 0)
        counts += u' ' + Text::tr("Columns that are no field of a system: %1.").arg(columns);
    QStringList sentences{counts};
    if (!preview.newParties.isEmpty())
        sentences.append(newPartiesInWords(preview.newParties, preview.organisation));
    if (!preview.newPeople.isEmpty())
        sentences.append(newPeopleInWords(preview.newPeople));
    return (sentences + preview.remarks).join(u'\n');
}

}
