#pragma once

#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/delivery/auditreportcomposer.h"
#include "core/evidence/evidencestore.h"
#include "core/package/packagecontent.h"
#include "core/report/auditreportwriter.h"

#include <future>

namespace plimsoll {

/// Makes the report, the record and the lists of a package on threads of their own, while the evidence is
/// packed. Ends when they have: a progress that answers false ends the longest of them, the report.
class PackageMaking
{
public:
    /// Writes the report to `pdf`. What is given by reference has to outlive this.
    PackageMaking(const Dossier &dossier, const ReportOptions &words, QString pdf, const Clock &clock,
                  Progress progress);
    PackageMaking(const PackageMaking &) = delete;
    PackageMaking &operator=(const PackageMaking &) = delete;

    /// All of the package, with the journal from the file `log`; what is being made is waited for at its
    /// turn.
    [[nodiscard]] PackageContent content(const QString &log, const EvidenceStore &store,
                                         const QDateTime &at) const;
    /// Of the report; waits for it.
    [[nodiscard]] Result<ReportFacts> facts() const { return m_facts.get(); }

private:
    struct Texts
    {
        QByteArray record;
        QByteArray evidence;
        QByteArray index;
    };

    [[nodiscard]] Texts compose() const;
    [[nodiscard]] QList<PayloadEntry> beingMade() const;

    const Dossier &m_dossier;
    ReportOptions m_words;
    AuditReport m_report;
    QString m_pdf;
    std::shared_future<Result<ReportFacts>> m_facts;
    std::shared_future<Texts> m_texts;
};

}
