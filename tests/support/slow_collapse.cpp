#include "tests/support/slow_collapse.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace engine::test {

namespace {

using Numbers = std::vector<long double>;
constexpr long double nan = std::numeric_limits<long double>::quiet_NaN();

bool hasNan(const Numbers& values)
{
    return std::any_of(values.begin(), values.end(), [](long double v) { return std::isnan(v); });
}

/// From the first on, so that -0 alone stays -0.
long double sum(const Numbers& values)
{
    long double total = values.front();
    for (std::size_t i = 1; i < values.size(); ++i)
        total += values[i];
    return total;
}

long double mean(const Numbers& values)
{
    return sum(values) / values.size();
}

long double quantile(Numbers values, long double fraction)
{
    if (hasNan(values))
        return nan;
    std::sort(values.begin(), values.end());
    const long double position = fraction * (values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(position));
    const long double part = position - below;
    return part == 0 ? values[below] : values[below] * (1 - part) + values[below + 1] * part;
}

long double standardDeviation(const Numbers& values)
{
    Numbers squares;
    for (const long double value : values)
        squares.push_back((value - mean(values)) * (value - mean(values)));
    return std::sqrt(mean(squares));
}

long double largest(const Numbers& values)
{
    return hasNan(values) ? nan : *std::max_element(values.begin(), values.end());
}

long double smallest(const Numbers& values)
{
    return hasNan(values) ? nan : *std::min_element(values.begin(), values.end());
}

long double weightedMean(const Numbers& values, const std::vector<SlowRow>& rows)
{
    Numbers products;
    Numbers weights;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        weights.push_back(rows[i].end - rows[i].start);
        products.push_back(weights[i] * values[i]);
    }
    return sum(products) / sum(weights);
}

long double slope(const Numbers& values, const std::vector<SlowRow>& rows)
{
    if (rows.size() == 1)
        return 0;
    // In double, as anybody computes it: centres that differ by less are the same time.
    const auto centre = [](const SlowRow& row) { return static_cast<double>((row.start + row.end) / 2); };
    Numbers times;
    for (const SlowRow& row : rows)
        times.push_back(centre(row) - centre(rows.front()));
    Numbers products;
    Numbers squares;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        products.push_back((times[i] - mean(times)) * (values[i] - mean(values)));
        squares.push_back((times[i] - mean(times)) * (times[i] - mean(times)));
    }
    return sum(squares) == 0 ? 0 : sum(products) / sum(squares);
}

long double compute(const CollapseFunction& function, const Numbers& values, const std::vector<SlowRow>& rows)
{
    const std::string& name = function.name;
    if (name == "max")
        return largest(values);
    if (name == "min")
        return smallest(values);
    if (name == "range")
        return largest(values) - smallest(values);
    if (name == "sum")
        return sum(values);
    if (name == "median")
        return quantile(values, 0.5L);
    if (name == "quantile")
        return quantile(values, function.quantile);
    if (name == "std")
        return standardDeviation(values);
    if (name == "slope")
        return slope(values, rows);
    if (name == "duration_weighted_mean")
        return weightedMean(values, rows);
    return mean(values); // mean, mean_or_passthrough, mean_keepdims
}

bool isUnsigned(ElementType type)
{
    return type >= ElementType::UInt8 && type <= ElementType::UInt64;
}

ElementType resultType(const std::string& name, ElementType type)
{
    if (name == "duration_weighted_mean")
        return ElementType::Float64;
    if (!isInteger(type) || name == "max" || name == "min" || name == "range")
        return type;
    if (name == "sum")
        return isUnsigned(type) ? ElementType::UInt64 : ElementType::Int64;
    return ElementType::Float64;
}

/// A NumPy array.
struct Array {
    ElementType type = ElementType::Float64;
    std::vector<std::size_t> shape;
    std::vector<SlowCell> cells;
};

Array stacked(const SlowEntry& rows)
{
    Array array{rows.featureType, rows.extents, {}};
    array.shape.insert(array.shape.begin(), rows.rows.size());
    for (const SlowRow& row : rows.rows)
        array.cells.insert(array.cells.end(), row.cells.begin(), row.cells.end());
    return array;
}

