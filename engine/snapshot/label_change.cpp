#include "engine/snapshot/label_change.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace engine {

namespace {

using Values = std::vector<float>;
/// By the segment's time.
using Labelled = std::map<std::pair<double, double>, Values>;

CsdFile labelsOf(const DatasetList& list, const std::string& name)
{
    const DatasetList::Sequence* sequence = list.sequence(name);
    if (!sequence)
        throw FormatError("unknown_sequence", list.root.string(), "has no sequence " + name);
    return CsdFile(sequence->file);
}

/// Segments with a value, by their video: of an entry for each video, or for each segment.
std::map<std::string, Labelled> labelledIn(const CsdFile& file, const RunContext& run)
{
    std::map<std::string, Labelled> videos;
    std::size_t done = 0;
    for (const std::string& id : file.ids()) {
        run.tick(done++, file.ids().size());
        Labelled& labelled = videos[videoOfSegment(id)];
        const TimedFeatures rows = readFeatures(file, id);
        for (std::size_t i = 0; i < rows.intervals.size(); ++i) {
            const std::span<const float> row = rows.features.row(i);
            if (std::ranges::any_of(row, [](float value) { return !std::isnan(value); }))
                labelled[{rows.intervals[i].start, rows.intervals[i].end}].assign(row.begin(), row.end());
        }
    }
    return videos;
}

bool isSame(const Values& one, const Values& other)
{
    return std::ranges::equal(one, other,
                              [](float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

}

LabelChange labelChange(const DatasetList& before, const DatasetList& now, const std::string& labels,
                        const RunContext& run)
{
    LabelChange change;
    const CsdFile first = labelsOf(before, labels);
    const CsdFile second = labelsOf(now, labels);
    if (first.path() == second.path()) // files of snapshots are called by what they hold
        return change;
    std::map<std::string, Labelled> was = labelledIn(first, run);
    std::map<std::string, Labelled> is = labelledIn(second, run);
    for (const auto& [video, labelled] : is)
        was.try_emplace(video);
    for (const auto& [video, old] : was) {
        const std::size_t known = change.all();
        const Labelled& fresh = is[video];
        for (const auto& [span, values] : old) {
            const auto found = fresh.find(span);
            if (found == fresh.end())
                ++change.removed;
            else if (!isSame(values, found->second))
                ++change.changed;
        }
        for (const auto& [span, values] : fresh)
            change.added += old.contains(span) ? 0 : 1;
        change.videos += change.all() > known ? 1 : 0;
    }
    return change;
}

}
