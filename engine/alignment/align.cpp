#include "engine/alignment/align.h"

#include "engine/alignment/dataset_steps.h"
#include "engine/alignment/overlap.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <ranges>

namespace engine {

namespace {

std::optional<Entry> referenceRow(const Entry& reference, std::size_t row,
                                  const std::vector<CollapseFunction>& functions)
{
    const Interval interval = reference.intervals.values[row];
    if (std::abs(interval.start - interval.end) < kTouching)
        return std::nullopt;
    return collapse({{reference.intervals.type, {interval}}, reference.features.gather(std::array{row})},
                    functions);
}

/// Entry ids of a sequence by their stripped id, in the sequence's order.
std::map<std::string, std::vector<std::string>> idsByVideo(const ComputationalSequence& sequence)
{
    std::map<std::string, std::vector<std::string>> byVideo;
    for (const std::string& id : sequence.ids())
        byVideo[strippedId(id)].push_back(id);
    return byVideo;
}

void checkReference(const Dataset& dataset, const std::string& key)
{
    const auto found
        = std::find_if(dataset.begin(), dataset.end(), [&](const auto& item) { return item.first == key; });
    if (found == dataset.end())
        throw FormatError(
            "unknown_reference", key,
            fmt::format("no sequence has this name, so nothing can be aligned to it (there are {})",
                        fmt::join(std::views::keys(dataset), ", ")));
    for (const std::string& id : found->second.ids()) {
        if (id.find('[') != std::string::npos)
            throw FormatError(
                "reference_already_aligned", key,
                fmt::format("its entries are segments already (such as {}); revert it first, then align",
                            id));
    }
}

}

const std::vector<CollapseFunction>& AlignStep::functionsFor(const std::string& key) const
{
    static const std::vector<CollapseFunction> none;
    auto found = collapse.find(key);
    if (found == collapse.end())
        found = collapse.find("*");
    return found == collapse.end() ? none : found->second;
}

std::vector<std::optional<Entry>> alignOnto(const IntervalArray& reference, const Entry& source,
                                            const std::vector<CollapseFunction>& functions)
{
    const OverlapFinder finder(source.intervals.values, source.intervals.type, reference.type);
    std::vector<std::optional<Entry>> aligned(reference.rows());
    for (std::size_t k = 0; k < reference.rows(); ++k) {
        const Interval interval = reference.values[k];
        if (std::abs(interval.start - interval.end) < kTouching)
            continue;
        OverlapFinder::Rows rows = finder.find(interval);
        if (!rows.indices.empty())
            aligned[k] = collapse(
                {{finder.clippedType(), std::move(rows.clipped)}, source.features.gather(rows.indices)},
                functions);
    }
    return aligned;
}

Entry pooledEntry(const ComputationalSequence& sequence, const std::vector<std::string>& entryIds)
{
    std::vector<IntervalArray> intervals;
    std::vector<FeatureArray> features;
    for (const std::string& id : entryIds) {
        Entry entry = sequence.entry(id);
        intervals.push_back(std::move(entry.intervals));
        features.push_back(std::move(entry.features));
    }
    Entry pool{concatenate(intervals), concatenate(features)};
    const std::vector<std::size_t> order = orderByStart(pool.intervals.values);
    if (std::is_sorted(order.begin(), order.end()))
        return pool;
    IntervalArray sorted{pool.intervals.type, {}};
    for (const std::size_t row : order)
        sorted.values.push_back(pool.intervals.values[row]);
    return {std::move(sorted), pool.features.gather(order)};
}

Dataset align(Dataset dataset, const AlignStep& step, const RunContext& run)
{
    checkReference(dataset, step.reference);
    dataset = unify(std::move(dataset));

    const ComputationalSequence& reference = sequenceOf(dataset, step.reference);
    std::map<std::string, std::map<std::string, std::vector<std::string>>> idsOf;
    Dataset result;
    for (const auto& [key, sequence] : dataset) {
        idsOf[key] = idsByVideo(sequence);
        ComputationalSequence empty = sequence;
        empty.clear();
        result.emplace_back(key, std::move(empty));
    }

    const std::size_t videos = reference.ids().size();
    for (std::size_t done = 0; done < videos; ++done) {
        run.tick(done, videos);
        const std::string& video = reference.ids()[done];
        const Entry intervals = reference.entry(video);
        const std::size_t rows = intervals.intervals.rows();
        for (std::size_t i = 0; i < dataset.size(); ++i) {
            const auto& [key, sequence] = dataset[i];
            const auto& functions = step.functionsFor(key);
            std::vector<std::optional<Entry>> aligned(rows);
            try {
                if (key == step.reference) {
                    for (std::size_t k = 0; k < rows; ++k)
                        aligned[k] = referenceRow(intervals, k, functions);
                } else {
                    aligned
                        = alignOnto(intervals.intervals, pooledEntry(sequence, idsOf[key][video]), functions);
                }
            } catch (const ShapeError& error) {
                throw ShapeError(
                    error.code(),
                    fmt::format("{}, aligned to {}, video {}: {}", key, step.reference, video, error.what()));
            }
            for (std::size_t k = 0; k < rows; ++k) {
                if (aligned[k])
                    result[i].second.put(fmt::format("{}[{}]", video, k), std::move(*aligned[k]));
            }
        }
    }
    return result;
}

}
