#pragma once

#include "core/responsibility/roles.h"

#include <QStringList>

#include <vector>

namespace plimsoll {

/// A beginning for a new system: what a known kind of system answers in the same way each time.
struct Preset
{
    struct Answer
    {
        int fact = 0; ///< index into Catalogue::facts()
        bool holds = false;

        friend bool operator==(const Answer &, const Answer &) = default;
    };
    /// A party outside the organisation that this kind of system always has.
    struct Other
    {
        QString party;
        Roles roles;

        friend bool operator==(const Other &, const Other &) = default;
    };
    /// An item that experience calls not applicable though no fact decides it. Excludes nothing until a
    /// person says so.
    struct Proposal
    {
        QString item;
        QString reason;

        friend bool operator==(const Proposal &, const Proposal &) = default;
    };

    QString id;
    QString name;
    QString description;
    bool generative = false;
    Roles roles; ///< held by the organisation that keeps the record
    std::vector<Other> others;
    std::vector<int> events; ///< recorded from the start; indexes into Catalogue::events()
    std::vector<Answer> answers;
    std::vector<Proposal> proposesNotApplicable;
    QStringList notes;

    friend bool operator==(const Preset &, const Preset &) = default;
};

}
