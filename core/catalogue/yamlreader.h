#pragma once

#include "core/base/result.h"
#include "core/catalogue/sourcenode.h"

namespace plimsoll {

/// Bytes a catalogue file may have.
inline constexpr qint64 largestYamlFile = 16 * 1024 * 1024;

/// Reads one YAML document. Takes only what catalogues need: refuses anchors, aliases and tags, more than 64
/// levels or 100,000 nodes, a key twice in one map, anything but UTF-8, NUL, and a second document. `file` is
/// the name errors begin with.
Result<SourceNode> readYaml(const QByteArray &bytes, const QString &file);

/// The same from a file, which must be a regular one of at most `largestYamlFile` bytes.
Result<SourceNode> readYamlFile(const QString &path);

}
