#include "ui/pages/catalogue/provisionfacts.h"

#include "core/catalogue/provisioninwords.h"
#include "core/catalogue/undefinedwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProvisionFacts)
};

QString verbWord(Verb verb)
{
    return QString(word(verb));
}

QStringList dutyLines(const Provision &provision)
{
    QStringList lines;
    if (!provision.dutyHolders.empty())
        lines.append(provision.dutyHolders.size() == 1 ? titles(provision.dutyHolders)
                     : provision.combination == Combination::Each
                         ? Text::tr("Each of: %1").arg(titles(provision.dutyHolders))
                         : Text::tr("Any of: %1").arg(titles(provision.dutyHolders)));
    return lines + dutyBesideHolders(provision);
}

QStringList ruleLines(const Catalogue &catalogue, const Provision &provision)
{
    QStringList lines;
    if (!provision.condition.isEmpty())
        lines.append(provision.condition);
    lines += ruleInWords(catalogue, provision);
    if (lines.isEmpty())
        lines.append(Text::tr("Always, to whoever holds the duty."));
    return lines;
}

QStringList partLines(const Provision &provision)
{
    QStringList lines;
    for (const ProvisionPart &part : provision.parts) {
        QString line = u"%1/%2 (%3)  %4: %5"_s.arg(provision.id, part.letter, verbWord(part.verb), part.title,
                                                   part.text);
        if (!part.isAnswered)
            line += u' ' + Text::tr("A permission: it is not answered.");
        lines.append(line);
    }
    return lines;
}

QStringList relatedLines(const Catalogue &catalogue, const Provision &provision)
{
    QStringList lines;
    for (const QString &id : provision.related) {
        const Provision *related = catalogue.provision(id);
        lines.append(related ? u"%1  %2"_s.arg(id, related->title) : id);
    }
    return lines;
}

QStringList elsewhereLines(const Provision &provision)
{
    return elsewhereInWords(provision) +
           QStringList{Text::tr("Fingerprint of this wording (SHA-256): %1").arg(provision.digest.hex())};
}

QList<TextSection> withoutEmpty(QList<TextSection> sections)
{
    sections.removeIf([](const TextSection &section) { return section.lines.isEmpty(); });
    return sections;
}

}

QList<TextSection> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
                           const Provision &provision)
{
    return withoutEmpty({
        {Text::tr("What is asked"), {provision.summary}},
        {Text::tr("Answered part by part"), partLines(provision)},
        {Text::tr("Who has the duty"), dutyLines(provision)},
        {Text::tr("When it applies"), ruleLines(catalogue, provision)},
        {Text::tr("What good evidence looks like"), provision.evidence},
        {Text::tr("Guidance"), provision.guidance},
        {Text::tr("When it does not apply, for example"), provision.notApplicableExamples},
        {Text::tr("Words the standard leaves undefined"), undefinedWordsIn(catalogue, provision)},
        {Text::tr("Notes"), provision.notes},
        {Text::tr("Related provisions"), relatedLines(catalogue, provision)},
        {Text::tr("Other frameworks"), mappingsInWords(mappings, provision)},
        {Text::tr("Elsewhere"), elsewhereLines(provision)},
    });
}

QList<TextSection> factsOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings)
{
    const CatalogueContent &content = catalogue.content();
    QStringList sets;
    for (const MappingSet &set : mappings)
        sets.append(Text::tr("%1: %2 rows, wording %3. %4")
                        .arg(set.framework)
                        .arg(set.rows.size())
                        .arg(set.version, set.notice));
    return withoutEmpty({
        {Text::tr("Edition"), {content.edition, content.publisher, content.source}},
        {Text::tr("Wording"),
         {Text::tr("Catalogue %1, version %2, language %3")
              .arg(content.id, content.version, content.language),
          Text::tr("Fingerprint (SHA-256): %1").arg(content.digest.hex()), content.licence}},
        {Text::tr("Notices"), content.notices},
        {Text::tr("Crosswalks"), sets},
    });
}

bool holdsWords(const Provision &provision, const QString &words)
{
    const auto holds = [&words](const QString &text) {
        return text.contains(words, Qt::CaseInsensitive);
    };
    return holds(provision.id) || holds(provision.title) || holds(provision.summary) ||
           holds(provision.condition) || holds(provision.evidence.join(u'\n')) ||
           holds(provision.guidance.join(u'\n'));
}

}
