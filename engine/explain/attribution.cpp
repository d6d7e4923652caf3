#include "engine/explain/attribution.h"

#include "engine/explain/named_choice.h"

#include <algorithm>
#include <numeric>

namespace engine {

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

}
