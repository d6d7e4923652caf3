#include "engine/explain/explanation.h"

namespace engine {

InteractionMap mapOf(const Explanation& explanation, std::size_t output)
{
    std::array<double, kCoalitions> values{};
    for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition)
        values[coalition] = static_cast<double>(explanation.coalitions.at(coalition, output));
    return InteractionMap(values);
}

}
