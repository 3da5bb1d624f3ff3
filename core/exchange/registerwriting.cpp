#include "core/exchange/registerimport.h"
#include "core/workspace/partlywritten.h"

#include <QCoreApplication>
#include <QSet>

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RegisterImport)
};

/// How many systems the first of the change sets are about.
qsizetype systemsIn(const QList<ChangeSet> &changeSets, qsizetype count)
{
    QSet<QString> systems;
    for (const auto &changeSet : changeSets.first(count)) {
        for (const auto &edit : changeSet.edits) {
            if (edit.table == Described<AiSystem>::table)
                systems.insert(edit.id);
        }
    }
    return systems.size();
}

/// Why not all were imported, when the first of them were.
Error afterSome(const QList<ChangeSet> &changeSets, qsizetype written, const Error &refusal)
{
    return afterPartWasWritten(
        Text::tr("%1 of %2 systems are imported; import the same table again for the rest.")
            .arg(QString::number(systemsIn(changeSets, written)),
                 QString::number(systemsIn(changeSets, changeSets.size()))),
        refusal);
}

}

Done importRegister(Workspace &workspace, const RegisterPreview &preview, const Progress &progress)
{
    const auto count = preview.changeSets.size();
    for (qsizetype index = 0; index < count; ++index) {
        if (!progress(index, count, Text::tr("Importing the register")))
            return refuse(ErrorCode::Cancelled,
                          Text::tr("The import was stopped. Import the same table again for the rest."));
        if (const auto committed = workspace.commitAndWait(preview.changeSets[index]); !committed)
            return tl::unexpected(index == 0 ? committed.error()
                                             : afterSome(preview.changeSets, index, committed.error()));
    }
    return {};
}

}
