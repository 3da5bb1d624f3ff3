#pragma once

#include "core/responsibility/roles.h"

#include <QDate>
#include <QHash>

#include <optional>
#include <vector>

namespace plimsoll {

/// A party with the roles it holds for one system.
struct RoleHolder
{
    QString party;     ///< its name, for people
    bool isOwn = true; ///< part of the organisation that keeps the record
    Roles roles;

    friend bool operator==(const RoleHolder &, const RoleHolder &) = default;
};

/// A fact with its answer.
struct SettledFact
{
    bool holds = false;
    /// What in the record shows it, to follow "because": "the model ResNet has the supplier Acme AI".
    /// Empty when a person answered.
    QString because;

    friend bool operator==(const SettledFact &, const SettledFact &) = default;
};

/// A person's word against what the circumstances say about one item.
struct ItemDecision
{
    bool applies = false;
    QString reason;
    QString approver;
    std::optional<QDate> reviewOn;

    friend bool operator==(const ItemDecision &, const ItemDecision &) = default;
};

/// All about one system on which the applicability of items depends. Ids are those of the catalogue; others
/// are ignored.
struct Circumstances
{
    std::vector<RoleHolder> holders;
    QHash<QString, SettledFact> facts;      ///< unanswered ones are absent
    QHash<QString, QDate> events;           ///< when each was recorded last
    QHash<QString, ItemDecision> decisions; ///< by id of the item

    friend bool operator==(const Circumstances &, const Circumstances &) = default;
};

/// Whether the fact is one that the holders of the roles settle by themselves.
bool isSettledByRoles(QStringView fact);
/// What the holders say about such a fact; nothing while one of the roles it is about has no holder.
std::optional<bool> settledByRoles(QStringView fact, const std::vector<RoleHolder> &holders);

}
