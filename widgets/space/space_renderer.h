#pragma once

#include "widgets/space/space_camera.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace widgets {

using SpaceColour = std::array<std::uint8_t, 3>;

/// A box whose edges run along the axes.
struct SpaceBox {
    SpacePosition low{};
    SpacePosition high{};

    /// One of the eight corners: bit k of `number` is set for the high end of axis k.
    std::array<float, 3> corner(unsigned number) const
    {
        return {static_cast<float>(number & 1U ? high[0] : low[0]),
                static_cast<float>(number & 2U ? high[1] : low[1]),
                static_cast<float>(number & 4U ? high[2] : low[2])};
    }
    SpacePosition middle() const
    {
        return {(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2};
    }
    friend bool operator==(const SpaceBox&, const SpaceBox&) = default;
};

/// Surfaces and lines that are seen beside points, or in their place.
struct SpaceScene {
    std::vector<std::array<float, 3>> vertices;
    std::vector<SpaceColour> colours; ///< one per vertex, as they are seen (scene_light.h)
    std::vector<std::array<std::uint32_t, 3>> triangles; ///< of vertices; seen from both sides …
    bool isOneSided = false; ///< … or only from where the vertices follow each other anticlockwise
    std::vector<std::array<std::uint32_t, 2>> lines; ///< of vertices; as they are coloured
};

/// Everything that a picture of the cloud depends on. It holds only values and shared constants, so that
/// another thread can draw it.
struct SpaceDrawing {
    std::shared_ptr<const std::vector<std::array<float, 3>>> positions;
    std::shared_ptr<const std::vector<SpaceColour>> colours; ///< one per position
    SpaceCamera camera;
    SpaceBox box; ///< around the points
    bool hasBox = true; ///< the edges of the box are seen
    double width = 0.0; ///< of the view, in its own pixels
    double height = 0.0;
    double scale = 1.0; ///< pixels of the picture per pixel of the view
    double pointSize = 4.0; ///< diameter in the view's pixels; 0: they are places only, and not drawn
    SpaceColour background{};
    SpaceColour line{};
    bool isFlat = false; ///< all points are equally far away: none fades
    std::size_t most = 0; ///< points that are drawn, evenly chosen; 0: all
    std::shared_ptr<const SpaceScene> scene = nullptr; ///< null: there are points only

    std::size_t drawnPoints() const
    {
        return most > 0 && most < positions->size() ? most : positions->size();
    }
    int pictureWidth() const { return static_cast<int>(std::lround(width * scale)); }
    int pictureHeight() const { return static_cast<int>(std::lround(height * scale)); }
    friend bool operator==(const SpaceDrawing&, const SpaceDrawing&) = default;
};

/// Draws clouds of points and scenes with OpenGL. From the first picture to its destruction it must be used
/// on one thread, with the same OpenGL context current. It lies in a library of its own, which is loaded when
/// it is needed.
class SpaceRenderer {
public:
    virtual ~SpaceRenderer() = default;
    /// @param picture  pictureWidth() × pictureHeight() pixels of red, green, blue, 255; from the top.
    /// @return false when OpenGL cannot draw the picture.
    virtual bool draw(const SpaceDrawing& drawing, std::span<std::uint8_t> picture) = 0;
};

/// The name and the type of the one function of the library `polylogue-space`. The caller owns the renderer
/// that it returns.
inline constexpr auto kSpaceRendererFunction = "polylogueSpaceRenderer";
using MakeSpaceRenderer = SpaceRenderer* (*)();

}
