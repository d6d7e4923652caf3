#pragma once

#include <QString>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace widgets {

/// A number that a model answers live, and the scale of it.
struct LiveOutput {
    QString name; ///< `sentiment`, `happy`
    double low = 0.0;
    double high = 1.0;

    /// It has two sides, with neutral in the middle.
    bool isSigned() const { return low < 0.0; }
    /// 0…1 on the scale.
    double part(double value) const { return std::clamp((value - low) / (high - low), 0.0, 1.0); }
    bool hasScaleOf(const LiveOutput& other) const { return low == other.low && high == other.high; }
};

/// Whether all have one scale.
inline bool haveOneScale(const std::vector<LiveOutput>& outputs)
{
    return std::ranges::all_of(outputs,
                               [&](const LiveOutput& output) { return output.hasScaleOf(outputs.front()); });
}

/// The output that speaks for an answer: the first that has two sides, as a sentiment has; else the
/// strongest.
/// @param values  one per output, at least one
inline std::size_t leadingOutput(const std::vector<LiveOutput>& outputs, const std::vector<float>& values)
{
    const auto sided = std::ranges::find_if(outputs, &LiveOutput::isSigned);
    if (sided != outputs.end() && static_cast<std::size_t>(sided - outputs.begin()) < values.size())
        return static_cast<std::size_t>(sided - outputs.begin());
    return static_cast<std::size_t>(std::ranges::max_element(values) - values.begin());
}

}
