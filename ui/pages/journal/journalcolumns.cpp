#include "ui/pages/journal/journalcolumns.h"

#include "ui/pages/journal/journalwords.h"

#include <QCoreApplication>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(JournalColumns)
};

QString kindInWords(Edit::Kind kind)
{
    switch (kind) {
    case Edit::Kind::Created:
        return Text::tr("new");
    case Edit::Kind::Changed:
        return Text::tr("changed");
    case Edit::Kind::Removed:
        break;
    }
    return Text::tr("removed");
}

}

std::vector<Column<JournalLine>> journalLineColumns()
{
    std::vector<Column<JournalLine>> columns;
    columns.push_back(Column<JournalLine>(Text::tr("Entry"), [](const JournalLine &l) {
                          return l.sequence;
                      }).alignedRight());
    columns.emplace_back(Text::tr("When"), [](const JournalLine &l) { return l.at; });
    columns.emplace_back(Text::tr("Who"), [](const JournalLine &l) { return l.person; });
    columns.emplace_back(Text::tr("What"), [](const JournalLine &l) {
        return l.label.isEmpty() ? Text::tr("text withheld") : l.label;
    });
    columns.push_back(
        Column<JournalLine>(Text::tr("Things changed"), [](const JournalLine &l) { return l.edits; })
            .alignedRight()
            .explained(Text::tr("How many systems, answers, documents and the like the entry touched; below "
                                "it is listed field by field")));
    return columns;
}

std::vector<Column<JournalChange>> journalChangeColumns()
{
    return {{Text::tr("Thing"),
             [](const JournalChange &c) {
                 return thingInWords(c);
             }},
            {Text::tr("Was"),
             [](const JournalChange &c) {
                 return kindInWords(c.kind);
             }},
            {Text::tr("Field"),
             [](const JournalChange &c) {
                 return fieldInWords(c.field);
             }},
            {Text::tr("Before"),
             [](const JournalChange &c) {
                 return valueInWords(c.table, c.field, c.before);
             }},
            {Text::tr("After"), [](const JournalChange &c) {
                 return valueInWords(c.table, c.field, c.after);
             }}};
}

std::vector<Column<FieldStep>> fieldStepColumns()
{
    return {{Text::tr("When"),
             [](const FieldStep &s) {
                 return s.at;
             }},
            {Text::tr("Who"),
             [](const FieldStep &s) {
                 return s.person;
             }},
            {Text::tr("Before"),
             [](const FieldStep &s) {
                 return s.before;
             }},
            {Text::tr("After"), [](const FieldStep &s) {
                 return s.after;
             }}};
}

}
