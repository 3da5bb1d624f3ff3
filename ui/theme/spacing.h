#pragma once

namespace plimsoll::spacing {

/// The only distances of the window, in device independent pixels.
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int wide = 24;

/// The radius of panels, buttons and inputs.
inline constexpr int corner = 8;

}
