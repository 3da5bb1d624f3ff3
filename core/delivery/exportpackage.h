#pragma once

#include "core/assessment/assessment.h"
#include "core/base/progress.h"
#include "core/delivery/issueplace.h"
#include "core/delivery/issueregister.h"

namespace plimsoll {

/// How a package leaves the house.
enum class PackageForm {
    Zip,
    Folder,
};

/// Where the files of the evidence lie.
enum class EvidencePlace {
    Store,   ///< of the workspace: a report is told what became of them
    Package, ///< that the record was read from, and proven with
};

struct ExportOptions
{
    PackageForm form = PackageForm::Zip;
    QString issuedTo;
    QString purpose;
    std::optional<Id<IssuedPackage>> replaces = {};       ///< of the register: what this takes the place of
    Existing existing = Existing::Refuse;                 ///< a file, never a folder, may be replaced
    QHash<Id<AiSystem>, Id<Assessment>> assessments = {}; ///< told instead of the one that counts
    EvidencePlace evidence = EvidencePlace::Store;
    /// The time that the documents bear, so that equal content gives equal bytes; now where it is not given.
    /// The register and the journal bear the true time whatever this says.
    std::optional<QDateTime> at = {};
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
    int pages = 0;       ///< of a report alone
};

/// Writes the audit package of the systems and enters it in the register of what left the house.
///
/// `path` is the ZIP file or the new folder; an existing folder gets the package under its own name. All is
/// read from a snapshot of one moment, which has to be what its journal says; the fingerprint of every piece
/// of evidence is compared while it is copied, and one that differs refuses the whole export by name. Refused
/// or cancelled, nothing is left and nothing entered. Needs a QGuiApplication for the report and may run on
/// any thread.
///
/// It is entered when it is whole, and gets its name only then: killed between the two, the register names a
/// package that nobody holds, and its holder-to-be sees no file. The other way round a whole package would
/// lie there to be sent of which the register knows nothing and whose evidence nothing protects; of the two
/// evils that is the greater. A place that is refused at this last step has the entry marked as withdrawn.
Result<Issued> exportPackage(Workspace &workspace, const QList<Id<AiSystem>> &systems, const QString &path,
                             const ExportOptions &options, const Progress &progress = unwatched());

/// Writes the audit report alone, as the PDF `path` or into the folder `path`, and enters it in the same
/// register; its seal is the file's own fingerprint. Every stored file it tells of is read anew, and one that
/// is missing or no longer what was stored is among its exceptions and warnings. `options.form` says nothing
/// here. Refused or cancelled, nothing is left and nothing entered.
Result<Issued> issueReport(Workspace &workspace, const QList<Id<AiSystem>> &systems, const QString &path,
                           const ExportOptions &options, const Progress &progress = unwatched());

/// The stem of the file when nobody chooses another: "fraud-scoring-20261121T083000Z" for one system, else
/// the workspace's name with the time, which is now unless it is given.
QString proposedName(const Workspace &workspace, const QStringList &systemNames,
                     const std::optional<QDateTime> &at = {});

/// How the seal has to reach whoever receives the package, in a sentence.
QString adviceOnSeal();

/// What a report written alone is known by.
struct ExportedReport
{
    QString path;
    int pages = 0;
    qint64 bytes = 0;
    Digest digest;
    QStringList warnings;
};

/// Writes the audit report alone, as PDF, there or under a name of its own into the folder that is there.
/// Nothing is entered anywhere.
Result<ExportedReport> exportPdf(const Workspace &workspace, const QList<Id<AiSystem>> &systems,
                                 const QString &path, const ExportOptions &options,
                                 const Progress &progress = unwatched());

}
