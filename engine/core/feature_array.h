#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/interval.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace engine {

/// The type of an array's elements on disk; it is kept from reading to writing.
enum class ElementType {
    Float16,
    Float32,
    Float64,
    Int8,
    Int16,
    Int32,
    Int64,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    Text
};

constexpr bool isFloat(ElementType type)
{
    return type <= ElementType::Float64;
}
constexpr bool isText(ElementType type)
{
    return type == ElementType::Text;
}
constexpr bool isInteger(ElementType type)
{
    return !isFloat(type) && !isText(type);
}

/// The least and greatest number of an integer type, of those that an int64 holds as well.
std::pair<std::int64_t, std::int64_t> integerLimits(ElementType type);

/// `float32`, `int64`, `text`: as NumPy names them.
std::string name(ElementType type);

/// Features as a file holds them: any element type, rank ≥ 2, row i belonging to interval i.
///
/// Float16 and float32 are held as float, float64 as double, every integer as int64, text without trailing
/// NULs.
struct FeatureArray {
    using Values = std::variant<std::vector<float>, std::vector<double>, std::vector<std::int64_t>,
                                std::vector<std::string>>;

    ElementType type = ElementType::Float32;
    std::vector<std::size_t> shape{0, 0}; ///< rows first
    Values values;

    std::size_t rows() const { return shape.empty() ? 0 : shape.front(); }
    /// Elements of one row: the product of all but the first extent.
    std::size_t rowLength() const;

    /// The rows with these indices, in the order given. Same type and trailing extents.
    FeatureArray gather(std::span<const std::size_t> indices) const;
    /// Rows first … first + count. Same type and trailing extents.
    FeatureArray slice(std::size_t first, std::size_t count) const;
    /// N × rowLength as float32. @throws ShapeError (`data_invalid`) for text.
    FeatureMatrix toMatrix() const;
    /// Element i in row order as a double; NaN for text.
    double number(std::size_t i) const;

    friend bool operator==(const FeatureArray&, const FeatureArray&) = default;
};

/// Intervals as a file holds them. Values are doubles; `type` says with which precision they came and go.
struct IntervalArray {
    ElementType type = ElementType::Float64;
    std::vector<Interval> values;

    std::size_t rows() const { return values.size(); }
    friend bool operator==(const IntervalArray&, const IntervalArray&) = default;
};

/// One video's (or one segment's) part of a computational sequence.
struct Entry {
    IntervalArray intervals;
    FeatureArray features;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Rows first … first + count of an entry, without copying them.
struct EntryRows {
    const Entry* entry = nullptr;
    std::size_t first = 0;
    std::size_t count = 0;

    EntryRows(const Entry& whole) : entry(&whole), count(whole.intervals.rows()) { }
    EntryRows(const Entry& whole, std::size_t firstRow, std::size_t rowCount)
        : entry(&whole)
        , first(firstRow)
        , count(rowCount)
    {
    }
    std::span<const Interval> intervals() const
    {
        return std::span(entry->intervals.values).subspan(first, count);
    }
    /// The rows as an entry of their own.
    Entry copy() const;
};

/// The type that holds both, as NumPy promotes them: float32 with float64 gives float64, with int8 float32,
/// with int32 float64.
/// @throws ShapeError (`data_invalid`) for text with numbers.
ElementType commonType(ElementType a, ElementType b);

/// The rows of all parts, one after the other, in their common type.
/// @throws ShapeError (`data_invalid`) when the trailing extents differ.
FeatureArray concatenate(std::span<const FeatureArray> parts);
IntervalArray concatenate(std::span<const IntervalArray> parts);

}
