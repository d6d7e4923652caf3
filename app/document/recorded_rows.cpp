#include "app/document/recorded_rows.h"

#include <algorithm>

namespace app {

namespace {

/// @param latest  for each row the latest end of the rows up to it
std::size_t rowWithText(const std::string& text, const engine::Interval& place,
                        const engine::TimedText& recorded, const std::vector<double>& latest)
{
    std::size_t best = WordTimes::kNoRow;
    double most = 0.0;
    const auto first = std::ranges::upper_bound(latest, place.start); // earlier rows end before the word
    for (auto row = static_cast<std::size_t>(first - latest.begin());
         row < recorded.texts.size() && recorded.intervals[row].start < place.end; ++row) {
        const double shared = place.overlap(recorded.intervals[row]);
        if (shared > most && recorded.texts[row] == text) {
            most = shared;
            best = row;
        }
    }
    return best;
}

}

void fitRows(WordsView& words, const engine::TimedText& recorded)
{
    std::vector<double> latest;
    for (const engine::Interval& interval : recorded.intervals)
        latest.push_back(latest.empty() ? interval.end : std::max(latest.back(), interval.end));
    for (std::size_t word = 0; word < words.rows.size(); ++word) {
        const std::size_t row = words.rows[word];
        const engine::Interval& place = words.text.intervals[word];
        const bool isThere = row < recorded.texts.size();
        if (isThere && recorded.texts[row] == words.text.texts[word])
            continue;
        const std::size_t same = rowWithText(words.text.texts[word], place, recorded, latest);
        const bool liesOver = isThere && place.overlap(recorded.intervals[row]) > 0.0;
        if (same != WordTimes::kNoRow || !liesOver)
            words.rows[word] = same;
    }
}

std::size_t wordsNotRecorded(const WordsView& words, const engine::TimedText& recorded)
{
    std::size_t count = 0;
    for (std::size_t word = 0; word < words.rows.size(); ++word) {
        const std::size_t row = words.rows[word];
        if (row >= recorded.texts.size() || recorded.texts[row] != words.text.texts[word])
            ++count;
    }
    return count;
}

}
