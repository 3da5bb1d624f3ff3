#pragma once

namespace plimsoll {

/// A file that grows beyond what the operating system allows the program is from now on refused like a full
/// disk, in words, and no longer ends the program.
void meetFileLimitsInWords();

}
