#include "core/workspace/namingrules.h"

#include "core/assessment/platform.h"
#include "core/base/calledname.h"
#include "core/inventory/systemnames.h"
#include "core/journal/journal.h"
#include "core/responsibility/party.h"
#include "core/responsibility/person.h"
#include "core/storage/repository.h"
#include "core/workspace/recordschema.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NamingRules)
};

/// What the change set does to the names of systems, with all that are called like one of them.
struct Naming
{
    QSet<QString> ids; ///< of the systems named
    SystemNames before;
    SystemNames after;
};

QString inText(const Value &value)
{
    return value.text() ? *value.text() : QString();
}

/// The text the field holds once the edit is made.
QString textAfter(const Edit &edit, QLatin1StringView field, const QString &before)
{
    const auto *change = edit.field(field);
    return change ? inText(change->after) : before;
}

SystemName nameAfter(const Edit &edit, const SystemName &before)
{
    const QString removedAt = textAfter(edit, "removed_at"_L1, before.isRemoved ? u"before"_s : QString());
    return {edit.id, textAfter(edit, "number"_L1, before.number), textAfter(edit, "name"_L1, before.name),
            textAfter(edit, "version"_L1, before.version), !removedAt.isEmpty()};
}

bool isOfNames(const Edit &edit)
{
    return edit.table == Described<AiSystem>::table &&
           (edit.kind != Edit::Kind::Changed || edit.field("name"_L1) || edit.field("number"_L1) ||
            edit.field("version"_L1) || edit.field("removed_at"_L1));
}

void apply(const Edit &edit, SystemNames &names)
{
    const auto *held = names.find(edit.id);
    if (edit.kind == Edit::Kind::Removed)
        names.remove(edit.id);
    else if (edit.kind == Edit::Kind::Created)
        names.set(nameAfter(edit, {}));
    else if (held) // else whoever writes it says that it is gone
        names.set(nameAfter(edit, *held));
}

/// By what the systems named are called from now on, as it is heard.
QSet<QString> wordsAfter(const Naming &naming)
{
    QSet<QString> words;
    for (const QString &id : naming.ids) {
        const auto *name = naming.after.find(id);
        if (!name)
            continue;
        words.insert(heard(name->name));
        if (!name->number.isEmpty())
            words.insert(heard(name->number));
    }
    return words;
}

Result<Naming> namingBy(const QList<Edit> &edits, const Connection &connection)
{
    Naming naming;
    for (const Edit &edit : edits)
        naming.ids.insert(edit.id);
    for (const QString &id : std::as_const(naming.ids)) {
        const auto name = systemNameOf(id, connection);
        if (!name)
            return tl::unexpected(name.error());
        if (*name)
            naming.before.set(**name);
    }
    naming.after = naming.before;
    for (const Edit &edit : edits)
        apply(edit, naming.after);
    const auto called = systemsCalled(wordsAfter(naming), connection);
    if (!called)
        return tl::unexpected(called.error());
    for (const SystemName &other : *called) {
        if (naming.ids.contains(other.id))
            continue;
        naming.before.set(other);
        naming.after.set(other);
    }
    return naming;
}

/// The text that the field of the system held before that entry of the journal.
Result<QString> textUntil(qint64 sequence, const QString &id, QLatin1StringView field,
                          const Connection &connection)
{
    const auto history = fieldHistory(connection, recordSchema(), id, field);
    if (!history)
        return tl::unexpected(history.error());
    QString text;
    for (const FieldHistory &change : *history) {
        if (change.sequence < sequence)
            text = inText(change.after);
    }
    return text;
}

Result<SystemName> nameUntil(qint64 sequence, const QString &id, const Connection &connection)
{
    QStringList texts;
    for (const auto field : {"number"_L1, "name"_L1, "version"_L1, "removed_at"_L1}) {
        const auto text = textUntil(sequence, id, field, connection);
        if (!text)
            return tl::unexpected(text.error());
        texts.append(*text);
    }
    return SystemName{id, texts[0], texts[1], texts[2], !texts[3].isEmpty() || texts[1].isEmpty()};
}

/// The entry of the journal with which the system went that is not there now; nothing for one that never was.
Result<std::optional<qint64>> goingOf(const QString &id, const SystemNames &before,
                                      const Connection &connection)
{
    const auto field = before.find(id) ? "removed_at"_L1 : "name"_L1;
    const auto history = fieldHistory(connection, recordSchema(), id, field);
    if (!history)
        return tl::unexpected(history.error());
    return history->isEmpty() ? std::optional<qint64>() : history->last().sequence;
}

