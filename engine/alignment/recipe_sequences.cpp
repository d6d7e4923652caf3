#include "engine/alignment/recipe_sequences.h"

#include "engine/core/error.h"
#include "engine/sequences/computational_sequence.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

namespace engine {

namespace {

/// What a list calls the sequences that polylogue-extract and snapshots write.
constexpr std::array<std::string_view, 5> kGroups{"words", "acoustic", "visual", "labels", "answers"};

/// Rows of words are texts, or a single number each; vectors that stand for words are the recipe's text.
void checkWords(const CsdFile& words, const SegmentRecipe& recipe)
{
    const auto refuse = [&](const std::string& what) {
        throw FormatError("recipe_invalid", words.path().string(),
                          "recipe.words is " + recipe.words + ", " + what + "; expected a sequence of words");
    };
    if (recipe.words == recipe.acoustic || recipe.words == recipe.visual)
        refuse("which is also its " + std::string(recipe.words == recipe.acoustic ? "acoustic" : "visual"));
    if (recipe.words == recipe.text || words.ids().empty())
        return;
    const EntryShape shape = words.shape(words.ids().front());
    if (!isText(shape.featureType) && shape.features.size() > 1 && shape.features[1] > 1)
        refuse(fmt::format("which has {} numbers per row", shape.features[1]));
}

}

SegmentRecipe usualRecipeFor(const DatasetList& list)
{
    SegmentRecipe recipe;
    const bool areGrouped = std::ranges::all_of(list.sequences, [](const DatasetList::Sequence& sequence) {
        return std::ranges::find(kGroups, sequence.group) != kGroups.end();
    });
    for (const auto& [name, group] :
         {std::pair{&recipe.acoustic, "acoustic"}, {&recipe.visual, "visual"}, {&recipe.labels, "labels"}}) {
        const auto first = std::ranges::find(list.sequences, group, &DatasetList::Sequence::group);
        if (list.sequence(*name))
            continue;
        if (first != list.sequences.end())
            *name = first->name;
        else if (areGrouped && name != &recipe.labels)
            name->clear(); // there is no such modality
    }
    return recipe;
}

CsdFile openSequence(const DatasetList& list, const std::string& key)
{
    const DatasetList::Sequence* sequence = list.sequence(key);
    if (!sequence)
        throw FormatError("recipe_invalid", list.name, "the dataset has no sequence called " + key);
    return CsdFile(sequence->file);
}

ChosenColumns openColumns(const DatasetList& list, const SegmentRecipe& recipe, Modality modality)
{
    CsdFile file = openSequence(list, recipe.sequenceOf(modality));
    if (modality != Modality::Acoustic)
        return ChosenColumns(std::move(file), {}, {});
    return ChosenColumns(std::move(file), recipe.acousticColumns, "acoustic_columns");
}

ModalityColumns openModalities(const DatasetList& list, const SegmentRecipe& recipe)
{
    ModalityColumns columns;
    for (const Modality modality : allModalities) {
        if (!recipe.sequenceOf(modality).empty())
            columns[static_cast<std::size_t>(modality)].emplace(openColumns(list, recipe, modality));
    }
    return columns;
}

CsdFile openWords(const DatasetList& list, const SegmentRecipe& recipe)
{
    if (!list.sequence(recipe.words) && list.sequence(recipe.text)) {
        CsdFile text = openSequence(list, recipe.text);
        if (std::ranges::any_of(text.ids(), isSegmentId))
            return text;
    }
    CsdFile words = openSequence(list, recipe.words);
    checkWords(words, recipe);
    return words;
}

bool isSegmentId(const std::string& id)
{
    return strippedId(id) != id;
}

std::map<std::string, std::vector<std::string>> entriesByVideo(const CsdFile& file)
{
    std::map<std::string, std::vector<std::string>> entries;
    for (const std::string& id : file.ids())
        entries[strippedId(id)].push_back(id);
    return entries;
}

std::vector<std::string> textsOf(const CsdFile& words, const std::string& id)
{
    if (words.ids().empty() || !isText(words.shape(words.ids().front()).featureType))
        return {};
    return readText(words, id).texts;
}

std::string transcriptOf(const std::vector<std::string>& texts, std::size_t first, std::size_t last)
{
    std::string transcript;
    for (std::size_t i = first; i < std::min(last, texts.size()); ++i)
        transcript += (transcript.empty() ? "" : " ") + texts[i];
    return transcript;
}

}
