#include "engine/sequences/timed_features.h"

#include "engine/core/error.h"
#include "engine/sequences/entry_order.h"

#include <algorithm>
#include <optional>

namespace engine {

std::vector<std::string> entriesOf(const SequenceFile& file, const std::string& id)
{
    std::vector<std::string> ids;
    if (file.contains(id))
        ids.push_back(id);
    const std::string prefix = id + "[";
    for (auto next = std::lower_bound(file.ids().begin(), file.ids().end(), prefix);
         next != file.ids().end() && next->starts_with(prefix); ++next)
        ids.push_back(*next);
    return ids;
}

namespace {

/// The entries of one video in one piece, sorted by start.
Entry joinedEntry(const SequenceFile& file, const std::string& id)
{
    std::vector<Entry> entries;
    for (const std::string& part : entriesOf(file, id))
        entries.push_back(file.entry(part));
    if (entries.size() == 1)
        return sortedByStart(std::move(entries.front()));
    return sortedByStart(concatenate(std::vector<EntryRows>(entries.begin(), entries.end())));
}

}

TimedFeatures readFeatures(const SequenceFile& file, const std::string& id)
{
    Entry entry = joinedEntry(file, id);
    const ElementType type = timeTypeOf(file, id);
    return {std::move(entry.intervals.values), entry.features.toMatrix(), type};
}

TimedText readText(const SequenceFile& file, const std::string& id)
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

std::vector<Interval> readIntervals(const SequenceFile& file, const std::string& id)
{
    std::vector<Interval> all;
    for (const std::string& part : entriesOf(file, id)) {
        const std::vector<Interval> intervals = file.intervals(part).values;
        all.insert(all.end(), intervals.begin(), intervals.end());
    }
    std::vector<Interval> sorted;
    sorted.reserve(all.size());
    for (const std::size_t row : orderByStart(all))
        sorted.push_back(all[row]);
    return sorted;
}

ElementType timeTypeOf(const SequenceFile& file, const std::string& id)
{
    std::optional<ElementType> all;
    for (const std::string& part : entriesOf(file, id)) {
        const ElementType type = file.shape(part).intervalType;
        if (all.value_or(type) != type)
            return ElementType::Float64;
        all = type;
    }
    return all.value_or(ElementType::Float64);
}

double coveredPart(std::span<const Interval> intervals, double duration)
{
    if (!(duration > 0))
        return 0.0;
    double covered = 0.0;
    double reached = 0.0;
    for (const Interval& interval : intervals) {
        const double end = std::min(interval.end, duration);
        if (end > reached) { // false for NaN, too
            covered += std::max(0.0, end - std::max(reached, interval.start));
            reached = end;
        }
    }
    return std::min(1.0, covered / duration);
}

}
