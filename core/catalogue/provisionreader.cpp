#include "core/catalogue/catalogueparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueReader)
};

/// Reads the provisions of one catalogue.
class ProvisionReader
{
public:
    ProvisionReader(const CatalogueNames &names, const std::vector<Principle> &principles,
                    Complaints &complaints)
        : m_names(names)
        , m_principles(principles)
        , m_complaints(complaints)
    {
    }

    Provision read(const SourceNode &node)
    {
        const SourceNode *id = node.entry("id"_L1);
        MapReader reader(node, Text::tr("provision %1").arg(id ? id->text : u"?"_s), m_complaints);
        Provision provision;
        provision.id = reader.text("id"_L1);
        provision.title = title(reader);
        provision.summary = reader.text("summary"_L1);
        provision.verb = reader.oneOf<Verb>("verb"_L1);
        provision.isMinimum = reader.optionalYesOrNo("minimum"_L1).value_or(false);
        place(provision, reader);
        provision.condition = reader.optionalText("condition"_L1);
        provision.rule = rule(reader);
        readHolders(provision, reader);
        readParts(provision, reader);
        readAdvice(provision, reader);
        reader.finish();
        return provision;
    }

private:
    QString title(MapReader &reader)
    {
        const QString title = reader.text("title"_L1);
        if (title.size() > longestTitle)
            reader.complain("title"_L1, Text::tr("The title of the %1 has %2 characters; %3 are allowed.")
                                            .arg(reader.name())
                                            .arg(title.size())
                                            .arg(longestTitle));
        return title;
    }

    /// Finds principle, phase and parent from the designator.
    void place(Provision &provision, MapReader &reader)
    {
        provision.parent = reader.optionalText("parent"_L1);
        static const QRegularExpression designator(u"^([0-9]+(?:\\.[0-9]+)*)-([0-9]+)(\\.[0-9]+)?$"_s);
        const auto match = designator.match(provision.id);
        if (!match.hasMatch()) {
            if (!provision.id.isEmpty())
                reader.complain(
                    "id"_L1, Text::tr("%1 is no designator such as 5.1.2-1 or 5.1.2-1.1.").arg(provision.id));
            return;
        }
        const qsizetype principle = m_names.clauses.indexOf(match.captured(1));
        if (principle < 0 || principle >= qsizetype(m_principles.size())) {
            reader.complain("id"_L1, Text::tr("No principle has the clause %1.").arg(match.captured(1)));
            return;
        }
        if (principle < m_lastPrinciple)
            reader.complain("id"_L1, Text::tr("Provisions stand in the order of their principles."));
        m_lastPrinciple = principle;
        provision.principle = int(principle);
        provision.phase = m_principles[size_t(principle)].phase;
        const QString parent =
            match.captured(3).isEmpty() ? QString() : match.captured(1) + u'-' + match.captured(2);
        if (provision.parent != parent)
            reader.complain(
                "parent"_L1,
                parent.isEmpty()
                    ? Text::tr("%1 refines no other provision, so it has no parent.").arg(provision.id)
                    : Text::tr("The parent of %1 must be %2.").arg(provision.id, parent));
        else if (!parent.isEmpty() && !m_names.provisions.contains(parent))
            reader.complain("parent"_L1, Text::tr("There is no provision %1.").arg(parent));
    }

    ApplicabilityRule rule(MapReader &reader)
    {
        const QString fact = reader.optionalText("applies_when"_L1);
        const QString event = reader.optionalText("waits_for"_L1);
        if (!fact.isEmpty() && !event.isEmpty())
            reader.complain(
                "waits_for"_L1,
                Text::tr("The %1 has both applies_when and waits_for; one is allowed.").arg(reader.name()));
        if (!fact.isEmpty() && !m_names.facts.contains(fact))
            reader.complain("applies_when"_L1, Text::tr("There is no fact %1.").arg(fact));
        if (!event.isEmpty() && !m_names.events.contains(event))
            reader.complain("waits_for"_L1, Text::tr("There is no event %1.").arg(event));
        if (!fact.isEmpty())
            return {ApplicabilityRule::Kind::WhenFact, int(m_names.facts.indexOf(fact))};
        if (!event.isEmpty())
            return {ApplicabilityRule::Kind::AfterEvent, int(m_names.events.indexOf(event))};
        return {};
    }

