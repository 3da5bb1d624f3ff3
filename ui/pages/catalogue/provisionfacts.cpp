#include "ui/pages/catalogue/provisionfacts.h"

#include "core/catalogue/undefinedwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProvisionFacts)
};

QString titlesOf(const std::vector<Stakeholder> &stakeholders, const QString &between)
{
    QStringList titles;
    for (const Stakeholder stakeholder : stakeholders)
        titles.append(title(stakeholder));
    return titles.join(between);
}

QString verbWord(Verb verb)
{
    return QString(word(verb));
}

QStringList dutyLines(const Provision &provision)
{
    QStringList lines;
    if (!provision.dutyHolders.empty())
        lines.append(provision.dutyHolders.size() == 1 ? titlesOf(provision.dutyHolders, {})
                     : provision.combination == Combination::Each
                         ? Text::tr("Each of: %1").arg(titlesOf(provision.dutyHolders, u", "_s))
                         : Text::tr("Any of: %1").arg(titlesOf(provision.dutyHolders, u", "_s)));
    if (provision.basis == HolderBasis::Implied)
        lines.append(Text::tr("Implied, not stated. %1").arg(provision.basisNote).trimmed());
    if (!provision.participants.empty())
        lines.append(Text::tr("To be involved: %1").arg(titlesOf(provision.participants, u", "_s)));
    if (!provision.recipients.empty())
        lines.append(Text::tr("To be informed: %1").arg(titlesOf(provision.recipients, u", "_s)));
    if (!provision.handOver.empty())
        lines.append(Text::tr("Handed over: %1").arg(titlesOf(provision.handOver, u" → "_s)));
    return lines;
}

QStringList ruleLines(const Catalogue &catalogue, const Provision &provision)
{
    QStringList lines;
    if (!provision.condition.isEmpty())
        lines.append(provision.condition);
    if (provision.rule.kind == ApplicabilityRule::Kind::WhenFact)
        lines.append(Text::tr("Depends on the answer to: %1")
                         .arg(catalogue.facts().at(size_t(provision.rule.subject)).asks));
    if (provision.rule.kind == ApplicabilityRule::Kind::AfterEvent)
        lines.append(Text::tr("Waits until %1.")
                         .arg(catalogue.events().at(size_t(provision.rule.subject)).waitsUntil));
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

QStringList mappingLines(const std::vector<MappingSet> &mappings, const Provision &provision)
{
    QStringList lines;
    for (const MappingSet &set : mappings) {
        for (const Mapping &row : set.rows) {
            if (row.from != Mapping::From::Provision || row.subject != provision.id)
                continue;
            const QString basis = row.basis == MappingBasis::Source ? Text::tr("a source states it")
                                                                    : Text::tr("our judgement");
            lines.append(u"%1 %2  %3 (%4, %5)"_s.arg(set.shortName, row.to, row.title,
                                                     QString(word(row.relation)), basis));
        }
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
    QStringList lines;
    if (!provision.ukCode.isEmpty())
        lines.append(Text::tr("UK Code of Practice: %1").arg(provision.ukCode));
    if (!provision.guideClause.isEmpty())
        lines.append(Text::tr("Implementation guide TR 104 128: clause %1").arg(provision.guideClause));
    if (provision.isMinimum)
        lines.append(Text::tr("Part of the minimum set, which is our judgement."));
    lines.append(Text::tr("Fingerprint of this wording (SHA-256): %1").arg(provision.digest.hex()));
    return lines;
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
        {Text::tr("Other frameworks"), mappingLines(mappings, provision)},
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
