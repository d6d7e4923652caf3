#include "engine/feature_tables/arff_header.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/formats/input/number_text.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// The first word of a text, which may be in quotes.
std::string firstWord(std::string_view text)
{
    if (!text.empty() && (text.front() == '\'' || text.front() == '"')) {
        const std::size_t end = text.find(text.front(), 1);
        return std::string(text.substr(1, end == std::string_view::npos ? end : end - 1));
    }
    return std::string(text.substr(0, text.find_first_of(" \t")));
}

}

ArffHeader readArffHeader(std::istream& stream, const std::string& file)
{
    ArffHeader header;
    std::string line;
    while (std::getline(stream, line)) {
        ++header.lines;
        const std::string_view text = trimmed(std::string_view(line).substr(0, line.find('\r')));
        if (text.empty() || text.front() == '%')
            continue;
        const std::size_t blank = std::min(text.find_first_of(" \t"), text.size());
        const std::string keyword = inLowerCase(std::string(text.substr(0, blank)));
        const std::string_view rest = trimmed(text.substr(blank));
        if (keyword == "@relation")
            header.relation = firstWord(rest);
        else if (keyword == "@attribute" && !rest.empty())
            header.names.push_back(firstWord(rest));
        else if (keyword == "@data")
            return header;
        else
            throw FormatError("data_invalid", file,
                              fmt::format("has '{}' in line {}, expected @attribute, @data or a comment",
                                          keyword, header.lines));
    }
    throw FormatError("data_invalid", file, "has no @data");
}

}
