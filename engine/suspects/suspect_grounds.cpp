#include "engine/suspects/suspect_grounds.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>

namespace engine {

double shortened(double value)
{
    return std::round(value * 1000.0) / 1000.0;
}

UsualErrors usualErrors(const std::vector<std::vector<double>>& errors)
{
    UsualErrors usual;
    std::size_t epochs = 0;
    for (const std::vector<double>& one : errors)
        epochs = std::max(epochs, one.size());
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        std::vector<double> known;
        for (const std::vector<double>& one : errors) {
            if (epoch < one.size())
                known.push_back(one[epoch]);
        }
        const auto at = [&](double part) { return shortened(lowerQuantile(known, part)); };
        usual.lower.push_back(at(0.25));
        usual.median.push_back(at(0.5));
        usual.upper.push_back(at(0.75));
    }
    return usual;
}

}
