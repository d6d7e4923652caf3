#include "engine/sequences/timed_features.h"

#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>
#include <numeric>

namespace engine {

namespace {

/// The entries of one video in one piece, sorted by start.
Entry joinedEntry(const CsdFile& file, const std::string& id)
{
    std::vector<IntervalArray> intervals;
    std::vector<FeatureArray> features;
    const auto take = [&](const std::string& entryId) {
        Entry entry = file.entry(entryId);
        intervals.push_back(std::move(entry.intervals));
        features.push_back(std::move(entry.features));
    };
    if (file.contains(id))
        take(id);
    const std::string prefix = id + "[";
    for (auto next = std::lower_bound(file.ids().begin(), file.ids().end(), prefix);
         next != file.ids().end() && next->starts_with(prefix); ++next)
        take(*next);

    Entry all{concatenate(intervals), concatenate(features)};
    std::vector<std::size_t> order(all.intervals.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return all.intervals.values[a].start < all.intervals.values[b].start;
    });
    IntervalArray sorted{all.intervals.type, {}};
    for (const std::size_t row : order)
        sorted.values.push_back(all.intervals.values[row]);
    return {std::move(sorted), all.features.gather(order)};
}

}

TimedFeatures readFeatures(const CsdFile& file, const std::string& id)
{
    Entry entry = joinedEntry(file, id);
    return {std::move(entry.intervals.values), entry.features.toMatrix()};
}

TimedText readText(const CsdFile& file, const std::string& id)
{
    Entry entry = joinedEntry(file, id);
    TimedText text{std::move(entry.intervals.values), {}};
    if (text.intervals.empty())
        return text;
    const auto* texts = std::get_if<std::vector<std::string>>(&entry.features.values);
    if (!texts || entry.features.rowLength() != 1)
        throw FormatError("data_invalid", file.path().string(),
                          "/" + file.rootName() + "/data/" + id
                              + "/features holds numbers (expected one text per interval)");
    text.texts = *texts;
    return text;
}

}
