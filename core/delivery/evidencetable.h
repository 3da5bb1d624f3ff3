#pragma once

#include "core/delivery/dossier.h"

namespace plimsoll {

/// One line of the lists of evidence: a piece of evidence where it serves a provision of a system. Evidence
/// that only other assessments rest on has neither system nor provision.
struct EvidenceUseLine
{
    QString systemNumber;
    QString systemName;
    QString systemVersion;
    QString designator;
    QString provision;     ///< its title
    QString inheritedFrom; ///< whose answer to the provision counts, when it is not the system's own
    Evidence evidence;     ///< as the assessment has it: of a closed one as it was then
    QDate judgedOn;
    const PackagedEvidence *packaged = nullptr;
};

/// In the order of systems and provisions, the unused at the end. Points into the dossier.
QList<EvidenceUseLine> evidenceUses(const Dossier &dossier);

/// data/evidence.csv: one row a use; no cell is a formula.
QByteArray evidenceCsv(const Dossier &dossier);

/// Which files the table says to be other than `digests` does, SHA-256 by path: a sentence each.
QStringList contradictions(const QByteArray &evidenceCsv, const QHash<QString, QByteArray> &digests);

}
