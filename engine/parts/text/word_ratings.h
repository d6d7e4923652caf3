#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace engine {

/// Finds a text without making a std::string of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// How positive words and signs are, −4 … 4, by people who rated each alone: VADER's list (Hutto & Gilbert,
/// VADER, ICWSM 2014). Words are in lower case.
class WordRatings {
public:
    /// Lines `word<TAB>rating`. @throws IoError (`file_not_found`), FormatError (`part_damaged`) with the
    /// line.
    explicit WordRatings(const std::filesystem::path& file);

    std::optional<double> find(std::string_view word) const;
    /// Also of the word before `'s`.
    std::optional<double> findWord(std::string_view word) const;

private:
    TextMap<double> m_ratings;
};

/// Reads lines of cells separated by tabs; those that begin with `#` are remarks.
/// @param take  gets the cells, which are `count`
/// @throws IoError (`file_not_found`), FormatError (`part_damaged`) with the line.
void readPartTable(
    const std::filesystem::path& file, std::size_t count,
    const std::function<void(const std::vector<std::string_view>& cells, std::size_t line)>& take);

/// The number in a cell. @throws FormatError (`part_damaged`) with the line.
double numberInCell(std::string_view cell, const std::filesystem::path& file, std::size_t line);

}
