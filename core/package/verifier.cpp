#include "core/package/verifier.h"

#include "core/base/text.h"
#include "core/package/digestcheck.h"
#include "core/package/manifest.h"
#include "core/package/packagename.h"
#include "core/package/packagereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verifier)
};

const QString sealedList = u"tagmanifest-sha256.txt"_s;

bool isPayload(const QString &path)
{
    return path.startsWith("data/"_L1);
}

bool isTagManifest(const QString &path)
{
    return path.startsWith("tagmanifest-"_L1);
}

bool isSignature(const QString &path)
{
    return path.startsWith("signatures/"_L1);
}

/// Reads the lists of one package, then has its files compared with them.
class Verifier
{
public:
    Verifier(PackageReader reader, Verification &verification, const PackageLimits &limits)
        : m_reader(std::move(reader))
        , m_verification(verification)
        , m_limits(limits)
    {
    }

    Done run(const Progress &progress);

private:
    bool readDeclaration();
    void readInfo();
    void readManifests();
    std::optional<Manifest> manifest(const QString &path, QCryptographicHash::Algorithm algorithm);
    void readFetchList();
    void readSeal();
    void noteSignatures();
    void noteUnclaimed();
    void compareLists();
    void lookUpPayload(const QString &path);
    void lookUpTagFile(const QString &path);
    void compareTotals();
    Done compareDigests(const Progress &progress);
    std::optional<QString> text(const QString &path);
    template <class T>
    std::optional<T> accept(Result<T> result);

    PackageReader m_reader;
    Verification &m_verification;
    PackageLimits m_limits;
    BagDeclaration m_declaration;
    QList<Manifest> m_payloadManifests;
    QList<Manifest> m_tagManifests;
    std::optional<Error> m_hindrance;
};

/// The value, or nothing with the reason among the problems, or as what keeps the package from being read.
template <class T>
std::optional<T> Verifier::accept(Result<T> result)
{
    if (result)
        return std::move(*result);
    if (isAboutThePackage(result.error()))
        m_verification.problems.append(result.error().message);
    else
        m_hindrance = result.error();
    return std::nullopt;
}

Done Verifier::run(const Progress &progress)
{
    m_verification.name = m_reader.name();
    if (readDeclaration()) {
        readInfo();
        readManifests();
        readFetchList();
        readSeal();
    }
    if (m_hindrance)
        return tl::unexpected(*m_hindrance);
    if (m_verification.bagItVersion.isEmpty())
        return {};
    noteSignatures();
    noteUnclaimed();
    compareLists();
    compareTotals();
    return compareDigests(progress);
}

bool Verifier::readDeclaration()
{
    if (!m_reader.contains(u"bagit.txt"_s)) {
        m_verification.problems.append(Text::tr("It has no bagit.txt, so it is no BagIt package."));
        return false;
    }
    const auto bytes = accept(m_reader.read(u"bagit.txt"_s, m_limits.tagFile));
    if (!bytes)
        return false;
    const auto declaration = accept(readBagDeclaration(*bytes));
    if (!declaration)
        return false;
    m_declaration = *declaration;
    m_verification.bagItVersion = declaration->version();
    return true;
}

std::optional<QString> Verifier::text(const QString &path)
{
    const auto bytes = accept(m_reader.read(path, m_limits.tagFile));
    return bytes ? accept(decodeTagFile(*bytes, m_declaration, path)) : std::nullopt;
}

void Verifier::readInfo()
{
    const QString path = m_declaration.isAtLeast(0, 96) ? u"bag-info.txt"_s : u"package-info.txt"_s;
    if (!m_reader.contains(path))
        return;
    const auto content = text(path);
    if (!content)
        return;
    if (auto pairs = accept(readBagPairs(*content, path)))
        m_verification.info = *pairs;
}

