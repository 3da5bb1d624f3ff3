#pragma once

#include "tests/architecture/sourcetree.h"

#include <functional>

namespace plimsoll {

/// Something that must stay true of the source, and the smallest tree that breaks it: a rule that cannot fail
/// is none.
struct Rule
{
    QString name;
    /// One line per breach: where, and what.
    std::function<QStringList(const SourceTree &)> breaches;
    SourceTree brokenExample;
};

/// Who may know whom: the rooms of the house and the libraries that only some of them use.
QList<Rule> includeRules();

/// How folders, files and types are called.
QList<Rule> nameRules();

/// What stands where, and what no file contains.
QList<Rule> treeRules();

}
