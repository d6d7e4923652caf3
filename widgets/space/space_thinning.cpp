#include "widgets/space/space_thinning.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kLevels = 10;
constexpr double kPart = 0.75; // of the points that the next level keeps
constexpr double kRoom = 0.6; // of the time of a frame, below which more points would fit

}

void SpaceThinning::took(double milliseconds, std::size_t drawn)
{
    if (drawn < kFewest)
        return; // points are not what takes time
    if (milliseconds > kFrameMs)
        m_level = std::min(kLevels, m_level + (milliseconds > 2 * kFrameMs ? 2 : 1));
    else if (milliseconds < kRoom * kFrameMs)
        m_level = std::max(0, m_level - 1);
}

std::size_t SpaceThinning::most(std::size_t total) const
{
    if (m_level == 0 || total <= kFewest)
        return 0;
    const double wanted = static_cast<double>(total) * std::pow(kPart, m_level);
    return std::max(kFewest, static_cast<std::size_t>(wanted));
}

}
