#include "core/workspace/outdated.h"

#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/commonanswers.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Outdated)
};

QString phaseCalled(const Catalogue &catalogue, LifecyclePhase phase)
{
    const auto *known = catalogue.phase(QString(word(phase)));
    return known ? known->title : QString(word(phase));
}

QString whatChanged(QDate closedOn, const ChangedAnswer &changed)
{
    const QString day = closedOn.toString(Qt::ISODate);
    if (changed.platform.isEmpty())
        return Text::tr("The assessment was closed on %1 with a common answer to %2 that counted as “%3”, "
                        "and the system takes over no answer to it now.")
            .arg(day, changed.item, title(changed.then));
    return Text::tr("The assessment was closed on %1 with a common answer to %2 that counted as “%3”, and "
                    "the common answer of %4 counts as “%5” now.")
        .arg(day, changed.item, title(changed.then), changed.platform, title(changed.now));
}

QString inWords(QDate closedOn, const ChangedAnswer &changed)
{
    QStringList sentences{whatChanged(closedOn, changed)};
    if (changed.changedOn && *changed.changedOn >= closedOn)
        sentences.append(Text::tr("It was changed on %1.").arg(changed.changedOn->toString(Qt::ISODate)));
    if (changed.others > 0)
        sentences.append(Text::tr("Other common answers that count otherwise: %1.").arg(changed.others));
    return sentences.join(u' ');
}

}

std::optional<Outdated> whyOutdated(const Catalogue &catalogue, const Assessed &assessed,
                                    const QString &version, LifecyclePhase phase)
{
    if (!assessed.version.isEmpty() && assessed.version != version)
        return Outdated{
            version.isEmpty() ? Text::tr("The assessment is of version %1, and the system's version has no "
                                         "name now.")
                                    .arg(assessed.version)
                              : Text::tr("The assessment is of version %1, and the system is version %2 now.")
                                    .arg(assessed.version, version),
            assessed.closedOn ? Text::tr("Start the next.") : Text::tr("Close it and start the next.")};
    if (assessed.closedOn && assessed.phase && assessed.phase != phase)
        return Outdated{
            Text::tr("The assessment was closed on %1 in the phase %2, and the system is in %3 now.")
                .arg(assessed.closedOn->toString(Qt::ISODate), phaseCalled(catalogue, *assessed.phase),
                     phaseCalled(catalogue, phase)),
            Text::tr("Start the next.")};
    if (assessed.closedOn && assessed.changed)
        return Outdated{inWords(*assessed.closedOn, *assessed.changed), Text::tr("Start the next.")};
    return std::nullopt;
}

Result<std::optional<Outdated>> whyOutdated(const Connection &connection, const Checklist &checklist,
                                            QDate today)
{
    const auto &assessment = checklist.assessment;
    if (!assessment || checklist.platform)
        return std::optional<Outdated>();
    const auto present = Repository<AiSystem>(connection).find(checklist.system.id);
    const auto assessments = assessmentsOf(connection, checklist.system.id);
    if (!present || !assessments)
        return tl::unexpected(present ? assessments.error() : present.error());
    const auto own = std::ranges::find(*assessments, assessment->id, &Assessment::id);
    if (own != assessments->cend() && own + 1 != assessments->cend())
        return Outdated{
            Text::tr("A later assessment was begun on %1.").arg((own + 1)->startedOn.toString(Qt::ISODate)),
            Text::tr("Look at that for how the system stands now.")};
    if (!*present)
        return std::optional<Outdated>();
    if (assessment->closedOn && (*present)->outOfScope && !checklist.system.outOfScope)
        return Outdated{Text::tr("The assessment was closed on %1, and the system is out of scope now.")
                            .arg(assessment->closedOn->toString(Qt::ISODate)),
                        Text::tr("It is looked at again on the day of its review.")};
    auto changed = changedAnswer(connection, checklist, today);
    if (!changed)
        return tl::unexpected(changed.error());
    return whyOutdated(
        *checklist.catalogue,
        {assessment->systemVersion, assessment->closedOn, checklist.system.phase, std::move(*changed)},
        (*present)->version, (*present)->phase);
}

}
