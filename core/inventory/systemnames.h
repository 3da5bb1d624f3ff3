#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/connection.h"

#include <QHash>
#include <QSet>

namespace plimsoll {

/// By what people tell a system from others.
struct SystemName
{
    QString id;
    QString number; ///< its own id: "AI-001"; empty while it has none
    QString name;
    QString version;
    bool isRemoved = false;

    friend bool operator==(const SystemName &, const SystemName &) = default;
};

SystemName nameOf(const AiSystem &system);

/// The words as people hear them: alike for texts that differ in case, in kind or number of spaces, in how
/// an accent is composed, or in characters that nobody sees.
QString heard(const QString &words);

/// The name in a sentence: of a long one the beginning.
QString shortened(const QString &called);

/// Another system for which people take one.
struct Confusion
{
    QString other; ///< its id
    QString why;   ///< with the way out, in whole sentences
};

/// The names that systems of the register bear.
class SystemNames
{
public:
    SystemNames() = default;
    explicit SystemNames(const QList<SystemName> &names);

    /// From now on the system is called so, and no longer as before.
    void set(const SystemName &name);
    void remove(const QString &id);
    /// Null for a system that is not here.
    [[nodiscard]] const SystemName *find(const QString &id) const;

    /// The systems for which people take this one, unless they did so `before`, in the same way or a worse
    /// one. Nothing else has its own id, or has that as a name; it has no name that another one has, unless
    /// both have a version and the versions differ; and it is not called like the own id of another one,
    /// also of one that was removed: own ids are never given twice. A removed system is taken for no other.
    [[nodiscard]] QList<Confusion> confusions(const QString &id, const SystemNames &before) const;

private:
    enum class Likeness;
    struct Heard
    {
        SystemName said;
        QString number;
        QString name;
        QString version;
    };

    [[nodiscard]] static Likeness likeness(const Heard &one, const Heard &other);
    [[nodiscard]] static QString inWords(Likeness likeness, const Heard &one, const Heard &other);
    [[nodiscard]] Likeness likeness(const QString &id, const QString &other) const;

    QHash<QString, Heard> m_names;             ///< by id
    QMultiHash<QString, QString> m_idsByWords; ///< by name and by own id, as they are heard
};

/// Of every system, also of those that were removed.
Result<QList<SystemName>> systemNames(const Connection &connection);
/// Nothing when there is no such system; also of one that was removed.
Result<std::optional<SystemName>> systemNameOf(const QString &id, const Connection &connection);
/// Of the systems, also removed ones, whose name or own id is heard as one of these words.
Result<QList<SystemName>> systemsCalled(const QSet<QString> &words, const Connection &connection);
/// The names and own ids, as they are heard, of all systems, also of removed ones, that begin so.
Result<QSet<QString>> wordsBeginning(const QString &beginning, const Connection &connection);

}