Array apply(const CollapseFunction& function, const SlowEntry& rows)
{
    const std::string& name = function.name;
    if (name == "first")
        return {rows.featureType, rows.extents, rows.rows.front().cells};
    if (name == "last")
        return {rows.featureType, rows.extents, rows.rows.back().cells};
    if (name == "count")
        return {ElementType::Float64, {1}, {{static_cast<long double>(rows.rows.size()), {}}}};
    if (isText(rows.featureType)) {
        if (name == "mean_or_passthrough")
            return stacked(rows);
        throw SlowFailure{{"collapse_failed"}};
    }
    Array result{resultType(name, rows.featureType), rows.extents, {}};
    if (name == "mean_keepdims")
        result.shape.insert(result.shape.begin(), 1);
    for (std::size_t column = 0; column < rows.rows.front().cells.size(); ++column) {
        Numbers values;
        for (const SlowRow& row : rows.rows)
            values.push_back(isInteger(result.type) ? row.cells[column].number
                                                    : static_cast<double>(row.cells[column].number));
        result.cells.push_back({rounded(compute(function, values, rows.rows), result.type), {}});
    }
    return result;
}

/// numpy.concatenate(arrays, axis=0).
Array concatenated(const std::vector<Array>& arrays)
{
    Array all{arrays.front().type, arrays.front().shape, {}};
    all.shape.front() = 0;
    for (const Array& array : arrays) {
        const bool fits = array.shape.size() == all.shape.size()
            && std::equal(array.shape.begin() + 1, array.shape.end(), all.shape.begin() + 1);
        // NumPy would make text of the numbers; nobody wants that
        if (!fits || isText(array.type) != isText(all.type))
            throw SlowFailure{{"collapse_failed"}};
        all.type = promoted(all.type, array.type);
        all.shape.front() += array.shape.front();
        all.cells.insert(all.cells.end(), array.cells.begin(), array.cells.end());
    }
    return all;
}

}

ElementType promoted(ElementType a, ElementType b)
{
    using enum ElementType;
    if (a == b)
        return a;
    if (isText(a) || isText(b))
        throw SlowFailure{{"data_invalid"}};
    const auto bits = [](ElementType type) {
        constexpr std::array all{16, 32, 64, 8, 16, 32, 64, 8, 16, 32, 64};
        return all[static_cast<std::size_t>(type)];
    };
    if (isFloat(a) && isFloat(b))
        return bits(a) > bits(b) ? a : b;
    if (isFloat(a) || isFloat(b)) { // a float that holds every integer of the other, float64 at most
        const int needed = std::max(bits(isFloat(a) ? a : b), 2 * bits(isFloat(a) ? b : a));
        return needed <= 16 ? Float16 : needed <= 32 ? Float32 : Float64;
    }
    if (isUnsigned(a) == isUnsigned(b))
        return bits(a) > bits(b) ? a : b;
    const int needed = std::max(bits(isUnsigned(a) ? b : a), 2 * bits(isUnsigned(a) ? a : b));
    return needed <= 16 ? Int16 : needed <= 32 ? Int32 : needed <= 64 ? Int64 : Float64;
}

long double rounded(long double value, ElementType type)
{
    constexpr long double half = 9223372036854775808.0L; // 2^63, where int64 begins again from below
    if (type == ElementType::Int64 && (value >= half || value < -half))
        return value - 2 * half * std::floor((value + half) / (2 * half));
    if (type == ElementType::Float64)
        return static_cast<double>(value);
    if (type == ElementType::Float32)
        return static_cast<float>(value);
    return value;
}

SlowEntry slowCollapse(const SlowEntry& rows, const std::vector<CollapseFunction>& functions)
{
    std::vector<Array> results;
    for (const CollapseFunction& function : functions)
        results.push_back(apply(function, rows));
    Array all = concatenated(results);
    if (all.shape.size() == 1)
        all.shape.insert(all.shape.begin(), 1);
    if (all.shape.front() != 1)
        throw SlowFailure{{"dimension_mismatch"}};

    SlowRow one{rows.rows.front().start, rows.rows.front().start, all.cells, {}};
    for (const SlowRow& row : rows.rows) {
        for (const long double time : {row.start, row.end}) {
            one.start = std::isnan(time) || std::isnan(one.start) ? nan : std::min(one.start, time);
            one.end = std::isnan(time) || std::isnan(one.end) ? nan : std::max(one.end, time);
        }
        if (!row.filled.empty())
            one.filled = one.filled.empty() || one.filled == row.filled ? row.filled : "several";
    }
    return {rows.intervalType, all.type, {all.shape.begin() + 1, all.shape.end()}, {one}};
}

}
