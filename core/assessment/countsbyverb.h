#pragma once

namespace plimsoll {

/// How many provisions of each verb something is said of. Shall and should are never added up.
struct CountsByVerb
{
    int shall = 0;
    int should = 0;
    int shouldParts = 0; ///< of shall provisions; counted by part and in neither of the above

    CountsByVerb &operator+=(const CountsByVerb &other)
    {
        shall += other.shall;
        should += other.should;
        shouldParts += other.shouldParts;
        return *this;
    }
    friend bool operator==(const CountsByVerb &, const CountsByVerb &) = default;
};

}
