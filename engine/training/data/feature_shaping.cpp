#include "engine/training/data/feature_shaping.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/segment_id.h"
#include "engine/model_files/input_shape.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace engine {

namespace {

[[noreturn]] void refuseEntry(const std::string& fold, const std::string& what)
{
    throw FormatError("bad_split", "split." + fold, what);
}

std::string quoted(const std::string& entry)
{
    return jsonText(nlohmann::json(entry));
}

const std::vector<std::string>& entriesOf(const FoldLists& split, const std::string& fold)
{
    static const std::vector<std::string> none;
    const auto found = split.find(fold);
    return found == split.end() ? none : found->second;
}

/// A whole number; absent where the text is empty.
/// @throws std::invalid_argument for any other text.
std::optional<std::size_t> countOf(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size())
        throw std::invalid_argument("no number");
    return count;
}

/// The segments of `test[0:60]`, as places in the pool; absent when the text is no such range.
/// @throws std::invalid_argument when what is in brackets is no range of numbers.
std::optional<std::pair<std::size_t, std::size_t>> rangeOf(const std::string& text, const FeatureData& data)
{
    std::size_t before = 0;
    for (const FoldData& fold : data.folds) {
        const std::string start = fold.name + "[";
        const std::size_t colon = text.find(':');
        if (text.starts_with(start) && text.ends_with(']') && colon != std::string::npos) {
            const std::string_view range = std::string_view(text).substr(0, text.size() - 1);
            const std::size_t first = countOf(range.substr(start.size(), colon - start.size())).value_or(0);
            const std::size_t last
                = std::min(countOf(range.substr(colon + 1)).value_or(fold.size()), fold.size());
            return std::pair(before + std::min(first, last), before + last);
        }
        before += fold.size();
    }
    return std::nullopt;
}

/// Where each id of a segment or video stands in the pool.
std::map<std::string, std::vector<std::size_t>> placesOf(const FoldData& pool)
{
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < pool.size(); ++i) {
        places[pool.ids[i]].push_back(i);
        if (const std::string video = videoOfSegment(pool.ids[i]); video != pool.ids[i])
            places[video].push_back(i);
        const std::string conversation = pool.turns.empty() ? std::string() : pool.turns[i].conversation;
        if (!conversation.empty() && conversation != pool.ids[i]
            && conversation != videoOfSegment(pool.ids[i]))
            places[conversation].push_back(i); // it stands for all its turns
    }
    return places;
}

/// The places that an entry of a split stands for; none when the data have no such segment.
std::vector<std::size_t> placesOfEntry(const std::string& entry, const std::string& fold,
                                       const FeatureData& data,
                                       const std::map<std::string, std::vector<std::size_t>>& places)
{
    if (const auto found = places.find(entry); found != places.end())
        return found->second;
    std::vector<std::size_t> segments;
    try {
        if (const auto range = rangeOf(entry, data)) {
            for (std::size_t i = range->first; i < range->second; ++i)
                segments.push_back(i);
        }
    } catch (const std::invalid_argument&) {
        refuseEntry(fold, "holds " + quoted(entry) + ", expected numbers from 0 in it, such as test[0:60]");
    }
    return segments;
}

/// As many numbers as a file's array may have: what is more was hardly meant.
void checkSize(const FoldData& fold, std::size_t steps, const char* field)
{
    constexpr std::size_t most = std::size_t{1} << 30;
    for (const Modality modality : allModalities) {
        const std::size_t perStep = std::max<std::size_t>(1, fold.size() * fold.of(modality).width);
        if (steps > most / perStep)
            throw FormatError(
                "bad_config", field,
                fmt::format("is {}, too many for the {} segments of {} with {} {} features; at most {}",
                            steps, fold.size(), fold.name, fold.of(modality).width, name(modality),
                            most / perStep));
    }
}

[[noreturn]] void refuseNumber(const std::string& source, const FoldData& fold, Modality modality,
                               std::size_t segment, std::size_t place)
{
    const FeatureBlock& block = fold.of(modality);
    throw FormatError("not_finite", source,
                      fmt::format("{}/{} holds {} in segment {}, step {}, column {}; a model whose "
                                  "configuration has \"nan\": \"zero\" takes it as 0",
                                  fold.name, name(modality), block.segment(segment)[place], fold.ids[segment],
                                  place / block.width + 1, place % block.width + 1));
}

}

FeatureData resplit(const FeatureData& data, const FoldLists& split)
{
    const FoldData pool = pooled(data);
    const auto places = placesOf(pool);
    FeatureData result = data;
    std::size_t absent = 0;
    std::vector<std::string> takenBy(pool.size()); // the fold that each segment went to
    for (const auto& [name, entries] : split) {
        if (std::ranges::find(foldNames, name) == foldNames.end())
            refuseEntry(name, "is no list of one of the folds train, valid, test");
    }
    for (FoldData& fold : result.folds) {
        std::vector<std::size_t> segments;
        const std::string name = fold.name;
        for (const std::string& entry : entriesOf(split, name)) {
            const std::vector<std::size_t> found = placesOfEntry(entry, name, data, places);
            absent += found.empty();
            for (const std::size_t place : found) {
                if (!takenBy[place].empty())
                    refuseEntry(name,
                                fmt::format("{} brings {}, which {} has already", quoted(entry),
                                            pool.ids[place], takenBy[place] == name ? "it" : takenBy[place]));
                takenBy[place] = name;
                segments.push_back(place);
            }
        }
        if (segments.empty() && split.contains(name))
            refuseEntry(name, "has no segment of " + data.source);
        fold = selected(pool, segments);
        fold.name = name;
    }
    if (absent > 0)
        result.notes.push_back(fmt::format("{} entries of the split are not in the data", absent));
    return result;
}

