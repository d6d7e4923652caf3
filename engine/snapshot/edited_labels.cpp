#include "engine/snapshot/edited_labels.h"

#include "engine/sequences/metadata.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

namespace {

/// Which label each of the file's columns shows.
std::vector<std::size_t> placesOf(const std::vector<std::string>& columns,
                                  const std::vector<std::string>& labels)
{
    std::vector<std::size_t> places;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto found = std::ranges::find(labels, columns[column]);
        places.push_back(found == labels.end() ? column : static_cast<std::size_t>(found - labels.begin()));
    }
    return places;
}

template <typename T>
T stored(double value)
{
    if constexpr (std::is_floating_point_v<T>)
        return static_cast<T>(value);
    else
        return std::isnan(value) ? T{} : static_cast<T>(std::llround(value)); // whole numbers have no NaN
}

FeatureArray arrayOf(const LabelRows& labels, const std::vector<std::size_t>& places, ElementType type)
{
    FeatureArray array{type, {labels.intervals.size(), places.size()}, {}};
    const auto fill = [&]<typename T>(std::vector<T> values) {
        for (const std::vector<double>& row : labels.values) {
            for (const std::size_t place : places)
                values.push_back(
                    stored<T>(place < row.size() ? row[place] : std::numeric_limits<double>::quiet_NaN()));
        }
        array.values = std::move(values);
    };
    if (isInteger(type))
        fill(std::vector<std::int64_t>());
    else if (type == ElementType::Float64)
        fill(std::vector<double>());
    else
        fill(std::vector<float>());
    return array;
}

}

LabelRows labelRows(const Annotation& annotation, const Tier& tier)
{
    LabelRows rows;
    for (const LabelScheme& label : tier.labels)
        rows.names.push_back(label.name);
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        rows.intervals.push_back({segment.start.seconds(), segment.end.seconds()});
        std::vector<double> values;
        for (const std::string& name : rows.names) {
            const auto found = segment.values.find(name);
            const double* number
                = found == segment.values.end() ? nullptr : std::get_if<double>(&found->second.value);
            values.push_back(number ? *number : std::numeric_limits<double>::quiet_NaN());
        }
        rows.values.push_back(std::move(values));
    }
    return rows;
}

ComputationalSequence withLabels(const std::shared_ptr<const SequenceFile>& file,
                                 const std::map<std::string, LabelRows>& labels)
{
    ComputationalSequence sequence(file);
    if (labels.empty() || file->ids().empty())
        return sequence;
    const EntryShape first = file->shape(file->ids().front());
    const std::size_t columns = first.features.size() > 1 ? first.features[1] : 1;
    const std::vector<std::string> names = dimensionNames(file->metadata(), columns);
    std::set<std::string> replaced;
    for (const auto& [video, ids] : idsByVideo(sequence.ids())) {
        if (labels.contains(video))
            replaced.insert(ids.begin(), ids.end());
    }
    std::erase_if(replaced, [&labels](const std::string& id) { return labels.contains(id); }); // put below
    sequence.remove(replaced);
    for (const auto& [video, rows] : labels) {
        Entry entry;
        entry.intervals.values = rows.intervals;
        entry.features = arrayOf(rows, placesOf(names, rows.names), first.featureType);
        sequence.put(video, std::move(entry));
    }
    return sequence;
}

}
