#include "engine/packed/packed_names.h"

#include "engine/core/segment_id.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <vector>

namespace engine {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kFolds{{{"train", "train"},
                                                                                {"training", "train"},
                                                                                {"fold0", "train"},
                                                                                {"valid", "valid"},
                                                                                {"validation", "valid"},
                                                                                {"val", "valid"},
                                                                                {"dev", "valid"},
                                                                                {"fold1", "valid"},
                                                                                {"test", "test"},
                                                                                {"fold2", "test"}}};

/// What a fold is called here; empty: the word is no fold.
std::string foldCalled(const std::string& word)
{
    const std::string small = inLowerCase(word);
    const auto* const found = std::ranges::find(kFolds, std::string_view(small),
                                                &std::pair<std::string_view, std::string_view>::first);
    return found == kFolds.end() ? std::string() : std::string(found->second);
}

constexpr std::string_view kLengths = "lengths";

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

bool isIds(std::string_view name)
{
    return isOneOf(name, {"id", "ids", "segment_id", "segment_ids", "video_id"});
}

bool isSaid(std::string_view name)
{
    return isOneOf(name, {"raw_text", "transcript", "transcripts", "raw_texts", "sentence", "sentences"});
}

bool areLabels(std::string_view name)
{
    return name.find("label") != std::string_view::npos || learntRank(name).has_value();
}

bool areLengths(std::string_view name)
{
    return name == kLengths
        || (name.ends_with(kLengths) && name.size() > kLengths.size()
            && name[name.size() - kLengths.size() - 1] == '_');
}

TensorPlace placeInFold(std::string fold, std::string array, std::string_view word)
{
    return {std::move(fold), std::move(array), word.starts_with("fold")};
}

}

std::vector<std::string_view> packedNamesOf(Modality modality)
{
    switch (modality) {
    case Modality::Text:
        return {"text", "word_vectors", "language", "glove", "X", "x"};
    case Modality::Acoustic:
        return {"audio", "acoustic", "covarep"};
    case Modality::Visual:
        break;
    }
    return {"vision", "visual", "video", "facet"};
}

TensorPlace tensorPlaceOf(const std::string& name)
{
    if (const std::size_t slash = name.find('/'); slash != std::string::npos) {
        const std::string first = name.substr(0, slash);
        const std::string rest = name.substr(slash + 1);
        if (const std::string fold = foldCalled(first); !fold.empty())
            return placeInFold(fold, rest, first);
        if (const std::string fold = foldCalled(rest); !fold.empty())
            return placeInFold(fold, first == "ids" ? "id" : first, rest);
        return first == "ids" ? TensorPlace{rest, "id"} : TensorPlace{first, rest};
    }
    for (const std::size_t at : {name.find_first_of("_."), name.find_last_of("_.")}) {
        if (at == std::string::npos || at == 0 || at + 1 == name.size())
            continue;
        if (const std::string fold = foldCalled(name.substr(0, at)); !fold.empty())
            return placeInFold(fold, name.substr(at + 1), name);
        if (const std::string fold = foldCalled(name.substr(at + 1)); !fold.empty())
            return placeInFold(fold, name.substr(0, at), std::string_view(name).substr(at + 1));
    }
    return {{}, name};
}

std::string plainSegmentId(std::string id)
{
    if (id.ends_with(']') && id.rfind('[') != std::string::npos
        && id.find(kClipSeparator) == std::string::npos) {
        const std::size_t at = id.rfind('[');
        id = id.substr(0, at) + std::string(kClipSeparator) + id.substr(at + 1, id.size() - at - 2);
    }
    for (char& c : id) {
        if (c == '/' || c == '\0')
            c = '_';
        else if (c == '[' || c == ']')
            c = c == '[' ? '(' : ')';
    }
    return id;
}

PackedRole packedRole(std::string_view array, const TensorEntry& entry)
{
    if (entry.shape.empty())
        return PackedRole::Nothing;
    const bool isColumn = std::ranges::all_of(entry.shape.begin() + 1, entry.shape.end(),
                                              [](std::size_t extent) { return extent == 1; });
    if (isIds(array))
        return PackedRole::Ids;
    if (entry.isText && isSaid(array))
        return PackedRole::Said;
    if (entry.isText)
        return isColumn ? PackedRole::Term : PackedRole::Nothing;
    if (areLengths(array) && isColumn)
        return PackedRole::Lengths;
    if (array == "text_bert" && entry.shape.size() == 3 && entry.shape[1] == 3)
        return PackedRole::Tokens;
    if (entry.shape.size() == 1 || areLabels(array))
        return PackedRole::Labels;
    return entry.shape.size() <= 3 ? PackedRole::Features : PackedRole::Nothing;
}

std::string lengthsName(std::string_view array)
{
    return std::string(array.size() > kLengths.size() ? array.substr(0, array.size() - kLengths.size() - 1)
                                                      : std::string_view());
}

bool isPackedName(std::string_view name)
{
    return isIds(name) || isSaid(name) || areLengths(name) || name == "label_names" || name == "text_bert"
        || !foldCalled(std::string(name)).empty();
}

bool speaksOfSegments(std::string_view array)
{
    return isIds(array) || isSaid(array) || areLabels(array) || array == "text_bert"
        || std::ranges::any_of(allModalities,
                               [&](Modality modality) { return isOfModality(array, modality); });
}

bool isOfModality(std::string_view array, Modality modality)
{
    return modalityRank(array, modality) < packedNamesOf(modality).size();
}

std::size_t modalityRank(std::string_view array, Modality modality)
{
    const std::vector<std::string_view> names = packedNamesOf(modality);
    return static_cast<std::size_t>(std::ranges::find(names, array) - names.begin());
}

std::optional<std::size_t> learntRank(std::string_view array)
{
    constexpr std::array<std::string_view, 11> kNames{"labels",
                                                      "regression_labels",
                                                      "classification_labels",
                                                      "label",
                                                      "y",
                                                      "Y",
                                                      "target",
                                                      "targets",
                                                      "sentiment",
                                                      "emotions",
                                                      "emotion"};
    const auto* const found = std::ranges::find(kNames, array);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - kNames.begin());
}

}
