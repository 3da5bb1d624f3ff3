#pragma once

#include "core/base/temporaryfolder.h"
#include "core/delivery/exportpackage.h"
#include "core/evidence/evidence.h"

#include <memory>

namespace plimsoll {

/// The audit report as it would be handed over now, for a look at it. It is entered nowhere, and gone with
/// the folder.
struct ReportDraft
{
    std::shared_ptr<TemporaryFolder> folder;
    QString storeFolder; ///< where the PDF lies under its fingerprint
    Evidence file;       ///< as the preview asks for what it shows
    int pages = 0;
    QStringList warnings;
};

/// Makes it, as issuing would. Needs a QGuiApplication and may run on any thread.
Result<ReportDraft> draftReport(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                const ExportOptions &options, const Progress &progress);

}
