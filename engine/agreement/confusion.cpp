#include "engine/agreement/confusion.h"

#include <set>

namespace engine {

std::optional<ConfusionMatrix> confusionMatrix(const RatingTable& table, std::size_t first,
                                               std::size_t second)
{
    std::set<double> used;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        if (table.value(unit, first) && table.value(unit, second)) {
            used.insert(*table.value(unit, first));
            used.insert(*table.value(unit, second));
        }
        if (used.size() > ConfusionMatrix::kMostValues)
            return std::nullopt;
    }
    std::vector<std::string> names;
    names.reserve(used.size());
    for (const double value : used)
        names.push_back(table.text(value));
    ConfusionMatrix matrix({used.begin(), used.end()}, std::move(names));
    const auto place = [&](double value) {
        return static_cast<std::size_t>(std::distance(used.begin(), used.find(value)));
    };
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto row = table.value(unit, first);
        const auto column = table.value(unit, second);
        if (row && column)
            matrix.add(place(*row), place(*column));
    }
    return matrix;
}

}
