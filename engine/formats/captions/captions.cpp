#include "engine/formats/captions/captions.h"

#include "engine/formats/input/number_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

/// Also `00:00:01:500`, as some write milliseconds.
std::optional<double> cueTimeIn(std::string_view text)
{
    std::string time(text.substr(0, text.find_last_not_of(" \t") + 1));
    const std::size_t last = time.rfind(':');
    if (std::ranges::count(time, ':') == 3 && time.size() - last == 4)
        time[last] = '.';
    return clockTimeIn(time);
}

}

std::optional<CueTiming> cueTimingIn(std::string_view line)
{
    const std::size_t arrow = line.find("-->");
    if (arrow == std::string_view::npos)
        return std::nullopt;
    const std::string_view behind = line.substr(arrow + 3);
    const std::size_t first = behind.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return std::nullopt;
    const std::size_t last = std::min(behind.find_first_of(" \t", first), behind.size());
    const auto start = cueTimeIn(line.substr(0, arrow));
    const auto end = cueTimeIn(behind.substr(first, last - first));
    if (!start || !end)
        return std::nullopt;
    return CueTiming{{*start, *end}, behind.substr(last)};
}

std::string cueText(std::string text)
{
    std::string result;
    LineReader lines(text);
    for (TextLine line; lines.next(line);) {
        if (line.text.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        result += (result.empty() ? "" : "\n") + std::string(line.text);
    }
    return result;
}

CueTimes cueTimes(const Segment& segment)
{
    const std::int64_t start = std::max<std::int64_t>(milliseconds(segment.start.seconds()), 0);
    return {start, std::max(milliseconds(segment.end.seconds()), start + 1)};
}

std::vector<std::string> captionLosses(const ExchangedTiers& tiers, Carries carries)
{
    carries.manyTiers = false;
    carries.tierName = kCaptionTier;
    carries.decimals = 3;
    std::vector<std::string> sentences = lossesOf(tiers, carries);
    const auto isEarly = [](const auto&, const Segment& segment) { return segment.start.ticks < 0; };
    if (const std::size_t early = countSegments(tiers, isEarly); early > 0)
        sentences.push_back(fmt::format("{} segments begin before 0 s; they begin at 0.", early));
    const auto hasBlankLines
        = [](const auto&, const Segment& segment) { return segment.text != cueText(segment.text); };
    if (const std::size_t blank = countSegments(tiers, hasBlankLines); blank > 0)
        sentences.push_back(fmt::format("Blank lines in {} texts are left out.", blank));
    return sentences;
}

}
