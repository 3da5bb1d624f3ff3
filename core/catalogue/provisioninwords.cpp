#include "core/catalogue/provisioninwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Provision)
};

QString inWords(const MappingSet &set, const Mapping &row)
{
    const QString entry = u"%1 %2  %3"_s.arg(set.shortName, row.to, row.title).trimmed();
    const QString basis =
        row.basis == MappingBasis::Source ? Text::tr("a source states it") : Text::tr("our judgement");
    return u"%1 (%2, %3)"_s.arg(entry, word(row.relation), basis);
}

}

QString titles(const std::vector<Stakeholder> &stakeholders, const QString &between)
{
    QStringList all;
    for (const Stakeholder stakeholder : stakeholders)
        all.append(title(stakeholder));
    return all.join(between);
}

QStringList dutyBesideHolders(const Provision &provision)
{
    QStringList lines;
    if (provision.basis == HolderBasis::Implied)
        lines.append(Text::tr("Implied, not stated. %1").arg(provision.basisNote).trimmed());
    if (!provision.participants.empty())
        lines.append(Text::tr("To be involved: %1").arg(titles(provision.participants)));
    if (!provision.recipients.empty())
        lines.append(Text::tr("To be informed: %1").arg(titles(provision.recipients)));
    if (!provision.handOver.empty())
        lines.append(Text::tr("Handed over: %1").arg(titles(provision.handOver, u" → "_s)));
    return lines;
}

QStringList ruleInWords(const Catalogue &catalogue, const Provision &provision)
{
    QStringList lines;
    if (provision.rule.kind == ApplicabilityRule::Kind::WhenFact)
        lines.append(Text::tr("Depends on the answer to: %1")
                         .arg(catalogue.facts().at(size_t(provision.rule.subject)).asks));
    if (provision.rule.kind == ApplicabilityRule::Kind::AfterEvent)
        lines.append(Text::tr("Waits until %1.")
                         .arg(catalogue.events().at(size_t(provision.rule.subject)).waitsUntil));
    return lines;
}

QStringList mappingsInWords(const std::vector<MappingSet> &mappings, const Provision &provision)
{
    QStringList lines;
    for (const MappingSet &set : mappings) {
        for (const Mapping &row : set.rows) {
            if (row.from == Mapping::From::Provision && row.subject == provision.id)
                lines.append(inWords(set, row));
        }
    }
    return lines;
}

QStringList elsewhereInWords(const Provision &provision)
{
    QStringList lines;
    if (!provision.ukCode.isEmpty())
        lines.append(Text::tr("UK Code of Practice: %1").arg(provision.ukCode));
    if (!provision.guideClause.isEmpty())
        lines.append(Text::tr("Implementation guide TR 104 128: clause %1").arg(provision.guideClause));
    if (provision.isMinimum)
        lines.append(Text::tr("Part of the minimum set, which is our judgement."));
    return lines;
}

}