void Verifier::readManifests()
{
    bool anyPayloadManifest = false;
    for (const PackagedFile &file : m_reader.files()) {
        const bool payload = file.path.startsWith("manifest-"_L1) && file.path.endsWith(".txt"_L1);
        if (!payload && !(isTagManifest(file.path) && file.path.endsWith(".txt"_L1)))
            continue;
        anyPayloadManifest = anyPayloadManifest || payload;
        const auto algorithm = manifestAlgorithm(file.path, payload ? "manifest-"_L1 : "tagmanifest-"_L1);
        if (!algorithm) {
            m_verification.warnings.append(Text::tr("“%1” uses an algorithm that cannot be checked here.")
                                               .arg(withVisibleControls(file.path)));
            continue;
        }
        if (auto read = manifest(file.path, *algorithm))
            (payload ? m_payloadManifests : m_tagManifests).append(std::move(*read));
    }
    if (!anyPayloadManifest)
        m_verification.problems.append(
            Text::tr("It has no manifest, so there is no list to check it against."));
    else if (m_payloadManifests.isEmpty() && m_verification.problems.isEmpty())
        m_verification.problems.append(
            Text::tr("None of its manifests uses an algorithm that can be checked here."));
}

std::optional<Manifest> Verifier::manifest(const QString &path, QCryptographicHash::Algorithm algorithm)
{
    const auto content = text(path);
    auto read = content ? accept(readManifest(*content, path, algorithm, m_declaration)) : std::nullopt;
    if (!read)
        return std::nullopt;
    const bool ofTags = isTagManifest(path);
    for (auto line = read->digests.constBegin(); line != read->digests.constEnd(); ++line) {
        if (isPayload(line.key()) == ofTags || (ofTags && isTagManifest(line.key()))) {
            m_verification.problems.append(Text::tr("“%1” lists “%2”, which does not belong there.")
                                               .arg(path, withVisibleControls(line.key())));
        }
    }
    m_verification.warnings.append(read->warnings);
    if (read->isWeak())
        m_verification.warnings.append(
            Text::tr("“%1” uses a weak algorithm: who wants to deceive can.").arg(path));
    return read;
}

void Verifier::readFetchList()
{
    if (!m_reader.contains(u"fetch.txt"_s))
        return;
    m_verification.warnings.append(Text::tr("fetch.txt names addresses to download files from. Nothing was "
                                            "downloaded; what is not here is missing."));
    const auto content = text(u"fetch.txt"_s);
    if (!content)
        return;
    for (const QString &line : content->split(u'\n', Qt::SkipEmptyParts)) {
        const QString path = line.simplified().section(u' ', 2);
        const auto safe = accept(packagedPath(path.toUtf8()));
        if (safe && !isPayload(*safe)) {
            m_verification.problems.append(
                Text::tr("fetch.txt names “%1”, which is outside data/.").arg(withVisibleControls(*safe)));
        }
    }
}

void Verifier::readSeal()
{
    if (!m_reader.contains(sealedList))
        return;
    if (const auto bytes = m_reader.read(sealedList, m_limits.tagFile))
        m_verification.seal = Digest::of(*bytes);
}

void Verifier::noteSignatures()
{
    const auto signatures = std::ranges::count_if(m_reader.files(), isSignature, &PackagedFile::path);
    if (signatures > 0)
        m_verification.warnings.append(
            Text::tr("Files in signatures/ that this version does not check: %1. They prove nothing here.")
                .arg(signatures));
}

/// We never write any: whatever it is, it was put there afterwards.
void Verifier::noteUnclaimed()
{
    if (m_reader.unclaimed() == 0)
        return;
    (namesPlimsoll(m_verification.info) ? m_verification.problems : m_verification.warnings)
        .append(Text::tr("The archive holds %1 bytes that belong to no file in it and are in no list.")
                    .arg(m_reader.unclaimed()));
}

void Verifier::compareLists()
{
    for (const auto *manifests : {&m_payloadManifests, &m_tagManifests}) {
        for (const Manifest &manifest : *manifests) {
            for (auto line = manifest.digests.constBegin(); line != manifest.digests.constEnd(); ++line) {
                if (!m_reader.contains(line.key()))
                    m_verification.missing.append(line.key());
            }
        }
    }
    for (const PackagedFile &file : m_reader.files()) {
        if (isPayload(file.path))
            lookUpPayload(file.path);
        else if (!m_tagManifests.isEmpty() && !isSignature(file.path) && file.path != sealedList)
            lookUpTagFile(file.path);
    }
    if (std::ranges::none_of(m_reader.files(), isTagManifest, &PackagedFile::path))
        m_verification.warnings.append(
            Text::tr("It has no tag manifest: nothing shows whether the lists were changed."));
    m_verification.missing.removeDuplicates();
    m_verification.missing.sort();
}

