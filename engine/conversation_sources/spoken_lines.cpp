#include "engine/conversation_sources/spoken_lines.h"

#include "engine/core/utf8.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kLettersPerSecond = 15.0;
constexpr double kShortestTurn = 0.3; ///< seconds

struct WrittenTurn {
    std::string name;
    std::optional<double> start;
    double length = 0.0; ///< guessed
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
    }
    return turns;
}

}

HeardConversation heardInLines(const std::vector<PrefixedLine>& lines, const std::string& id)
{
    HeardConversation heard{id, "prefixes", {}};
    heard.timesAreGuessed = true;
    const std::vector<WrittenTurn> turns = turnsOfLines(lines);
    double at = 0.0;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const double start = turns[i].start.value_or(at);
        double end = start + turns[i].length;
        if (i + 1 < turns.size() && turns[i + 1].start && *turns[i + 1].start > start)
            end = std::min(end, *turns[i + 1].start);
        auto known = std::ranges::find(heard.speakers, turns[i].name, &Speaker::id);
        if (known == heard.speakers.end())
            known = heard.speakers.insert(known, Speaker{turns[i].name, {}});
        known->spans.push_back({start, end});
        at = end;
        heard.duration = std::max(heard.duration, end);
    }
    heard.findings.push_back(
        {Finding::Severity::Warning, "times_guessed", id,
         "The text does not say when turns end: their lengths are guessed by their letters, and "
         "no figure of time is given.",
         ""});
    return heard;
}

}
