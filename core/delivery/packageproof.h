#pragma once

#include "core/base/progress.h"
#include "core/delivery/journalexcerpt.h"
#include "core/delivery/namedassessments.h"
#include "core/delivery/recordjson.h"
#include "core/delivery/withheldtexts.h"
#include "core/journal/earlierhead.h"
#include "core/package/packagereader.h"
#include "core/package/verification.h"

namespace plimsoll {

/// What the record and the log in a package say beyond its list of fingerprints.
struct PackagedRecord
{
    JournalExcerpt journal;
    qint64 rows = 0;
    /// Sentences. Empty when the log is unbroken and as long as bag-info.txt says, every row is what it says,
    /// the catalogue is the one of the assessments, every piece of evidence has its file, and every file is
    /// the one that data/evidence.csv says.
    QStringList problems;
    /// Paths of all files that were not held against the record: those for people, which are told from it,
    /// and whatever else was packed. Texts that are to the byte what every package has are none of them. And
    /// what the record says of a catalogue that is not known here.
    QStringList notCompared = {};
    /// Sentences: a catalogue that no assessment names, and each evidence file that the record does not name.
    /// No contradiction, but worth knowing.
    QStringList notes = {};
    /// Rows of the record that a withheld text may have changed once more: what they were before is proven.
    QList<ToldRow> withoutProvenEnd = {};
    /// Whether the log leads to the earlier head that was given; nothing where none was.
    std::optional<Proof> earlier = {};
};

/// In bag-info.txt of our packages: the number and the digest of the journal's last entry.
inline constexpr auto journalHeadLabel = QLatin1StringView("Plimsoll-Journal-Head");
/// In the same place, for each system that has one: the id of the assessment that the report tells.
inline constexpr auto toldAssessmentLabel = QLatin1StringView("Plimsoll-Assessment-Id");

/// A record and a log taken out of a package, and the database made from both.
struct UnpackedRecord
{
    RecordDocument record;
    JournalExcerpt journal;
    QString database;
};

/// Whether Plimsoll wrote the package: bag-info.txt says so, or it holds a record.
bool isOurs(const PackageReader &package, const Verification &list);
/// The files for people that every package of ours holds and this one lacks, though they are in no list of
/// it. None of a package that is none of ours.
QStringList takenOut(const PackageReader &package, const Verification &list);
/// The SHA-256 of every file in the payload as the package's own list has it, by its path.
Result<QHash<QString, QByteArray>> payloadDigests(PackageReader &package);

/// The assessments that bag-info.txt names, by their system. One that the record lacks is refused.
Result<NamedAssessments> toldAssessments(const Verification &list, const RecordRows &rows);

/// Holds what was unpacked against itself and against the other files of its package.
Result<PackagedRecord> provePackage(PackageReader &package, const Verification &list,
                                    const UnpackedRecord &unpacked, const Progress &progress);

}
