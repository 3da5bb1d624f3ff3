#include "core/package/manifest.h"

#include "core/base/text.h"
#include "core/package/packagename.h"

#include <QCoreApplication>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Manifest)
};

struct Line
{
    QByteArray digest;
    QString path;
};

bool isHexDigit(QChar character)
{
    const auto code = character.unicode();
    return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'f') || (code >= u'A' && code <= u'F');
}

QString withoutEscapes(QString path)
{
    if (!path.contains(u'%'))
        return path;
    path.replace("%0D"_L1, "\r"_L1, Qt::CaseInsensitive).replace("%0A"_L1, "\n"_L1, Qt::CaseInsensitive);
    return path.replace("%25"_L1, "%"_L1);
}

std::optional<Line> readLine(const QString &line, qsizetype digits)
{
    const auto isDigit = [](QChar character) {
        return isHexDigit(character);
    };
    if (line.size() <= digits + 1 || !std::all_of(line.begin(), line.begin() + digits, isDigit) ||
        !line[digits].isSpace())
        return std::nullopt;
    qsizetype start = digits;
    while (start < line.size() && (line[start] == u' ' || line[start] == u'\t'))
        ++start;
    if (start == line.size())
        return std::nullopt;
    return Line{QByteArray::fromHex(line.left(digits).toLatin1()), line.mid(start)};
}

/// Removes what older tools put before a path, and says so.
void stripMarkers(QString &path, Manifest &manifest)
{
    if (path.startsWith(u'*')) {
        path.remove(0, 1);
        manifest.warnings.append(
            Text::tr("“%1” marks paths with an asterisk, as old tools do.").arg(manifest.path));
    }
    if (path.startsWith("./"_L1)) {
        path.remove(0, 2);
        manifest.warnings.append(
            Text::tr("“%1” begins paths with “./”, which other tools may not find.").arg(manifest.path));
    }
}

Done add(Manifest &manifest, const QString &path, const QByteArray &digest, const BagDeclaration &declaration)
{
    const auto known = manifest.digests.constFind(path);
    if (known == manifest.digests.constEnd()) {
        manifest.digests.insert(path, digest);
        return {};
    }
    const QString shown = withVisibleControls(path);
    if (*known != digest) {
        return refuse(
            ErrorCode::Damaged,
            Text::tr("“%1” lists “%2” twice with different fingerprints.").arg(manifest.path, shown));
    }
    if (declaration.isAtLeast(1, 0))
        return refuse(ErrorCode::Damaged, Text::tr("“%1” lists “%2” twice.").arg(manifest.path, shown));
    manifest.warnings.append(Text::tr("“%1” lists “%2” twice.").arg(manifest.path, shown));
    return {};
}

}

std::optional<QCryptographicHash::Algorithm> manifestAlgorithm(const QString &path,
                                                               QLatin1StringView beginning)
{
    static const QHash<QString, QCryptographicHash::Algorithm> algorithms{
        {u"sha256"_s, QCryptographicHash::Sha256},
        {u"sha224"_s, QCryptographicHash::Sha224},
        {u"sha384"_s, QCryptographicHash::Sha384},
        {u"sha512"_s, QCryptographicHash::Sha512},
        {u"sha1"_s, QCryptographicHash::Sha1},
        {u"md5"_s, QCryptographicHash::Md5}};
    if (!path.startsWith(beginning) || !path.endsWith(".txt"_L1))
        return std::nullopt;
    const auto found = algorithms.constFind(path.mid(beginning.size()).chopped(4).toLower());
    return found == algorithms.constEnd() ? std::nullopt : std::optional(*found);
}

Result<Manifest> readManifest(const QString &text, const QString &path,
                              QCryptographicHash::Algorithm algorithm, const BagDeclaration &declaration)
{
    Manifest manifest{path, algorithm, {}, {}};
    const qsizetype digits = 2 * QCryptographicHash::hashLength(algorithm);
    qsizetype number = 0;
    for (const QString &written : text.split(u'\n')) {
        ++number;
        if (written.trimmed().isEmpty())
            continue;
        auto line = readLine(written, digits);
        if (!line) {
            return refuse(
                ErrorCode::Damaged,
                Text::tr("Line %1 of “%2” is no fingerprint with a path.").arg(number).arg(manifest.path));
        }
        stripMarkers(line->path, manifest);
        const auto safe = packagedPath(withoutEscapes(line->path).toUtf8());
        if (!safe)
            return tl::unexpected(safe.error());
        if (auto added = add(manifest, *safe, line->digest, declaration); !added)
            return tl::unexpected(added.error());
    }
    manifest.warnings.removeDuplicates();
    return manifest;
}

}
