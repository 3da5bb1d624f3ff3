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

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueCheck)
};

/// What one file is, or what is wrong with it.
struct CheckedFile
{
    QString file;
    QString summary;
    std::optional<Error> error;
};

CheckedFile checkCatalogue(const SourceNode &root, const QString &file)
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

CheckedFile checkMapping(const SourceNode &root, const QString &file)
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

CheckedFile checkFile(const QString &file)
{
    const auto root = readYamlFile(file);
    if (!root)
        return {file, {}, root.error()};
    return root->entry("mapping"_L1) ? checkMapping(*root, file) : checkCatalogue(*root, file);
}

/// Nothing is known of a file that could not be read; mistakes are what was found in one that could.
Exit endingOf(const CheckedFile &checked)
{
    if (!checked.error)
        return Exit::Fine;
    return checked.error->code == ErrorCode::Invalid ? Exit::No : Exit::CouldNot;
}

/// All of them, a line each.
QString mistakesIn(const CheckedFile &checked)
{
    if (endingOf(checked) != Exit::No)
        return {};
    const auto &[code, message, lines] = *checked.error;
    return (lines.isEmpty() ? message : lines).trimmed();
}

QJsonObject json(const CheckedFile &checked)
{
    const auto ending = endingOf(checked);
    return {{u"file"_s, checked.file},
            {u"correct"_s, ending == Exit::Fine},
            {u"mistakes"_s, QJsonArray::fromStringList(mistakesIn(checked).split(u'\n', Qt::SkipEmptyParts))},
            {u"unread"_s, ending == Exit::CouldNot ? checked.error->message : QJsonValue()}};
}

Result<Exit> check(const QStringList &files, Output &output)
{
    QJsonArray answers;
    auto worst = Exit::Fine;
    for (const auto &file : files) {
        const auto checked = checkFile(file);
        const auto ending = endingOf(checked);
        if (ending == Exit::CouldNot)
            output.refusal(*checked.error);
        else
            output.words(ending == Exit::No ? mistakesIn(checked) : checked.summary);
        answers.append(json(checked));
        worst = std::max(worst, ending);
    }
    output.json({{u"files"_s, answers}});
    return worst;
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
