#include "engine/core/feature_array.h"

#include "engine/core/error.h"

#include <array>
#include <limits>
#include <numeric>

namespace engine {

namespace {

template <typename To>
std::vector<To> converted(const FeatureArray::Values& values)
{
    return std::visit(
        [](const auto& from) {
            using From = typename std::decay_t<decltype(from)>::value_type;
            if constexpr (std::is_same_v<From, To>) {
                return from;
            } else if constexpr (std::is_same_v<From, std::string> || std::is_same_v<To, std::string>) {
                throw ShapeError("data_invalid", "Text features cannot be used as numbers.");
                return std::vector<To>{};
            } else {
                std::vector<To> to(from.size());
                std::transform(from.begin(), from.end(), to.begin(),
                               [](From value) { return static_cast<To>(value); });
                return to;
            }
        },
        values);
}

template <typename T>
FeatureArray::Values joined(std::span<const FeatureArray> parts)
{
    std::vector<T> all;
    for (const FeatureArray& part : parts) {
        const std::vector<T> values = converted<T>(part.values);
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

}

namespace {

int bitsOf(ElementType type)
{
    constexpr std::array bits{16, 32, 64, 8, 16, 32, 64, 8, 16, 32, 64, 0};
    return bits[static_cast<std::size_t>(type)];
}

bool isUnsigned(ElementType type)
{
    return type >= ElementType::UInt8 && type <= ElementType::UInt64;
}

}

std::pair<std::int64_t, std::int64_t> integerLimits(ElementType type)
{
    const auto limits = []<typename T>(T) {
        return std::pair<std::int64_t, std::int64_t>(std::numeric_limits<T>::min(),
                                                     std::numeric_limits<T>::max());
    };
    switch (type) {
    case ElementType::Int8:
        return limits(std::int8_t{});
    case ElementType::Int16:
        return limits(std::int16_t{});
    case ElementType::Int32:
        return limits(std::int32_t{});
    case ElementType::UInt8:
        return limits(std::uint8_t{});
    case ElementType::UInt16:
        return limits(std::uint16_t{});
    case ElementType::UInt32:
        return limits(std::uint32_t{});
    case ElementType::UInt64:
        return {0, std::numeric_limits<std::int64_t>::max()};
    default:
        return limits(std::int64_t{});
    }
}

std::string name(ElementType type)
{
    constexpr std::array names{"float16", "float32", "float64", "int8",   "int16",  "int32",
                               "int64",   "uint8",   "uint16",  "uint32", "uint64", "text"};
    return names[static_cast<std::size_t>(type)];
}

std::size_t FeatureArray::rowLength() const
{
    if (shape.empty())
        return 0;
    return std::accumulate(shape.begin() + 1, shape.end(), std::size_t{1}, std::multiplies<>());
}

FeatureArray FeatureArray::gather(std::span<const std::size_t> indices) const
{
    FeatureArray result{type, shape, {}};
    result.shape.front() = indices.size();
    const std::size_t length = rowLength();
    std::visit(
        [&](const auto& from) {
            std::decay_t<decltype(from)> to;
            to.reserve(indices.size() * length);
            for (const std::size_t index : indices) {
                const auto first = from.begin() + static_cast<std::ptrdiff_t>(index * length);
                to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(length));
            }
            result.values = std::move(to);
        },
        values);
    return result;
}

FeatureArray FeatureArray::slice(std::size_t first, std::size_t count) const
{
    FeatureArray result{type, shape, {}};
    result.shape.front() = count;
    const auto length = static_cast<std::ptrdiff_t>(rowLength());
    std::visit(
        [&](const auto& from) {
            const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first) * length;
            result.values
                = std::decay_t<decltype(from)>(begin, begin + static_cast<std::ptrdiff_t>(count) * length);
        },
        values);
    return result;
}

double FeatureArray::number(std::size_t i) const
{
    return std::visit(
        [i](const auto& held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::string>>)
                return std::numeric_limits<double>::quiet_NaN();
            else
                return static_cast<double>(held.at(i));
        },
        values);
}

FeatureMatrix FeatureArray::toMatrix() const
{
    FeatureMatrix matrix;
    matrix.rows = rows();
    matrix.columns = rowLength();
    matrix.values = converted<float>(values);
    return matrix;
}

Entry EntryRows::copy() const
{
    const std::span<const Interval> part = intervals();
    return {{entry->intervals.type, {part.begin(), part.end()}}, entry->features.slice(first, count)};
}

ElementType commonType(ElementType a, ElementType b)
{
    if (a == b)
        return a;
    if (isText(a) || isText(b))
        throw ShapeError("data_invalid", "Text and numbers cannot be joined in one sequence.");
    using enum ElementType;
    if (isFloat(a) && isFloat(b))
        return std::max(a, b);
    if (isFloat(a) || isFloat(b)) { // the float that holds every such integer, float64 at most
        const int bits = std::max(bitsOf(isFloat(a) ? a : b), 2 * bitsOf(isFloat(a) ? b : a));
        return bits == 16 ? Float16 : bits == 32 ? Float32 : Float64;
    }
    if (isUnsigned(a) == isUnsigned(b))
        return std::max(a, b);
    const int bits = std::max(bitsOf(isUnsigned(a) ? b : a), 2 * bitsOf(isUnsigned(a) ? a : b));
    return bits == 16 ? Int16 : bits == 32 ? Int32 : bits == 64 ? Int64 : Float64;
}

FeatureArray concatenate(std::span<const FeatureArray> parts)
{
    if (parts.empty())
        return {};
    FeatureArray result{parts.front().type, parts.front().shape, {}};
    result.shape.front() = 0;
    for (const FeatureArray& part : parts) {
        if (!std::equal(part.shape.begin() + 1, part.shape.end(), result.shape.begin() + 1,
                        result.shape.end()))
            throw ShapeError("data_invalid", "Entries of one video differ in the width of their features.");
        result.type = commonType(result.type, part.type);
        result.shape.front() += part.rows();
    }
    if (isText(result.type))
        result.values = joined<std::string>(parts);
    else if (isInteger(result.type))
        result.values = joined<std::int64_t>(parts);
    else if (result.type == ElementType::Float64)
        result.values = joined<double>(parts);
    else
        result.values = joined<float>(parts);
    return result;
}

IntervalArray concatenate(std::span<const IntervalArray> parts)
{
    if (parts.empty())
        return {};
    IntervalArray result{parts.front().type, {}};
    for (const IntervalArray& part : parts) {
        result.type = commonType(result.type, part.type);
        result.values.insert(result.values.end(), part.values.begin(), part.values.end());
    }
    return result;
}

}
