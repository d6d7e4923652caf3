#pragma once

#include "widgets/space/space_renderer.h"

namespace widgets {

/// These shapes take their colours as they are without light, and add them lit.

/// Adds a straight tube between two places. @param radius  as long as distances are
void addTube(SpaceScene& scene, const std::array<float, 3>& from, const std::array<float, 3>& to,
             float radius, const SpaceColour& colour);

/// Adds a ball.
void addBall(SpaceScene& scene, const std::array<float, 3>& middle, float radius, const SpaceColour& colour);

/// Adds an upright cube. @param half  of its edges' lengths
void addCube(SpaceScene& scene, const std::array<float, 3>& middle, const std::array<float, 3>& half,
             const SpaceColour& colour);

/// Adds a rectangle of one colour. @param corners  one after the other
void addQuad(SpaceScene& scene, const std::array<std::array<float, 3>, 4>& corners,
             const SpaceColour& colour);

}