void Verifier::lookUpPayload(const QString &path)
{
    const auto count = std::ranges::count_if(
        m_payloadManifests, [&path](const Manifest &manifest) { return manifest.digests.contains(path); });
    if (count == 0 && !m_payloadManifests.isEmpty())
        m_verification.extra.append(path);
    else if (count < m_payloadManifests.size() && m_declaration.isAtLeast(1, 0))
        m_verification.problems.append(
            Text::tr("“%1” is not in every manifest.").arg(withVisibleControls(path)));
}

/// BagIt lets a file beside data/ be in no list. Ours list every one but the signatures in a single list, so
/// that another file, or another list, was put there afterwards.
void Verifier::lookUpTagFile(const QString &path)
{
    const bool isOurs = namesPlimsoll(m_verification.info);
    const bool isListed = std::ranges::any_of(
        m_tagManifests, [&path](const Manifest &manifest) { return manifest.digests.contains(path); });
    if (isListed || (isTagManifest(path) && !isOurs))
        return;
    const bool mustBeListed = path.startsWith("manifest-"_L1) && m_declaration.isAtLeast(1, 0);
    const QString unproven =
        Text::tr("“%1” is in no list: nothing shows whether it was changed.").arg(withVisibleControls(path));
    if (mustBeListed)
        m_verification.problems.append(unproven);
    else if (isOurs)
        m_verification.extra.append(path);
    else
        m_verification.warnings.append(unproven);
}

void Verifier::compareTotals()
{
    PayloadTotals found;
    for (const PackagedFile &file : m_reader.files()) {
        if (isPayload(file.path)) {
            ++found.files;
            found.bytes += file.size;
        }
    }
    for (const auto &[name, value] : std::as_const(m_verification.info)) {
        if (name.compare("Payload-Oxum"_L1, Qt::CaseInsensitive) != 0)
            continue;
        const auto stated = readOxum(value);
        if (!stated)
            m_verification.problems.append(
                Text::tr("Payload-Oxum “%1” is not bytes and files.").arg(withVisibleControls(value)));
        else if (*stated != found)
            m_verification.wrongTotals = {*stated, found};
    }
}

Done Verifier::compareDigests(const Progress &progress)
{
    QMap<QString, DigestCheck> checks;
    for (const auto *manifests : {&m_payloadManifests, &m_tagManifests}) {
        for (const Manifest &manifest : *manifests) {
            for (auto line = manifest.digests.constBegin(); line != manifest.digests.constEnd(); ++line)
                checks[line.key()].expected.append({manifest.algorithm, line.value()});
        }
    }
    QList<DigestCheck> present;
    for (const PackagedFile &file : m_reader.files()) {
        const auto check = checks.constFind(file.path);
        if (check != checks.constEnd())
            present.append({file.path, file.size, check->expected});
    }
    const auto outcome = checkDigests(m_reader, std::move(present), progress);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (outcome->hindrance)
        return tl::unexpected(*outcome->hindrance);
    m_verification.changed = outcome->changed;
    m_verification.problems.append(outcome->problems);
    m_verification.bytes = outcome->bytes;
    m_verification.files = outcome->files;
    return {};
}

/// Told before anything in the folder is looked at: what else is wrong in it says nothing of a package.
bool isFolderOfSomethingElse(const QString &path)
{
    const QDir folder(path);
    return folder.exists() && folder.isReadable() && QFileInfo(path).isExecutable() &&
           !folder.exists(u"bagit.txt"_s);
}

}

Result<Verification> verify(const QString &path, const Progress &progress, std::optional<Digest> expectedSeal,
                            const PackageLimits &limits)
{
    Verification verification;
    verification.path = path;
    verification.expectedSeal = expectedSeal;
    if (isFolderOfSomethingElse(path)) {
        verification.name = QDir(path).dirName();
        verification.problems.append(
            Text::tr("The folder has no file bagit.txt, so it is no audit package. Choose the folder or the "
                     "ZIP file that was handed over."));
        return verification;
    }
    auto reader = PackageReader::open(path, limits);
    if (!reader) {
        if (!isAboutThePackage(reader.error()))
            return tl::unexpected(reader.error());
        verification.problems.append(reader.error().message);
        return verification;
    }
    if (auto done = Verifier(std::move(*reader), verification, limits).run(progress); !done)
        return tl::unexpected(done.error());
    return verification;
}

}
