#include "app/commands/cataloguecheck.h"

#include "app/commands/output.h"

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/mappingreader.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/catalogue/yamlreader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCheck)
};

/// What one file is, or what is wrong with it.
struct Finding
{
    QString file;
    QString summary;
    std::optional<Error> error;
};

Finding checkCatalogue(const SourceNode &root, const QString &file)
{
    const auto catalogue = readCatalogue(root, file);
    if (!catalogue)
        return {file, {}, catalogue.error()};
    return {file,
            Text::tr("%1: catalogue %2, version %3; items to answer: %4.")
                .arg(file, catalogue->id(), catalogue->version())
                .arg(catalogue->items().size()),
            std::nullopt};
}

Finding checkMapping(const SourceNode &root, const QString &file)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return {file, {}, catalogue.error()};
    const auto mapping = readMapping(root, **catalogue, file);
    if (!mapping)
        return {file, {}, mapping.error()};
    return {file,
            Text::tr("%1: mapping %2, version %3; rows: %4.")
                .arg(file, mapping->id, mapping->version)
                .arg(mapping->rows.size()),
            std::nullopt};
}

Finding checkFile(const QString &file)
{
    const auto root = readYamlFile(file);
    if (!root)
        return {file, {}, root.error()};
    return root->entry("mapping"_L1) ? checkMapping(*root, file) : checkCatalogue(*root, file);
}

Result<Exit> check(const QStringList &files, Output &output)
{
    QJsonArray answers;
    auto ending = Exit::Fine;
    for (const auto &file : files) {
        const auto finding = checkFile(file);
        QJsonArray mistakes;
        if (finding.error) {
            ending = Exit::No;
            const auto &detail = finding.error->detail;
            const auto lines = (detail.isEmpty() ? finding.error->message : detail).trimmed();
            mistakes = QJsonArray::fromStringList(lines.split(u'\n'));
            output.words(lines);
        } else {
            output.words(finding.summary);
        }
        answers.append(QJsonObject{
            {u"file"_s, file}, {u"correct"_s, !finding.error.has_value()}, {u"mistakes"_s, mistakes}});
    }
    output.json({{u"files"_s, answers}});
    return ending;
}

}

void addCatalogueCheck(CommandLine &commandLine, Command group)
{
    const auto files = std::make_shared<std::vector<std::string>>();
    const Command command = group.command("check", "Name every mistake in catalogue and mapping files");
    command.takes("FILE", *files, "A catalogue or a mapping, as YAML").required();
    commandLine.perform(command, [files](const Invocation &invocation) {
        QStringList names;
        for (const auto &file : *files)
            names.append(QString::fromStdString(file));
        return check(names, invocation.output);
    });
}

}
