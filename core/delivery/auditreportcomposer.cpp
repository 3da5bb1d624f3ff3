#include "core/delivery/auditreportcomposer.h"

#include "core/base/calledname.h"
#include "core/delivery/frontmatter.h"
#include "core/delivery/systemreport.h"
#include "core/delivery/wording.h"
#include "core/journal/earlierhead.h"
#include "core/package/verifytext.h"
#include "core/report/blocks.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AuditReport)
};

/// What is said of the systems whose assessment leaves a question open that others answer.
enum class LeftOpen { NotStated, Nothing };

/// The different answers the assessments give to one question, each once; with the systems they are about
/// unless it is one answer for all. Empty when none gives any. A system out of scope is not asked.
template <class Ask>
QStringList differentAnswers(const Dossier &dossier, LeftOpen leftOpen, Ask ask)
{
    QStringList answers;
    QList<QStringList> systems; ///< by answer
    for (const auto &file : dossier.systems) {
        if (file.checklist.system.outOfScope)
            continue;
        const auto &assessment = file.checklist.assessment;
        const QString answer = assessment ? ask(file, *assessment).trimmed() : QString();
        if (!answers.contains(answer)) {
            answers.append(answer);
            systems.append(QStringList());
        }
        const auto &system = file.checklist.system;
        systems[answers.indexOf(answer)].append(calledName(system.name, system.version));
    }
    if (answers.size() == 1)
        return answers.first().isEmpty() ? QStringList() : answers;
    QStringList told;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (!answers[i].isEmpty())
            told.append(Text::tr("%1: %2").arg(systems[i].join(u", "_s), answers[i]));
    }
    if (const auto open = answers.indexOf(QString()); open >= 0 && leftOpen == LeftOpen::NotStated)
        told.append(Text::tr("%1: not stated").arg(systems[open].join(u", "_s)));
    return told;
}

QString assessorInWords(const SystemFile &file, const std::optional<Id<Person>> &assessor)
{
    const auto person = assessor ? file.named.persons.value(*assessor) : Person();
    QStringList words{person.name, person.function, file.named.parties.value(person.party).name};
    words.removeAll(QString());
    return words.join(u", "_s);
}

QString readersInWords(const Dossier &dossier, const ReportOptions &options)
{
    QStringList readers =
        differentAnswers(dossier, LeftOpen::NotStated, [](const SystemFile &, const Assessment &assessment) {
            return assessment.intendedReaders;
        });
    if (!options.issuedTo.isEmpty())
        readers.append(Text::tr("Issued to %1").arg(options.issuedTo));
    if (!options.purpose.isEmpty())
        readers.append(Text::tr("Purpose: %1").arg(options.purpose));
    return readers.join(u'\n');
}

/// A command that says what is known from this report alone.
ReportStep stepForHead(const JournalHead &head)
{
    return {Text::tr("In the workspace, or with a package that is issued later: prove that the journal still "
                     "leads to the digest above. Other checks do not show that a journal was rewritten as a "
                     "whole."),
            u"plimsollctl verify PLACE --head %1"_s.arg(headText(head))};
}

QList<ReportStep> verificationOf(const ReportOptions &options, const JournalHead &head)
{
    if (options.packageName.isEmpty())
        return {{Text::tr("This report left without its evidence. Ask for the audit package: it holds this "
                          "report, every piece of evidence and the record, with a list of fingerprints."),
                 {}},
                {Text::tr("In the workspace itself, prove journal, rows and evidence."),
                 u"plimsollctl verify WORKSPACE"_s},
                stepForHead(head)};
    return {{Text::tr("Unpack the package; if its file has another name, write that one. Nothing of the "
                      "maker's software is needed."),
             u"unzip -q %1.zip && cd %1"_s.arg(options.packageName)},
            {Text::tr("Compare every file with the lists: each line must end in OK."),
             u"sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"_s},
            {Text::tr("Look for links and for names that no list has: nothing must be printed."),
             oddNamesCommand()},
            {Text::tr("Look for files that are in no list: nothing must be printed. Signatures, added later, "
                      "are in none."),
             extraFilesCommand()},
            {Text::tr("Compare the seal with the one you were sent by another channel."),
             u"sha256sum tagmanifest-sha256.txt"_s},
            {Text::tr("VERIFY.txt in the package says the same for Windows. A clean check proves the package "
                      "complete and unchanged against its own list; who made it is not proven."),
             {}},
            stepForHead(head)};
}

