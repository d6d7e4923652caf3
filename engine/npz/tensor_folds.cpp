#include "engine/npz/tensor_folds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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
std::string foldCalled(std::string word)
{
    std::ranges::transform(word, word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto* const found = std::ranges::find(kFolds, std::string_view(word),
                                                &std::pair<std::string_view, std::string_view>::first);
    return found == kFolds.end() ? std::string() : std::string(found->second);
}

}

TensorPlace tensorPlaceOf(const std::string& name)
{
    if (const std::size_t slash = name.find('/'); slash != std::string::npos) {
        const std::string first = name.substr(0, slash);
        const std::string rest = name.substr(slash + 1);
        if (const std::string fold = foldCalled(first); !fold.empty())
            return {fold, rest};
        if (const std::string fold = foldCalled(rest); !fold.empty())
            return {fold, first == "ids" ? "id" : first};
        return first == "ids" ? TensorPlace{rest, "id"} : TensorPlace{first, rest};
    }
    for (const std::size_t at : {name.find_first_of("_."), name.find_last_of("_.")}) {
        if (at == std::string::npos || at == 0 || at + 1 == name.size())
            continue;
        if (const std::string fold = foldCalled(name.substr(0, at)); !fold.empty())
            return {fold, name.substr(at + 1)};
        if (const std::string fold = foldCalled(name.substr(at + 1)); !fold.empty())
            return {fold, name.substr(0, at)};
    }
    return {{}, name};
}

}
