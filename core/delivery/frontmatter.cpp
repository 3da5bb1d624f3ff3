#include "core/delivery/frontmatter.h"

#include "core/storage/repository.h"
#include "core/workspace/assessing.h"
#include "core/workspace/outofscope.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FrontMatter)
};

constexpr qsizetype mostSystems = 5;
constexpr qsizetype digits = 12; ///< of a fingerprint, enough to tell two apart

QStringList leftOpen(const Assessment &assessment)
{
    QStringList open;
    const auto ask = [&open](bool isSaid, const QString &what) {
        if (!isSaid)
            open.append(what);
    };
    ask(assessment.periodTo.has_value(), Text::tr("the period"));
    ask(assessment.assessor.has_value(), Text::tr("the assessor"));
    ask(!assessment.independence.isEmpty(), Text::tr("independence"));
    ask(!assessment.methods.isEmpty(), Text::tr("methods"));
    ask(!assessment.intendedReaders.isEmpty(), Text::tr("intended readers"));
    ask(!assessment.limitations.isEmpty(), Text::tr("limitations"));
    return open;
}

Result<std::optional<Assessment>> toldOf(const Connection &connection, const Id<AiSystem> &system,
                                         const NamedAssessments &told)
{
    const auto named = told.constFind(system);
    return named == told.cend() ? currentAssessment(connection, system)
                                : Repository<Assessment>(connection).find(*named);
}

/// A closed one stays as it is, so nobody is sent to fields that take no words.
QString openInWords(const Assessment &assessment, const QString &system, const QStringList &open)
{
    const QString says =
        Text::tr("Not stated for %1, and open on the front pages: %2.").arg(system, open.join(u", "_s));
    return assessment.closedOn ? says
                               : says + u' ' + Text::tr("The tab Assessment of the system has the fields.");
}

/// That it is not assessed, and why.
Result<QStringList> remarksOnScope(const Connection &connection, const AiSystem &system)
{
    const auto approver = scopeApprover(system, connection);
    if (!approver)
        return tl::unexpected(approver.error());
    return QStringList{Text::tr("%1: %2").arg(system.name, outOfScopeInWords(system, *approver))};
}

Result<QStringList> remarksOn(const Connection &connection, const Catalogue &catalogue,
                              const Id<AiSystem> &id, const NamedAssessments &told)
{
    const auto system = Repository<AiSystem>(connection).find(id);
    const auto assessment = toldOf(connection, id, told);
    if (!system || !assessment)
        return tl::unexpected(system ? assessment.error() : system.error());
    if (!*system)
        return QStringList();
    // An assessment that is closed is told as it was closed, also of a system that is out of scope since.
    if ((*system)->outOfScope && !(*assessment && (*assessment)->closedOn))
        return remarksOnScope(connection, **system);
    const QString &name = (*system)->name;
    if (!*assessment)
        return QStringList{Text::tr("%1 was never assessed.").arg(name)};
    QStringList remarks;
    if (const QStringList open = leftOpen(**assessment); !open.isEmpty())
        remarks.append(openInWords(**assessment, name, open));
    if (const auto warning = catalogueWarning(catalogue, **system, **assessment))
        remarks.append(*warning);
    return remarks;
}

}

std::optional<QString> catalogueWarning(const Catalogue &catalogue, const AiSystem &system,
                                        const Assessment &assessment)
{
    if (assessment.catalogueDigest == catalogue.digest())
        return std::nullopt;
    return Text::tr("%1 was assessed against the catalogue %2 %3 (fingerprint %4…); this report is told with "
                    "%5 %6 (%7…), so wording and parts of provisions may differ.")
        .arg(system.name, assessment.catalogue, assessment.catalogueVersion,
             assessment.catalogueDigest.hex().left(digits), catalogue.id(), catalogue.version(),
             catalogue.digest().hex().left(digits));
}

Result<QStringList> frontMatterRemarks(const Connection &connection, const Catalogue &catalogue,
                                       const QList<Id<AiSystem>> &systems, const NamedAssessments &told)
{
    QStringList remarks;
    for (const auto &system : systems.first(std::min(systems.size(), mostSystems))) {
        const auto found = remarksOn(connection, catalogue, system, told);
        if (!found)
            return found;
        remarks += *found;
    }
    return remarks;
}

}
