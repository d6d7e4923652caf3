#pragma once

#include "widgets/space/space_renderer.h"

namespace widgets {

/// A colour on a surface in the light, which comes from above, from the front and a little from the right of
/// the scene and does not move with the eye: so it is settled once, and drawing costs no more than colours.
/// Both sides of a surface are equally bright.
/// @param normal  at a right angle to the surface, of any length
SpaceColour lit(const SpaceColour& colour, const std::array<float, 3>& normal);

}
