#include "engine/explain/step_confusion.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

constexpr double kPresence = 0.5; // of a scale from 0: from here on something is there

}

StepScale::StepScale(StepClasses classes, double low, double high)
    : m_classes(classes)
    , m_isSigned(low < 0.0)
    , m_first(std::ceil(low))
    , m_last(std::max(m_first, std::floor(high)))
    , m_size(classes == StepClasses::Signs ? 2 : static_cast<std::size_t>(m_last - m_first) + 1)
{
}

std::size_t StepScale::classOf(double value, bool isLabel) const
{
    if (m_classes == StepClasses::Steps)
        return static_cast<std::size_t>(std::nearbyint(std::clamp(value, m_first, m_last)) - m_first);
    if (!m_isSigned)
        return value >= kPresence ? 1 : 0;
    if (isLabel && value == 0.0)
        return m_size;
    return value > 0.0 ? 1 : 0;
}

std::size_t StepConfusion::total() const
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

double StepConfusion::accuracy() const
{
    std::size_t right = 0;
    for (std::size_t i = 0; i < size; ++i)
        right += at(i, i);
    return total() == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(total());
}

StepConfusion stepConfusion(std::span<const double> predictions, std::span<const double> labels,
                            const StepScale& scale)
{
    requireSameLength("labels of predictions", labels.size(), predictions.size());
    StepConfusion confusion{scale.size(), std::vector<std::size_t>(scale.size() * scale.size(), 0)};
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const std::size_t label = scale.classOf(labels[i], true);
        if (label < scale.size())
            ++confusion.counts[label * scale.size() + scale.classOf(predictions[i], false)];
    }
    return confusion;
}

}
