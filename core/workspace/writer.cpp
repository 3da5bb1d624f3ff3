#include "core/workspace/writer.h"

#include "core/storage/rowplacement.h"
#include "core/storage/transaction.h"

#include <QCoreApplication>

#include <future>

namespace plimsoll {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Writer)
};

tl::unexpected<Error> vanished(const EntityType &type, const Edit &edit)
{
    return refuse(
        ErrorCode::Conflict,
        Text::tr(
            "This %1 was removed meanwhile by somebody else. Nothing was changed; look at the page again.")
            .arg(fieldLabel(type.table)),
        edit.id);
}

QString quoted(const Value &value)
{
    constexpr qsizetype longest = 80;
    QString text = value.shown();
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return text.isEmpty() ? Text::tr("(empty)") : u'“' + text + u'”';
}

tl::unexpected<Error> conflict(const EntityType &type, const FieldChange &field, const Value &theirs)
{
    if (theirs == field.after)
        return refuse(
            ErrorCode::Conflict,
            Text::tr("Somebody else changed the %1 of this %2 meanwhile, to %3 as you would. Nothing "
                     "was changed; look at it and decide again.")
                .arg(fieldLabel(field.name), fieldLabel(type.table), quoted(theirs)));
    return refuse(
        ErrorCode::Conflict,
        Text::tr(
            "Somebody else changed the %1 of this %2 meanwhile: theirs is %3, yours would be %4. Nothing was "
            "changed; look at theirs and decide again.")
            .arg(fieldLabel(field.name), fieldLabel(type.table), quoted(theirs), quoted(field.after)));
}

/// A thread costs more than the journal's part of a few edits.
std::launch bodyPolicy(const ChangeSet &changeSet)
{
    constexpr qsizetype worthAThread = 100; // edits
    return changeSet.edits.size() < worthAThread ? std::launch::deferred : std::launch::async;
}

}

Result<Committed> Writer::commit(const ChangeSet &changeSet, const Actor &actor) const
{
    if (changeSet.isEmpty())
        return refuse(ErrorCode::Invalid, Text::tr("There is nothing to change."));
    if (actor.person.isNull())
        return refuse(ErrorCode::Denied,
                      Text::tr("Say who you are first: every change carries the name of a person."));
    for (const auto &edit : changeSet.edits) {
        if (auto fit = check(edit); !fit)
            return tl::unexpected(fit.error());
    }

    auto body = std::async(bodyPolicy(changeSet), [&] { return bodyOf(changeSet, actor); });
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto head = takeNextSequence(m_connection);
    if (!head)
        return tl::unexpected(head.error());
    if (auto allowed = askRules(changeSet); !allowed)
        return tl::unexpected(allowed.error());
    if (auto applied = apply(changeSet); !applied)
        return tl::unexpected(applied.error());
    if (auto known = checkActor(actor); !known)
        return tl::unexpected(known.error());
    const QDateTime at = m_clock.now();
    const auto digest = append(m_connection, *head, at, actor.person, body.get(), changeSet.edits);
    if (!digest)
        return tl::unexpected(digest.error());
    if (auto done = transaction->commit(); !done)
        return tl::unexpected(done.error());
    return Committed{head->sequence, at, *digest};
}

Done Writer::checkActor(const Actor &actor) const
{
    const auto known =
        m_connection.single(u"SELECT COUNT(*) FROM person WHERE id = ?"_s, {actor.person.text()});
    if (!known)
        return tl::unexpected(known.error());
    if (known->toInt() == 0)
        return refuse(
            ErrorCode::Denied,
            Text::tr("Whoever acts is not in this record: a backup may have been restored meanwhile. "
                     "Nothing was changed; say who you are, then try again."));
    return {};
}

Done Writer::check(const Edit &edit) const
{
    const auto *type = m_schema.find(edit.table);
    if (!type || QUuid::fromString(edit.id).isNull())
        return refuse(ErrorCode::Invalid, Text::tr("A change speaks of something the record cannot hold."),
                      edit.table);
    for (const auto &field : edit.fields) {
        const auto *described = type->field(field.name);
        if (!described)
            return refuse(ErrorCode::Invalid,
                          Text::tr("A change speaks of something the record cannot hold."), field.name);
        if (!field.after.isStorable())
            return refuse(
                ErrorCode::Invalid,
                Text::tr(
                    "The %1 holds a character that cannot be kept (NUL, half a character, U+FFFE or U+FFFF), "
                    "or a number that is too large. Take it out and try again.")
                    .arg(fieldLabel(field.name)));
    }
    if (edit.kind == Edit::Kind::Removed)
        return {};
    for (const auto &field : type->fields) {
        if (field.presence != Presence::Required)
            continue;
        const auto *change = edit.field(field.name);
        const bool empty = change ? change->after.isNeutral() : edit.kind == Edit::Kind::Created;
        if (empty)
            return refuse(ErrorCode::Invalid, Text::tr("The %1 of this %2 must not be empty. Fill it in.")
                                                  .arg(fieldLabel(field.name), fieldLabel(type->table)));
    }
    return {};
}

