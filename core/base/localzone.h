#pragma once

namespace plimsoll {

/// Lets the C library read the local time zone once. Without TZ it asks the file system at every conversion,
/// and libzip converts the time of every entry of an archive. To be called before any thread begins, by a
/// program that ends before people travel.
void keepLocalZone();

}
