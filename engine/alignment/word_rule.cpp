#include "engine/alignment/word_rule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::size_t kMostValues = std::size_t{16} << 20; ///< of the whole video

std::string idOf(std::size_t word)
{
    return fmt::format("v[{}]", word);
}

Block oneRow(Interval interval, std::span<const float> values)
{
    Block block;
    block.entry.intervals.values = {interval};
    block.entry.features
        = {ElementType::Float32, {1, values.size()}, std::vector<float>(values.begin(), values.end())};
    return block;
}

/// As impute() does it to a dataset.
void fillMissing(AlignedWords& aligned, std::span<const Interval> words, Fill fill)
{
    const std::size_t columns = aligned.features.columns;
    VideoPart part{"v", {SequencePart("words"), SequencePart("rows")}};
    for (std::size_t word = 0; word < words.size(); ++word) {
        part.sequences[0].add(idOf(word), oneRow(words[word], std::array{0.0F}));
        if (aligned.rows[word].sourceRows > 0)
            part.sequences[1].add(idOf(word), oneRow(words[word], aligned.features.row(word)));
    }
    const std::size_t measured = part.sequences[1].pieces.size();
    impute(part, {"words", {{"*", fill}}},
           {RowPattern{ElementType::Float32, {1}}, RowPattern{ElementType::Float32, {columns}}});
    std::size_t next = measured; // what was filled lies behind, in the order of the words
    for (std::size_t word = 0; word < words.size(); ++word) {
        if (aligned.rows[word].sourceRows > 0)
            continue;
        const FeatureMatrix row
            = part.sequences[1].rows(part.sequences[1].pieces.at(next++)).copy().features.toMatrix();
        std::ranges::copy(row.values, aligned.features.row(word).begin());
    }
}

}

AlignedWords alignWords(const WordCollapser& aligner, std::span<const Interval> words, std::size_t first,
                        std::size_t last, const WordRule& rule)
{
    AlignedWords part = aligner.align(words.subspan(first, last - first), rule.collapse);
    const bool isComplete
        = std::ranges::none_of(part.rows, [](const WordRow& row) { return row.sourceRows == 0; });
    // Where all words' rows are too many to be looked at for each edit, what is missing stays zero.
    const bool isLarge = aligner.intervals().size() * part.features.columns > kMostValues;
    if (rule.fill == Fill::Zeros || isComplete || isLarge || part.features.columns == 0)
        return part;
    AlignedWords all = aligner.align(words, rule.collapse); // what lies around may be what fills
    fillMissing(all, words, rule.fill);
    for (std::size_t word = first; word < last; ++word)
        std::ranges::copy(all.features.row(word), part.features.row(word - first).begin());
    return part;
}

}