std::vector<std::string> foldsBySplit(const FeatureData& data, const std::optional<FoldLists>& split)
{
    if (!split)
        return {};
    FoldData pool;
    for (const FoldData& fold : data.folds)
        pool.ids.insert(pool.ids.end(), fold.ids.begin(), fold.ids.end());
    if (std::ranges::all_of(data.folds,
                            [](const FoldData& fold) { return fold.turns.size() == fold.size(); })) {
        for (const FoldData& fold : data.folds)
            pool.turns.insert(pool.turns.end(), fold.turns.begin(), fold.turns.end());
    }
    const auto places = placesOf(pool);
    std::vector<std::string> folds(pool.size());
    for (const std::string_view name : foldNames) {
        const std::string fold(name);
        for (const std::string& entry : entriesOf(*split, fold)) {
            for (const std::size_t place : placesOfEntry(entry, fold, data, places))
                folds[place] = fold;
        }
    }
    const bool isKnown = std::ranges::any_of(folds, [](const std::string& fold) { return !fold.empty(); });
    return isKnown ? folds : std::vector<std::string>();
}

void settleBrokenNumbers(FeatureData& data, bool asZero)
{
    for (FoldData& fold : data.folds)
        settleBrokenNumbers(fold, data.source, asZero);
}

void settleBrokenNumbers(FoldData& fold, const std::string& source, bool asZero)
{
    for (const Modality modality : allModalities) {
        std::vector<float>& values = fold.of(modality).values;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isfinite(values[i]))
                continue;
            const std::size_t length = fold.of(modality).segmentLength();
            if (!asZero)
                refuseNumber(source, fold, modality, i / length, i % length);
            values[i] = 0.0f;
        }
    }
}

FoldData windowed(const FoldData& fold, std::size_t window)
{
    checkSize(fold, window, "window");
    FoldData result = fold;
    std::vector<std::size_t> firsts;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        std::size_t first = i;
        while (first > 0 && videoOfSegment(fold.ids[first - 1]) == videoOfSegment(fold.ids[i])
               && i - first + 1 < window)
            --first;
        firsts.push_back(first);
        result.lengths[i] = static_cast<std::int64_t>(i - first + 1);
    }
    for (const Modality modality : allModalities) {
        const FeatureBlock& from = fold.of(modality);
        FeatureBlock& to = result.of(modality);
        to = {window, from.width, std::vector<float>(fold.size() * window * from.width)};
        for (std::size_t i = 0; i < fold.size(); ++i) {
            for (std::size_t step = 0; step <= i - firsts[i]; ++step)
                std::ranges::copy(from.segment(firsts[i] + step),
                                  to.segment(i).begin() + static_cast<std::ptrdiff_t>(step * from.width));
        }
    }
    return result;
}

FoldData ofFixedLength(const FoldData& fold, std::size_t steps)
{
    checkSize(fold, steps, "steps");
    FoldData result = fold;
    const auto shorten = [steps](std::vector<std::int64_t>& lengths) {
        for (std::int64_t& length : lengths)
            length = std::min(length, static_cast<std::int64_t>(steps));
    };
    shorten(result.lengths);
    for (const Modality modality : allModalities) {
        const FeatureBlock& from = fold.of(modality);
        FeatureBlock& to = result.of(modality);
        to = {steps, from.width, std::vector<float>(fold.size() * steps * from.width), from.lengths};
        shorten(to.lengths);
        for (std::size_t i = 0; i < fold.size(); ++i) {
            const auto length = static_cast<std::size_t>(fold.lengthsOf(modality)[i]);
            for (std::size_t step = 0; step < std::min(length, steps); ++step) {
                const std::size_t taken = takenStep(step, length, steps);
                std::ranges::copy(from.segment(i).subspan(taken * from.width, from.width),
                                  to.segment(i).begin() + static_cast<std::ptrdiff_t>(step * from.width));
            }
        }
    }
    return result;
}

FoldData shaped(const FoldData& fold, bool isUtteranceLevel, const DataOptions& options)
{
    const std::size_t window = windowOf(isUtteranceLevel, options);
    const bool isWindowed = !isUtteranceLevel && fold.steps() == window; // already
    if (window > 1 && !isUtteranceLevel && !isWindowed)
        throw FormatError("bad_config", "window",
                          "is for features with one vector per segment; these have steps");
    if (isUtteranceLevel && window > 1)
        return shaped(windowed(fold, window), false,
                      {options.normalise, options.clip, options.nanIsZero, 1, options.steps, {}, {}});
    return options.steps > 0 ? ofFixedLength(fold, options.steps) : fold;
}

EnabledModalities learnable(FeatureData& data, EnabledModalities wanted)
{
    EnabledModalities enabled{};
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        enabled[index] = wanted[index] && data.training().hasAny(modality);
        const bool elsewhere = data.validation().hasAny(modality) || data.test().hasAny(modality);
        if (wanted[index] && !enabled[index] && elsewhere)
            data.notes.push_back(std::string(name(modality))
                                 + ": no training segment has it, so it is held missing in all folds");
    }
    if (std::ranges::none_of(enabled, std::identity()))
        throw FormatError("bad_features", data.source,
                          "no training segment has any of the modalities asked for");
    return enabled;
}

}
