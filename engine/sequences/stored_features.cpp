#include "engine/sequences/stored_features.h"

#include "engine/core/error.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace engine {

namespace {

std::size_t rowLength(const std::vector<std::size_t>& extents)
{
    return extents.empty()
        ? 0
        : std::accumulate(extents.begin() + 1, extents.end(), std::size_t{1}, std::multiplies<>());
}

void append(std::vector<float>& to, const FeatureArray::Values& values)
{
    std::visit(
        [&](const auto& from) {
            using From = typename std::decay_t<decltype(from)>::value_type;
            if constexpr (!std::is_same_v<From, std::string>) {
                to.reserve(to.size() + from.size());
                for (const From value : from)
                    to.push_back(static_cast<float>(value));
            }
        },
        values);
}

}

StoredFeatures::StoredFeatures(std::shared_ptr<const SequenceFile> file, const std::string& id, double offset)
    : m_file(std::move(file))
    , m_id(id)
{
    const auto refuse = [this](const std::string& entry, const std::string& why) {
        throw FormatError("data_invalid", m_file->path().string(),
                          "/" + m_file->groupName() + "/data/" + entry + " " + why);
    };
    for (const std::string& entry : entriesOf(*m_file, id)) {
        const EntryShape shape = m_file->shape(entry);
        const std::vector<Interval> intervals = m_file->intervals(entry).values;
        const std::vector<std::size_t>& extents = shape.features;
        if (isText(shape.featureType))
            refuse(entry, "holds text (expected numbers)");
        if (extents.size() < 2 || extents.front() != intervals.size())
            refuse(entry, "has other numbers of intervals and rows of features");
        if (!m_parts.empty() && rowLength(extents) != m_dimensions)
            refuse(entry, "has other dimensions than the segments before it");
        m_dimensions = rowLength(extents);
        m_parts.push_back({m_intervals.size(), intervals.size(), m_file->openRows(entry)});
        for (const Interval& interval : intervals)
            m_intervals.push_back({interval.start + offset, interval.end + offset});
    }
    if (offset == 0.0)
        m_timeType = timeTypeOf(*m_file, id);
    const auto isLater
        = [](const Interval& a, const Interval& b) { return !(b.start >= a.start); }; // NaN, too
    if (std::adjacent_find(m_intervals.begin(), m_intervals.end(), isLater) != m_intervals.end())
        refuse(id, "is too large to be sorted, and its rows are not in the order of time");
}

FeatureMatrix StoredFeatures::read(std::size_t first, std::size_t count) const
{
    FeatureMatrix result;
    result.rows = count;
    result.columns = m_dimensions;
    for (auto part = m_parts.begin(); part != m_parts.end() && count > 0; ++part) {
        if (first >= part->first + part->count)
            continue;
        const std::size_t rows = std::min(count, part->first + part->count - first);
        FeatureArray::Values values = part->readRows(first - part->first, rows);
        if (auto* floats = std::get_if<std::vector<float>>(&values); floats && result.values.empty())
            result.values = std::move(*floats);
        else
            append(result.values, values);
        first += rows;
        count -= rows;
    }
    return result;
}

std::size_t bytesInMemory(const SequenceFile& file, const std::string& id)
{
    std::size_t bytes = 0;
    for (const std::string& entry : entriesOf(file, id)) {
        const EntryShape shape = file.shape(entry);
        bytes += shape.features.empty() ? 0
                                        : shape.features.front() * rowLength(shape.features) * sizeof(float);
    }
    return bytes;
}

}
