#pragma once

#include "engine/agreement/rating_table.h"

#include <map>
#include <unordered_map>

namespace engine {

/// Gathers ratings as text from any files and makes one table per label from them. All tables have the same
/// units and raters, in the order in which they were added.
class RatingCells {
public:
    struct Unit {
        std::string name;
        std::string video; ///< may be empty
    };
    /// Where a rating was read.
    struct Place {
        std::size_t file = 0; ///< as file() numbered it
        std::size_t line = 0; ///< from 1
    };

    /// @param missing  texts that stand for no rating, beside the empty one, `.`, `NA` and `NaN`
    explicit RatingCells(std::vector<std::string> missing);

    /// The number of the unit with this name (and video), which is added when it is new.
    std::size_t unit(const Unit& unit);
    /// Adds a unit, even when another has the same name; returns its number.
    std::size_t newUnit(const Unit& unit);
    /// Says that the rater has a row, or a segment, for this unit here.
    /// @throws FormatError (`data_invalid`) when there was one already: the unit comes twice.
    void claim(std::size_t unit, std::size_t rater, Place place);
    std::size_t rater(const std::string& name);
    /// Adds a file under the name that messages should give it; returns its number.
    std::size_t file(std::string name);
    /// Adds the label, so that it gets a table even when nothing is added to it; returns its number.
    std::size_t label(const std::string& name);

    /// @throws FormatError (`data_invalid`) when the rater has already rated the unit.
    void add(std::size_t label, std::size_t unit, std::size_t rater, const std::string& text, Place place);

    /// One table per label: of numbers where all its ratings are numbers, of categories (in byte order) where
    /// none is.
    ///
    /// @param asWords  a label with some numbers and some words gets categories too
    /// @throws FormatError (`data_invalid`) with a place, when a label has numbers and words and `asWords` is
    /// false; also when a table would be too large.
    std::vector<RatingTable> tables(bool asWords) const;

private:
    struct Cell {
        std::size_t unit;
        std::size_t rater;
        std::string text;
        Place place;
    };
    struct Label {
        std::string name;
        std::vector<Cell> cells;
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> rated; ///< unit, rater → place in `cells`
    };
    RatingTable table(const Label& label, bool asWords) const;
    std::string text(Place place) const;

    std::vector<std::string> m_missing; ///< in lower case
    std::vector<Unit> m_units;
    std::unordered_map<std::string, std::size_t> m_unitPlaces;
    std::vector<std::string> m_raters;
    std::unordered_map<std::string, std::size_t> m_raterPlaces;
    std::vector<std::string> m_files;
    std::map<std::pair<std::size_t, std::size_t>, Place> m_claims; ///< by unit and rater
    std::vector<Label> m_labels;
};

/// A decimal number as tables have it, with a point or one comma; absent for everything else, NaN and
/// infinities too.
std::optional<double> finiteNumber(std::string text);

}
