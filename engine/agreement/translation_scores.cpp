#include "engine/agreement/translation_scores.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace engine {

void TranslationScores::add(std::span<const double> written, std::span<const double> truth)
{
    if (m_steps == 0)
        m_columns.resize(truth.size());
    if (written.size() != truth.size() || truth.size() != m_columns.size())
        throw ShapeError("bad_inputs", "A translated step has another number of features than the true one.");
    ++m_steps;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const double said = written[i], is = truth[i];
        m_squaredErrors += (said - is) * (said - is);
        m_squaredTruths += is * is;
        Column& column = m_columns[i];
        const double fromWritten = said - column.meanWritten, fromTruth = is - column.meanTruth;
        column.meanWritten += fromWritten / static_cast<double>(m_steps);
        column.meanTruth += fromTruth / static_cast<double>(m_steps);
        column.squaresWritten += fromWritten * (said - column.meanWritten);
        column.squaresTruth += fromTruth * (is - column.meanTruth);
        column.products += fromWritten * (is - column.meanTruth);
    }
}

std::optional<double> TranslationScores::meanSquareError() const
{
    if (m_steps == 0)
        return std::nullopt;
    return m_squaredErrors / static_cast<double>(m_steps * m_columns.size());
}

std::optional<double> TranslationScores::ratio() const
{
    if (m_squaredTruths == 0.0)
        return std::nullopt;
    return m_squaredErrors / m_squaredTruths;
}

std::vector<std::optional<double>> TranslationScores::correlations() const
{
    constexpr double constant = 1e-12; // of the size of the values: what rounding leaves of a constant
    std::vector<std::optional<double>> all;
    for (const Column& column : m_columns) {
        const auto isConstant = [&](double squares, double mean) {
            return squares <= constant * static_cast<double>(m_steps) * std::max(mean * mean, 1e-30);
        };
        if (isConstant(column.squaresWritten, column.meanWritten)
            || isConstant(column.squaresTruth, column.meanTruth))
            all.emplace_back();
        else
            all.emplace_back(column.products / std::sqrt(column.squaresWritten * column.squaresTruth));
    }
    return all;
}

std::optional<double> TranslationScores::correlation() const
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const std::optional<double>& r : correlations()) {
        sum += r.value_or(0.0);
        count += r ? 1 : 0;
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

}
