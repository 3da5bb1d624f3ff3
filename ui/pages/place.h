#pragma once

#include <QString>

namespace plimsoll {

/// Where the window can be: a page, and what of it is shown ("checklist", "system id/5.2.3-2"). The page
/// alone reads the target.
struct Place
{
    QString page;
    QString target;

    friend bool operator==(const Place &, const Place &) = default;
};

}
