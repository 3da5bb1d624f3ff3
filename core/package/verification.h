#pragma once

#include "core/base/digest.h"
#include "core/package/bagtext.h"
#include "core/record/words.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plimsoll {

/// What checking a package against its own list found. Complete and unchanged says nothing about who made it;
/// only the seal, sent by another channel, does.
struct Verification
{
    /// Payload-Oxum against what is there.
    struct WrongTotals
    {
        PayloadTotals stated;
        PayloadTotals found;
    };

    QString path;
    QString name;         ///< the package's top folder
    QString bagItVersion; ///< empty when it is no package
    BagPairs info;        ///< bag-info.txt in its order

    QStringList missing; ///< listed, or in every package of ours, but not there
    QStringList extra;   ///< not listed, but in data/, or in a package of ours beside it
    QStringList changed; ///< there and listed, with another fingerprint
    std::optional<WrongTotals> wrongTotals;

    QStringList problems; ///< sentences: what makes the package invalid or unreadable
    QStringList warnings; ///< sentences: allowed, but worth knowing
    std::optional<Digest> seal;
    std::optional<Digest> expectedSeal; ///< what the sender said by another channel
    qint64 bytes = 0;                   ///< fingerprinted
    qint64 files = 0;

    /// The seal is the one expected, or none was.
    [[nodiscard]] bool sealFits() const { return !expectedSeal || seal == expectedSeal; }
    /// Complete and unchanged against its own list, and sealed as expected.
    [[nodiscard]] bool isGood() const
    {
        return missing.isEmpty() && extra.isEmpty() && changed.isEmpty() && !wrongTotals &&
               problems.isEmpty() && sealFits();
    }
};

/// What checking a package comes to.
enum class Verdict {
    Unchanged,     ///< complete and unchanged against its own list, and sealed as expected
    Rejected,      ///< not so, or no package that can be checked
    Contradictory, ///< its files fit its list, but its record, journal and evidence do not fit each other
};

template <>
struct Words<Verdict>
{
    static constexpr std::array words{
        std::pair{Verdict::Unchanged, QLatin1StringView("unchanged")},
        std::pair{Verdict::Rejected, QLatin1StringView("rejected")},
        std::pair{Verdict::Contradictory, QLatin1StringView("contradictory")},
    };
};

/// The answer to one of the four questions that a check asks.
struct PackageVerdict
{
    bool holds = true;
    QString statement; ///< a sentence
    QStringList paths; ///< the files it is about
};

/// Whether something is missing, is there beyond the list, was changed, or is not as much as stated: always
/// four, in this order. They say something of a package that could be read.
QList<PackageVerdict> verdicts(const Verification &verification);

/// Whether bag-info.txt says that Plimsoll wrote the package: then every file is listed but the signatures.
bool namesPlimsoll(const BagPairs &info);

/// All of it in one sentence.
QString verdictInWords(const Verification &verification);
/// Which seal the package has, and whether it is the one expected.
QString sealInWords(const Verification &verification);

/// The verdict and its reasons, a line each, controls made visible. The first line is the verdict. Of each
/// kind of reason the first few are listed, and how many there are besides.
QStringList inWords(const Verification &verification);
/// The same without the verdict.
QStringList reasonsInWords(const Verification &verification);

/// The same for programs; the keys never change: verdict, path, name, bagit_version, missing, extra, changed,
/// wrong_totals, problems, warnings, seal, expected_seal, seal_fits, bytes, files, bag_info.
/// Where no seal was expected none was compared, and seal_fits is null.
QJsonObject toJson(const Verification &verification);

}
