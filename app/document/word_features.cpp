#include "app/document/word_features.h"

#include "engine/core/error.h"

#include <algorithm>
#include <span>

namespace app {

std::size_t WordFeatures::coveredWords(const std::vector<engine::Interval>& words) const
{
    std::vector<bool> complete(words.size(), true);
    for (const engine::WordCollapser* frames : {&acoustic, &visual}) {
        if (frames->intervals().empty())
            continue;
        const std::vector<std::size_t> received = frames->receivedRows(words);
        for (std::size_t word = 0; word < complete.size(); ++word)
            complete[word] = complete[word] && received[word] > 0;
    }
    return static_cast<std::size_t>(std::ranges::count(complete, true));
}

/// The vectors of the words, where the words are now.
engine::AlignedWords WordAlignment::moveVectors(std::size_t first, std::size_t last) const
{
    const engine::WordCollapser& vectors = features->text;
    engine::TimedFeatures moved;
    moved.features.columns = vectors.dimensions();
    for (std::size_t word = first; word < last; ++word) {
        if (words.rows[word] >= vectors.intervals().size())
            continue; // a word that was made here has no vector
        const std::vector<float> row = vectors.row(words.rows[word]);
        moved.intervals.push_back(words.intervals[word]);
        moved.features.values.insert(moved.features.values.end(), row.begin(), row.end());
        ++moved.features.rows;
    }
    return engine::WordCollapser(std::move(moved))
        .align(std::span(words.intervals).subspan(first, last - first), rules[0].collapse);
}

std::array<engine::AlignedWords, 3> WordAlignment::align(std::size_t first, std::size_t last) const
{
    const auto readable = [&](const engine::WordCollapser& rows, const auto& align) {
        try {
            return align();
        } catch (const engine::IoError&) {
            return engine::AlignedWords{engine::FeatureMatrix(last - first, rows.dimensions()),
                                        std::vector<engine::WordRow>(last - first)};
        }
    };
    const auto aligned = [&](const engine::WordCollapser& rows, const engine::WordRule& rule) {
        return readable(rows, [&] { return engine::alignWords(rows, words.intervals, first, last, rule); });
    };
    return {features->isPerWord ? readable(features->text, [&] { return moveVectors(first, last); })
                                : aligned(features->text, rules[0]),
            aligned(features->acoustic, rules[1]), aligned(features->visual, rules[2])};
}

engine::SegmentInput WordAlignment::input(std::size_t first, std::size_t last) const
{
    auto [text, acoustic, visual] = align(first, last);
    return {std::move(text.features), std::move(acoustic.features), std::move(visual.features)};
}

std::vector<engine::RowsInFile> WordAlignment::rowsInFiles(std::size_t first, std::size_t last) const
{
    std::vector<engine::RowsInFile> found;
    const auto add = [&](const std::optional<engine::RowsInFile>& rows) {
        if (rows)
            found.push_back(*rows);
    };
    const auto spans = std::span(words.intervals).subspan(first, last - first);
    if (features->isPerWord) {
        for (std::size_t word = first; word < last; ++word)
            add(features->text.rowsInFile(words.rows[word], words.rows[word]));
    } else {
        add(features->text.rowsInFile(spans));
    }
    add(features->acoustic.rowsInFile(spans));
    add(features->visual.rowsInFile(spans));
    return found;
}

}
