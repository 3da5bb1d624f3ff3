#include "core/inventory/systemnames.h"

#include "core/base/calledname.h"
#include "core/base/text.h"
#include "core/storage/bulkread.h"

#include <QCoreApplication>

#include <algorithm>

namespace plimsoll {

using namespace Qt::StringLiterals;

/// The later, the worse.
enum class SystemNames::Likeness {
    None,
    SameName, ///< without versions that differ
    NumberIsName,
    NameIsNumber,
    SameNumber,
};

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemNames)
};

const QString namesSql = u"SELECT id, number, name, version, removed_at FROM ai_system"_s;
const QString nameSql = u"SELECT id, number, name, version, removed_at FROM ai_system WHERE id = ?"_s;

bool isHidden(char32_t character)
{
    const auto category = QChar::category(character);
    return isBlankInPrint(character) || category == QChar::Other_Format ||
           (category == QChar::Other_Control && !QChar::isSpace(character));
}

QString withoutHidden(const QString &words)
{
    QString visible;
    for (const char32_t character : words.toUcs4()) {
        if (!isHidden(character))
            visible += QChar::fromUcs4(character);
    }
    return visible;
}

char16_t unicodeOf(QChar character)
{
    return character.unicode();
}

/// Of a byte of UTF-8: what is no ASCII stays beyond it.
char16_t unicodeOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

/// Whether the words, a QString or UTF-8, are of visible ASCII with one space between them, as nearly all
/// are.
template <typename Words>
bool isPlain(const Words &words)
{
    char16_t before = u' ';
    for (const auto character : words) {
        const char16_t next = unicodeOf(character);
        if (next < u' ' || next > u'~' || (next == u' ' && before == u' '))
            return false;
        before = next;
    }
    return before != u' ' || words.size() == 0;
}

/// Of plain words, several times as fast as QString::toCaseFolded(): a rule does it for every system.
template <typename Words>
void lower(const Words &plain, QString &small)
{
    small.resize(qsizetype(plain.size()));
    std::ranges::transform(plain, small.begin(), [](auto character) {
        const char16_t letter = unicodeOf(character);
        return QChar(letter >= u'A' && letter <= u'Z' ? char16_t(letter + (u'a' - u'A')) : letter);
    });
}

/// Hears words one after the other in the same place: of ten thousand systems nearly all are looked at and
/// passed over.
class Ear
{
public:
    /// Valid until the next words.
    const QString &hear(std::string_view utf8)
    {
        if (isPlain(utf8))
            lower(utf8, m_heard);
        else
            m_heard = heard(QString::fromUtf8(utf8.data(), qsizetype(utf8.size())));
        return m_heard;
    }

private:
    QString m_heard;
};

SystemName nameIn(const BulkRow &row)
{
    return {row.string(0), row.string(1), row.string(2), row.string(3), !row.text(4).empty()};
}

}

SystemName nameOf(const AiSystem &system)
{
    return {system.id.text(), system.number, system.name, system.version, system.removedAt.has_value()};
}

QString shortened(const QString &called)
{
    constexpr qsizetype longest = 80; // characters
    return called.size() > longest ? called.left(longest) + u'…' : called;
}

QString heard(const QString &words)
{
    if (isPlain(words)) {
        QString small;
        lower(words, small);
        return small;
    }
    constexpr auto composed = QString::NormalizationForm_C; // twice: an accent may fit the small letter alone
    return withoutHidden(words).normalized(composed).simplified().toCaseFolded().normalized(composed);
}

SystemNames::SystemNames(const QList<SystemName> &names)
{
    for (const SystemName &name : names)
        set(name);
}

void SystemNames::set(const SystemName &name)
{
    remove(name.id);
    const Heard entry{name, heard(name.number), heard(name.name), heard(name.version)};
    m_names.insert(name.id, entry);
    m_idsByWords.insert(entry.name, name.id);
    if (!entry.number.isEmpty() && entry.number != entry.name)
        m_idsByWords.insert(entry.number, name.id);
}

void SystemNames::remove(const QString &id)
{
    const auto entry = m_names.constFind(id);
    if (entry == m_names.cend())
        return;
    m_idsByWords.remove(entry->name, id);
    m_idsByWords.remove(entry->number, id);
    m_names.erase(entry);
}

const SystemName *SystemNames::find(const QString &id) const
{
    const auto entry = m_names.constFind(id);
    return entry == m_names.cend() ? nullptr : &entry->said;
}

