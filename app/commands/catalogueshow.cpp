#include "app/commands/catalogueshow.h"

#include "app/commands/output.h"

#include "core/catalogue/cataloguereader.h"
#include "core/catalogue/shippedcatalogue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueShow)
};

QString names(const std::vector<Stakeholder> &stakeholders)
{
    QStringList titles;
    for (const auto stakeholder : stakeholders)
        titles.append(title(stakeholder));
    return titles.join(u", "_s);
}

QJsonArray words(const std::vector<Stakeholder> &stakeholders)
{
    QJsonArray all;
    for (const auto stakeholder : stakeholders)
        all.append(QString(word(stakeholder)));
    return all;
}

QString listed(const QString &heading, const QStringList &entries)
{
    if (entries.isEmpty())
        return {};
    return u'\n' + heading + u"\n- "_s + entries.join(u"\n- "_s) + u'\n';
}

QString described(const Catalogue &catalogue, const Provision &provision)
{
    const auto &principle = catalogue.principles().at(size_t(provision.principle));
    const auto &phase = catalogue.phases().at(size_t(provision.phase));
    auto text = u"%1  %2  %3\n%4, %5 %6\n\n%7\n\n"_s.arg(
        provision.id, QString(word(provision.verb)).toUpper(), provision.title, phase.title, principle.clause,
        principle.title, provision.summary);
    text += Text::tr("Duty: %1 (%2)")
                .arg(names(provision.dutyHolders), provision.combination == Combination::Each
                                                       ? Text::tr("each of them")
                                                       : Text::tr("one of them suffices")) +
            u'\n';
    text += provision.condition.isEmpty() ? Text::tr("Applies always.") + u'\n'
                                          : Text::tr("Applies when: %1").arg(provision.condition) + u'\n';
    QStringList parts;
    for (const auto &part : provision.parts)
        parts.append(u"%1/%2  %3  %4"_s.arg(provision.id, part.letter, QString(word(part.verb)), part.text));
    text += listed(Text::tr("Answered part by part:"), parts);
    text += listed(Text::tr("What good evidence looks like:"), provision.evidence);
    text += listed(Text::tr("Guidance:"), provision.guidance);
    text += listed(Text::tr("Notes:"), provision.notes);
    if (!provision.related.isEmpty())
        text += u'\n' + Text::tr("Related: %1").arg(provision.related.join(u", "_s)) + u'\n';
    return text + u'\n' +
           Text::tr("Plimsoll's wording of %1; the standard prevails.").arg(catalogue.edition());
}

QString overview(const Catalogue &catalogue)
{
    QStringList lines{Text::tr("%1, catalogue version %2").arg(catalogue.edition(), catalogue.version())};
    int phase = -1;
    int principle = -1;
    for (const auto &provision : catalogue.provisions()) {
        if (provision.phase != phase) {
            phase = provision.phase;
            const auto &now = catalogue.phases().at(size_t(phase));
            lines.append({QString(), Text::tr("%1: %2 shall, %3 should")
                                         .arg(now.title)
                                         .arg(now.counts.shall)
                                         .arg(now.counts.should)});
        }
        if (provision.principle != principle) {
            principle = provision.principle;
            const auto &now = catalogue.principles().at(size_t(principle));
            lines.append(u"  %1 %2"_s.arg(now.clause, now.title));
        }
        lines.append(u"    %1 %2 %3"_s.arg(provision.id, -10)
                         .arg(QString(word(provision.verb)), -6)
                         .arg(provision.title));
    }
    return lines.join(u'\n');
}

QJsonObject json(const Provision &provision)
{
    QJsonArray parts;
    for (const auto &part : provision.parts) {
        parts.append(QJsonObject{{u"item"_s, provision.id + u'/' + part.letter},
                                 {u"verb"_s, QString(word(part.verb))},
                                 {u"title"_s, part.title},
                                 {u"text"_s, part.text},
                                 {u"answered"_s, part.isAnswered}});
    }
    return {{u"provision"_s, provision.id},
            {u"title"_s, provision.title},
            {u"verb"_s, QString(word(provision.verb))},
            {u"summary"_s, provision.summary},
            {u"duty_holders"_s, words(provision.dutyHolders)},
            {u"condition"_s, provision.condition},
            {u"parts"_s, parts},
            {u"evidence"_s, QJsonArray::fromStringList(provision.evidence)},
            {u"guidance"_s, QJsonArray::fromStringList(provision.guidance)},
            {u"notes"_s, QJsonArray::fromStringList(provision.notes)},
            {u"related"_s, QJsonArray::fromStringList(provision.related)},
            {u"digest"_s, provision.digest.hex()}};
}

QJsonObject json(const Catalogue &catalogue)
{
    QJsonArray provisions;
    for (const auto &provision : catalogue.provisions())
        provisions.append(json(provision));
    return {{u"catalogue"_s, catalogue.id()},
            {u"version"_s, catalogue.version()},
            {u"edition"_s, catalogue.edition()},
            {u"digest"_s, catalogue.digest().hex()},
            {u"provisions"_s, provisions}};
}

Result<std::shared_ptr<const Catalogue>> catalogueIn(const QString &file)
{
    if (file.isEmpty())
        return shippedCatalogue();
    auto catalogue = readCatalogueFile(file);
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    return std::make_shared<const Catalogue>(std::move(*catalogue));
}

Result<Exit> show(const QString &designator, const QString &file, Output &output)
{
    const auto read = catalogueIn(file);
    if (!read)
        return tl::unexpected(read.error());
    const Catalogue &catalogue = **read;
    if (designator.isEmpty()) {
        output.words(overview(catalogue));
        output.json(json(catalogue));
        return Exit::Fine;
    }
    const auto *provision = catalogue.provision(designator.section(u'/', 0, 0));
    if (!provision) {
        output.remark(Text::tr("%1 has no provision %2. \"plimsollctl catalogue show\" lists them.")
                          .arg(catalogue.edition(), designator));
        return Exit::Usage;
    }
    output.words(described(catalogue, *provision));
    output.json(json(*provision));
    return Exit::Fine;
}

}

void addCatalogueShow(CommandLine &commandLine, Command group)
{
    struct Arguments
    {
        std::string designator;
        std::string file;
    };
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("show", "Show EN 304 223 as a list, or one provision in full");
    command.takes("PROVISION", arguments->designator, "Such as 5.2.1-1");
    command.takes("--catalogue", arguments->file, "Another catalogue than the built-in one").named("FILE");
    commandLine.perform(command, [arguments](const Invocation &invocation) {
        return show(QString::fromStdString(arguments->designator), QString::fromStdString(arguments->file),
                    invocation.output);
    });
}

}
