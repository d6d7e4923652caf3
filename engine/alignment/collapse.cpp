#include "engine/alignment/collapse.h"

#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <numeric>

namespace engine {

namespace {

const std::array<std::string, 15>& names()
{
    static const std::array<std::string, 15> all{"mean",
                                                 "max",
                                                 "min",
                                                 "sum",
                                                 "median",
                                                 "std",
                                                 "first",
                                                 "last",
                                                 "range",
                                                 "slope",
                                                 "quantile",
                                                 "count",
                                                 "duration_weighted_mean",
                                                 "mean_or_passthrough",
                                                 "mean_keepdims"};
    return all;
}

/// The values of one dimension over M rows → one number.
using ColumnFunction
    = std::function<double(std::span<const double> column, std::span<const Interval> intervals)>;

/// NumPy lets a NaN win; comparisons alone would lose it.
bool anyNan(std::span<const double> values)
{
    return std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    const double centre = mean(values);
    double squares = 0.0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

double quantile(std::span<const double> values, double fraction)
{
    if (anyNan(values))
        return std::nan("");
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const double position = fraction * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = position - static_cast<double>(below);
    return part == 0.0 ? sorted[below] : sorted[below] * (1.0 - part) + sorted[above] * part;
}

double extreme(std::span<const double> values, bool largest)
{
    if (anyNan(values))
        return std::nan("");
    return largest ? *std::max_element(values.begin(), values.end())
                   : *std::min_element(values.begin(), values.end());
}

double weightedMean(std::span<const double> values, std::span<const Interval> intervals)
{
    double total = 0.0;
    double weights = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double weight = intervals[i].length();
        total += weight * values[i];
        weights += weight;
    }
    return total / weights;
}

/// Least-squares slope over the centres of the intervals, per second; 0 for a single row.
double slope(std::span<const double> values, std::span<const Interval> intervals)
{
    const double valueMean = mean(values);
    double timeMean = 0.0;
    for (const Interval& interval : intervals)
        timeMean += (interval.start + interval.end) / 2.0 / static_cast<double>(intervals.size());
    double product = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double time = (intervals[i].start + intervals[i].end) / 2.0 - timeMean;
        product += time * (values[i] - valueMean);
        squares += time * time;
    }
    return squares == 0.0 ? 0.0 : product / squares;
}

ColumnFunction columnFunction(const CollapseFunction& function)
{
    using Values = std::span<const double>;
    using Times = std::span<const Interval>;
    const std::string& name = function.name;
    if (name == "max")
        return [](Values v, Times) { return extreme(v, true); };
    if (name == "min")
        return [](Values v, Times) { return extreme(v, false); };
    if (name == "range")
        return [](Values v, Times) { return extreme(v, true) - extreme(v, false); };
    if (name == "sum")
        return [](Values v, Times) { return std::accumulate(v.begin(), v.end(), 0.0); };
    if (name == "median")
        return [](Values v, Times) { return quantile(v, 0.5); };
    if (name == "quantile")
        return [fraction = function.quantile](Values v, Times) { return quantile(v, fraction); };
    if (name == "std")
        return [](Values v, Times) { return standardDeviation(v); };
    if (name == "slope")
        return slope;
    if (name == "duration_weighted_mean")
        return weightedMean;
    return [](Values v, Times) { return mean(v); };
}

ElementType resultType(const std::string& function, ElementType type)
{
    if (function == "count" || function == "duration_weighted_mean")
        return ElementType::Float64;
    const bool keepsIntegers
        = function == "max" || function == "min" || function == "sum" || function == "range";
    if (isInteger(type) && !keepsIntegers)
        return ElementType::Float64;
    return function == "sum" && isInteger(type) ? ElementType::Int64 : type;
}

FeatureArray::Values asValues(const std::vector<double>& numbers, ElementType type)
{
    if (isInteger(type)) {
        std::vector<std::int64_t> values;
        for (const double number : numbers)
            values.push_back(static_cast<std::int64_t>(number));
        return values;
    }
    if (type == ElementType::Float64)
        return numbers;
    return std::vector<float>(numbers.begin(), numbers.end());
}

/// The rows as columns of doubles: D × M, so that each function reads one dimension in one piece.
std::vector<double> columns(const FeatureArray& features)
{
    const std::size_t rows = features.rows();
    const std::size_t width = features.rowLength();
    std::vector<double> result(rows * width);
    std::visit(
        [&](const auto& values) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>) {
                for (std::size_t row = 0; row < rows; ++row) {
                    for (std::size_t column = 0; column < width; ++column)
                        result[column * rows + row] = static_cast<double>(values[row * width + column]);
                }
            }
        },
        features.values);
    return result;
}

