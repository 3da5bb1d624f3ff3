#pragma once

#include "core/exchange/registerimport.h"
#include "core/inventory/systemnames.h"

namespace plimsoll {

/// Whom a row may name, or must not name a system after.
struct KnownNames
{
    QList<AiSystem> systems;
    QSet<QString> platforms; ///< as they are heard
};

/// Which system a row of a register means.
struct RowMatch
{
    const AiSystem *system = nullptr;       ///< null for a new one
    QString refusal = {};                   ///< why the row is skipped
    QString formerName = {};                ///< of a system that the row calls otherwise
    std::optional<qsizetype> repeated = {}; ///< the place of the row whose own id it has
};

/// Finds out which system each row of a register means, see previewRegister().
class RegisterMatching
{
public:
    RegisterMatching(const RegisterTable &table, KnownNames known, RegisterOptions::Renaming renaming);

    /// Of each row in their order, once. The systems belong to this.
    QList<RowMatch> matches();
    /// The own ids that rows have.
    [[nodiscard]] const QSet<QString> &numbers() const { return m_numbers; }

private:
    void indexSystems();
    void countNames();
    [[nodiscard]] RowMatch match(qsizetype place);
    [[nodiscard]] RowMatch matchAlone(const RegisterLine &line) const;
    [[nodiscard]] RowMatch matchByName(const RegisterLine &line) const;
    [[nodiscard]] QString asPlatform(const SystemName &name) const;
    void refuseNames(QList<RowMatch> &found);
    void nameWhatIsLeftOutItself(QList<RowMatch> &found) const;

    const RegisterTable &m_table;
    const QList<AiSystem> m_systems;
    const QSet<QString> m_platforms;
    const RegisterOptions::Renaming m_renaming;
    SystemNames m_names;     ///< as they are now
    QSet<QString> m_numbers; ///< names never lead to these systems
    QHash<QString, const AiSystem *> m_systemOfNumber;
    QHash<QString, QList<const AiSystem *>> m_systemsOfName; ///< as it is heard
    QHash<QString, int> m_rowsOfName;                        ///< without an own id
    QHash<QString, qsizetype> m_seen; ///< the place in which an own id, or a name and version, came first
    QSet<Id<AiSystem>> m_matched;
};

}
