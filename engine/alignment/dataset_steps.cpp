#include "engine/alignment/dataset_steps.h"

#include "engine/alignment/align.h"
#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>

namespace engine {

namespace {

/// Removes the entries whose key is not in every sequence; `keyOf` says by what they are compared.
template <typename KeyOf>
Dataset keepShared(Dataset dataset, KeyOf keyOf)
{
    std::map<std::string, std::size_t> holders;
    for (const auto& [name, sequence] : dataset) {
        std::set<std::string> keys;
        for (const std::string& id : sequence.ids())
            keys.insert(keyOf(id));
        for (const std::string& key : keys)
            ++holders[key];
    }
    for (auto& [name, sequence] : dataset) {
        const std::vector<std::string> ids = sequence.ids();
        for (const std::string& id : ids) {
            if (holders[keyOf(id)] < dataset.size())
                sequence.remove(id);
        }
    }
    return dataset;
}

std::size_t segmentNumber(const std::string& id)
{
    const std::size_t open = id.find('[');
    std::size_t number = 0;
    const char* last = id.data() + id.size() - 1;
    if (open != std::string::npos && id.back() == ']') {
        const auto [end, error] = std::from_chars(id.data() + open + 1, last, number);
        if (error == std::errc() && end == last)
            return number;
    }
    throw FormatError("data_invalid", id, "is no segment id (expected video[k]), so it cannot be reverted");
}

FeatureArray constantFeatures(const FeatureArray& like, std::size_t rows, Fill fill)
{
    if (isText(like.type))
        throw ShapeError("data_invalid", "Text cannot be imputed; leave this sequence out, or impute to it.");
    FeatureArray array{like.type, like.shape, {}};
    array.shape.front() = rows;
    const std::size_t count = rows * like.rowLength();
    const int value = fill == Fill::Ones ? 1 : 0;
    std::visit(
        [&](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (!std::is_same_v<T, std::string>)
                array.values = std::vector<T>(count, static_cast<T>(value));
        },
        like.values);
    return array;
}

}

const ComputationalSequence& sequenceOf(const Dataset& dataset, const std::string& key)
{
    const auto found
        = std::find_if(dataset.begin(), dataset.end(), [&](const auto& item) { return item.first == key; });
    if (found == dataset.end())
        throw FormatError("unknown_reference", key, "no sequence of the dataset has this name");
    return found->second;
}

Dataset unify(Dataset dataset)
{
    return keepShared(std::move(dataset), strippedId);
}

Dataset hardUnify(Dataset dataset)
{
    return keepShared(std::move(dataset), [](const std::string& id) { return id; });
}

Dataset impute(Dataset dataset, const std::string& reference, Fill fill)
{
    const ComputationalSequence pattern = sequenceOf(dataset, reference);
    for (auto& [name, sequence] : dataset) {
        if (name == reference || sequence.ids().empty())
            continue;
        const FeatureArray like = sequence.entry(sequence.ids().front()).features;
        for (const std::string& id : pattern.ids()) {
            if (sequence.contains(id))
                continue;
            const IntervalArray intervals = pattern.entry(id).intervals;
            FeatureArray filled;
            try {
                filled = constantFeatures(like, intervals.rows(), fill);
            } catch (const ShapeError& error) {
                throw ShapeError(error.code(), fmt::format("{}, {}: {}", name, id, error.what()));
            }
            sequence.put(id, {intervals, std::move(filled)});
        }
    }
    return dataset;
}

Dataset revert(Dataset dataset)
{
    dataset = hardUnify(std::move(dataset));
    for (auto& [name, sequence] : dataset) {
        std::map<std::string, std::map<std::size_t, std::string>> segments;
        for (const std::string& id : sequence.ids())
            segments[strippedId(id)][segmentNumber(id)] = id;
        ComputationalSequence joined = sequence;
        joined.clear();
        for (const auto& [video, numbered] : segments) {
            std::vector<IntervalArray> intervals;
            std::vector<FeatureArray> features;
            for (const auto& [number, id] : numbered) {
                Entry entry = sequence.entry(id);
                intervals.push_back(std::move(entry.intervals));
                features.push_back(std::move(entry.features));
            }
            joined.put(video, {concatenate(intervals), concatenate(features)});
        }
        sequence = std::move(joined);
    }
    return dataset;
}

Dataset sort(Dataset dataset)
{
    for (auto& [name, sequence] : dataset) {
        const std::vector<std::string> ids = sequence.ids();
        for (const std::string& id : ids)
            sequence.put(id, pooledEntry(sequence, {id}));
    }
    return dataset;
}

}
