#include "engine/training/data/feature_arrays.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

const std::array<ArrayNames, allModalities.size()> kModalityNames{ArrayNames{"text", "word_vectors"},
                                                                  ArrayNames{"audio", "acoustic"},
                                                                  ArrayNames{"vision", "visual", "video"}};
const std::array<ArrayNames, allModalities.size()> kLengthNames{
    ArrayNames{"text_lengths"}, ArrayNames{"audio_lengths", "acoustic_lengths"},
    ArrayNames{"vision_lengths", "visual_lengths", "video_lengths"}};

namespace {

/// Where an array belongs: `train` and `text` of `train/text`.
struct Place {
    std::string fold; ///< empty: to none
    std::string array;
};

/// Of `train/text`, `train_text` and `train.text`.
Place placeOf(const std::string& entry)
{
    for (const std::string_view fold : foldNames) {
        if (entry.starts_with(fold) && entry.size() > fold.size() + 1
            && std::string_view("/_.").find(entry[fold.size()]) != std::string_view::npos)
            return {std::string(fold), entry.substr(fold.size() + 1)};
    }
    return {};
}

/// Of `fold0/text` and `ids/fold0`, as a recipe's run names tensors: a dataset's train, valid, test by
/// number.
Place placeInTensors(const std::string& file, const std::string& entry)
{
    const std::size_t slash = entry.find('/');
    if (slash == std::string::npos)
        return {};
    const bool isIds = entry.starts_with("ids/");
    const std::string group = isIds ? entry.substr(slash + 1) : entry.substr(0, slash);
    if (!group.starts_with("fold") || group.find_first_not_of("0123456789", 4) != std::string::npos)
        return {};
    for (std::size_t i = 0; i < foldNames.size(); ++i) {
        if (group == fmt::format("fold{}", i))
            return {std::string(foldNames[i]), isIds ? "ids" : entry.substr(slash + 1)};
    }
    refuseFeatures(file, entry, "is of a fold too many, expected fold0, fold1, fold2 for train, valid, test");
}

}

FoldsOfArrays foldsOfArrays(const std::string& file, const std::vector<TensorEntry>& entries)
{
    FoldsOfArrays found;
    for (const TensorEntry& entry : entries) {
        if (const Place place = placeOf(entry.name); !place.fold.empty())
            found.folds[place.fold][place.array] = &entry;
    }
    found.isTensors = found.folds.empty();
    for (const TensorEntry& entry : entries) {
        const bool isEmpty = entry.shape.empty() || entry.shape.front() == 0; // a fold without videos
        if (!found.isTensors || isEmpty)
            continue;
        if (const Place place = placeInTensors(file, entry.name); !place.fold.empty())
            found.folds[place.fold][place.array] = &entry;
    }
    if (found.folds.empty())
        throw FormatError("bad_features", file,
                          "has no arrays of the folds train, valid, test (train/text, train/labels, …; or a "
                          "recipe's fold0/text, fold0/labels, …)");
    return found;
}

const TensorEntry* find(const FoldArrays& arrays, ArrayNames names)
{
    for (const char* const name : names) {
        if (const auto found = arrays.find(name); found != arrays.end())
            return found->second;
    }
    return nullptr;
}

std::string shapeText(const std::vector<std::size_t>& shape)
{
    return fmt::format("{}", fmt::join(shape, " × "));
}

std::vector<std::string> textsOf(const std::string& file, const TensorEntry& entry)
{
    auto texts = std::get<std::vector<std::string>>(entry.read().values);
    const auto broken = std::ranges::find_if_not(texts, isUtf8);
    if (broken != texts.end())
        refuseFeatures(file, entry.name,
                       fmt::format("holds a text that is not UTF-8, in row {}", broken - texts.begin() + 1));
    return texts;
}

void refuseFeatures(const std::string& file, const std::string& place, const std::string& what)
{
    throw FormatError("bad_features", file, place + " " + what);
}

}
