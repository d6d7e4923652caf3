#include "engine/live/picture_sieve.h"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace engine {

namespace {

constexpr double kPerSecond = 1000.0;
constexpr double kShownTolerance = 1e-6; ///< seconds, as FrameIndex::at()

}

double pictureStep(double hop, double every)
{
    const auto milliseconds
        = [](double seconds) { return std::max<std::int64_t>(1, std::llround(seconds * kPerSecond)); };
    return static_cast<double>(std::gcd(milliseconds(hop), milliseconds(every))) / kPerSecond;
}

std::shared_ptr<const VideoFrame> PictureSieve::next(std::shared_ptr<const VideoFrame> picture)
{
    const double time = picture->time;
    std::shared_ptr<const VideoFrame> before = until(time - 2.0 * kShownTolerance);
    m_shown = std::move(picture);
    if (m_due < time - kShownTolerance) // the times before the first picture are its own
        m_due = std::ceil((time - kShownTolerance) / m_step) * m_step;
    return before;
}

std::shared_ptr<const VideoFrame> PictureSieve::until(double seconds)
{
    if (!m_shown || m_due > seconds + kShownTolerance)
        return nullptr;
    m_due = (std::floor((seconds + kShownTolerance) / m_step) + 1.0) * m_step;
    return std::exchange(m_shown, nullptr);
}

}