    void readHolders(Provision &provision, MapReader &reader)
    {
        provision.dutyHolders = reader.severalOf<Stakeholder>("duty_holders"_L1);
        if (rolesOf(provision.dutyHolders).isEmpty())
            reader.complain("duty_holders"_L1, Text::tr("The %1 gives no role a duty.").arg(reader.name()));
        if (provision.dutyHolders.size() > 1 || reader.has("combination"_L1))
            provision.combination = reader.oneOf<Combination>("combination"_L1);
        provision.basis = reader.oneOf<HolderBasis>("basis"_L1);
        provision.basisNote = provision.basis == HolderBasis::Implied ? reader.text("basis_note"_L1)
                                                                      : reader.optionalText("basis_note"_L1);
        provision.participants = reader.optionalSeveralOf<Stakeholder>("participants"_L1);
        provision.recipients = reader.optionalSeveralOf<Stakeholder>("recipients"_L1);
        provision.handOver = reader.optionalSeveralOf<Stakeholder>("hand_over"_L1);
    }

    void readParts(Provision &provision, MapReader &reader)
    {
        Verb strongest = Verb::Can;
        for (const SourceNode &node : reader.optionalList("parts"_L1)) {
            provision.parts.push_back(readPart(node, provision));
            strongest = std::min(strongest, provision.parts.back().verb);
        }
        if (!provision.parts.empty() && strongest != provision.verb)
            reader.complain("verb"_L1, Text::tr("The verb of the %1 is that of its strongest part: %2.")
                                           .arg(reader.name(), word(strongest)));
    }

    ProvisionPart readPart(const SourceNode &node, const Provision &provision)
    {
        const SourceNode *letter = node.entry("part"_L1);
        MapReader reader(node, Text::tr("part %1/%2").arg(provision.id, letter ? letter->text : u"?"_s),
                         m_complaints);
        ProvisionPart part;
        part.letter = reader.text("part"_L1);
        if (part.letter.size() != 1 || part.letter < u"a"_s || part.letter > u"z"_s)
            reader.complain("part"_L1, Text::tr("A part is named by one letter from a to z."));
        part.title = title(reader);
        part.text = reader.text("text"_L1);
        part.verb = reader.oneOf<Verb>("verb"_L1);
        part.isAnswered = reader.optionalYesOrNo("answered"_L1).value_or(true);
        part.dutyHolders = reader.has("duty_holders"_L1) ? reader.severalOf<Stakeholder>("duty_holders"_L1)
                                                         : provision.dutyHolders;
        part.rule = rule(reader);
        if (part.rule.kind == ApplicabilityRule::Kind::Always)
            part.rule = provision.rule;
        reader.finish();
        return part;
    }

    void readAdvice(Provision &provision, MapReader &reader)
    {
        provision.evidence = reader.texts("evidence"_L1);
        provision.guidance = reader.optionalTexts("guidance"_L1);
        provision.notApplicableExamples = reader.optionalTexts("not_applicable_examples"_L1);
        provision.undefinedTerms = reader.optionalReferences(
            "undefined_terms"_L1, [this](const QString &id) { return m_names.undefinedTerms.contains(id); });
        provision.notes = reader.optionalTexts("notes"_L1);
        provision.related = reader.optionalReferences(
            "related"_L1, [this](const QString &id) { return m_names.provisions.contains(id); });
        if (provision.related.contains(provision.id))
            reader.complain("related"_L1, Text::tr("The %1 is related to itself.").arg(reader.name()));
        provision.ukCode = reader.optionalText("uk_code"_L1);
        provision.guideClause = reader.optionalText("guide_clause"_L1);
    }

    const CatalogueNames &m_names;
    const std::vector<Principle> &m_principles;
    Complaints &m_complaints;
    qsizetype m_lastPrinciple = 0;
};

}

std::vector<Provision> readProvisions(MapReader &root, const CatalogueNames &names,
                                      const std::vector<Principle> &principles, Complaints &complaints)
{
    ProvisionReader reader(names, principles, complaints);
    std::vector<Provision> provisions;
    for (const SourceNode &node : root.list("provisions"_L1))
        provisions.push_back(reader.read(node));
    return provisions;
}

}
