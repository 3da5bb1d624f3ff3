#pragma once

#include <QString>

namespace plimsoll {

/// How many provisions speak how strongly, each by its strongest verb.
struct VerbCounts
{
    int shall = 0;
    int should = 0;

    friend bool operator==(const VerbCounts &, const VerbCounts &) = default;
};

/// One of the five phases of the lifecycle.
struct Phase
{
    QString id; ///< "design", "development", "deployment", "maintenance", "end-of-life"
    QString title;
    QString lifecycleStage; ///< the stage of ISO/IEC 22989 the standard relates the phase to
    VerbCounts counts;

    friend bool operator==(const Phase &, const Phase &) = default;
};

}
