#include "core/package/verification.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verification)
};

PackageVerdict verdictOn(const QStringList &paths, const QString &good, const QString &bad)
{
    return {paths.isEmpty(), paths.isEmpty() ? good : bad, paths};
}

QString inWords(const Verification::WrongTotals &totals)
{
    return Text::tr("Wrong totals: %1 bytes in %2 files are stated, %3 bytes in %4 files are there.")
        .arg(totals.stated.bytes)
        .arg(totals.stated.files)
        .arg(totals.found.bytes)
        .arg(totals.found.files);
}

constexpr qsizetype mostListed = 20; ///< as many as people read

void appendPaths(QStringList &lines, const QString &heading, const QStringList &paths)
{
    for (const QString &path : paths.first(std::min(paths.size(), mostListed)))
        lines.append(heading.arg(withVisibleControls(path)));
    if (const auto more = paths.size() - mostListed; more > 0)
        lines.append(heading.arg(Text::tr("and %1 more; --json lists all.").arg(more)));
}

QJsonObject toJson(const PayloadTotals &totals)
{
    return {{u"bytes"_s, totals.bytes}, {u"files"_s, totals.files}};
}

QJsonValue toJson(const std::optional<Digest> &digest)
{
    return digest ? QJsonValue(digest->hex()) : QJsonValue();
}

QJsonArray toJson(const BagPairs &pairs)
{
    QJsonArray array;
    for (const auto &[name, value] : pairs)
        array.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    return array;
}

}

QList<PackageVerdict> verdicts(const Verification &verification)
{
    const auto &totals = verification.wrongTotals;
    return {
        verdictOn(verification.missing, Text::tr("Nothing is missing: every file of the list is there."),
                  Text::tr("These files are in the list, or in every package of Plimsoll's, but not there.")),
        verdictOn(verification.extra, Text::tr("Nothing is extra: every file there is in the list."),
                  Text::tr("These files are there, but not in the list.")),
        verdictOn(verification.changed,
                  Text::tr("Nothing was changed: every fingerprint is the one in the list."),
                  Text::tr("These files are not what was packed.")),
        {!totals,
         totals ? inWords(*totals) : Text::tr("The totals are right: as many files and bytes as stated."),
         {}}};
}

bool namesPlimsoll(const BagPairs &info)
{
    return std::ranges::any_of(info, [](const auto &pair) {
        return pair.first.startsWith("Plimsoll-"_L1) ||
               (pair.first == "Bag-Software-Agent"_L1 && pair.second.startsWith("Plimsoll"_L1));
    });
}

QString verdictInWords(const Verification &verification)
{
    if (verification.isGood() && verification.expectedSeal) {
        return Text::tr("“%1” is complete and unchanged, and its seal is the one you were given.")
            .arg(withVisibleControls(verification.name));
    }
    if (verification.isGood()) {
        return Text::tr("“%1” is complete and unchanged against its own list; who made it is not proven.")
            .arg(withVisibleControls(verification.name));
    }
    if (verification.bagItVersion.isEmpty())
        return Text::tr("This is no package that can be checked.");
    return Text::tr("“%1” is not the package it says it is.").arg(withVisibleControls(verification.name));
}

QString sealInWords(const Verification &verification)
{
    if (!verification.seal)
        return Text::tr("It has no seal: there is no tagmanifest-sha256.txt.");
    if (!verification.expectedSeal)
        return Text::tr("Seal: %1. Compare it with what the sender told you by another channel.")
            .arg(verification.seal->hex());
    if (verification.sealFits())
        return Text::tr("Seal: %1, as expected.").arg(verification.seal->hex());
    return Text::tr("Wrong seal: it is %1, but you expect %2. This is not the package that was sealed.")
        .arg(verification.seal->hex(), verification.expectedSeal->hex());
}

QStringList inWords(const Verification &verification)
{
    return QStringList{verdictInWords(verification)} + reasonsInWords(verification);
}

QStringList reasonsInWords(const Verification &verification)
{
    QStringList lines;
    appendPaths(lines, Text::tr("Missing: %1"), verification.missing);
    appendPaths(lines, Text::tr("Extra, not in the list: %1"), verification.extra);
    appendPaths(lines, Text::tr("Changed: %1"), verification.changed);
    if (verification.wrongTotals)
        lines.append(inWords(*verification.wrongTotals));
    appendPaths(lines, Text::tr("Problem: %1"), verification.problems);
    appendPaths(lines, Text::tr("Note: %1"), verification.warnings);
    if (!verification.bagItVersion.isEmpty()) {
        lines.append(
            Text::tr("Checked: %1 bytes in %2 files.").arg(verification.bytes).arg(verification.files));
        lines.append(sealInWords(verification));
    }
    return lines;
}

QJsonObject toJson(const Verification &verification)
{
    QJsonValue totals;
    if (verification.wrongTotals) {
        totals = QJsonObject{{u"stated"_s, toJson(verification.wrongTotals->stated)},
                             {u"found"_s, toJson(verification.wrongTotals->found)}};
    }
    const QJsonValue fits = verification.expectedSeal ? QJsonValue(verification.sealFits()) : QJsonValue();
    return {{u"verdict"_s, word(verification.isGood() ? Verdict::Unchanged : Verdict::Rejected)},
            {u"path"_s, verification.path},
            {u"name"_s, verification.name},
            {u"bagit_version"_s, verification.bagItVersion},
            {u"missing"_s, QJsonArray::fromStringList(verification.missing)},
            {u"extra"_s, QJsonArray::fromStringList(verification.extra)},
            {u"changed"_s, QJsonArray::fromStringList(verification.changed)},
            {u"wrong_totals"_s, totals},
            {u"problems"_s, QJsonArray::fromStringList(verification.problems)},
            {u"warnings"_s, QJsonArray::fromStringList(verification.warnings)},
            {u"seal"_s, toJson(verification.seal)},
            {u"expected_seal"_s, toJson(verification.expectedSeal)},
            {u"seal_fits"_s, fits},
            {u"bytes"_s, verification.bytes},
            {u"files"_s, verification.files},
            {u"bag_info"_s, toJson(verification.info)}};
}

}
