#include "engine/training/data/feature_arrays.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

bool isFold(std::string_view name)
{
    return std::ranges::find(foldNames, name) != foldNames.end();
}

/// Whether a recipe called it so: `fold3`.
bool isNumber(const std::string& fold)
{
    return fold.starts_with("fold") && fold.size() > 4
        && fold.find_first_not_of("0123456789", 4) == std::string::npos;
}

bool hasSegments(const TensorEntry& entry)
{
    return !entry.shape.empty() && entry.shape.front() > 0;
}

}

FoldsOfArrays foldsOfArrays(const std::string& file, const std::vector<TensorEntry>& entries)
{
    FoldsOfArrays found;
    std::map<std::string, PackedGroup> groups
        = packedGroups(entries, [&](const TensorEntry& entry, const std::string& why) {
              if (!tensorPlaceOf(entry.name).isNumbered) // beside train: a recipe's are not used
                  refuseFeatures(file, entry.name, why);
          });
    const bool areNamed = std::ranges::any_of(
        groups, [](const auto& one) { return isFold(one.first) && !one.second.isNumbered; });
    for (auto& [name, group] : groups) {
        if (isFold(name)) {
            if (group.isNumbered) // a fold without videos
                std::erase_if(group.arrays, [](const auto& array) { return !hasSegments(*array.second); });
            if (!group.arrays.empty())
                found.folds[name] = std::move(group);
            continue;
        }
        const auto first = std::ranges::find_if(group.arrays,
                                                [](const auto& array) { return hasSegments(*array.second); });
        const bool isEmpty = first == group.arrays.end();
        if (!isEmpty && !areNamed && isNumber(name))
            refuseFeatures(file, first->second->name,
                           "is of a fold too many, expected fold0, fold1, fold2 for train, valid, test");
        const bool speaks = std::ranges::any_of(
            group.arrays, [](const auto& array) { return speaksOfSegments(array.first); });
        if (!isEmpty && speaks && !name.empty())
            found.notes.push_back(
                fmt::format("{}: is no fold that is learnt from or tested on, not used", name));
    }
    if (found.folds.empty())
        throw FormatError(
            "bad_features", file,
            "has no arrays of the folds train, valid, test (train/text, train/labels, …; X_train, "
            "y_train; or a recipe's fold0/text, fold0/labels, …)");
    return found;
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
