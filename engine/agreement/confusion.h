#pragma once

#include "engine/agreement/rating_table.h"

namespace engine {

/// How often one rater gave value v where another gave value w: V × V counts.
class ConfusionMatrix {
public:
    /// With more different values than this, they are measurements and not categories.
    static constexpr std::size_t kMostValues = 200;

    /// A matrix of zeros. @param values  V, ascending @param names  V, the texts by which the values are
    /// shown
    ConfusionMatrix(std::vector<double> values, std::vector<std::string> names);

    void add(std::size_t row, std::size_t column, std::size_t count = 1);

    const std::vector<double>& values() const { return m_values; }
    const std::vector<std::string>& names() const { return m_names; }
    std::size_t size() const { return m_values.size(); }
    std::size_t at(std::size_t row, std::size_t column) const { return m_counts[row * size() + column]; }
    std::size_t total() const { return m_total; }
    std::size_t rowTotal(std::size_t row) const;
    std::size_t columnTotal(std::size_t column) const;

    friend bool operator==(const ConfusionMatrix&, const ConfusionMatrix&) = default;

private:
    std::vector<double> m_values;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_counts; ///< row by row
    std::size_t m_total = 0;
};

/// The matrix of the units that both rated: rows are the values of `first`, columns those of `second`. Absent
/// when they used more than kMostValues different values.
std::optional<ConfusionMatrix> confusionMatrix(const RatingTable& table, std::size_t first,
                                               std::size_t second);

}
