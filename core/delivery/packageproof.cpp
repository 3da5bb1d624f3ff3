#include "core/delivery/packageproof.h"

#include "core/assessment/assessment.h"
#include "core/base/text.h"
#include "core/catalogue/shippedcatalogue.h"
#include "core/delivery/catalogueproof.h"
#include "core/delivery/evidencetable.h"
#include "core/delivery/recordguide.h"
#include "core/evidence/evidence.h"
#include "core/journal/verification.h"
#include "core/package/manifest.h"
#include "core/package/verifytext.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageProof)
};

const QString tablePath = u"data/evidence.csv"_s;
const QString recordPath = u"data/export/record.json"_s;

QString statedHead(const Verification &list)
{
    const auto stated = std::ranges::find(list.info, journalHeadLabel, &BagPairs::value_type::first);
    return stated == list.info.cend() ? QString() : stated->second;
}

std::optional<QString> differenceFromStatedHead(const Verification &list, const JournalHead &head)
{
    const QString stated = statedHead(list);
    const QString found = u"%1 %2"_s.arg(head.sequence).arg(head.digest.hex());
    if (stated.isEmpty() || stated == found)
        return std::nullopt;
    return Text::tr("The journal in it ends with entry %1, but bag-info.txt says that it ends with %2: "
                    "entries were taken out or replaced.")
        .arg(found, withVisibleControls(stated));
}

struct EvidenceMatch
{
    QStringList withoutFile; ///< a sentence for every piece of evidence none of whose files is in the package
    QStringList unnamed;     ///< a sentence for every evidence file that no piece of evidence is
    QSet<QString> files;     ///< paths of the evidence files that the record names
};

EvidenceMatch matchEvidence(const QHash<QString, QByteArray> &digests, const RecordRows &rows)
{
    const QSet<QByteArray> there(digests.cbegin(), digests.cend());
    const auto &type = entityType<Evidence>();
    const auto at = [&type](QLatin1StringView name) {
        return type.field(name) - type.fields.constData();
    };
    EvidenceMatch found;
    QSet<QByteArray> named;
    for (const auto &values : rows.of(type.table)) {
        const QString *digest = values.at(at("digest"_L1)).text();
        if (!digest)
            continue;
        named.insert(QByteArray::fromHex(digest->toLatin1()));
        if (values.at(at("removed_at"_L1)).isNull() &&
            !there.contains(QByteArray::fromHex(digest->toLatin1())))
            found.withoutFile.append(
                Text::tr("The evidence “%1” is not in it: none of its files has the fingerprint %2 "
                         "that the record tells.")
                    .arg(withVisibleControls(*values.at(at("title"_L1)).text()), *digest));
    }
    for (auto file = digests.cbegin(); file != digests.cend(); ++file) {
        if (!file.key().startsWith("data/evidence/"_L1))
            continue;
        if (named.contains(file.value()))
            found.files.insert(file.key());
        else
            found.unnamed.append(
                Text::tr("The record in it names no evidence with the content of %1.").arg(file.key()));
    }
    found.unnamed.sort();
    return found;
}

/// Files for people that every package of ours has, in the order in which they are named.
const QStringList forPeople{u"data/export/audit-report.pdf"_s,
                            tablePath,
                            u"data/index.html"_s,
                            u"bag-info.txt"_s,
                            u"meta/files.tsv"_s,
                            u"data/export/record-guide.txt"_s,
                            u"VERIFY.txt"_s};

/// Whether the file is to the byte what this program writes into every package.
bool isAsWritten(PackageReader &package, const QString &path)
{
    QByteArray written;
    if (path == "VERIFY.txt"_L1)
        written = verifyText(package.name());
    else if (path == "data/export/record-guide.txt"_L1)
        written = recordGuide(recordSchema());
    const auto bytes = package.read(path, written.size());
    return !written.isEmpty() && bytes && *bytes == written;
}

/// Lists, which were held against the files, and the record and its log, which were held against each other.
bool isProven(const QString &path)
{
    const bool isList = path.startsWith("manifest-"_L1) || path.startsWith("tagmanifest-"_L1);
    return isList || path.startsWith("signatures/"_L1) || path == "bagit.txt"_L1 || path == recordPath ||
           path == "data/audit/log.jsonl"_L1;
}