/// Whether one of the two comes back, and was taken for the other when it went, as it is now.
Result<bool> isOfOld(const QString &id, const Confusion &confusion, const Naming &naming,
                     const Connection &connection)
{
    for (const QString &one : {id, confusion.other}) {
        const auto *held = naming.before.find(one);
        if (held && !held->isRemoved)
            continue;
        const auto going = goingOf(one, naming.before, connection);
        if (!going)
            return tl::unexpected(going.error());
        if (!*going)
            continue;
        SystemNames then;
        for (const QString &each : {id, confusion.other}) {
            const auto name = nameUntil(**going, each, connection);
            if (!name)
                return tl::unexpected(name.error());
            if (!name->isRemoved)
                then.set(*name);
        }
        const auto since = naming.after.confusions(id, then);
        if (std::ranges::none_of(since, [&](const Confusion &c) { return c.other == confusion.other; }))
            return true;
    }
    return false;
}

/// What the change set gives to rows of that table in these fields.
QStringList given(const ChangeSet &changeSet, QLatin1StringView table,
                  std::initializer_list<QLatin1StringView> fields)
{
    QStringList texts;
    for (const Edit &edit : changeSet.edits) {
        if (edit.table != table || edit.kind == Edit::Kind::Removed)
            continue;
        for (const auto field : fields) {
            const auto *change = edit.field(field);
            if (change && !inText(change->after).isEmpty())
                texts.append(inText(change->after));
        }
    }
    return texts;
}

tl::unexpected<Error> isAPlatform(const QString &name)
{
    return refuse(ErrorCode::Invalid,
                  Text::tr("There is a platform called %1, and a system is not called like it: commands take "
                           "the name of either. Choose another name.")
                      .arg(shortened(name)));
}

tl::unexpected<Error> isASystem(const SystemName &system)
{
    return refuse(ErrorCode::Invalid,
                  Text::tr("There is a system called %1: %2. A platform is not called like it: commands take "
                           "the name of either. Choose another name.")
                      .arg(shortened(calledName(system.name, system.version)), system.number));
}

}

Done systemsAreToldApart(const ChangeSet &changeSet, const Connection &connection)
{
    QList<Edit> edits;
    std::ranges::copy_if(changeSet.edits, std::back_inserter(edits), isOfNames);
    if (edits.isEmpty())
        return {};
    const auto naming = namingBy(edits, connection);
    if (!naming)
        return tl::unexpected(naming.error());
    for (const QString &id : naming->ids) {
        for (const Confusion &confusion : naming->after.confusions(id, naming->before)) {
            const auto isHistory = isOfOld(id, confusion, *naming, connection);
            if (!isHistory)
                return tl::unexpected(isHistory.error());
            if (!*isHistory)
                return refuse(ErrorCode::Invalid, confusion.why);
        }
    }
    return {};
}

Result<QSet<QString>> platformWords(const Connection &connection)
{
    const auto platforms = Repository<Platform>(connection).all();
    if (!platforms)
        return tl::unexpected(platforms.error());
    QSet<QString> words;
    for (const Platform &platform : *platforms) {
        if (!platform.removedAt)
            words.insert(heard(platform.name));
    }
    return words;
}

Done platformsAreNoSystems(const ChangeSet &changeSet, const Connection &connection)
{
    const QStringList platforms = given(changeSet, Described<Platform>::table, {"name"_L1});
    const QStringList systems = given(changeSet, Described<AiSystem>::table, {"name"_L1, "number"_L1});
    if (platforms.isEmpty() && systems.isEmpty())
        return {};
    QSet<QString> words;
    for (const QString &platform : platforms)
        words.insert(heard(platform));
    const auto called =
        words.isEmpty() ? Result<QList<SystemName>>(QList<SystemName>()) : systemsCalled(words, connection);
    const auto known = platformWords(connection);
    if (!called || !known)
        return tl::unexpected(called ? known.error() : called.error());
    for (const SystemName &system : *called) {
        if (!system.isRemoved)
            return isASystem(system);
    }
    words.unite(*known);
    for (const QString &system : systems) {
        if (words.contains(heard(system)))
            return isAPlatform(system);
    }
    return {};
}

Done namesAreVisible(const ChangeSet &changeSet, const Connection & /*connection*/)
{
    for (const auto table : {Described<Person>::table, Described<Party>::table, Described<Platform>::table,
                             Described<AiSystem>::table}) {
        for (const QString &name : given(changeSet, table, {"name"_L1})) {
            if (heard(name).isEmpty())
                return refuse(ErrorCode::Invalid,
                              Text::tr("Nothing of the name can be seen. Write the one that "
                                       "people use."));
        }
    }
    return {};
}

}
