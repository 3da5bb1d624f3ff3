#include "ui/pages/packages/reportdraft.h"

#include "core/evidence/evidencestore.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReportDraft)
};

}

Result<ReportDraft> draftReport(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                const ExportOptions &options, const Progress &progress)
{
    auto folder = TemporaryFolder::create();
    if (!folder)
        return tl::unexpected(folder.error());
    const QString path = folder->filePath(u"audit-report.pdf"_s);
    const auto report = exportPdf(workspace, systems, path, options, progress);
    if (!report)
        return tl::unexpected(report.error());
    const EvidenceStore store(folder->filePath(u"shown"_s));
    const auto stored = store.store(path);
    if (!stored)
        return tl::unexpected(stored.error());
    Evidence file;
    file.id = Id<Evidence>::generate(workspace.clock());
    file.title = Text::tr("Audit report");
    file.mediaType = stored->mediaType;
    file.digest = stored->digest;
    file.size = stored->size;
    return ReportDraft{std::make_shared<TemporaryFolder>(std::move(*folder)), store.folder(), file,
                       report->pages, report->warnings};
}

}
