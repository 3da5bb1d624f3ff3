#include "app/commands/systemimport.h"

#include "app/commands/output.h"
#include "app/commands/place.h"
#include "app/commands/presetandroles.h"

#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/exchange/registerimport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemImport)
};

struct Arguments
{
    std::string folder;
    std::string file;
    PresetAndRoles presetAndRoles;
    bool renames = false;
    bool isDryRun = false;
};

QJsonObject json(const PlannedRow &row)
{
    return {{u"row"_s, qint64(row.row)},        {u"fate"_s, word(row.fate)},
            {u"number"_s, row.number},          {u"name"_s, row.name},
            {u"former_name"_s, row.formerName}, {u"changed"_s, QJsonArray::fromStringList(row.changed)},
            {u"reason"_s, row.reason}};
}

QJsonObject json(const CellNotUnderstood &cell)
{
    return {{u"row"_s, qint64(cell.row)}, {u"column"_s, qint64(cell.column)}, {u"header"_s, cell.header},
            {u"value"_s, cell.value},     {u"whole_column"_s, cell.isHeader}, {u"sentence"_s, cell.sentence}};
}

QJsonArray json(const QList<Person> &newPeople)
{
    QJsonArray all;
    for (const Person &person : newPeople)
        all.append(QJsonObject{
            {u"person"_s, person.name}, {u"id"_s, person.id.text()}, {u"address"_s, person.address}});
    return all;
}

enum class Run { Dry, Writing };

void answerWith(const RegisterPreview &preview, Run run, Output &output)
{
    QJsonArray rows;
    for (const auto &row : preview.rows) {
        output.words(withVisibleControls(inWords(row)));
        rows.append(json(row));
    }
    QJsonArray cells;
    for (const auto &cell : preview.notUnderstood) {
        output.words(withVisibleControls(inWords(cell)));
        cells.append(json(cell));
    }
    output.words(inWords(preview));
    if (!preview.renaming(PlannedRow::Fate::Skip).isEmpty())
        output.words(Text::tr("Where a row is meant to rename a system, import with --rename."));
    if (run == Run::Dry)
        output.words(Text::tr("This was a dry run: nothing was written."));
    output.json({{u"rows"_s, rows},
                 {u"not_understood"_s, cells},
                 {u"new_parties"_s, jsonOf(preview.newParties)},
                 {u"new_people"_s, json(preview.newPeople)},
                 {u"remarks"_s, QJsonArray::fromStringList(preview.remarks)},
                 {u"created"_s, qint64(preview.count(PlannedRow::Fate::Create))},
                 {u"updated"_s, qint64(preview.count(PlannedRow::Fate::Update))},
                 {u"cells_not_understood"_s, qint64(preview.countCells())},
                 {u"columns_not_understood"_s, qint64(preview.countColumns())},
                 {u"skipped"_s, qint64(preview.count(PlannedRow::Fate::Skip))},
                 {u"dry_run"_s, run == Run::Dry}});
}

Result<Exit> importFile(const Arguments &arguments, const Invocation &invocation)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    if (const auto sentence = arguments.presetAndRoles.misuse(**catalogue); !sentence.isEmpty()) {
        invocation.output.remark(sentence);
        return Exit::Usage;
    }
    const auto workspace = arguments.isDryRun ? openToRead(arguments.folder, invocation)
                                              : openToWrite(arguments.folder, invocation);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto table = readCsvFile(QString::fromStdString(arguments.file));
    if (!table)
        return tl::unexpected(table.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const RegisterOptions options{arguments.presetAndRoles.preset(), arguments.presetAndRoles.holders(),
                                  arguments.renames ? RegisterOptions::Renaming::Planned
                                                    : RegisterOptions::Renaming::LeftOut};
    const auto preview = previewRegister(**reader, **catalogue, *table, options, occasionOf(**workspace));
    if (!preview)
        return tl::unexpected(preview.error());
    if (!arguments.isDryRun) {
        if (const auto imported = importRegister(**workspace, *preview, invocation.output.progress());
            !imported)
            return tl::unexpected(imported.error());
    }
    answerWith(*preview, arguments.isDryRun ? Run::Dry : Run::Writing, invocation.output);
    return preview->count(PlannedRow::Fate::Skip) == 0 ? Exit::Fine : Exit::CouldNot;
}

}

void addSystemImport(CommandLine &commandLine, Command group)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("import", "Bring in a register of systems as a table");
    command.takes("WS", arguments->folder, "The workspace").required();
    command.takes("FILE.csv", arguments->file, "The register, as CSV").required();
    arguments->presetAndRoles.addTo(command);
    command.flag("--rename", arguments->renames,
                 "Let a row with the own id of a system called otherwise rename that system");
    command.flag("--dry-run", arguments->isDryRun, "Say what would happen, and write nothing");
    commandLine.perform(
        command, [arguments](const Invocation &invocation) { return importFile(*arguments, invocation); });
}

}
