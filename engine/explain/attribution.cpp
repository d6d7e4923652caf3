#include "engine/explain/attribution.h"

#include "engine/core/same_length.h"
#include "engine/explain/named_choice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

/// 1 for the least; equal values share the mean of their ranks.
std::vector<double> ranksOf(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t place) { return values[place]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = (static_cast<double>(first) + static_cast<double>(last) + 1.0) / 2.0;
        first = last;
    }
    return ranks;
}

}

std::string_view name(AttributionMethod method)
{
    constexpr std::array<std::string_view, allAttributionMethods.size()> names{"occlusion", "gradient", "ig"};
    return names[static_cast<std::size_t>(method)];
}

AttributionMethod attributionMethodFromName(const std::string& name)
{
    return choiceOf(allAttributionMethods, name, "--attribution");
}

std::size_t Faithfulness::spansToHalf() const
{
    const auto isHigh = [&](double distance) { return distance >= deletion.front() / 2.0; };
    const auto last = std::find_if(deletion.rbegin(), deletion.rend(), isHigh).base() - deletion.begin();
    return std::min(static_cast<std::size_t>(last), deletion.size() - 1);
}

double areaUnder(const std::vector<double>& curve)
{
    if (curve.size() < 2)
        return 0.0;
    const double sum = std::accumulate(curve.begin(), curve.end(), 0.0);
    return (sum - (curve.front() + curve.back()) / 2.0) / static_cast<double>(curve.size() - 1);
}

double rankCorrelation(const std::vector<double>& one, const std::vector<double>& other)
{
    requireSameLength("values of two sides", other.size(), one.size());
    const std::vector<double> x = ranksOf(one), y = ranksOf(other);
    const double mean = (static_cast<double>(x.size()) + 1.0) / 2.0;
    double product = 0.0, ofX = 0.0, ofY = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        product += (x[i] - mean) * (y[i] - mean);
        ofX += (x[i] - mean) * (x[i] - mean);
        ofY += (y[i] - mean) * (y[i] - mean);
    }
    return ofX > 0.0 && ofY > 0.0 ? product / std::sqrt(ofX * ofY) : 0.0;
}

}