/// Which files of the package were not held against the record: those told from it, and any other.
QStringList notCompared(PackageReader &package, const QSet<QString> &evidence,
                        const CatalogueProof &catalogue)
{
    QStringList found;
    QStringList others;
    for (const PackagedFile &file : package.files()) {
        if (isProven(file.path) || evidence.contains(file.path) || isAsWritten(package, file.path))
            continue;
        (forPeople.contains(file.path) ? found : others).append(file.path);
    }
    std::ranges::sort(found, {}, [](const QString &path) { return forPeople.indexOf(path); });
    found += others;
    if (!catalogue.isKnown)
        found.append(u"data/export/record.json (catalogue)"_s);
    return found;
}

/// What the table of evidence says of the files otherwise than they are.
Result<QStringList> contradictionsOfTable(PackageReader &package, const QHash<QString, QByteArray> &digests)
{
    if (!package.contains(tablePath))
        return QStringList();
    const auto table = package.read(tablePath, longestRecord);
    if (!table)
        return tl::unexpected(table.error());
    return contradictions(*table, digests);
}

}

bool isOurs(const PackageReader &package, const Verification &list)
{
    return package.contains(recordPath) || namesPlimsoll(list.info);
}

QStringList takenOut(const PackageReader &package, const Verification &list)
{
    if (!isOurs(package, list))
        return {};
    QStringList lacking = forPeople;
    lacking.removeIf([&package](const QString &path) { return package.contains(path); });
    return lacking;
}

Result<QHash<QString, QByteArray>> payloadDigests(PackageReader &package)
{
    const QString listPath = u"manifest-sha256.txt"_s;
    const auto list = package.read(listPath, longestRecord);
    if (!list)
        return tl::unexpected(list.error());
    const auto declared = package.read(u"bagit.txt"_s, longestRecord);
    if (!declared)
        return tl::unexpected(declared.error());
    const auto declaration = readBagDeclaration(*declared);
    if (!declaration)
        return tl::unexpected(declaration.error());
    const auto text = decodeTagFile(*list, *declaration, listPath);
    if (!text)
        return tl::unexpected(text.error());
    const auto manifest = readManifest(*text, listPath, QCryptographicHash::Sha256, *declaration);
    if (!manifest)
        return tl::unexpected(manifest.error());
    return manifest->digests;
}

Result<NamedAssessments> toldAssessments(const Verification &list, const RecordRows &rows)
{
    const auto &type = entityType<Assessment>();
    const auto system = type.field("system"_L1) - type.fields.constData();
    const auto &held = rows.of(type.table);
    NamedAssessments told;
    for (const auto &[label, id] : list.info) {
        if (label != toldAssessmentLabel)
            continue;
        const auto row = held.constFind(id);
        const QString *assessed = row == held.cend() ? nullptr : row->at(system).text();
        if (!assessed)
            return refuse(
                ErrorCode::Damaged,
                Text::tr("bag-info.txt says that the report tells the assessment %1, but the record "
                         "in it holds no such assessment of a system.")
                    .arg(withVisibleControls(id)));
        told.insert(Id<AiSystem>::fromText(*assessed), Id<Assessment>::fromText(id));
    }
    return told;
}

Result<PackagedRecord> provePackage(PackageReader &package, const Verification &list,
                                    const UnpackedRecord &unpacked, const Progress &progress)
{
    const auto connection = Connection::open(unpacked.database, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    const auto rows = verifyRows(**connection, recordSchema(), progress);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto withoutProvenEnd = rowsWithoutProvenEnd(**connection, unpacked.record.rows);
    if (!withoutProvenEnd)
        return tl::unexpected(withoutProvenEnd.error());
    const auto digests = payloadDigests(package);
    if (!digests)
        return tl::unexpected(digests.error());
    const auto table = contradictionsOfTable(package, *digests);
    const auto known = shippedCatalogue();
    if (!table || !known)
        return tl::unexpected(table ? known.error() : table.error());
    const auto &record = unpacked.record;
    const auto evidence = matchEvidence(*digests, record.rows);
    const auto catalogue = proveCatalogue(record.catalogue, list.info, record.rows, referenceTo(**known));
    PackagedRecord found{unpacked.journal,
                         rows->checked,
                         {},
                         notCompared(package, evidence.files, catalogue),
                         catalogue.notes + evidence.unnamed,
                         *withoutProvenEnd};
    if (const auto told = toldAssessments(list, record.rows); !told)
        found.problems.append(told.error().message);
    if (const auto difference = differenceFromStatedHead(list, unpacked.journal.head))
        found.problems.append(*difference);
    if (!rows->holds)
        found.problems.append(rows->statement);
    found.problems += catalogue.problems + evidence.withoutFile + *table;
    return found;
}

}
