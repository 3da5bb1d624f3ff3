#include "core/workspace/closingrules.h"

#include "core/assessment/closing.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/evidence/evidence.h"
#include "core/storage/bulkread.h"
#include "core/storage/repository.h"
#include "core/workspace/assessing.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ClosingRules)
};

bool saysSomething(const FieldChange *change)
{
    return change && change->after.text() && !change->after.text()->isEmpty();
}

const Edit *closingIn(const ChangeSet &changeSet, const QString &assessment)
{
    const auto found = std::ranges::find_if(changeSet.edits, [&](const Edit &edit) {
        return edit.table == Described<Closing>::table && edit.kind == Edit::Kind::Created &&
               edit.id == closingId(Id<Assessment>::fromText(assessment)).text();
    });
    return found == changeSet.edits.cend() ? nullptr : &*found;
}

Done saysWhatIs(const Edit &closing, const Assessment &assessment, QDate on, const Connection &connection)
{
    const auto catalogue = shippedCatalogue();
    if (!catalogue)
        return tl::unexpected(catalogue.error());
    const auto now = closingOf(connection, *catalogue, assessment, on);
    if (!now)
        return tl::unexpected(now.error());
    const auto isSo = [&closing](QLatin1StringView field, const QString &text) {
        const auto *change = closing.field(field);
        return change && change->after.text() && *change->after.text() == text;
    };
    if (isSo("findings"_L1, now->findings) && isSo("basis"_L1, now->basis) &&
        isSo("phase"_L1, word(*now->phase)))
        return {};
    return refuse(ErrorCode::Conflict,
                  Text::tr("Something that this assessment rests on was changed meanwhile, so it was not "
                           "closed. Look at it, then close it again."));
}

constexpr auto basesSql = "SELECT basis FROM closing"_L1;

bool takesOut(const Edit &edit)
{
    return edit.table == Described<Evidence>::table &&
           (edit.kind == Edit::Kind::Removed || saysSomething(edit.field("removed_at"_L1)));
}

}

Done closingsSayWhatIs(const ChangeSet &changeSet, const Connection &connection)
{
    for (const Edit &edit : changeSet.edits) {
        if (edit.table != Described<Assessment>::table || edit.kind != Edit::Kind::Changed ||
            !saysSomething(edit.field("closed_on"_L1)))
            continue;
        const auto assessment = Repository<Assessment>(connection).find(Id<Assessment>::fromText(edit.id));
        if (!assessment)
            return tl::unexpected(assessment.error());
        if (!*assessment || !(*assessment)->system)
            continue;
        const Edit *closing = closingIn(changeSet, edit.id);
        if (!closing)
            return refuse(ErrorCode::Invalid,
                          Text::tr("An assessment is closed together with what it rests on. Close it on its "
                                   "tab, or with \"plimsollctl assessment close\"."));
        const QDate on = QDate::fromString(edit.field("closed_on"_L1)->after.shown(), Qt::ISODate);
        if (auto said = saysWhatIs(*closing, **assessment, on, connection); !said)
            return said;
    }
    return {};
}

Done evidenceOfClosingsStays(const ChangeSet &changeSet, const Connection &connection)
{
    std::vector<std::string> takenOut;
    for (const Edit &edit : changeSet.edits) {
        if (takesOut(edit))
            takenOut.push_back(edit.id.toStdString());
    }
    if (takenOut.empty())
        return {};
    bool isRestedOn = false;
    const auto read = readInBulk(connection, basesSql, {}, [&](const BulkRow &row) {
        isRestedOn = isRestedOn || std::ranges::any_of(takenOut, [&row](const std::string &id) {
                         return row.text(0).find(id) != std::string_view::npos;
                     });
    });
    if (!read)
        return read;
    if (!isRestedOn)
        return {};
    return refuse(ErrorCode::Denied,
                  Text::tr("A closed assessment rests on this evidence, so it stays in the record. "
                           "Take it away from the items that are still open."));
}

}