/// One function's result as a matrix; functions over rank-3 features give a matrix of more rows, as NumPy
/// does.
FeatureArray apply(const CollapseFunction& function, const Entry& rows)
{
    const FeatureArray& features = rows.features;
    if (function.name == "first" || function.name == "last") {
        const std::size_t index = function.name == "first" ? 0 : features.rows() - 1;
        return features.gather(std::array{index});
    }
    if (function.name == "count")
        return {ElementType::Float64, {1, 1}, std::vector<double>{static_cast<double>(features.rows())}};
    if (isText(features.type)) {
        if (function.name == "mean_or_passthrough")
            return features;
        throw ShapeError(
            "collapse_failed",
            fmt::format("'{}' cannot collapse text; use mean_or_passthrough, first or last.", function.name));
    }
    const ElementType type = resultType(function.name, features.type);
    const ColumnFunction compute = columnFunction(function);
    const std::vector<double> table = columns(features);
    std::vector<double> results;
    results.reserve(features.rowLength());
    for (std::size_t column = 0; column < features.rowLength(); ++column)
        results.push_back(compute(std::span(table).subspan(column * features.rows(), features.rows()),
                                  rows.intervals.values));
    const std::size_t resultRows = features.shape.size() > 2 ? features.shape[1] : 1;
    return {type,
            {resultRows, features.rowLength() / std::max<std::size_t>(1, resultRows)},
            asValues(results, type)};
}

/// Results side by side: each is one row.
FeatureArray joined(const std::vector<FeatureArray>& results)
{
    if (results.size() == 1)
        return results.front();
    std::vector<FeatureArray> turned; // joining columns of 1×D is joining rows of D×1
    for (const FeatureArray& result : results)
        turned.push_back({result.type, {result.rowLength(), 1}, result.values});
    FeatureArray row = concatenate(turned);
    row.shape = {1, row.rows()};
    return row;
}

}

CollapseFunction CollapseFunction::parse(const std::string& text)
{
    CollapseFunction function{text.substr(0, text.find(':'))};
    const auto& known = names();
    const bool hasArgument = text.size() > function.name.size();
    bool valid = std::find(known.begin(), known.end(), function.name) != known.end()
        && hasArgument == (function.name == "quantile");
    if (valid && hasArgument) {
        const char* first = text.data() + function.name.size() + 1;
        const char* last = text.data() + text.size();
        const auto [end, error] = std::from_chars(first, last, function.quantile);
        valid = error == std::errc() && end == last && function.quantile >= 0.0 && function.quantile <= 1.0;
    }
    if (!valid)
        throw FormatError(
            "recipe_invalid", "collapse",
            fmt::format("'{}' is not a collapse function; known are {} (quantile as quantile:0.25)", text,
                        fmt::join(known, ", ")));
    return function;
}

std::string CollapseFunction::toString() const
{
    return name == "quantile" ? fmt::format("quantile:{}", quantile) : name;
}

std::span<const std::string> collapseFunctionNames()
{
    return names();
}

Interval extent(std::span<const Interval> intervals)
{
    Interval all{intervals.front().start, intervals.front().start};
    for (const Interval& interval : intervals) {
        if (std::isnan(interval.start) || std::isnan(interval.end))
            return {std::nan(""), std::nan("")};
        all.start = std::min({all.start, interval.start, interval.end});
        all.end = std::max({all.end, interval.start, interval.end});
    }
    return all;
}

Entry collapse(const Entry& rows, std::span<const CollapseFunction> functions)
{
    if (functions.empty() || rows.intervals.values.empty())
        return rows;
    std::vector<FeatureArray> results;
    for (const CollapseFunction& function : functions)
        results.push_back(apply(function, rows));

    const auto keepsDimensions = [](const CollapseFunction& f) { return f.name == "mean_keepdims"; };
    const bool oneRowEach
        = std::all_of(results.begin(), results.end(), [](const FeatureArray& r) { return r.rows() == 1; });
    const auto stacked = std::count_if(functions.begin(), functions.end(), keepsDimensions);
    if (stacked > 0 && static_cast<std::size_t>(stacked) < functions.size())
        throw ShapeError("collapse_failed",
                         "mean_keepdims gives a matrix and cannot be joined with other functions.");
    if (!oneRowEach || stacked > 1)
        throw ShapeError(
            "dimension_mismatch",
            "The collapse functions give more than one row for one interval (text, features of rank 3, or "
            "several mean_keepdims).");
    return {{rows.intervals.type, {extent(rows.intervals.values)}}, joined(results)};
}

}
