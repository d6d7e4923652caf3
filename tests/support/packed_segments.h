#pragma once

#include "engine/npz/npz_writer.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// Files of packed segments, as small as they can be.
namespace engine::test {

using PackedArrays = std::vector<std::pair<std::string, FeatureArray>>;

inline FeatureArray packedTexts(std::vector<std::string> values)
{
    const std::size_t count = values.size();
    return {ElementType::Text, {count}, std::move(values)};
}

inline FeatureArray packedNumbers(std::vector<std::size_t> shape, std::vector<float> values)
{
    return {ElementType::Float32, std::move(shape), std::move(values)};
}

inline void writePacked(const std::filesystem::path& path, const PackedArrays& arrays)
{
    if (path.extension() == ".npz") {
        NpzWriter writer(path);
        for (const auto& [name, array] : arrays) {
            writer.create(name, array.type, {array.shape.begin() + 1, array.shape.end()}, true);
            writer.append(name, array);
        }
        writer.close();
        return;
    }
    hdf5::Writer writer(path);
    for (const auto& [name, array] : arrays)
        writer.write("/" + name, array);
    writer.close();
}

/// A larger file of MMSA's layout, from which something can be learnt: videos `talk_K` with `segments` each,
/// of 6 steps, text 4, audio 3 and vision 2 wide; the sentiment (-3 to 3) is in the first column of the text,
/// and a little of the sound. Segments stand in the order of their ids' letters: `talk_0$_$1`, `talk_0$_$10`,
/// `talk_0$_$2`. The last two videos are test, the two before them valid.
inline PackedArrays taughtArrays(std::size_t videos, std::size_t segments)
{
    constexpr std::size_t steps = 6;
    std::uint32_t state = 7;
    const auto random = [&state] { // in -1 … 1
        state = state * 1664525U + 1013904223U;
        return static_cast<float>(state >> 8) / 8388608.0F - 1.0F;
    };
    struct Part {
        std::vector<std::string> ids, texts;
        std::vector<float> text, audio, vision, labels;
    };
    std::map<std::string, Part> parts;
    for (std::size_t video = 0; video < videos; ++video) {
        Part& part = parts[video + 2 >= videos ? "test" : video + 4 >= videos ? "valid" : "train"];
        std::vector<std::string> numbers;
        for (std::size_t k = 1; k <= segments; ++k)
            numbers.push_back(std::to_string(k));
        std::ranges::sort(numbers);
        for (const std::string& number : numbers) {
            const float label = std::round(random() * 3.0F * 5.0F) / 5.0F;
            part.ids.push_back("talk_" + std::to_string(video) + "$_$" + number);
            part.texts.push_back("segment " + number + (label > 0.0F ? " was good" : " was bad"));
            part.labels.push_back(label);
            for (std::size_t step = 0; step < steps; ++step) {
                part.text.insert(part.text.end(), {label + 0.3F * random(), random(), random(), 1.0F});
                part.audio.insert(part.audio.end(), {0.5F * label + random(), random(), 1.0F});
                part.vision.insert(part.vision.end(), {random(), 1.0F});
            }
        }
    }
    PackedArrays arrays;
    for (auto& [fold, part] : parts) {
        const std::size_t rows = part.ids.size();
        arrays.emplace_back(fold + "/id", packedTexts(std::move(part.ids)));
        arrays.emplace_back(fold + "/raw_text", packedTexts(std::move(part.texts)));
        arrays.emplace_back(fold + "/text", packedNumbers({rows, steps, 4}, std::move(part.text)));
        arrays.emplace_back(fold + "/audio", packedNumbers({rows, steps, 3}, std::move(part.audio)));
        arrays.emplace_back(fold + "/vision", packedNumbers({rows, steps, 2}, std::move(part.vision)));
        arrays.emplace_back(fold + "/regression_labels", packedNumbers({rows}, std::move(part.labels)));
    }
    return arrays;
}

/// As MMSA packs them: three segments of two folds, aligned to 4 steps; text has 2 features, audio 1. The
/// steps of `ada$_$1` are 3, padded in front; those of `ada$_$2` 2, padded behind; all of `bert$_$1`.
inline PackedArrays mmsaArrays()
{
    return {
        {"train/id", packedTexts({"ada$_$2", "ada$_$1"})},
        {"train/raw_text", packedTexts({"so good", "I did not like it"})},
        {"train/text", packedNumbers({2, 4, 2}, {1, 2, 3, 4, 0, 0, 0, 0, /* */ 0, 0, 5, 6, 7, 8, 9, 10})},
        {"train/audio", packedNumbers({2, 4, 1}, {1, 2, 0, 0, /* */ 0, 3, 0, 4})},
        {"train/regression_labels", packedNumbers({2}, {2.5F, -1})},
        {"train/regression_labels_T", packedNumbers({2}, {2, -2})},
        {"train/annotations", packedTexts({"Positive", "Negative"})},
        {"test/id", packedTexts({"bert$_$1"})},
        {"test/raw_text", packedTexts({"fine"})},
        {"test/text", packedNumbers({1, 4, 2}, {1, 1, 1, 1, 1, 1, 1, 1})},
        {"test/audio", packedNumbers({1, 4, 1}, {1, 1, 1, 1})},
        {"test/regression_labels", packedNumbers({1}, {0.5F})},
        {"test/regression_labels_T", packedNumbers({1}, {0})},
    };
}

}
