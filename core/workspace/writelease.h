#pragma once

#include "core/base/result.h"
#include "core/journal/journalentry.h"

#include <QElapsedTimer>

#include <chrono>
#include <optional>

namespace plimsoll {

/// Who writes in a workspace on a network folder, by what the operating system says of them.
struct LeaseHolder
{
    QString account;
    QString host;
    QDateTime since;

    /// "ana on pc-7".
    [[nodiscard]] QString inWords() const;

    friend bool operator==(const LeaseHolder &, const LeaseHolder &) = default;
};

/// The right to write in a workspace on a network folder, where locks between machines are not to be trusted:
/// a small file beside the database, made by whoever edits first. It is renewed while there are edits and
/// given back after five minutes without any; one that was not renewed for six has lost its holder and may be
/// taken. Ages are measured by the clock of the file server, so the clocks of desks may differ.
class WriteLease
{
public:
    static constexpr std::chrono::minutes idle{5};
    static constexpr std::chrono::minutes lostAfter{6};

    explicit WriteLease(QString folder);
    /// Gives it back.
    ~WriteLease();
    WriteLease(const WriteLease &) = delete;
    WriteLease &operator=(const WriteLease &) = delete;

    /// Whether writing there asks for a lease: on a network folder, or where the environment variable
    /// PLIMSOLL_WRITE_LEASE says `always` or `never`.
    static bool isWantedIn(const QString &folder);
    /// Who holds the lease of that workspace.
    static std::optional<LeaseHolder> holderIn(const QString &folder);

    /// Takes or keeps it; `ErrorCode::Busy` while somebody else has it, naming them.
    Done take(const Actor &actor);
    void giveBack();
    [[nodiscard]] bool isHeld() const { return !m_token.isEmpty(); }

private:
    void keep();
    [[nodiscard]] bool create(const Actor &actor);
    [[nodiscard]] bool isLost(const QString &file) const;
    [[nodiscard]] bool removeLost() const;
    [[nodiscard]] tl::unexpected<Error> busy() const;

    QString m_folder;
    QString m_file;
    QString m_token; ///< ours; empty while we do not hold it
    QElapsedTimer m_renewed;
};

}
