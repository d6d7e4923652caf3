#include "engine/parts/text/word_ratings.h"

#include "engine/core/error.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace engine {

void readPartTable(const std::filesystem::path& file, std::size_t count,
                   const std::function<void(const std::vector<std::string_view>&, std::size_t)>& take)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw IoError("file_not_found", file.string(), "cannot be read");
    std::vector<std::string_view> cells;
    std::string line;
    for (std::size_t number = 1; std::getline(stream, line); ++number) {
        if (line.starts_with("# ")) // a sign that is rated may begin with it, too
            continue;
        cells.clear();
        std::string_view rest = line;
        for (auto tab = rest.find('\t'); tab != std::string_view::npos; tab = rest.find('\t')) {
            cells.push_back(rest.substr(0, tab));
            rest.remove_prefix(tab + 1);
        }
        cells.push_back(rest);
        if (cells.size() != count)
            throw FormatError("part_damaged", file.string(),
                              fmt::format("line {} has {} cells, expected {}", number, cells.size(), count));
        take(cells, number);
    }
}

double numberInCell(std::string_view cell, const std::filesystem::path& file, std::size_t line)
{
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(number))
        throw FormatError("part_damaged", file.string(),
                          fmt::format("line {} has '{}', expected a number", line, cell));
    return number;
}

WordRatings::WordRatings(const std::filesystem::path& file)
{
    readPartTable(file, 2, [&](const auto& cells, std::size_t line) {
        const double rating = numberInCell(cells[1], file, line);
        constexpr auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (cells[0].size() > 1 || !isLetter(cells[0].front())) // a letter was rated as a sign, and is spelt
            m_ratings.emplace(cells[0], rating);
    });
}

std::optional<double> WordRatings::find(std::string_view word) const
{
    const auto found = m_ratings.find(word);
    return found == m_ratings.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> WordRatings::findWord(std::string_view word) const
{
    const auto rating = find(word);
    return !rating && word.ends_with("'s") ? find(word.substr(0, word.size() - 2)) : rating;
}

}