QList<Confusion> SystemNames::confusions(const QString &id, const SystemNames &before) const
{
    const auto entry = m_names.constFind(id);
    if (entry == m_names.cend())
        return {};
    QList<Confusion> all;
    for (const QString &words : {entry->name, entry->number}) {
        const auto [begin, end] = m_idsByWords.equal_range(words);
        for (auto other = begin; other != end; ++other) {
            const auto now = likeness(id, *other);
            if (now > before.likeness(id, *other))
                all.append({*other, inWords(now, *entry, *m_names.constFind(*other))});
        }
        if (entry->number.isEmpty() || entry->number == entry->name)
            break;
    }
    return all;
}

SystemNames::Likeness SystemNames::likeness(const QString &id, const QString &other) const
{
    const auto one = m_names.constFind(id);
    const auto another = m_names.constFind(other);
    if (id == other || one == m_names.cend() || another == m_names.cend() || one->said.isRemoved)
        return Likeness::None;
    return likeness(*one, *another);
}

SystemNames::Likeness SystemNames::likeness(const Heard &one, const Heard &other)
{
    const bool haveNumbers = !one.number.isEmpty() && !other.number.isEmpty();
    if (haveNumbers && one.number == other.number)
        return Likeness::SameNumber;
    if (!other.number.isEmpty() && one.name == other.number)
        return Likeness::NameIsNumber;
    if (other.said.isRemoved)
        return Likeness::None;
    if (!one.number.isEmpty() && one.number == other.name)
        return Likeness::NumberIsName;
    const bool haveVersions = !one.version.isEmpty() && !other.version.isEmpty();
    const bool isSame = one.name == other.name && (!haveVersions || one.version == other.version);
    return isSame ? Likeness::SameName : Likeness::None;
}

QString SystemNames::inWords(Likeness likeness, const Heard &one, const Heard &other)
{
    const SystemName &held = other.said;
    switch (likeness) {
    case Likeness::SameNumber:
        return Text::tr("%1 is the own id of %2 already, and never given twice. Choose another one.")
            .arg(held.number, shortened(held.name));
    case Likeness::NameIsNumber:
        return Text::tr(
                   "%1 is the own id of another system, %2, so no other is called so. Choose another name.")
            .arg(held.number, shortened(held.name));
    case Likeness::NumberIsName:
        return Text::tr(
                   "A system is called %1, so that cannot be the own id of another one. Choose another id.")
            .arg(shortened(held.name));
    case Likeness::SameName:
    case Likeness::None:
        break;
    }
    const QString called = shortened(calledName(held.name, held.version));
    const QString taken = held.number.isEmpty()
                              ? Text::tr("There is a system called %1 already.").arg(called)
                              : Text::tr("There is a system called %1 already: %2.").arg(called, held.number);
    const QString wayOut = one.version.isEmpty() || other.version.isEmpty()
                               ? Text::tr("Choose another name, or give both of them a version that tells "
                                          "them apart.")
                               : Text::tr("Choose another name or version.");
    return taken + u' ' + wayOut;
}

Result<QList<SystemName>> systemNames(const Connection &connection)
{
    QList<SystemName> names;
    const auto read =
        readInBulk(connection, namesSql, {}, [&names](const BulkRow &row) { names.append(nameIn(row)); });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

Result<std::optional<SystemName>> systemNameOf(const QString &id, const Connection &connection)
{
    std::optional<SystemName> name;
    const auto read =
        readInBulk(connection, nameSql, {id}, [&name](const BulkRow &row) { name = nameIn(row); });
    if (!read)
        return tl::unexpected(read.error());
    return name;
}

Result<QList<SystemName>> systemsCalled(const QSet<QString> &words, const Connection &connection)
{
    QList<SystemName> called;
    Ear ear;
    const auto read = readInBulk(connection, namesSql, {}, [&](const BulkRow &row) {
        if (words.contains(ear.hear(row.text(1))) || words.contains(ear.hear(row.text(2))))
            called.append(nameIn(row));
    });
    if (!read)
        return tl::unexpected(read.error());
    return called;
}

Result<QSet<QString>> wordsBeginning(const QString &beginning, const Connection &connection)
{
    QSet<QString> words;
    Ear ear;
    const auto read = readInBulk(connection, namesSql, {}, [&](const BulkRow &row) {
        for (const int column : {1, 2}) {
            if (const QString &each = ear.hear(row.text(column)); each.startsWith(beginning))
                words.insert(each);
        }
    });
    if (!read)
        return tl::unexpected(read.error());
    return words;
}

}