/// Rules look at the rows before the change. One that refuses what somebody else has overtaken would speak of
/// a state nobody sees any more: then it is said what they wrote.
Done Writer::askRules(const ChangeSet &changeSet) const
{
    for (const auto &rule : m_rules) {
        auto allowed = rule(changeSet, m_connection);
        if (allowed)
            continue;
        const auto tried = apply(changeSet); // is taken back with the transaction
        return !tried && tried.error().code == ErrorCode::Conflict ? tried : allowed;
    }
    return {};
}

Done Writer::apply(const ChangeSet &changeSet) const
{
    for (const auto &edit : changeSet.edits) {
        if (auto applied = apply(edit); !applied)
            return applied;
    }
    return {};
}

Done Writer::apply(const Edit &edit) const
{
    const auto &type = *m_schema.find(edit.table);
    switch (edit.kind) {
    case Edit::Kind::Created:
        return create(type, edit);
    case Edit::Kind::Changed:
        return change(type, edit);
    case Edit::Kind::Removed:
        return remove(type, edit);
    }
    return {};
}

Done Writer::create(const EntityType &type, const Edit &edit) const
{
    QVariantList bound{edit.id};
    for (const auto &field : type.fields) {
        const auto *change = edit.field(field.name);
        bound.append((change ? change->after : field.neutral()).toVariant());
    }
    const auto inserted = m_connection.execute(insertText(type) + u" ON CONFLICT (id) DO NOTHING"_s, bound);
    if (!inserted)
        return tl::unexpected(inserted.error());
    if (*inserted == 0)
        return refuse(
            ErrorCode::Conflict,
            Text::tr(
                "This %1 was made by somebody else meanwhile. Nothing was changed; look at theirs first.")
                .arg(fieldLabel(type.table)),
            edit.id);
    return {};
}

Done Writer::change(const EntityType &type, const Edit &edit) const
{
    if (auto same = checkBefore(type, edit, edit.fields); !same)
        return same;
    QStringList assignments;
    QVariantList bound;
    for (const auto &field : edit.fields) {
        assignments.append(field.name + u" = ?"_s);
        bound.append(field.after.toVariant());
    }
    bound.append(edit.id);
    const auto updated = m_connection.execute(
        u"UPDATE %1 SET %2 WHERE id = ?"_s.arg(type.table, assignments.join(u", "_s)), bound);
    if (!updated)
        return tl::unexpected(updated.error());
    return {};
}

Done Writer::remove(const EntityType &type, const Edit &edit) const
{
    QList<FieldChange> whole;
    for (const auto &field : type.fields) {
        const auto *change = edit.field(field.name);
        whole.append({field.name, change ? change->before : field.neutral(), Value()});
    }
    if (auto same = checkBefore(type, edit, whole); !same)
        return same;
    const auto deleted = m_connection.execute(u"DELETE FROM %1 WHERE id = ?"_s.arg(type.table), {edit.id});
    if (!deleted)
        return tl::unexpected(deleted.error());
    return {};
}

Done Writer::checkBefore(const EntityType &type, const Edit &edit, const QList<FieldChange> &fields) const
{
    QStringList names;
    for (const auto &field : fields)
        names.append(field.name);
    bool found = false;
    std::optional<tl::unexpected<Error>> difference;
    const auto sql = u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(names.join(u", "_s), type.table);
    const auto read = m_connection.each(sql, {edit.id}, [&](const Row &row) {
        found = true;
        for (qsizetype i = 0; i < fields.size() && !difference; ++i) {
            const auto &field = fields.at(i);
            const Value theirs = row.value(int(i), type.field(field.name)->kind);
            if (theirs != field.before)
                difference = conflict(type, field, theirs);
        }
    });
    if (!read)
        return read;
    if (!found)
        return vanished(type, edit);
    if (difference)
        return *difference;
    return {};
}

}
