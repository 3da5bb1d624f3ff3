#include "app/commands/cataloguewords.h"

#include "core/catalogue/provisioninwords.h"
#include "core/catalogue/undefinedwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueWords)
};

QString listed(const QString &heading, const QStringList &entries)
{
    if (entries.isEmpty())
        return {};
    return u'\n' + heading + u"\n- "_s + entries.join(u"\n- "_s) + u'\n';
}

QStringList dutyOf(const Provision &provision)
{
    const QStringList lines{Text::tr("Duty: %1 (%2)")
                                .arg(titles(provision.dutyHolders), provision.combination == Combination::Each
                                                                        ? Text::tr("each of them")
                                                                        : Text::tr("one of them suffices"))};
    return lines + dutyBesideHolders(provision);
}

QStringList conditionOf(const Catalogue &catalogue, const Provision &provision)
{
    const QStringList lines{provision.condition.isEmpty()
                                ? Text::tr("Applies always.")
                                : Text::tr("Applies when: %1").arg(provision.condition)};
    return lines + ruleInWords(catalogue, provision);
}

QStringList partsOf(const Provision &provision)
{
    QStringList lines;
    for (const auto &part : provision.parts)
        lines.append(u"%1/%2  %3  %4"_s.arg(provision.id, part.letter, word(part.verb), part.text));
    return lines;
}

QStringList elsewhereOf(const Provision &provision)
{
    QStringList lines;
    if (!provision.related.isEmpty())
        lines.append(Text::tr("Related: %1").arg(provision.related.join(u", "_s)));
    return lines + elsewhereInWords(provision);
}

QStringList provisionsOf(const Catalogue &catalogue)
{
    QStringList lines;
    int phase = -1;
    int principle = -1;
    for (const auto &provision : catalogue.provisions()) {
        if (provision.phase != phase) {
            phase = provision.phase;
            const auto &now = catalogue.phases().at(size_t(phase));
            lines.append({QString(), Text::tr("%1 (%2): %3 shall, %4 should")
                                         .arg(now.title, now.id)
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
    return lines;
}

}

QString listOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings)
{
    QStringList presets;
    for (const auto &preset : catalogue.presets())
        presets.append(u"%1  %2"_s.arg(preset.id, preset.name));
    QStringList frameworks;
    for (const auto &set : mappings)
        frameworks.append(u"%1  %2"_s.arg(set.id, set.framework));
    return (Text::tr("%1, catalogue version %2").arg(catalogue.edition(), catalogue.version()) + u'\n' +
            provisionsOf(catalogue).join(u'\n') + u'\n' +
            listed(Text::tr("Presets for new systems:"), presets) +
            listed(Text::tr("Mapped to other frameworks:"), frameworks))
        .trimmed();
}

QString textOf(const Catalogue &catalogue, const std::vector<MappingSet> &mappings,
               const Provision &provision)
{
    const auto &principle = catalogue.principles().at(size_t(provision.principle));
    const auto &phase = catalogue.phases().at(size_t(provision.phase));
    const auto head = u"%1  %2  %3\n%4, %5 %6\n\n%7\n\n"_s.arg(
        provision.id, QString(word(provision.verb)).toUpper(), provision.title, phase.title, principle.clause,
        principle.title, provision.summary);
    return head + (dutyOf(provision) + conditionOf(catalogue, provision)).join(u'\n') + u'\n' +
           listed(Text::tr("Answered part by part:"), partsOf(provision)) +
           listed(Text::tr("What good evidence looks like:"), provision.evidence) +
           listed(Text::tr("Guidance:"), provision.guidance) +
           listed(Text::tr("When it does not apply, for example:"), provision.notApplicableExamples) +
           listed(Text::tr("Words the standard leaves undefined:"), undefinedWordsIn(catalogue, provision)) +
           listed(Text::tr("Notes:"), provision.notes) +
           listed(Text::tr("Other frameworks:"), mappingsInWords(mappings, provision)) +
           listed(Text::tr("Elsewhere:"), elsewhereOf(provision)) + u'\n' +
           Text::tr("Plimsoll's wording of %1; the standard prevails.").arg(catalogue.edition());
}

}
