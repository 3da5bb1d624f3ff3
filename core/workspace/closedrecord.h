#pragma once

#include "core/assessment/closing.h"
#include "core/storage/connection.h"

#include <memory>

namespace plimsoll {

/// The record of one system as its closed assessment left it: what belongs to the assessment, and what it
/// rested on as that was at the closing. A small database in memory, read like any other.
class ClosedRecord
{
public:
    /// Null when the assessment is open, or was closed by a Plimsoll that did not write down yet what it
    /// rested on.
    static Result<std::unique_ptr<ClosedRecord>> of(const Connection &connection,
                                                    const Assessment &assessment);
    /// Of the assessment that counts, see currentAssessment().
    static Result<std::unique_ptr<ClosedRecord>> ofCurrent(const Connection &connection,
                                                           const Id<AiSystem> &system);

    [[nodiscard]] const Connection &connection() const { return *m_connection; }
    [[nodiscard]] const Assessment &assessment() const { return m_assessment; }
    /// See Closing::findings.
    [[nodiscard]] const QString &findings() const { return m_findings; }

private:
    ClosedRecord(std::unique_ptr<Connection> connection, const Assessment &assessment, QString findings)
        : m_connection(std::move(connection))
        , m_assessment(assessment)
        , m_findings(std::move(findings))
    {
    }

    std::unique_ptr<Connection> m_connection;
    Assessment m_assessment;
    QString m_findings;
};

/// What the assessment of the system rests on now, as Closing::basis holds it.
Result<QString> basisOf(const Connection &connection, const Id<AiSystem> &system,
                        const Id<Assessment> &assessment);

/// The phase the system was in when the assessment was closed; nothing when that was not written down.
Result<std::optional<LifecyclePhase>> phaseAtClosing(const Connection &connection,
                                                     const Id<Assessment> &assessment);

/// What the person was called when the assessment was closed; nothing when that was not written down.
Result<std::optional<QString>> nameAtClosing(const Connection &connection, const Id<Assessment> &assessment,
                                             const Id<Person> &person);

/// The items whose common answer, as the closed assessment of a system took it over, was carried over from an
/// assessment of its platform before and not reconfirmed by then. Empty when that was not written down.
Result<QStringList> unconfirmedAtClosing(const Connection &connection, const Id<Assessment> &assessment);

/// The documents among what a closed assessment rested on.
Result<QStringList> evidenceIn(const Closing &closing);

}
