#pragma once

#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace plimsoll::bench {

/// One line of the table: a figure of ours beside what it is held against.
struct Row
{
    QString name{}; ///< what people type to choose it: "attach-large"
    QString what{};
    QString unit{}; ///< of ours, the peer's and a limit that stands by itself: "ms", "s", "MiB", "B"
    std::optional<double> ours{};
    QString peer{}; ///< what was measured beside it in the same run; empty when the limit stands by itself
    std::optional<double> peers{};
    std::optional<double> limit{}; ///< times the peer; without a peer, in `unit`; none: shown for information
    QStringList remarks{};         ///< whole sentences: what is missing, what was seen besides

    /// Ours as a multiple of the peer's.
    [[nodiscard]] std::optional<double> ratio() const
    {
        return ours && peers && *peers > 0 ? std::optional(*ours / *peers) : std::nullopt;
    }
    /// Nothing when it could not be measured or has no limit.
    [[nodiscard]] std::optional<bool> isHeld() const
    {
        const auto figure = peer.isEmpty() ? ours : ratio();
        return figure && limit ? std::optional(*figure <= *limit) : std::nullopt;
    }
};

}
