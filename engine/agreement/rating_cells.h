#pragma once

#include "engine/agreement/rating_table.h"

#include <map>
#include <unordered_map>

namespace engine {

/// Gathers ratings as text, from whatever file, and makes tables of them: one per label. All labels have the
/// same units and raters, in the order in which they came.
class RatingCells {
public:
    struct Unit {
        std::string name;
        std::string video; ///< may be empty
    };
    /// Where a rating stands.
    struct Place {
        std::size_t file = 0; ///< as file() numbered it
        std::size_t line = 0; ///< from 1
    };

    /// @param missing  texts that stand for no rating, beside the empty one, `.`, `NA` and `NaN`
    explicit RatingCells(std::vector<std::string> missing);

    /// A unit of this name (and video), which may be there already.
    std::size_t unit(const Unit& unit);
    /// A further unit, whatever its name.
    std::size_t newUnit(const Unit& unit);
    /// Says that the rater has a row, or a segment, for this unit here.
    /// @throws FormatError (`data_invalid`) when there was one already: the unit comes twice.
    void claim(std::size_t unit, std::size_t rater, Place place);
    std::size_t rater(const std::string& name);
    /// A further file, named as messages should name it.
    std::size_t file(std::string name);
    /// Makes the label's table, be it empty.
    std::size_t label(const std::string& name);

    /// @throws FormatError (`data_invalid`) when the rater has already rated the unit.
    void add(std::size_t label, std::size_t unit, std::size_t rater, const std::string& text, Place place);

    /// Numbers where all ratings of a label are numbers, categories (in the order of their bytes) where none
    /// is.
    ///
    /// @param asWords  categories also where only some are no numbers
    /// @throws FormatError (`data_invalid`) where some are numbers, with a place; when the table were too
    /// large.
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
