#include "widgets/space/scene_light.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr float kAmbient = 0.62F; // part of the light that comes from everywhere
constexpr std::array<float, 3> kTowardsLight{0.35F, 0.80F, 0.49F};

}

SpaceColour lit(const SpaceColour& colour, const std::array<float, 3>& normal)
{
    const float length = std::max(1e-9F, std::hypot(normal[0], normal[1], normal[2]));
    const float along
        = normal[0] * kTowardsLight[0] + normal[1] * kTowardsLight[1] + normal[2] * kTowardsLight[2];
    const float light = kAmbient + (1 - kAmbient) * std::min(1.0F, std::abs(along) / length);
    SpaceColour result{};
    for (std::size_t k = 0; k < 3; ++k)
        result.at(k) = static_cast<std::uint8_t>(static_cast<float>(colour.at(k)) * light);
    return result;
}

}
