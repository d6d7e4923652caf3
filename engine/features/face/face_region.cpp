#include "engine/features/face/face_region.h"

#include "engine/core/processors.h"

#include <array>

namespace engine {

namespace {

constexpr std::size_t kColours = 3;
constexpr std::size_t kBytes = 4; // of a pixel
constexpr std::array<std::size_t, kColours> kByteOf{2, 1, 0}; // red, green, blue of a pixel's four

/// The four pixels round a place, and the part that each has in what is seen there.
struct Surroundings {
    std::array<const std::uint8_t*, 4> pixels{};
    std::array<float, 4> parts{};
};

/// Pixels of a picture by their place, also beyond it.
class FramePixels {
public:
    FramePixels(const VideoFrame& picture, Beyond beyond)
        : m_picture(picture)
        , m_beyond(beyond)
        , m_right(static_cast<float>(picture.width - 1))
        , m_bottom(static_cast<float>(picture.height - 1))
    {
    }

    Surroundings round(FacePoint place) const
    {
        if (m_beyond == Beyond::Edge)
            place = {std::clamp(place.x, 0.0F, m_right), std::clamp(place.y, 0.0F, m_bottom)};
        const int x = floorOf(place.x);
        const int y = floorOf(place.y);
        const float across = place.x - static_cast<float>(x);
        const float below = place.y - static_cast<float>(y);
        Surroundings around{{},
                            {(1.0F - across) * (1.0F - below), across * (1.0F - below),
                             (1.0F - across) * below, across * below}};
        if (x >= 0 && y >= 0 && x + 1 < m_picture.width && y + 1 < m_picture.height) {
            const std::uint8_t* first = placeOf(x, y);
            const std::uint8_t* second = first + 4 * static_cast<std::size_t>(m_picture.width);
            around.pixels = {first, first + 4, second, second + 4};
        } else {
            around.pixels = {at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)};
        }
        return around;
    }

private:
    static int floorOf(float value)
    {
        const int whole = static_cast<int>(value);
        return static_cast<float>(whole) > value ? whole - 1 : whole;
    }
    const std::uint8_t* placeOf(int x, int y) const
    {
        return m_picture.bgra.data()
            + 4
            * (static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width)
               + static_cast<std::size_t>(x));
    }
    const std::uint8_t* at(int x, int y) const
    {
        static constexpr std::array<std::uint8_t, 4> kBlack{};
        const bool isInside = x >= 0 && x < m_picture.width && y >= 0 && y < m_picture.height;
        if (!isInside && m_beyond == Beyond::Black)
            return kBlack.data();
        return placeOf(std::clamp(x, 0, m_picture.width - 1), std::clamp(y, 0, m_picture.height - 1));
    }

    const VideoFrame& m_picture;
    Beyond m_beyond;
    float m_right;
    float m_bottom;
};

/// A row of a part. @param first  the place of its first value. @param right  from one value to the next
FOR_EACH_PROCESSOR
void cutRow(const FramePixels& pixels, FacePoint first, FacePoint right, ShadeRange shades, std::size_t row,
            Planes& planes)
{
    const float scale = (shades.white - shades.black) / 255.0F;
    float* target = planes.values.data() + row * planes.width;
    for (std::size_t column = 0; column < planes.width; ++column, ++target) {
        const Surroundings around = pixels.round(first + right * static_cast<float>(column));
        std::array<float, kBytes> seen{}; // all four at once: faster than the three that count
        for (std::size_t i = 0; i < around.pixels.size(); ++i) {
            for (std::size_t byte = 0; byte < kBytes; ++byte)
                seen[byte] += static_cast<float>(around.pixels[i][byte]) * around.parts[i];
        }
        for (std::size_t colour = 0; colour < kColours; ++colour)
            target[colour * planes.area()] = shades.black + scale * seen[kByteOf[colour]];
    }
}

}

FacePoint FaceRegion::placeOf(float across, float down) const
{
    const float dx = (across - 0.5F) * side;
    const float dy = (down - 0.5F) * side;
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    return {x + cosine * dx - sine * dy - 0.5F, y + sine * dx + cosine * dy - 0.5F};
}

FaceRegion wholePicture(const VideoFrame& picture)
{
    const auto width = static_cast<float>(picture.width);
    const auto height = static_cast<float>(picture.height);
    return {width / 2.0F, height / 2.0F, std::max(width, height), 0.0F};
}

Planes cutOut(const VideoFrame& picture, const FaceRegion& region, std::size_t side, ShadeRange shades,
              Beyond beyond)
{
    Planes planes(kColours, side, side);
    const FramePixels pixels(picture, beyond);
    const float share = 1.0F / static_cast<float>(side);
    const FacePoint first = region.placeOf(0.5F * share, 0.5F * share);
    const float step = region.side * share;
    const FacePoint right{std::cos(region.angle) * step, std::sin(region.angle) * step};
    const FacePoint down{-right.y, right.x};
    for (std::size_t row = 0; row < side; ++row)
        cutRow(pixels, first + down * static_cast<float>(row), right, shades, row, planes);
    return planes;
}

}
