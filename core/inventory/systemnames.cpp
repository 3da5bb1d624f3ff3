#include "core/inventory/systemnames.h"

#include "core/base/calledname.h"

#include <QCoreApplication>

#include <optional>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemNames)
};

constexpr auto columns = "SELECT id, number, name, version, removed_at FROM ai_system WHERE "_L1;
constexpr auto isOne = "id = ?"_L1;
constexpr auto isCalled =
    "LOWER(TRIM(name)) IN (LOWER(?), LOWER(?), LOWER(?)) OR LOWER(TRIM(number)) IN (LOWER(?), LOWER(?), LOWER(?))"_L1;

QString folded(const QString &words)
{
    return words.trimmed().toCaseFolded();
}

bool isSame(const QString &words, const QString &others)
{
    return folded(words) == folded(others);
}

/// In a sentence: of a long name the beginning.
QString shown(const QString &called)
{
    constexpr qsizetype longest = 80; // characters
    return called.size() > longest ? called.left(longest) + u'…' : called;
}

QString confusionOf(const SystemName &name, const SystemName &other)
{
    if (isSame(name.number, other.number))
        return Text::tr("%1 is the own id of %2 already, and never given twice. Choose another one.")
            .arg(other.number, shown(other.name));
    if (isSame(name.name, other.number))
        return Text::tr(
                   "%1 is the own id of another system, %2, so no other is called so. Choose another name.")
            .arg(other.number, shown(other.name));
    if (other.isRemoved)
        return {};
    if (isSame(name.number, other.name))
        return Text::tr(
                   "A system is called %1, so that cannot be the own id of another one. Choose another id.")
            .arg(shown(other.name));
    if (!isSame(name.name, other.name))
        return {};
    const bool haveVersions = !name.version.trimmed().isEmpty() && !other.version.trimmed().isEmpty();
    if (!haveVersions)
        return Text::tr(
                   "There is a system called %1 already: %2. Choose another name, or give both of them a "
                   "version that tells them apart.")
            .arg(shown(calledName(other.name, other.version)), other.number);
    if (isSame(name.version, other.version))
        return Text::tr("There is a system called %1 already: %2. Choose another name or version.")
            .arg(shown(calledName(other.name, other.version)), other.number);
    return {};
}

Result<QList<SystemName>> namesWhere(QLatin1StringView condition, const QVariantList &bound,
                                     const Connection &connection)
{
    QList<SystemName> names;
    const auto read = connection.each(columns + condition, bound, [&](const Row &row) {
        names.append({row.text(0), row.text(1), row.text(2), row.text(3), !row.text(4).isEmpty()});
    });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

/// The text the field holds once the edit is made.
QString textAfter(const Edit &edit, QLatin1StringView field, const QString &before)
{
    const auto *change = edit.field(field);
    if (!change)
        return before;
    return change->after.text() ? *change->after.text() : QString();
}

SystemName nameAfter(const Edit &edit, const SystemName &before)
{
    return {edit.id, textAfter(edit, "number"_L1, before.number), textAfter(edit, "name"_L1, before.name),
            textAfter(edit, "version"_L1, before.version),
            edit.field("removed_at"_L1) ? !textAfter(edit, "removed_at"_L1, {}).isEmpty() : before.isRemoved};
}

bool isOfNames(const Edit &edit)
{
    return edit.table == Described<AiSystem>::table &&
           (edit.kind != Edit::Kind::Changed || edit.field("name"_L1) || edit.field("number"_L1) ||
            edit.field("version"_L1) || edit.field("removed_at"_L1));
}

/// The systems that the change set names, as they are called once it is written; nothing for one that goes.
Result<QHash<QString, std::optional<SystemName>>> namedBy(const ChangeSet &changeSet,
                                                          const Connection &connection)
{
    QHash<QString, std::optional<SystemName>> named;
    for (const Edit &edit : changeSet.edits) {
        if (!isOfNames(edit))
            continue;
        auto &name = named[edit.id];
        if (edit.kind == Edit::Kind::Changed && !name) {
            const auto held = namesWhere(isOne, {edit.id}, connection);
            if (!held)
                return tl::unexpected(held.error());
            if (held->isEmpty())
                continue; // whoever writes it says that it is gone
            name = held->first();
        }
        if (edit.kind == Edit::Kind::Removed)
            name.reset();
        else
            name = nameAfter(edit, name.value_or(SystemName()));
    }
    return named;
}

}

SystemName nameOf(const AiSystem &system)
{
    return {system.id.text(), system.number, system.name, system.version, system.removedAt.has_value()};
}

void SystemNames::set(const SystemName &name)
{
    if (const auto before = m_names.constFind(name.id); before != m_names.cend()) {
        m_idsByWords.remove(folded(before->name), name.id);
        m_idsByWords.remove(folded(before->number), name.id);
    }
    m_names.insert(name.id, name);
    m_idsByWords.insert(folded(name.name), name.id);
    m_idsByWords.insert(folded(name.number), name.id);
}

QString SystemNames::confusion(const SystemName &name) const
{
    for (const QString &words : {folded(name.name), folded(name.number)}) {
        const auto [begin, end] = m_idsByWords.equal_range(words);
        for (auto id = begin; id != end; ++id) {
            if (*id == name.id)
                continue;
            if (const QString why = confusionOf(name, *m_names.constFind(*id)); !why.isEmpty())
                return why;
        }
    }
    return {};
}

Result<QList<SystemName>> systemsCalled(const QStringList &words, const Connection &connection)
{
    QList<SystemName> found;
    for (const QString &said : words) {
        const QString called = said.trimmed();
        const QVariantList spellings{called, called.toLower(), called.toUpper()};
        const auto names = namesWhere(isCalled, spellings + spellings, connection);
        if (!names)
            return names;
        found += *names;
    }
    return found;
}

Done systemsAreToldApart(const ChangeSet &changeSet, const Connection &connection)
{
    const auto named = namedBy(changeSet, connection);
    if (!named)
        return tl::unexpected(named.error());
    SystemNames names;
    for (const auto &name : *named) {
        if (!name)
            continue;
        names.set(*name);
        const auto others = systemsCalled({name->name, name->number}, connection);
        if (!others)
            return tl::unexpected(others.error());
        for (const SystemName &other : *others) {
            if (!named->contains(other.id))
                names.set(other);
        }
    }
    for (const auto &name : *named) {
        const QString why = name && !name->isRemoved ? names.confusion(*name) : QString();
        if (!why.isEmpty())
            return refuse(ErrorCode::Invalid, why);
    }
    return {};
}

}
