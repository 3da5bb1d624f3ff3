#include "core/workspace/notdue.h"

#include "core/storage/repository.h"
#include "core/workspace/checklist.h"

#include <QCoreApplication>
#include <QMap>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NotDue)
};

constexpr int mostAssessments = 20;

QStringList whyNotDueIn(const Checklist &checklist, const QStringList &items)
{
    QStringList reasons;
    for (const QString &item : items) {
        const ChecklistLine *line = checklist.line(item);
        if (line && line->applicability.state != Applicability::State::Applies)
            reasons.append(
                Text::tr("%1 of %2: %3").arg(item, checklist.system.name, checklist.reason(*line)));
        else if (line && line->isInherited())
            reasons.append(
                Text::tr("%1 of %2 takes over what %3 answers. Evidence of its own counts once the "
                         "system answers for itself; for all systems, attach it to %3.")
                    .arg(item, checklist.system.name, line->commonSource));
    }
    return reasons;
}

}

Result<QStringList> whyNotDue(const Connection &connection, const std::shared_ptr<const Catalogue> &catalogue,
                              const QList<ItemOfAssessment> &items, QDate today)
{
    QMap<Id<Assessment>, QStringList> byAssessment;
    for (const auto &item : items) {
        QStringList &held = byAssessment[item.assessment];
        if (!held.contains(item.item))
            held.append(item.item);
    }
    QStringList reasons;
    int looked = 0;
    for (auto each = byAssessment.cbegin(); each != byAssessment.cend() && looked < mostAssessments; ++each) {
        const auto assessment = Repository<Assessment>(connection).find(each.key());
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (!*assessment || !(*assessment)->system)
            continue;
        const auto checklist = readChecklist(connection, catalogue, *(*assessment)->system, today);
        if (!checklist)
            return tl::unexpected(checklist.error());
        reasons += whyNotDueIn(*checklist, each.value());
        ++looked;
    }
    return reasons;
}

}
