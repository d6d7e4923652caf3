#pragma once

#include "widgets/space/space_renderer.h"

#include <QString>

#include <vector>

namespace widgets {

/// A short text beside a place.
struct SpaceMark {
    QString text;
    std::array<float, 3> place{};
    friend bool operator==(const SpaceMark&, const SpaceMark&) = default;
};

/// Four corners, one after the other.
using SpacePlane = std::array<std::array<float, 3>, 4>;

/// What a SpaceView shows in place of segments: a scene, and the places in it that a pointer can mean.
struct SpaceFigure {
    std::shared_ptr<const SpaceScene> scene; ///< null: there is nothing to show
    std::vector<std::array<float, 3>> places; ///< that can be hovered; they are not drawn
    SpaceBox box; ///< that the view is fitted to
    bool hasBox = true; ///< the edges of the box are seen
    std::array<QString, 3> axisNames;
    std::vector<SpaceMark> marks;
};

}
