#include "engine/agreement/commonest.h"

#include <algorithm>

namespace engine {

std::vector<double> commonestOf(std::vector<double> values)
{
    std::ranges::sort(values);
    std::vector<double> commonest;
    std::ptrdiff_t most = 0;
    for (auto first = values.begin(); first != values.end();) {
        const auto last = std::upper_bound(first, values.end(), *first);
        if (last - first > most) {
            most = last - first;
            commonest.clear();
        }
        if (last - first == most)
            commonest.push_back(*first);
        first = last;
    }
    return commonest;
}

}
