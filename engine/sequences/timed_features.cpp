#include "engine/sequences/timed_features.h"

#include "engine/core/error.h"
#include "engine/sequences/entry_order.h"

#include <algorithm>

namespace engine {

namespace {

/// The entries of one video in one piece, sorted by start.
Entry joinedEntry(const CsdFile& file, const std::string& id)
{
    std::vector<Entry> entries;
    if (file.contains(id))
        entries.push_back(file.entry(id));
    const std::string prefix = id + "[";
    for (auto next = std::lower_bound(file.ids().begin(), file.ids().end(), prefix);
         next != file.ids().end() && next->starts_with(prefix); ++next)
        entries.push_back(file.entry(*next));
    if (entries.size() == 1)
        return sortedByStart(std::move(entries.front()));
    return sortedByStart(concatenate(std::vector<EntryRows>(entries.begin(), entries.end())));
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
