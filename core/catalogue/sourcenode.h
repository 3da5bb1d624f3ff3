#pragma once

#include <QJsonValue>
#include <QString>

#include <vector>

namespace plimsoll {

/// Where in a file; both count from 1. Zero when the node does not come from a file people edit.
struct SourcePlace
{
    int line = 0;
    int column = 0;
};

/// A catalogue file before anybody has asked what it means: texts, lists and maps, each knowing where it
/// stands.
struct SourceNode
{
    enum class Kind : quint8 { Empty, Text, List, Map };

    Kind kind = Kind::Empty;
    SourcePlace place;
    QString key; ///< set on the entries of a map; unique among them
    SourcePlace keyPlace;
    QString text;                     ///< of a Text
    std::vector<SourceNode> children; ///< entries of a List or Map

    /// The entry of a map; null when it has none called so.
    [[nodiscard]] const SourceNode *entry(QLatin1StringView name) const;
};

/// The entries of a list or map; none for null.
const std::vector<SourceNode> &entriesOf(const SourceNode *node);

/// Without places. Compact text of it is canonical JSON (RFC 8785): keys are ASCII and sorted, there are no
/// numbers.
QJsonValue toJson(const SourceNode &node);
SourceNode sourceNodeFromJson(const QJsonValue &json);

}
