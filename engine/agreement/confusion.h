#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/numbers/count_matrix.h"

namespace engine {

/// How often one rater gave value v where another gave value w, with the V values.
class ConfusionMatrix : public CountMatrix {
public:
    /// With more different values than this, they are measurements and not categories.
    static constexpr std::size_t kMostValues = 200;

    /// A matrix of zeros. @param values  V, ascending @param names  V, the texts by which the values are
    /// shown
    ConfusionMatrix(std::vector<double> values, std::vector<std::string> names)
        : CountMatrix(values.size())
        , m_values(std::move(values))
        , m_names(std::move(names))
    {
    }

    const std::vector<double>& values() const { return m_values; }
    const std::vector<std::string>& names() const { return m_names; }

    friend bool operator==(const ConfusionMatrix&, const ConfusionMatrix&) = default;

private:
    std::vector<double> m_values;
    std::vector<std::string> m_names;
};

/// The matrix of the units that both rated: rows are the values of `first`, columns those of `second`. Absent
/// when they used more than kMostValues different values.
std::optional<ConfusionMatrix> confusionMatrix(const RatingTable& table, std::size_t first,
                                               std::size_t second);

}
