#include "core/delivery/catalogueproof.h"

#include "core/assessment/assessment.h"
#include "core/base/text.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueProof)
};

void holdAgainstInfo(CatalogueProof &proof, const CatalogueReference &named, const BagPairs &info)
{
    for (const auto &[label, stated] : info) {
        if (label == catalogueLabel && stated != withVisibleControls(inWords(named)).simplified())
            proof.problems.append(
                Text::tr("record.json names the catalogue “%1”, but bag-info.txt names “%2”.")
                    .arg(withVisibleControls(inWords(named)), withVisibleControls(stated)));
    }
}

void holdAgainstAssessments(CatalogueProof &proof, const CatalogueReference &named, const RowsById &rows)
{
    const auto &type = entityType<Assessment>();
    const auto text = [&type](const QList<Value> &values, QLatin1StringView field) {
        const QString *found = values.at(type.field(field) - type.fields.constData()).text();
        return found ? *found : QString();
    };
    bool isNamed = rows.isEmpty();
    for (const auto &values : rows) {
        if (text(values, "catalogue"_L1) != named.id || text(values, "catalogue_version"_L1) != named.version)
            continue;
        isNamed = true;
        const QString digest = text(values, "catalogue_digest"_L1);
        if (digest != named.digest.hex()) {
            proof.problems.append(
                Text::tr("record.json says that the catalogue %1 %2 has the digest %3, but an assessment in "
                         "it was given against one with the digest %4.")
                    .arg(withVisibleControls(named.id), withVisibleControls(named.version),
                         named.digest.hex(), withVisibleControls(digest)));
            return;
        }
    }
    if (!isNamed)
        proof.notes.append(
            Text::tr("No assessment in it was given against the catalogue %1 %2, which record.json names.")
                .arg(withVisibleControls(named.id), withVisibleControls(named.version)));
}

void holdAgainstKnown(CatalogueProof &proof, const CatalogueReference &named, const CatalogueReference &known)
{
    if (named.digest != known.digest)
        return;
    proof.isKnown = true;
    if (named != known)
        proof.problems.append(
            Text::tr(
                "record.json tells the catalogue with the digest %1 otherwise than it is: name, version, "
                "edition or the digests of provisions were changed.")
                .arg(named.digest.hex()));
}

}

QString inWords(const CatalogueReference &catalogue)
{
    return u"%1 %2 %3"_s.arg(catalogue.id, catalogue.version, catalogue.digest.hex());
}

CatalogueProof proveCatalogue(const CatalogueReference &named, const BagPairs &info, const RecordRows &rows,
                              const CatalogueReference &known)
{
    CatalogueProof proof;
    holdAgainstInfo(proof, named, info);
    holdAgainstAssessments(proof, named, rows.of(Described<Assessment>::table));
    holdAgainstKnown(proof, named, known);
    return proof;
}

}
