#pragma once

#include "core/evidence/filechecks.h"
#include "core/evidence/freshness.h"
#include "core/report/statusmark.h"

namespace plimsoll {

/// How long a piece of evidence remains valid.
enum class Validity {
    Unlimited,
    Valid,
    EndsSoon, ///< within thirty days
    Lapsed,
};

/// The period covered: "2026-11", "2026-07 to 2026-09", "2026-07-03 to 2026-07-09", "since 2026-07-03".
QString coverageInWords(const Evidence &evidence);
/// "draft", "approved".
QString title(DocumentState state);
QString title(EvidenceKind kind);
QString title(Classification classification);
/// "unchanged", "changed", "missing", "unreadable".
QString title(Integrity integrity);
/// "Ready", "Lapses within 30 days", as the overview and the filter say it.
QString title(Freshness freshness);
/// "draft", "approved by Ana Ruiz, 2026-03-01", or the sentence that says what is missing.
QString documentInWords(const Evidence &evidence, QDate today);
/// The same in a cell: "draft", "approved", "not approved yet" before the day of the approval, "approved by?"
/// where it is not said by whom or when.
QString documentInShort(const Evidence &evidence, QDate today);
/// Half, unless somebody is named who has approved it.
StatusMark documentMark(const Evidence &evidence, QDate today);
Validity validityOf(const Evidence &evidence, QDate today);
/// "2026-12-15, soon" within thirty days of `today`; "2026-10-01, lapsed" after it.
QString validityInWords(const Evidence &evidence, QDate today);
/// No mark for what has no end.
std::optional<StatusMark> markOf(Validity validity);
/// "Unchanged, 2026-05-03", "Missing, 2026-05-03" with the day of the check, "not checked"; "link" for what
/// has no file.
QString integrityInWords(const Evidence &evidence, const FileChecks &checks);
/// The same in a cell, without the day: "unchanged", "missing", "not checked", "link".
QString integrityInShort(const Evidence &evidence, const FileChecks &checks);
StatusMark integrityMark(const Evidence &evidence, const FileChecks &checks);
/// What is wrong with the piece itself, in sentences with their way out: its approval, its file.
QStringList problemsOfPiece(const Evidence &evidence, const FileChecks &checks, QDate today);
/// That its approval ended because it is described so now, and the way to another.
QString approvalEndedInWords(const Evidence &evidence);

}
