#pragma once

#include "core/inventory/aisystem.h"
#include "core/storage/rule.h"

#include <QHash>

namespace plimsoll {

/// By what people tell a system from others.
struct SystemName
{
    QString id;
    QString number; ///< its own id: "AI-001"
    QString name;
    QString version;
    bool isRemoved = false;
};

SystemName nameOf(const AiSystem &system);

/// The names that systems of the register bear.
class SystemNames
{
public:
    /// From now on the system is called so, and no longer as before.
    void set(const SystemName &name);

    /// Why people could not tell the system from another one if it was called so, with the way out; empty
    /// when they can. Nothing else has its own id, or has that as a name; it has no name that another one
    /// has, of any case, unless both have a version and the versions differ; and it is not called like the
    /// own id of another one, also of one that was removed: own ids are never given twice.
    [[nodiscard]] QString confusion(const SystemName &name) const;

private:
    QHash<QString, SystemName> m_names;        ///< by id
    QMultiHash<QString, QString> m_idsByWords; ///< by name and by own id, case folded
};

/// The systems whose own id or name is one of the words, of any case, also those that were removed. Letters
/// that are not ASCII are found as they are written here, in small and in capitals.
Result<QList<SystemName>> systemsCalled(const QStringList &words, const Connection &connection);

/// Refuses to call a system so that people could not tell it from another one; see SystemNames::confusion().
Done systemsAreToldApart(const ChangeSet &changeSet, const Connection &connection);

}
