#include "engine/agreement/confusion.h"

#include <set>

namespace engine {

ConfusionMatrix::ConfusionMatrix(std::vector<double> values, std::vector<std::string> names)
    : m_values(std::move(values))
    , m_names(std::move(names))
    , m_counts(m_values.size() * m_values.size())
{
}

void ConfusionMatrix::add(std::size_t row, std::size_t column, std::size_t count)
{
    m_counts[row * size() + column] += count;
    m_total += count;
}

std::size_t ConfusionMatrix::rowTotal(std::size_t row) const
{
    std::size_t sum = 0;
    for (std::size_t column = 0; column < size(); ++column)
        sum += at(row, column);
    return sum;
}

std::size_t ConfusionMatrix::columnTotal(std::size_t column) const
{
    std::size_t sum = 0;
    for (std::size_t row = 0; row < size(); ++row)
        sum += at(row, column);
    return sum;
}

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
