#pragma once

#include "core/delivery/dossier.h"
#include "core/report/auditreport.h"
#include "core/workspace/problems.h"

namespace plimsoll {

/// The chapter of one system.
ReportSystem composeSystem(const Dossier &dossier, const SystemFile &file);

/// What deviates in a system, and apart from it the days of its period without evidence.
struct Deviations
{
    QList<ReportException> exceptions;
    QList<ReportGap> gaps;
};

/// What deviates: not met, partly met, a should not followed, decided or answered otherwise than
/// the circumstances or the common answer say, and every problem an auditor would find. What is open is
/// judged as of `today`.
Deviations composeDeviations(const SystemFile &file, const QList<Problem> &problems, QDate today);

/// Who answered the fact, when, and why: "Answered by Jo Lee on 2026-04-05. Reason given: Nothing is bought."
QString answererInWords(const SystemFile &file, const FactAnswer &answer);

/// An answer that counts here although the platform it points to gives another.
bool overridesCommonAnswer(const ChecklistLine &line);

}