/// A report alone has no files beside it to point to.
void forgetPaths(AuditReport &report)
{
    for (auto &system : report.systems) {
        for (auto &item : system.items) {
            for (auto &evidence : item.evidence) {
                if (!evidence.digest.isEmpty())
                    evidence.location.clear();
            }
        }
    }
}

}

QStringList reservations(const Dossier &dossier)
{
    QStringList found;
    for (const auto &file : dossier.systems) {
        const auto &assessment = file.checklist.assessment;
        const auto &system = file.checklist.system;
        if (!assessment || system.outOfScope)
            continue;
        if (const auto warning = catalogueWarning(*dossier.catalogue, system, *assessment))
            found.append(*warning);
        if (file.outdated)
            found.append(Text::tr("%1: %2").arg(calledName(system.name, system.version), file.outdated->why));
    }
    return found;
}

AuditReport composeAuditReport(const Dossier &dossier, const ReportOptions &options)
{
    const auto joined = [&](auto ask) {
        return differentAnswers(dossier, LeftOpen::NotStated, ask).join(u'\n');
    };
    const auto &catalogue = dossier.catalogue->content();
    AuditReport report;
    // No line of the cover ends within the standard's number.
    report.title = Text::tr("Security of AI systems against EN\u00a0304\u00a0223");
    report.organisation = dossier.organisation;
    report.kind =
        joined([](const SystemFile &, const Assessment &assessment) { return inWords(assessment.purpose); });
    for (const auto &file : dossier.systems)
        report.systems.append(composeSystem(dossier, file));
    report.period = joined([](const SystemFile &, const Assessment &assessment) {
        return assessedInWords(
            {assessment.periodFrom.value_or(QDate()), assessment.periodTo.value_or(QDate())});
    });
    report.issuedOn = dossier.today;
    if (options.isTimeGiven)
        report.givenTime =
            Text::tr("The time in this document was given by SOURCE_DATE_EPOCH, so that it can be "
                     "made again to the byte. When it was made is in the journal and the "
                     "register of what was issued.");
    report.isSample = dossier.profile.sample;
    const auto edition = catalogue.edition.indexOf(u" V"_s);
    report.standard = catalogue.publisher + u' ' + catalogue.edition.left(edition);
    report.edition = edition < 0 ? QString() : catalogue.edition.mid(edition + 1);
    report.catalogue = catalogue.id;
    report.catalogueVersion = catalogue.version;
    report.catalogueDigest = catalogue.digest.hex();
    report.assessor = joined([](const SystemFile &file, const Assessment &assessment) {
        return assessorInWords(file, assessment.assessor);
    });
    report.independence =
        joined([](const SystemFile &, const Assessment &assessment) { return assessment.independence; });
    report.methods =
        joined([](const SystemFile &, const Assessment &assessment) { return assessment.methods; });
    report.intendedReaders = readersInWords(dossier, options);
    report.limitations = differentAnswers(dossier, LeftOpen::Nothing,
                                          [](const SystemFile &, const Assessment &assessment) {
                                              return assessment.limitations;
                                          }) +
                         reservations(dossier);
    report.replaces = options.replaces;
    report.journalSequence = dossier.head.sequence;
    report.journalDigest = dossier.head.digest.hex();
    report.restorations = dossier.restorations;
    report.verification = verificationOf(options, dossier.head);
    if (options.packageName.isEmpty())
        forgetPaths(report);
    return report;
}

}
