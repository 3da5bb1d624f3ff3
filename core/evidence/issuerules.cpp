#include "core/evidence/issuerules.h"

#include "core/evidence/issuedsystem.h"
#include "core/storage/repository.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IssueRules)
};

bool isOfTheRegister(const Edit &edit)
{
    return edit.table == Described<IssuedPackage>::table || edit.table == Described<IssuedSystem>::table;
}

}

Done whatWasIssuedStays(const ChangeSet &changeSet, const Connection &connection)
{
    for (const Edit &edit : changeSet.edits) {
        if (edit.kind != Edit::Kind::Removed || !isOfTheRegister(edit))
            continue;
        const auto fileName = connection.single(
            edit.table == Described<IssuedPackage>::table
                ? u"SELECT file_name FROM issued_package WHERE id = ?"_s
                : u"SELECT p.file_name FROM issued_package p JOIN issued_system s ON s.package = p.id "
                  "WHERE s.id = ?"_s,
            {edit.id});
        if (!fileName)
            return tl::unexpected(fileName.error());
        return refuse(ErrorCode::Denied,
                      Text::tr("%1 was issued, so it stays in the register with the systems it is about: "
                               "others hold it. Withdraw it, or mark it as replaced, if it no longer counts.")
                          .arg(fileName->toString()));
    }
    return {};
}

bool entersWhatWasIssued(const Edit &edit)
{
    return edit.kind == Edit::Kind::Created && isOfTheRegister(edit);
}

}
