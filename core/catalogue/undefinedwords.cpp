#include "core/catalogue/undefinedwords.h"

namespace plimsoll {

using namespace Qt::StringLiterals;

QStringList undefinedWordsIn(const Catalogue &catalogue, const Provision &provision)
{
    QStringList lines;
    for (const UndefinedTerm &term : catalogue.undefinedTerms()) {
        if (provision.undefinedTerms.contains(term.id))
            lines.append(u"“%1”: %2"_s.arg(term.id, term.note));
    }
    return lines;
}

}
