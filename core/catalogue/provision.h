#pragma once

#include "core/base/digest.h"
#include "core/catalogue/applicabilityrule.h"
#include "core/catalogue/stakeholder.h"
#include "core/catalogue/verb.h"

#include <QStringList>

#include <vector>

namespace plimsoll {

/// How several duty holders share a duty.
enum class Combination : quint8 {
    Each, ///< every holder has it
    Any,  ///< one holder suffices
};

template <>
struct Words<Combination>
{
    static constexpr std::array words{
        std::pair{Combination::Each, QLatin1StringView("each")},
        std::pair{Combination::Any, QLatin1StringView("any")},
    };
};

/// Where we know the duty holders from.
enum class HolderBasis : quint8 {
    Stated,  ///< the text names them
    Implied, ///< read from the context; Provision::basisNote says how
};

template <>
struct Words<HolderBasis>
{
    static constexpr std::array words{
        std::pair{HolderBasis::Stated, QLatin1StringView("stated")},
        std::pair{HolderBasis::Implied, QLatin1StringView("implied")},
    };
};

/// A statement inside a provision that differs from its neighbours in verb, duty holder or condition.
struct ProvisionPart
{
    QString letter;
    QString title; ///< at most 40 characters
    QString text;
    Verb verb = Verb::Shall;
    bool isAnswered = true; ///< false for a mere permission
    std::vector<Stakeholder> dutyHolders;
    ApplicabilityRule rule;

    friend bool operator==(const ProvisionPart &, const ProvisionPart &) = default;
};

/// One requirement or recommendation, in our words.
struct Provision
{
    QString id;    ///< designator: "5.1.2-1.1"
    QString title; ///< at most 40 characters
    QString summary;
    Verb verb = Verb::Shall; ///< the strongest
    int principle = 0;       ///< index into Catalogue::principles()
    int phase = 0;           ///< index into Catalogue::phases()
    QString parent;          ///< id of the provision this one refines; empty for most

    QString condition; ///< in words; empty when the provision always applies
    ApplicabilityRule rule;
    std::vector<Stakeholder> dutyHolders;
    Combination combination = Combination::Each;
    HolderBasis basis = HolderBasis::Stated;
    QString basisNote;
    std::vector<Stakeholder> participants; ///< must be involved
    std::vector<Stakeholder> recipients;   ///< must be informed
    std::vector<Stakeholder> handOver;     ///< a chain in which each hands over to the next; mostly empty
    std::vector<ProvisionPart> parts;      ///< empty when answered as a whole

    QStringList evidence; ///< what good evidence looks like
    QStringList guidance;
    QStringList notApplicableExamples;
    QStringList undefinedTerms; ///< ids of Catalogue::undefinedTerms()
    QStringList notes;
    QStringList related; ///< ids of provisions
    QString ukCode;      ///< number in the UK Code of Practice: "2.1.1"
    QString guideClause; ///< clause of TR 104 128
    bool isMinimum = false;
    Digest digest; ///< of all of the above; changes when any of it does

    friend bool operator==(const Provision &, const Provision &) = default;
};

}
