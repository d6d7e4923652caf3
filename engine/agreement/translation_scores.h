#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// How near translated steps are to the true ones, in float64. Steps that are padding are not to be added.
class TranslationScores {
public:
    /// One more step: its D features as they were written, and as they are. @throws ShapeError when D
    /// differs.
    void add(std::span<const double> written, std::span<const double> truth);

    std::size_t steps() const { return m_steps; }
    /// The mean square error over all steps and features; undefined without steps.
    std::optional<double> meanSquareError() const;
    /// It divided by the error of always answering 0, the mean after normalisation; undefined when the truth
    /// is 0 throughout.
    std::optional<double> ratio() const;
    /// Pearson's r of each feature; undefined where written or true values are constant.
    std::vector<std::optional<double>> correlations() const;
    /// The mean of those that are defined.
    std::optional<double> correlation() const;

private:
    struct Column {
        double meanWritten = 0.0, meanTruth = 0.0;
        double squaresWritten = 0.0, squaresTruth = 0.0, products = 0.0; ///< about the means
    };

    std::vector<Column> m_columns;
    std::size_t m_steps = 0;
    double m_squaredErrors = 0.0, m_squaredTruths = 0.0;
};

}
