#include "engine/alignment/collapse.h"

#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"

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

/// From the first value on, not from zero: what is -0 alone stays -0.
double sum(std::span<const double> values)
{
    return std::accumulate(values.begin() + 1, values.end(), values.front());
}

double mean(std::span<const double> values)
{
    return sum(values) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    const double centre = mean(values);
    double squares = 0.0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

double quantileOf(std::span<const double> values, double fraction)
{
    if (anyNan(values))
        return std::nan("");
    return quantile(std::vector<double>(values.begin(), values.end()), fraction);
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
    if (values.size() == 1)
        return 0.0;
    // From the first centre on, so that equal centres differ by exactly 0, whatever their distance from time
    // 0.
    const auto time = [&](const Interval& interval) {
        return (interval.start + interval.end) / 2.0
            - (intervals.front().start + intervals.front().end) / 2.0;
    };
    const double valueMean = mean(values);
    double timeSum = 0.0;
    for (const Interval& interval : intervals)
        timeSum += time(interval);
    const double timeMean = timeSum / static_cast<double>(intervals.size());
    double product = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double distance = time(intervals[i]) - timeMean;
        product += distance * (values[i] - valueMean);
        squares += distance * distance;
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
        return [](Values v, Times) { return sum(v); };
    if (name == "median")
        return [](Values v, Times) { return quantileOf(v, 0.5); };
    if (name == "quantile")
        return [fraction = function.quantile](Values v, Times) { return quantileOf(v, fraction); };
    if (name == "std")
        return [](Values v, Times) { return standardDeviation(v); };
    if (name == "slope")
        return slope;
    if (name == "duration_weighted_mean")
        return weightedMean;
    return [](Values v, Times) { return mean(v); };
}

bool keepsIntegers(const std::string& function)
{
    return function == "max" || function == "min" || function == "sum" || function == "range";
}

ElementType resultType(const std::string& function, ElementType type)
{
    if (function == "duration_weighted_mean")
        return ElementType::Float64;
    if (!isInteger(type))
        return type;
    if (!keepsIntegers(function))
        return ElementType::Float64;
    if (function == "sum")
        return type >= ElementType::UInt8 ? ElementType::UInt64 : ElementType::Int64;
    return type;
}

FeatureArray::Values asValues(const std::vector<double>& numbers, ElementType type)
{
    if (type == ElementType::Float64)
        return numbers;
    return std::vector<float>(numbers.begin(), numbers.end());
}

/// Integers stay what they are: they may have more digits than a double holds.
/// @throws ShapeError (`collapse_failed`) when the result's type cannot hold it.
std::int64_t ofIntegers(const std::string& function, ElementType type, std::span<const std::int64_t> column)
{
    const auto [smallest, largest] = std::minmax_element(column.begin(), column.end());
    if (function == "max")
        return *largest;
    if (function == "min")
        return *smallest;
    __extension__ using Wide = __int128; // the sum of 2^63 numbers fits into it
    const Wide result = function == "sum" ? std::accumulate(column.begin(), column.end(), Wide{0})
                                          : Wide{*largest} - *smallest;
    const auto [low, high] = integerLimits(type);
    if (result < low || result > high)
        throw ShapeError(
            "collapse_failed",
            fmt::format("'{}' of the integers gives a number that {} cannot hold ({:.0f}, but it goes up to "
                        "{}); use max and min, or store the features as a wider type.",
                        function, name(type), static_cast<double>(result), high));
    return static_cast<std::int64_t>(result);
}

/// The rows as columns of numbers: D × M, so that each function reads one dimension in one piece.
template <typename Number>
std::vector<Number> columns(const FeatureArray& features)
{
    const std::size_t rows = features.rows();
    const std::size_t width = features.rowLength();
    std::vector<Number> result(rows * width);
    std::visit(
        [&](const auto& values) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>) {
                for (std::size_t row = 0; row < rows; ++row) {
                    for (std::size_t column = 0; column < width; ++column)
                        result[column * rows + row] = static_cast<Number>(values[row * width + column]);
                }
            }
        },
        features.values);
    return result;
}

/// What a function makes of each column.
template <typename Number, typename Compute>
std::vector<Number> overColumns(const FeatureArray& features, const Compute& compute)
{
    const std::vector<Number> table = columns<Number>(features);
    std::vector<Number> results;
    results.reserve(features.rowLength());
    for (std::size_t column = 0; column < features.rowLength(); ++column)
        results.push_back(compute(std::span(table).subspan(column * features.rows(), features.rows())));
    return results;
}

/// One function's result, of the shape that it has in NumPy: that of one row, D, without the axis of the
/// rows.
FeatureArray apply(const CollapseFunction& function, const Entry& rows)
{
    const FeatureArray& features = rows.features;
    std::vector<std::size_t> oneRow(features.shape.begin() + 1, features.shape.end());
    if (function.name == "first" || function.name == "last") {
        FeatureArray row = features.slice(function.name == "first" ? 0 : features.rows() - 1, 1);
        row.shape = oneRow;
        return row;
    }
    if (function.name == "count")
        return {ElementType::Float64, {1}, std::vector<double>{static_cast<double>(features.rows())}};
    if (isText(features.type)) {
        if (function.name == "mean_or_passthrough")
            return features;
        throw ShapeError(
            "collapse_failed",
            fmt::format("'{}' cannot collapse text; use mean_or_passthrough, first or last.", function.name));
    }
    const ElementType type = resultType(function.name, features.type);
    if (function.name == "mean_keepdims")
        oneRow.insert(oneRow.begin(), 1);
    if (isInteger(type))
        return {type, oneRow, overColumns<std::int64_t>(features, [&](std::span<const std::int64_t> column) {
                    return ofIntegers(function.name, type, column);
                })};
    const ColumnFunction compute = columnFunction(function);
    return {type, oneRow,
            asValues(overColumns<double>(features,
                                         [&](std::span<const double> column) {
                                             return compute(column, rows.intervals.values);
                                         }),
                     type)};
}

/// Results one after the other along their first axis, as NumPy joins them.
FeatureArray joined(const std::vector<FeatureArray>& results)
{
    const std::vector<std::size_t>& shape = results.front().shape;
    for (const FeatureArray& result : results) {
        if (isText(result.type) != isText(results.front().type))
            throw ShapeError("collapse_failed",
                             "Functions that give text cannot be joined with such that give numbers.");
        if (!std::equal(result.shape.begin() + 1, result.shape.end(), shape.begin() + 1, shape.end()))
            throw ShapeError("collapse_failed",
                             fmt::format("The collapse functions give {} and {}, which cannot be joined.",
                                         fmt::join(shape, "×"), fmt::join(result.shape, "×")));
    }
    return results.size() == 1 ? results.front() : concatenate(results);
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

    FeatureArray row = joined(results);
    if (row.shape.size() == 1)
        row.shape.insert(row.shape.begin(), 1);
    if (row.rows() != 1)
        throw ShapeError(
            "dimension_mismatch",
            "The collapse functions give more than one row for one interval (text, features of rank 3, or "
            "several mean_keepdims).");
    return {{rows.intervals.type, {extent(rows.intervals.values)}}, std::move(row)};
}

}
