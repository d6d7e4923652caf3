#include "engine/conversation_sources/spoken_lines.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

namespace engine {

namespace {

constexpr double kLettersPerSecond = 15.0;
constexpr double kShortestTurn = 0.3; ///< seconds
constexpr double kMostLost = 0.1; ///< of the turns: where more have no word that was found, times are guesses

struct WrittenTurn {
    std::string name;
    std::optional<double> start;
    double length = 0.0; ///< guessed
    std::vector<std::string> words = {};
    std::vector<Interval> said = {}; ///< where words were found, joined
};

std::vector<WrittenTurn> turnsOfLines(const std::vector<PrefixedLine>& lines)
{
    std::vector<WrittenTurn> turns;
    for (const PrefixedLine& line : lines) {
        const double length = static_cast<double>(codePoints(line.text).size()) / kLettersPerSecond;
        if (line.name)
            turns.push_back({*line.name, line.start, std::max(length, kShortestTurn)});
        else if (!turns.empty())
            turns.back().length += length;
        if (turns.empty())
            continue;
        std::istringstream words(line.text);
        for (std::string word; words >> word;)
            turns.back().words.push_back(word);
    }
    return turns;
}

void beginAt(std::vector<Interval>& spans, double start)
{
    std::erase_if(spans, [&](const Interval& span) { return span.end <= start; });
    if (!spans.empty())
        spans.front().start = start;
}

/// @return how many turns have words, none of which was found
std::size_t placeTurns(std::vector<WrittenTurn>& turns, const PlacedWords& placed)
{
    std::size_t next = 0, lost = 0;
    for (WrittenTurn& turn : turns) {
        std::vector<Interval> found;
        for (std::size_t i = 0; i < turn.words.size(); ++i, ++next) {
            if (next < placed.words.size() && placed.words[next])
                found.push_back(*placed.words[next]);
        }
        turn.said = spokenStretches(std::move(found), kBridgedGap, 0.0);
        if (turn.start)
            beginAt(turn.said, *turn.start);
        lost += turn.said.empty() ? 1 : 0;
    }
    return lost;
}

/// When a turn begins, as far as is known.
std::optional<double> knownStart(const WrittenTurn& turn)
{
    return turn.said.empty() ? turn.start : std::optional(turn.said.front().start);
}

void addTurns(const std::vector<WrittenTurn>& turns, HeardConversation& heard)
{
    double at = 0.0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const WrittenTurn& turn = turns[i];
        auto known = std::ranges::find(heard.speakers, turn.name, &Speaker::id);
        if (known == heard.speakers.end())
            known = heard.speakers.insert(known, Speaker{turn.name, {}});
        std::vector<Interval> spans = turn.said;
        if (spans.empty()) {
            const double start = turn.start.value_or(at);
            double end = start + turn.length;
            const std::optional<double> next = i + 1 < turns.size() ? knownStart(turns[i + 1]) : std::nullopt;
            if (next && *next > start)
                end = std::min(end, *next);
            spans.push_back({start, end});
        }
        at = spans.back().end;
        heard.duration = std::max(heard.duration, at);
        known->spans.insert(known->spans.end(), spans.begin(), spans.end());
    }
}

}

HeardConversation heardInLines(const std::vector<PrefixedLine>& lines, const std::string& id,
                               const WordPlacer& place)
{
    HeardConversation heard{id, "prefixes", {}};
    heard.timesAreGuessed = true;
    std::vector<WrittenTurn> turns = turnsOfLines(lines);
    if (place && !turns.empty()) {
        std::vector<std::string> words;
        for (const WrittenTurn& turn : turns)
            words.insert(words.end(), turn.words.begin(), turn.words.end());
        const PlacedWords placed = place(words);
        const std::size_t lost = placeTurns(turns, placed);
        heard.duration = placed.duration;
        heard.timesAreGuessed = static_cast<double>(lost) > kMostLost * static_cast<double>(turns.size());
        heard.findings.push_back(
            {Finding::Severity::Warning, "words_aligned", id,
             fmt::format("Turns lie where their words were found in the sound, one after the other: overlaps "
                         "are not found.{}{}",
                         lost == 0 ? std::string()
                                   : fmt::format(" Of {} of {} turns no word was found.", lost, turns.size()),
                         placed.problem.empty() ? std::string() : " " + placed.problem),
             ""});
    }
    addTurns(turns, heard);
    if (heard.timesAreGuessed)
        heard.findings.push_back(
            {Finding::Severity::Warning, "times_guessed", id,
             "The text does not say when turns end: their lengths are guessed by their letters, and "
             "no figure of time is given.",
             ""});
    return heard;
}

}
