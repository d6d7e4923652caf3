#include "engine/conversations/prefixed_lines.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace engine {

namespace {

constexpr std::size_t kLongestName = 31;

bool isDigitOf(char32_t point)
{
    return point >= U'0' && point <= U'9';
}

bool isBlankPoint(char32_t point)
{
    return point == U' ' || (point >= U'\t' && point <= U'\r') || point == 0xA0 || point == 0x3000;
}

/// Letters of all scripts; what is beyond ASCII counts, but for signs and the blocks of punctuation.
bool isLetterOf(char32_t point)
{
    if (point < 0x80)
        return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
    return point >= 0xC0 && point != 0xD7 && point != 0xF7 && !(point >= 0x2000 && point < 0x2C00)
        && !(point >= 0x3000 && point < 0x3040) && !(point >= 0xFF00 && point < 0xFF21);
}

bool isOfName(char32_t point)
{
    return isLetterOf(point) || isDigitOf(point)
        || std::u32string_view(U" ._'-").find(point) != std::u32string_view::npos;
}

std::string utf8Of(std::u32string_view points)
{
    std::string text;
    for (const char32_t point : points)
        appendUtf8(text, point);
    return text;
}

std::u32string_view withoutEnds(std::u32string_view text)
{
    while (!text.empty() && isBlankPoint(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankPoint(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes `12:05`, `(1:02:03.5)` with the blank behind it off the beginning.
std::optional<double> takeTime(std::u32string_view& line)
{
    std::u32string_view rest = line;
    if (!rest.empty() && rest.front() == U'(')
        rest.remove_prefix(1);
    std::vector<std::string> parts(1);
    while (!rest.empty() && (isDigitOf(rest.front()) || rest.front() == U':')) {
        if (rest.front() == U':')
            parts.emplace_back();
        else
            parts.back() += static_cast<char>(rest.front());
        rest.remove_prefix(1);
    }
    if (parts.size() < 2 || parts.size() > 3 || parts.back().size() != 2
        || std::ranges::any_of(parts,
                               [](const std::string& part) { return part.empty() || part.size() > 6; }))
        return std::nullopt;
    if (rest.size() > 1 && (rest.front() == U'.' || rest.front() == U',') && isDigitOf(rest[1])) {
        parts.back() += '.';
        for (rest.remove_prefix(1); !rest.empty() && isDigitOf(rest.front()); rest.remove_prefix(1))
            parts.back() += static_cast<char>(rest.front());
    }
    if (!rest.empty() && rest.front() == U')')
        rest.remove_prefix(1);
    if (rest.empty() || !isBlankPoint(rest.front()))
        return std::nullopt;
    double seconds = 0.0;
    for (const std::string& part : parts)
        seconds = seconds * 60.0 + std::strtod(part.c_str(), nullptr);
    line = withoutEnds(rest);
    return seconds;
}

PrefixedLine lineOf(std::u32string_view line)
{
    std::u32string_view rest = line;
    const std::optional<double> start = takeTime(rest);
    std::size_t colon = 0;
    while (colon < rest.size() && isOfName(rest[colon]))
        ++colon;
    const std::u32string_view name = withoutEnds(rest.substr(0, colon));
    const bool isNamed = colon + 1 < rest.size() && rest[colon] == U':' && isBlankPoint(rest[colon + 1])
        && !name.empty() && isLetterOf(rest.front()) && name.size() <= kLongestName;
    if (!isNamed)
        return {std::nullopt, utf8Of(line), std::nullopt};
    return {utf8Of(name), utf8Of(withoutEnds(rest.substr(colon + 1))), start};
}

}

std::vector<PrefixedLine> prefixedLines(std::string_view text)
{
    std::vector<PrefixedLine> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::u32string points = codePoints(text.substr(0, end));
        if (const std::u32string_view line = withoutEnds(points); !line.empty())
            lines.push_back(lineOf(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool haveSpeakers(const std::vector<PrefixedLine>& lines, const std::vector<std::string>& known)
{
    std::map<std::string, int> times;
    for (const PrefixedLine& line : lines) {
        if (line.name)
            ++times[*line.name];
    }
    const auto isKnown
        = [&](const auto& name) { return std::ranges::find(known, name.first) != known.end(); };
    if (!times.empty() && std::ranges::all_of(times, isKnown))
        return true;
    return std::ranges::count_if(times, [](const auto& name) { return name.second >= 2; }) >= 2;
}

}
