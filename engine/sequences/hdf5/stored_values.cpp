#include "engine/sequences/hdf5/stored_values.h"

#include "engine/core/error.h"
#include "engine/sequences/hdf5/h5_types.h"

#include <algorithm>
#include <stdexcept>

namespace engine::hdf5 {

namespace {

/// Whether the numbers in memory are those of the file. Float16 and small integers are held wider.
bool liesInMemoryAsInFile(ElementType type)
{
    return type == ElementType::Float32 || type == ElementType::Float64 || type == ElementType::Int64
        || type == ElementType::UInt64;
}

void convert(ElementType type, std::span<const std::byte> from, std::size_t elements,
             std::vector<std::byte>& to)
{
    silence();
    const Handle stored = fileType(type);
    to.assign(from.begin(), from.end()); // the library converts in place, to elements that are no wider here
    if (elements > 0
        && H5Tconvert(memoryType(type), stored.id(), elements, to.data(), nullptr, H5P_DEFAULT) < 0)
        throw std::runtime_error("HDF5 cannot convert to " + name(type));
    to.resize(elements * H5Tget_size(stored.id()));
}

}

void requireHeld(const FeatureArray& array, const std::string& file)
{
    const auto* numbers = std::get_if<std::vector<std::int64_t>>(&array.values);
    if (!numbers)
        return;
    const auto [low, high] = integerLimits(array.type);
    for (const std::int64_t number : *numbers) {
        if (number < low || number > high)
            throw FormatError("data_invalid", file,
                              std::to_string(number) + " cannot be written as " + name(array.type)
                                  + " (which has " + std::to_string(low) + " to " + std::to_string(high)
                                  + ")");
    }
}

std::span<const std::byte> storedBytes(const FeatureArray& array, std::size_t first, std::size_t count,
                                       std::vector<std::byte>& scratch)
{
    const std::size_t length = array.rowLength();
    return std::visit(
        [&](const auto& values) -> std::span<const std::byte> {
            const auto part = std::as_bytes(std::span(values).subspan(first * length, count * length));
            if (liesInMemoryAsInFile(array.type))
                return part;
            convert(array.type, part, count * length, scratch);
            return scratch;
        },
        array.values);
}

std::span<const std::byte> storedBytes(ElementType type, std::span<const Interval> intervals,
                                       std::vector<std::byte>& scratch)
{
    static_assert(sizeof(Interval) == 2 * sizeof(double), "intervals lie in memory as in the file");
    if (type == ElementType::Float64)
        return std::as_bytes(intervals);
    const FeatureArray array = asArray(type, intervals);
    const auto bytes = storedBytes(array, 0, array.rows(), scratch);
    if (bytes.data() != scratch.data())
        scratch.assign(bytes.begin(), bytes.end());
    return scratch;
}

FeatureArray asArray(ElementType type, std::span<const Interval> intervals)
{
    FeatureArray array{type, {intervals.size(), 2}, {}};
    const auto fill = [&](auto values) {
        using T = typename decltype(values)::value_type;
        values.reserve(2 * intervals.size());
        for (const Interval& interval : intervals) {
            values.push_back(static_cast<T>(interval.start));
            values.push_back(static_cast<T>(interval.end));
        }
        array.values = std::move(values);
    };
    if (isInteger(type))
        fill(std::vector<std::int64_t>{});
    else if (type == ElementType::Float64)
        fill(std::vector<double>{});
    else
        fill(std::vector<float>{});
    return array;
}

}
