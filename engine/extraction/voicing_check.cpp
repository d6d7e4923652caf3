#include "engine/extraction/voicing_check.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kLeastOfWords = 0.3;
constexpr double kMostOfPauses = 0.3;
constexpr std::size_t kEnoughRows = 50;

}

VoicedParts voicedParts(std::span<const Interval> words, std::span<const Interval> rows,
                        const std::vector<bool>& isVoiced)
{
    if (rows.size() != isVoiced.size())
        throw ShapeError("rows_differ",
                         fmt::format("there are {} rows, of {} is known whether they are voiced", rows.size(),
                                     isVoiced.size()));
    std::vector<Interval> sorted(words.begin(), words.end());
    std::ranges::sort(sorted, {}, &Interval::start);
    VoicedParts parts;
    double reached = -1.0; // the latest end of the words that began
    std::size_t next = 0;
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto middle = [&](std::size_t row) { return (rows[row].start + rows[row].end) / 2.0; };
    std::ranges::sort(order, {}, middle);
    for (const std::size_t row : order) {
        for (; next < sorted.size() && sorted[next].start <= middle(row); ++next)
            reached = std::max(reached, sorted[next].end);
        const bool isWord = middle(row) < reached;
        (isWord ? parts.wordRows : parts.pauseRows) += 1;
        (isWord ? parts.ofWords : parts.ofPauses) += isVoiced[row] ? 1.0 : 0.0;
    }
    parts.ofWords /= static_cast<double>(std::max<std::size_t>(1, parts.wordRows));
    parts.ofPauses /= static_cast<double>(std::max<std::size_t>(1, parts.pauseRows));
    return parts;
}

std::optional<Finding> voicingFinding(const std::string& id, const VoicedParts& parts)
{
    const bool lacksVoice = parts.wordRows >= kEnoughRows && parts.ofWords < kLeastOfWords;
    const bool hasTooMuch = parts.pauseRows >= kEnoughRows && parts.ofPauses > kMostOfPauses;
    if (!lacksVoice && !hasTooMuch)
        return std::nullopt;
    std::string message;
    if (lacksVoice)
        message = fmt::format("a voice was found in only {:.0f} % of the time of its words",
                              100.0 * parts.ofWords);
    if (hasTooMuch)
        message += fmt::format("{}in {:.0f} % of its pauses", lacksVoice ? ", and " : "a voice was found ",
                               100.0 * parts.ofPauses);
    message += hasTooMuch && !lacksVoice ? ": words are missing, or there is a sound like a voice"
                                         : ": pitch and voice quality are not to be relied on";
    return Finding{Finding::Severity::Warning, "voicing", id, message, id};
}

}
