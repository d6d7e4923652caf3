#pragma once

#include "engine/npz/npz_writer.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <filesystem>
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
