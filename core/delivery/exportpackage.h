#pragma once

#include "core/base/progress.h"
#include "core/evidence/issuedpackage.h"
#include "core/inventory/aisystem.h"
#include "core/workspace/workspace.h"

namespace plimsoll {

/// How a package leaves the house.
enum class PackageForm {
    Zip,
    Folder,
};

struct ExportOptions
{
    PackageForm form = PackageForm::Zip;
    QString issuedTo;
    QString purpose;
    std::optional<Id<IssuedPackage>> replaces; ///< of the register: the package this one takes the place of
};

/// A package that left the house.
struct Issued
{
    QString path;
    Digest seal; ///< to be sent by another channel
    qint64 bytes = 0;
    qsizetype files = 0; ///< in data/
    QStringList warnings;
    IssuedPackage entry; ///< as it stands in the register
};

/// Writes the audit package of the systems and enters it in the register of what left the house.
///
/// `path` is the ZIP file or the new folder; an existing folder gets the package under its own name. All is
/// read from a snapshot of one moment; the fingerprint of every piece of evidence is compared while it is
/// copied, and one that differs refuses the whole export by name. Refused or cancelled, nothing is left and
/// nothing entered. Needs a QGuiApplication for the report and may run on any thread.
Result<Issued> exportPackage(Workspace &workspace, const QList<Id<AiSystem>> &systems, const QString &path,
                             const ExportOptions &options, const Progress &progress = unwatched());

/// What a report written alone is known by.
struct ExportedReport
{
    int pages = 0;
    qint64 bytes = 0;
    Digest digest;
    QStringList warnings;
};

/// Writes the audit report alone, as PDF. Nothing is entered anywhere.
Result<ExportedReport> exportPdf(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                 const QString &path, const ExportOptions &options,
                                 const Progress &progress = unwatched());

}
