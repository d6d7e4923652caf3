#pragma once

namespace widgets {

/// The part of the light on surfaces that comes from everywhere; the rest comes from the eye.
inline constexpr double kAmbientLight = 0.55;

}
