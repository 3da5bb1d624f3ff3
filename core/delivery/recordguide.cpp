#include "core/delivery/recordguide.h"

#include "core/delivery/recordjson.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecordGuide)
};

constexpr qsizetype nameColumn = 24; ///< characters

QString introduction()
{
    return Text::tr(R"(HOW TO READ record.json AND log.jsonl

record.json holds the record of the systems in this package, version %1 of its format, as one JSON document in
UTF-8 and in the canonical form of RFC 8785:

  catalogue   the catalogue the answers were given against: id, version, edition, SHA-256, and the SHA-256 of
              every provision
  entities    {table: [rows]}: every table named below, also an empty one; its rows sorted by id
  format      "plimsoll-record"
  version     %1

Every row has an id (a UUID in lower case) and every field of its table. A field that refers to another row
holds that row's id, and the row is in the document. Days are yyyy-MM-dd in the time zone that
workspace_profile names, moments yyyy-MM-ddTHH:mm:ss.zzzZ, fingerprints SHA-256 in hexadecimal. null means that
nothing was said. The files of evidence lie in data/evidence/: evidence.digest says which is which.

data/audit/log.jsonl is the journal, one entry a line, oldest first: {"digest", "header", "parts"}. The digest of
each header is the SHA-256 of its text; "previous" in it is the digest of the entry before (64 zeros in the first);
"body" is the SHA-256 over the digests of the parts, as bytes, in order. The digest of a part whose text is there
is the SHA-256 over its salt, as bytes, and its text. Part 0 says what was done and on which account; every other
part is one edit of a row: {"edit", "fields": {field: [before, after]}, "id", "type"}. Texts that belong to other
systems are withheld; their digests stay. The digest of the last line is the journal's head, printed in the report.

)")
        .arg(recordFormatVersion);
}

QString kindInWords(const FieldType &field)
{
    QString kind = Text::tr("text");
    if (!field.references.isEmpty())
        kind = Text::tr("id of %1").arg(field.references);
    else if (field.kind == ColumnKind::Boolean)
        kind = Text::tr("true or false");
    else if (field.kind == ColumnKind::Integer)
        kind = Text::tr("whole number");
    if (field.nullable)
        return Text::tr("%1, or null").arg(kind);
    return field.presence == Presence::Required ? Text::tr("%1, never empty").arg(kind) : kind;
}

}

QString rowInWords(QAnyStringView table)
{
    static const QHash<QString, QString> sentences{
        {u"party"_s, Text::tr("An organisation or a unit of one: our own, a supplier, a customer.")},
        {u"workspace_profile"_s, Text::tr("Whose record this is; there is one.")},
        {u"person"_s, Text::tr("Somebody who works on the record or is named in it.")},
        {u"ai_system"_s, Text::tr("An AI system and what is known of it.")},
        {u"role_assignment"_s, Text::tr("A party that holds a role of the standard for a system.")},
        {u"limitation"_s, Text::tr("A known limitation or residual risk of a system.")},
        {u"asset"_s, Text::tr("A model, dataset, prompt or component.")},
        {u"asset_link"_s, Text::tr("An asset that a system uses.")},
        {u"system_event"_s, Text::tr("Something that happened to a system and makes provisions due.")},
        {u"platform"_s, Text::tr("The organisation or a platform that answers once for several systems.")},
        {u"inheritance"_s, Text::tr("A system that takes over what a platform answers.")},
        {u"assessment"_s,
         Text::tr("A version of a system, or a platform, held against the catalogue. Closed, "
                  "nothing in it changes.")},
        {u"response"_s, Text::tr("The answer to one item of the catalogue in one assessment.")},
        {u"fact_answer"_s, Text::tr("Whether something is so of a system on which provisions depend.")},
        {u"applicability_decision"_s,
         Text::tr("A person's decision that an item applies, or not, against the rules.")},
        {u"reliance"_s, Text::tr("What is held from a party that bears an item, and what is left to do.")},
        {u"closing"_s, Text::tr("What closing an assessment wrote down: how every item stood (findings), and "
                                "the rows it rested on as they were (basis), both as JSON text.")},
        {u"evidence"_s, Text::tr("A document or link that shows something.")},
        {u"evidence_use"_s, Text::tr("A piece of evidence where it serves an item of an assessment.")},
        {u"issued_package"_s, Text::tr("A package or report that was handed over.")},
        {u"issued_system"_s,
         Text::tr("A system that a package or report was about, and the assessment it told of. Like the "
                  "package, it is here only where the whole record is.")},
        {u"restoration"_s,
         Text::tr(
             "A backup that took the place of the record: its journal goes on after what the backup held.")}};
    return sentences.value(table.toString());
}

QByteArray recordGuide(const Schema &schema)
{
    QString guide = introduction();
    for (const EntityType &type : schema.types()) {
        guide += type.table + u'\n' + rowInWords(type.table) + u'\n';
        for (const FieldType &field : type.fields)
            guide += u"  "_s + QString(field.name).leftJustified(nameColumn) + kindInWords(field) + u'\n';
        guide += u'\n';
    }
    return guide.trimmed().toUtf8() + '\n';
}

}
