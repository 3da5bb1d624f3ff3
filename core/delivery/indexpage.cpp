#include "core/delivery/indexpage.h"

#include "core/base/calledname.h"
#include "core/base/text.h"
#include "core/delivery/evidencetable.h"
#include "core/delivery/wording.h"
#include "core/report/applicabilitywords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IndexPage)
};

constexpr auto head = R"(<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { --paper: #ffffff; --ground: #f4f6f8; --ink: #17212b; --quiet: #55626f; --line: #d5dce3; --accent: #0b5c8e;
  --met: #1b6e3c; --partly: #8a5300; --notmet: #b3261e; --sample: #8a5300; --samplepaper: #fff4dc; }
@media (prefers-color-scheme: dark) { :root { --paper: #1c242c; --ground: #12181e; --ink: #e8edf2; --quiet: #a5b2bf;
  --line: #36424e; --accent: #7cc0ec; --met: #7fd49d; --partly: #f0b45c; --notmet: #ff9a91; --sample: #f0b45c;
  --samplepaper: #33290f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 Inter, "Segoe UI", system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; }
p { margin: .35rem 0; max-width: 48rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 1rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
.quiet { color: var(--quiet); }
.sample { background: var(--samplepaper); color: var(--sample); border: 1px solid; border-radius: .4rem; padding: .5rem .8rem;
  font-weight: 600; max-width: none; margin-bottom: 1.25rem; }
.table { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .7rem; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
td { overflow-wrap: anywhere; min-width: 6rem; }
code { font: .8rem/1.4 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; min-width: 0; }
.met { color: var(--met); } .partly { color: var(--partly); } .notmet { color: var(--notmet); }
@media print { body { background: none; } main { max-width: none; padding: 0; } .table { border: 0; overflow: visible; } }
</style>
)";

/// Foreign text as a page shows it literally; line ends stay.
QString safe(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.split(u'\n'))
        lines.append(withVisibleControls(line).toHtmlEscaped());
    return lines.join("<br>"_L1);
}

/// The same isolated, so that its own direction of writing does not disturb what stands beside it.
QString isolated(const QString &text)
{
    return text.isEmpty() ? QString() : "<bdi>"_L1 + safe(text) + "</bdi>"_L1;
}

QString element(QLatin1StringView name, const QString &content, const QString &attributes = {})
{
    return u'<' + name + attributes + u'>' + content + "</"_L1 + name + u'>';
}

QString link(const QString &target, const QString &content)
{
    return element("a"_L1, content, u" href=\"%1\""_s.arg(target.toHtmlEscaped()));
}

QString cells(QLatin1StringView name, const QStringList &contents, const QString &attributes = {})
{
    QString row;
    for (const auto &content : contents)
        row += element(name, content, attributes);
    return row;
}

QString table(const QString &caption, const QStringList &columns, const QStringList &rows)
{
    return u"<div class=\"table\" tabindex=\"0\" role=\"region\" "
           u"aria-label=\"%1\">\n<table>\n<thead><tr>%2</tr></thead>\n"
           "<tbody>\n%3\n</tbody>\n</table>\n</div>\n"_s.arg(
               safe(caption), cells("th"_L1, columns, u" scope=\"col\""_s), rows.join(u'\n'));
}

/// Only addresses a browser opens without surprise become links.
QString address(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool opens = parsed.isValid() && (parsed.scheme() == "https"_L1 || parsed.scheme() == "http"_L1);
    if (!opens)
        return isolated(url);
    return element(
        "a"_L1, isolated(url),
        u" rel=\"noreferrer\" href=\"%1\""_s.arg(QString::fromLatin1(parsed.toEncoded()).toHtmlEscaped()));
}

QString classOf(StatusMark status)
{
    switch (status) {
    case StatusMark::Met:
        return u" class=\"met\""_s;
    case StatusMark::PartlyMet:
        return u" class=\"partly\""_s;
    case StatusMark::NotMet:
        return u" class=\"notmet\""_s;
    default:
        return u" class=\"quiet\""_s;
    }
}

QString evidenceAnchor(const QString &reference)
{
    return u"evidence-"_s + reference;
}

QString evidenceLinks(const ReportItem &item)
{
    QStringList links;
    for (const auto &evidence : item.evidence)
        links.append(link(u'#' + evidenceAnchor(evidence.reference), evidence.reference));
    return links.isEmpty() ? Text::tr("none") : links.join(u", "_s);
}

/// As the report's statement of applicability says it.
QString applicabilityCell(const ReportItem &item)
{
    QStringList lines{safe(applicabilityWord(item))};
    for (const QString &reason : applicabilityReasons(item))
        lines.append(element("span"_L1, isolated(reason), u" class=\"quiet\""_s));
    return lines.join("<br>"_L1);
}

/// Of a "not applicable" it is the reason why it does not apply.
QString rationaleOf(const ReportItem &item)
{
    return item.applicability == ReportApplicability::Applies ? isolated(item.rationale) : QString();
}

QString systemSection(const ReportSystem &system, qsizetype number)
{
    QStringList rows;
    for (const auto &item : system.items) {
        const QString source = item.inheritedFrom.isEmpty() ? item.borneBy : item.inheritedFrom;
        QString status = element("span"_L1, safe(statusWord(item.status)), classOf(item.status));
        if (!source.isEmpty())
            status += "<br>"_L1 +
                      element("span"_L1, Text::tr("from %1").arg(isolated(source)), u" class=\"quiet\""_s);
        if (!item.inheritance.isEmpty())
            status += "<br>"_L1 + element("span"_L1, isolated(item.inheritance), u" class=\"quiet\""_s);
        rows.append(
            element("tr"_L1, element("th"_L1, safe(item.designator), u" scope=\"row\""_s) +
                                 cells("td"_L1, {safe(item.title), safe(item.verb), applicabilityCell(item),
                                                 status, rationaleOf(item), evidenceLinks(item)})));
    }
    QString about;
    for (const QString &text : {system.purpose, system.assessmentKind, system.outdated, system.outOfScope,
                                system.scopeProblems.join(u' ')}) {
        if (!text.isEmpty())
            about += element("p"_L1, isolated(text)) + u'\n';
    }
    const QStringList columns{Text::tr("Provision"), Text::tr("Title"),
                              Text::tr("Verb"),      Text::tr("Applies, and why or why not"),
                              Text::tr("Answer"),    Text::tr("Rationale"),
                              Text::tr("Evidence")};
    const QString items = rows.isEmpty() ? QString() : table(system.name, columns, rows);
    return u"<section aria-labelledby=\"system-%1\">\n<h2 id=\"system-%1\">%2</h2>\n%3%4</section>\n"_s.arg(
        QString::number(number),
        safe(system.identifier) + u' ' + isolated(calledName(system.name, system.version)), about, items);
}

QString fileCell(const PackagedEvidence &packaged)
{
    const Evidence &evidence = packaged.evidence;
    if (packaged.path.isEmpty())
        return address(evidence.url) + "<br>"_L1 + Text::tr("link, no file");
    const QString relative = packaged.path.mid(qsizetype(sizeof "data/") - 1);
    return link(relative, safe(relative.section(u'/', -1))) + "<br><code>"_L1 + evidence.digest->hex() +
           "</code>"_L1;
}

QString servedBy(const EvidenceUseLine &use)
{
    const QString serves = Text::tr("%1 of %2 %3")
                               .arg(safe(use.designator), safe(use.systemNumber),
                                    isolated(calledName(use.systemName, use.systemVersion)));
    return use.inheritedFrom.isEmpty()
               ? serves
               : Text::tr("%1, whose answer is inherited from %2").arg(serves, isolated(use.inheritedFrom));
}

QString evidenceSection(const Dossier &dossier)
{
    QHash<QString, QStringList> uses;
    QHash<QString, QStringList> states;
    for (const auto &use : evidenceUses(dossier)) {
        QStringList &told = states[use.packaged->reference];
        if (const QString state = stateInWords(use.evidence, use.judgedOn); !told.contains(state))
            told.append(state);
        if (!use.designator.isEmpty())
            uses[use.packaged->reference].append(servedBy(use));
    }
    QStringList rows;
    for (const auto &packaged : dossier.evidence.all()) {
        const Evidence &evidence = packaged.evidence;
        const auto serves = uses.value(packaged.reference);
        rows.append(element(
            "tr"_L1,
            element("th"_L1, packaged.reference,
                    u" scope=\"row\" id=\"%1\""_s.arg(evidenceAnchor(packaged.reference))) +
                cells("td"_L1,
                      {isolated(evidence.title), isolated(evidence.originalName),
                       safe(inWords(evidence.kind)), isolated(states.value(packaged.reference).join(u"; "_s)),
                       safe(periodInWords(evidence.coversFrom, evidence.coversTo)),
                       serves.isEmpty() ? Text::tr("other assessments") : serves.join("<br>"_L1),
                       fileCell(packaged)})));
    }
    const QString title = Text::tr("Evidence");
    return u"<section aria-labelledby=\"evidence\">\n<h2 id=\"evidence\">%1</h2>\n%2</section>\n"_s.arg(
        safe(title),
        table(title,
              {Text::tr("Number"), Text::tr("Title"), Text::tr("Original name"), Text::tr("Kind"),
               Text::tr("State"), Text::tr("Covers"), Text::tr("Serves"), Text::tr("File and SHA-256")},
              rows));
}

QString facts(const AuditReport &report)
{
    const QList<std::pair<QString, QString>> all{
        {Text::tr("Organisation"), report.organisation},
        {Text::tr("Standard"), report.standard + u' ' + report.edition},
        {Text::tr("Kind"), report.kind},
        {Text::tr("Period"), report.period},
        {Text::tr("Issued on"), (report.issuedOn.toString(Qt::ISODate) + u' ' + report.givenTime).trimmed()},
        {Text::tr("Readers"), report.intendedReaders},
        {Text::tr("Replaces"), report.replaces}};
    QString list;
    for (const auto &[label, text] : all) {
        if (!text.isEmpty())
            list += element("dt"_L1, safe(label)) + element("dd"_L1, isolated(text)) + u'\n';
    }
    return "<dl>\n"_L1 + list + "</dl>\n"_L1;
}

QString contents(const AuditReport &report)
{
    QString list = element("li"_L1, link(u"export/audit-report.pdf"_s, Text::tr("Audit report (PDF)")));
    for (qsizetype i = 0; i < report.systems.size(); ++i)
        list += element("li"_L1,
                        link(u"#system-%1"_s.arg(i + 1),
                             isolated(calledName(report.systems.at(i).name, report.systems.at(i).version))));
    list += element("li"_L1, link(u"#evidence"_s, Text::tr("Evidence")));
    list += element("li"_L1, link(u"evidence.csv"_s, Text::tr("Evidence as a table")));
    list += element("li"_L1, link(u"export/record.json"_s, Text::tr("Record")));
    list += element("li"_L1, link(u"export/record-guide.txt"_s, Text::tr("How to read the record")));
    list += element("li"_L1, link(u"audit/log.jsonl"_s, Text::tr("Journal")));
    list += element("li"_L1, link(u"../VERIFY.txt"_s, Text::tr("How to verify")));
    return u"<nav aria-label=\"%1\"><ul>%2</ul></nav>\n"_s.arg(safe(Text::tr("Contents")), list);
}

}

QByteArray indexPage(const Dossier &dossier, const AuditReport &report, const QString &packageName)
{
    QString page = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"_s;
    page +=
        QLatin1StringView(head) + element("title"_L1, safe(packageName)) + "\n</head>\n<body>\n<main>\n"_L1;
    if (report.isSample)
        page += element("p"_L1,
                        Text::tr("SAMPLE: organisation, systems and evidence in this package are invented."),
                        u" class=\"sample\""_s) +
                u'\n';
    page += element("h1"_L1, safe(report.title)) + u'\n' + facts(report) + contents(report);
    page += element("p"_L1,
                    Text::tr("Provisions are told in Plimsoll's wording; the standard prevails. This is an "
                             "assessment, not a certificate. Identity declared, not proven."),
                    u" class=\"quiet\""_s) +
            u'\n';
    for (qsizetype i = 0; i < report.systems.size(); ++i)
        page += systemSection(report.systems.at(i), i + 1);
    page += evidenceSection(dossier) + "</main>\n</body>\n</html>\n"_L1;
    return page.toUtf8();
}

}
