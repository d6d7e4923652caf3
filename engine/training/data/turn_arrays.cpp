#include "engine/training/data/turn_arrays.h"

#include "engine/training/data/feature_arrays.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>

namespace engine {

namespace {

constexpr std::array<std::string_view, 2> kListeningArrays{"labels_listening", "labels_listener"};
constexpr std::string_view kSeenArray = "vision_listening";

const TensorEntry* firstCalled(const PackedArrayMap& arrays, std::span<const std::string_view> names)
{
    for (const std::string_view name : names) {
        if (const auto found = arrays.find(std::string(name)); found != arrays.end())
            return found->second;
    }
    return nullptr;
}

std::vector<double> numbersIn(const TensorEntry& entry, std::size_t count)
{
    const FeatureArray array = entry.read();
    std::vector<double> numbers(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] = array.number(i);
    return numbers;
}

/// N times in seconds; none where there is no such array.
std::vector<double> timesIn(const std::string& file, const PackedArrayMap& arrays, std::string_view name,
                            std::size_t rows)
{
    const TensorEntry* const entry = firstCalled(arrays, std::array{name});
    if (!entry)
        return {};
    std::size_t count = 1;
    for (const std::size_t extent : entry->shape)
        count *= extent;
    if (entry->isText || entry->shape.empty() || count != rows)
        refuseFeatures(file, entry->name,
                       fmt::format("is {}, expected {} times in seconds", extentsText(entry->shape), rows));
    std::vector<double> times = numbersIn(*entry, rows);
    if (!std::ranges::all_of(times, [](double time) { return std::isfinite(time); }))
        refuseFeatures(file, entry->name, "holds a time that is no finite number");
    return times;
}

/// N × (P · K) of an array N × P × K, or N × K.
/// @param width  K, where that is known; 0: it is not
OfParticipants numbersOf(const std::string& file, const TensorEntry& entry, std::size_t rows,
                         std::size_t width)
{
    const std::vector<std::size_t>& shape = entry.shape;
    const bool areRows = !entry.isText && !shape.empty() && shape.size() <= 3 && shape.front() == rows
        && std::ranges::find(shape, std::size_t(0)) == shape.end();
    const std::size_t columns = !areRows || shape.size() == 1 ? 1
        : shape.size() == 2                                   ? shape[1]
                                                              : shape[1] * shape[2];
    const bool isSlotPerColumn = shape.size() == 2 && width == 1 && columns > 1;
    const std::size_t slots = shape.size() == 3 ? shape[1] : isSlotPerColumn ? columns : 1;
    if (!areRows || (width > 0 && columns != slots * width))
        refuseFeatures(file, entry.name,
                       fmt::format("is {}, expected a row for each of {} turns, with {} for each participant",
                                   extentsText(shape), rows,
                                   width > 0 ? fmt::format("{} numbers", width) : std::string("numbers")));
    OfParticipants numbers{slots, FeatureMatrix(rows, columns)};
    const std::vector<double> values = numbersIn(entry, rows * columns);
    std::ranges::transform(values, numbers.values.values.begin(),
                           [](double value) { return static_cast<float>(value); });
    return numbers;
}

}

bool isOfParticipants(std::string_view array)
{
    return array == kSeenArray || std::ranges::find(kListeningArrays, array) != kListeningArrays.end();
}

std::vector<Turn> turnsIn(const std::string& file, const PackedArrayMap& arrays,
                          std::vector<std::string> conversations, std::vector<std::string> participants)
{
    const std::size_t rows = conversations.size();
    const std::vector<double> starts = timesIn(file, arrays, "start", rows),
                              ends = timesIn(file, arrays, "end", rows);
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < rows; ++i) {
        const double start = starts.empty() ? static_cast<double>(i) : starts[i];
        turns.push_back(
            {std::move(conversations[i]), std::move(participants[i]), start, ends.empty() ? start : ends[i]});
    }
    return turns;
}

void readParticipants(const std::string& file, const PackedArrayMap& arrays, FoldData& fold)
{
    if (fold.turns.empty())
        return;
    if (const TensorEntry* const labels = firstCalled(arrays, kListeningArrays);
        labels && fold.labels.columns > 0)
        fold.listening = numbersOf(file, *labels, fold.size(), fold.labels.columns);
    if (const TensorEntry* const seen = firstCalled(arrays, std::array{kSeenArray})) {
        fold.seen = numbersOf(file, *seen, fold.size(), 0);
        std::ranges::replace_if(
            fold.seen.values.values, [](float value) { return !std::isfinite(value); },
            0.0F); // nobody was seen
    }
}

}
