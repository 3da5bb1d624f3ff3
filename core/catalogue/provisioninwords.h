#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/mapping.h"

namespace plimsoll {

/// Their titles one after the other, with `between` between them.
QString titles(const std::vector<Stakeholder> &stakeholders, const QString &between = QStringLiteral(", "));

/// Beside who holds the duty: that it is implied, and who else is involved, informed or handed something; a
/// line each.
QStringList dutyBesideHolders(const Provision &provision);

/// Which answer or event decides whether the provision applies, a line each; none where none does.
QStringList ruleInWords(const Catalogue &catalogue, const Provision &provision);

/// What of other frameworks relates to the provision, a line each: identifier, title, how closely, and who
/// says so.
QStringList mappingsInWords(const std::vector<MappingSet> &mappings, const Provision &provision);

/// Where else the provision stands, a line each.
QStringList elsewhereInWords(const Provision &provision);

}
