#include "engine/annotation/formats/captions.h"

#include "engine/annotation/formats/number_text.h"

namespace engine {

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
    const auto start = clockTimeIn(line.substr(0, arrow));
    const auto end = clockTimeIn(behind.substr(first, last - first));
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

}
