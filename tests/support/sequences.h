#pragma once

#include "engine/sequences/computational_sequence.h"

#include <numeric>

/// Small sequences that tests build in memory.
namespace engine::test {

/// float32 features of `width` dimensions.
inline FeatureArray floats(std::size_t width, std::vector<float> values)
{
    return {ElementType::Float32, {values.size() / width, width}, std::move(values)};
}

/// float64 features of one dimension.
inline FeatureArray doubles(std::vector<double> values)
{
    return {ElementType::Float64, {values.size(), 1}, std::move(values)};
}

inline FeatureArray integers(std::vector<std::int64_t> values, ElementType type = ElementType::Int32)
{
    return {type, {values.size(), 1}, std::move(values)};
}

inline FeatureArray texts(std::vector<std::string> values)
{
    return {ElementType::Text, {values.size(), 1}, std::move(values)};
}

/// These intervals, whose features count the rows: 0, 1, 2, ….
inline Entry numbered(std::vector<Interval> intervals, ElementType type = ElementType::Float64)
{
    std::vector<float> numbers(intervals.size());
    std::iota(numbers.begin(), numbers.end(), 0.0F);
    return {{type, std::move(intervals)}, floats(1, std::move(numbers))};
}

/// A sequence in memory with nothing but a root name as metadata.
inline ComputationalSequence sequence(const std::string& rootName,
                                      const std::vector<std::pair<std::string, Entry>>& entries)
{
    ComputationalSequence result;
    result.setMetadata({{"root name", rootName}});
    for (const auto& [id, entry] : entries)
        result.put(id, entry);
    return result;
}

}
