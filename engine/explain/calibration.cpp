#include "engine/explain/calibration.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kNormal95 = 1.959963984540054; // of a normal distribution, 2.5 % lie above

}

std::vector<CalibrationBin> calibration(std::span<const double> predictions, std::span<const double> labels,
                                        Interval scale, std::size_t parts)
{
    requireSameLength("labels of predictions", labels.size(), predictions.size());
    requirePlace("least number of parts", 0, parts);
    std::vector<CalibrationBin> bins(parts);
    const double width = scale.length() / static_cast<double>(parts);
    for (std::size_t i = 0; i < parts; ++i)
        bins[i].part = {scale.start + static_cast<double>(i) * width,
                        i + 1 == parts ? scale.end : scale.start + static_cast<double>(i + 1) * width};
    std::vector<double> squares(parts, 0.0);
    const auto binOf = [&](double prediction) -> std::size_t {
        const double place = std::floor((prediction - scale.start) / width);
        return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(parts - 1)));
    };
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        CalibrationBin& bin = bins[binOf(predictions[i])];
        ++bin.count;
        bin.meanPrediction += predictions[i];
        bin.meanLabel += labels[i];
    }
    for (CalibrationBin& bin : bins) {
        if (bin.count > 0) {
            bin.meanPrediction /= static_cast<double>(bin.count);
            bin.meanLabel /= static_cast<double>(bin.count);
        }
    }
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const std::size_t place = binOf(predictions[i]);
        const double deviation = labels[i] - bins[place].meanLabel;
        squares[place] += deviation * deviation;
    }
    for (std::size_t i = 0; i < parts; ++i) {
        if (bins[i].count < 2)
            continue;
        const auto n = static_cast<double>(bins[i].count);
        const double error = kNormal95 * std::sqrt(squares[i] / (n - 1.0) / n);
        bins[i].interval = Interval{bins[i].meanLabel - error, bins[i].meanLabel + error};
    }
    return bins;
}

}
