#include "app/commands/namedassessment.h"

#include "core/workspace/assessing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NamedAssessment)
};

}

Result<Assessment> assessmentCalled(const QString &words, const AiSystem &system,
                                    const Connection &connection)
{
    const auto known = assessmentsOf(connection, system.id);
    if (!known)
        return tl::unexpected(known.error());
    QList<Assessment> found;
    for (qsizetype i = 0; i < known->size(); ++i) {
        const Assessment &each = known->at(i);
        const bool isClosedThen = each.closedOn && each.closedOn->toString(Qt::ISODate) == words;
        if (QString::number(i + 1) == words || isClosedThen || each.id.text() == words)
            found.append(each);
    }
    if (found.isEmpty())
        return refuse(ErrorCode::NotFound,
                      Text::tr("%1 has no assessment %2. \"plimsollctl assessment list\" shows them all.")
                          .arg(system.name, words));
    if (found.size() > 1)
        return refuse(ErrorCode::Invalid,
                      Text::tr("Several assessments of %1 were closed on %2. Name the one you mean by its "
                               "number: \"plimsollctl assessment list\" shows it.")
                          .arg(system.name, words));
    return found.first();
}

}
