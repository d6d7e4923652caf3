#include "engine/explain/step_confusion.h"

#include "engine/core/neutral.h"
#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kPresence = 0.5; // of a scale from 0: from here on something is there

}

StepScale::StepScale(StepClasses classes, double low, double high)
    : m_classes(classes)
    , m_isSigned(low < 0.0)
    , m_neutral(neutralOf(low, high))
    , m_first(std::ceil(low))
    , m_last(std::max(m_first, std::floor(high)))
    , m_size(classes == StepClasses::Signs ? 2 : static_cast<std::size_t>(m_last - m_first) + 1)
{
}

std::size_t StepScale::classOf(double value, bool isLabel) const
{
    if (m_classes == StepClasses::Steps)
        return static_cast<std::size_t>(std::nearbyint(std::clamp(value, m_first, m_last)) - m_first);
    if (!hasSides())
        return value >= kPresence ? 1 : 0;
    if (isLabel && value == m_neutral)
        return m_size;
    return value > m_neutral ? 1 : 0;
}

CountMatrix stepConfusion(std::span<const double> predictions, std::span<const double> labels,
                          const StepScale& scale)
{
    requireSameLength("labels of predictions", labels.size(), predictions.size());
    CountMatrix confusion(scale.size());
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const std::size_t label = scale.classOf(labels[i], true);
        if (label < scale.size())
            confusion.add(label, scale.classOf(predictions[i], false));
    }
    return confusion;
}

}
