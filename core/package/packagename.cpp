#include "core/package/packagename.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QTimeZone>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackageName)
};

bool isPlain(QChar character)
{
    const auto code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') ||
           (code >= u'0' && code <= u'9') || code == u'.' || code == u'_' || code == u'-';
}

bool isReordering(QChar character)
{
    const auto code = character.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
           code == 0x200f || code == 0x061c;
}

/// CON, PRN, AUX, NUL, COM1-9 and LPT1-9 open a device on Windows whatever the extension and the case.
bool isDeviceName(QStringView component)
{
    constexpr qsizetype longestDeviceName = 7;
    static const QStringList devices{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s, u"CONIN$"_s, u"CONOUT$"_s};
    const QStringView name = component.left(component.indexOf(u'.')).trimmed();
    if (name.size() > longestDeviceName)
        return false;
    const QString stem = name.toString().toUpper();
    if (devices.contains(stem))
        return true;
    const bool numbered = stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1));
    return numbered && QStringLiteral("123456789¹²³").contains(stem[3]);
}

QString whyComponentIsUnsafe(QStringView component)
{
    if (component.isEmpty())
        return Text::tr("it has an empty part");
    if (component == u"." || component == u"..")
        return Text::tr("it climbs out of its folder");
    if (component.endsWith(u'.') || component.endsWith(u' '))
        return Text::tr("a part of it ends with a dot or a space");
    if (isDeviceName(component))
        return Text::tr("it names a device of Windows");
    return {};
}

QString whyUnsafe(const QString &path)
{
    static const QString forbidden = u"<>:\"|?*\\"_s;
    for (const QChar character : path) {
        if (isPlain(character))
            continue;
        if (character.category() == QChar::Other_Control)
            return Text::tr("it has a control character");
        if (isReordering(character))
            return Text::tr("it has a character that reorders text");
        if (forbidden.contains(character))
            return Text::tr("it has the character %1, which Windows does not allow").arg(character);
    }
    if (path.startsWith(u'/'))
        return Text::tr("it is absolute");
    if (path.startsWith(u'~') || path.startsWith(u'%'))
        return Text::tr("some systems would replace its beginning");
    for (const QStringView component : QStringView(path).split(u'/')) {
        const QString reason = whyComponentIsUnsafe(component);
        if (!reason.isEmpty())
            return reason;
    }
    return {};
}

QString whyTooLong(QByteArrayView raw)
{
    if (raw.size() > longestReadPath)
        return Text::tr("it is longer than %1 bytes").arg(longestReadPath);
    qsizetype length = 0;
    for (const char byte : raw) {
        length = byte == '/' ? 0 : length + 1;
        if (length > longestReadComponent)
            return Text::tr("a part of it is longer than %1 bytes").arg(longestReadComponent);
    }
    return {};
}

QString withoutAccents(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    QString plain;
    for (const QChar character : apart) {
        if (character == u'ß')
            plain += "ss"_L1;
        else if (isPlain(character))
            plain += character;
        else if (!character.isMark())
            plain += u'-';
    }
    return plain;
}

/// Lower case, runs of dashes as one, nothing but letters and digits at the ends.
QString slug(const QString &text, qsizetype longest)
{
    QString made;
    const QString lower = withoutAccents(text).toLower();
    for (const QChar character : lower) {
        const bool joins = character == u'-' || character == u'.';
        if (joins && (made.isEmpty() || made.endsWith(u'-') || made.endsWith(u'.')))
            continue;
        made += character;
    }
    made.truncate(longest);
    while (made.endsWith(u'-') || made.endsWith(u'.'))
        made.chop(1);
    return made;
}

}

Result<QString> packagedPath(QByteArrayView raw)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString path = decode(raw.first(std::min(raw.size(), 2 * longestReadPath)));
    QString reason = whyTooLong(raw);
    if (reason.isEmpty() && decode.hasError())
        reason = Text::tr("it is not UTF-8");
    if (reason.isEmpty())
        reason = whyUnsafe(path);
    if (reason.isEmpty())
        return path;
    return refuse(ErrorCode::Invalid,
                  Text::tr("The name “%1” in the package is unsafe: %2. Ask for a package with plain names.")
                      .arg(withVisibleControls(path.left(80)), reason));
}

bool isPlainPath(const QString &path)
{
    if (path.size() > longestPath || !whyUnsafe(path).isEmpty())
        return false;
    for (const QStringView component : QStringView(path).split(u'/')) {
        if (component.size() > longestComponent || !std::all_of(component.begin(), component.end(), isPlain))
            return false;
    }
    return true;
}

QString twinForm(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

QString payloadName(int number, const QString &originalName)
{
    constexpr qsizetype longestStem = 60;
    constexpr qsizetype longestExtension = 10;
    const QString name = originalName.section(u'/', -1).section(u'\\', -1);
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasExtension = dot > 0 && name.size() - dot - 1 <= longestExtension;
    const QString extension = hasExtension ? slug(name.mid(dot + 1), longestExtension) : QString();
    const QString stem = slug(hasExtension ? name.left(dot) : name, longestStem);

    QString made = u"%1"_s.arg(number, 4, 10, QChar(u'0'));
    if (!stem.isEmpty())
        made += u'-' + stem;
    if (!extension.isEmpty())
        made += u'.' + extension;
    return made;
}

QString packageName(const QString &name, const QDateTime &at)
{
    constexpr qsizetype longestStem = 60;
    QString stem = slug(name, longestStem).replace(u'.', u'-');
    while (stem.startsWith(u'_'))
        stem.remove(0, 1);
    if (stem.isEmpty())
        stem = u"package"_s;
    return stem + u'-' + at.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'");
}

}
