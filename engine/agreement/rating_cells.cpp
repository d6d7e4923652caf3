#include "engine/agreement/rating_cells.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostCells = 50'000'000; // of a table; more is a column that names no raters

}

std::optional<double> finiteNumber(std::string text)
{
    if (std::ranges::count(text, ',') == 1 && text.find('.') == std::string::npos)
        std::ranges::replace(text, ',', '.');
    const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* const end = text.data() + text.size();
    double number = 0.0;
    const auto [stop, failure] = std::from_chars(begin, end, number);
    if (failure != std::errc() || stop != end || !std::isfinite(number))
        return std::nullopt;
    return number;
}

RatingCells::RatingCells(std::vector<std::string> missing) : m_missing(std::move(missing))
{
    for (std::string& word : m_missing)
        word = inLowerCase(std::move(word));
    m_missing.insert(m_missing.end(), {"", ".", "na", "nan"});
}

std::size_t RatingCells::unit(const Unit& unit)
{
    const auto [place, isNew] = m_unitPlaces.try_emplace(unit.video + '\n' + unit.name, m_units.size());
    return isNew ? newUnit(unit) : place->second;
}

std::size_t RatingCells::newUnit(const Unit& unit)
{
    m_units.push_back(unit);
    return m_units.size() - 1;
}

void RatingCells::claim(std::size_t unit, std::size_t rater, Place place)
{
    const auto [earlier, isNew] = m_claims.try_emplace({unit, rater}, place);
    if (!isNew)
        throw FormatError("data_invalid", text(place),
                          fmt::format("{} comes twice for {}: it is in {}, too", m_units[unit].name,
                                      m_raters[rater], text(earlier->second)));
}

std::size_t RatingCells::rater(const std::string& name)
{
    const auto [place, isNew] = m_raterPlaces.try_emplace(name, m_raters.size());
    if (isNew)
        m_raters.push_back(name);
    return place->second;
}

std::size_t RatingCells::file(std::string name)
{
    m_files.push_back(std::move(name));
    return m_files.size() - 1;
}

std::size_t RatingCells::label(const std::string& name)
{
    const auto found = std::ranges::find(m_labels, name, &Label::name);
    if (found != m_labels.end())
        return static_cast<std::size_t>(found - m_labels.begin());
    m_labels.push_back({name, {}, {}});
    return m_labels.size() - 1;
}

std::string RatingCells::text(Place place) const
{
    return fmt::format("{}, line {}", m_files[place.file], place.line);
}

void RatingCells::add(std::size_t label, std::size_t unit, std::size_t rater, const std::string& text,
                      Place place)
{
    if (std::ranges::find(m_missing, inLowerCase(text)) != m_missing.end())
        return;
    Label& to = m_labels[label];
    const auto [earlier, isNew] = to.rated.try_emplace({unit, rater}, to.cells.size());
    if (!isNew)
        throw FormatError("data_invalid", this->text(place),
                          fmt::format("{} has rated the {} of {} before ({}); which of the two counts?",
                                      m_raters[rater], to.name, m_units[unit].name,
                                      this->text(to.cells[earlier->second].place)));
    to.cells.push_back({unit, rater, text, place});
}

std::vector<RatingTable> RatingCells::tables(bool asWords) const
{
    std::vector<RatingTable> tables;
    for (const Label& label : m_labels)
        tables.push_back(table(label, asWords));
    return tables;
}

RatingTable RatingCells::table(const Label& label, bool asWords) const
{
    if (!m_raters.empty() && m_units.size() > kMostCells / m_raters.size())
        throw FormatError(
            "data_invalid", label.name,
            fmt::format("{} raters of {} units are too many; is the column of raters the right one?",
                        m_raters.size(), m_units.size()));
    std::vector<std::string> units;
    std::vector<std::string> videos;
    for (const Unit& unit : m_units) {
        units.push_back(unit.name);
        videos.push_back(unit.video);
    }
    if (std::ranges::all_of(videos, [](const std::string& video) { return video.empty(); }))
        videos.clear();
    RatingTable table(label.name, std::move(units), m_raters, std::move(videos));

    const auto isWord = [](const Cell& cell) { return !finiteNumber(cell.text); };
    const auto word = std::ranges::find_if(label.cells, isWord);
    if (word == label.cells.end()) {
        for (const Cell& cell : label.cells)
            table.setValue(cell.unit, cell.rater, finiteNumber(cell.text));
        return table;
    }
    if (!asWords && !std::ranges::all_of(label.cells, isWord))
        throw FormatError(
            "data_invalid", this->text(word->place),
            fmt::format("'{}' is no number, as other ratings of {} are. Is {} an id and no rater, does "
                        "the word stand for a missing rating, or are all of these categories (nominal)?",
                        word->text, label.name, m_raters[word->rater]));
    std::set<std::string> words;
    for (const Cell& cell : label.cells)
        words.insert(cell.text);
    table.setCategories({words.begin(), words.end()});
    for (const Cell& cell : label.cells)
        table.setValue(cell.unit, cell.rater,
                       static_cast<double>(std::distance(words.begin(), words.find(cell.text))));
    return table;
}

}
