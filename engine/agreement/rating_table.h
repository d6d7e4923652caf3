#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// The ratings that several raters gave to the same units (segments, words, frames): units × raters; a cell
/// may be empty.
///
/// Values are finite numbers. Where raters chose among names, the values are the numbers of the categories,
/// and their order means nothing.
class RatingTable {
public:
    RatingTable() = default;

    /// A table without values. @throws ShapeError (`row_mismatch`) when `videos` is neither empty nor as long
    /// as `units`.
    ///
    /// @param videos  which video each unit is of; empty: all are of one
    RatingTable(std::string label, std::vector<std::string> units, std::vector<std::string> raters,
                std::vector<std::string> videos = {});

    /// @throws ShapeError (`not_finite`) for NaN and infinities.
    void setValue(std::size_t unit, std::size_t rater, std::optional<double> value);

    /// From now on value k is the category `names[k]`.
    void setCategories(std::vector<std::string> names) { m_categories = std::move(names); }

    const std::string& label() const { return m_label; }
    const std::vector<std::string>& units() const { return m_units; }
    const std::vector<std::string>& raters() const { return m_raters; }
    const std::vector<std::string>& videos() const { return m_videos; }
    const std::vector<std::string>& categories() const { return m_categories; }
    bool isNominal() const { return !m_categories.empty(); }

    std::optional<double> value(std::size_t unit, std::size_t rater) const
    {
        return m_cells[unit * m_raters.size() + rater];
    }
    /// One cell per rater.
    std::span<const std::optional<double>> row(std::size_t unit) const
    {
        return std::span(m_cells).subspan(unit * m_raters.size(), m_raters.size());
    }
    std::vector<double> valuesOf(std::size_t unit) const;

    /// The rater's column, one cell per unit.
    std::vector<std::optional<double>> column(std::size_t rater) const;

    /// The mean of the unit's ratings, without those of the rater `except`; absent when none is left.
    std::optional<double> mean(std::size_t unit, std::optional<std::size_t> except = {}) const;

    /// The table without one of its raters.
    RatingTable without(std::size_t rater) const;

    /// The text of a value: its category, or the shortest text that gives the same number.
    std::string text(double value) const;

    friend bool operator==(const RatingTable&, const RatingTable&) = default;

private:
    std::string m_label;
    std::vector<std::string> m_units;
    std::vector<std::string> m_raters;
    std::vector<std::string> m_videos;
    std::vector<std::string> m_categories;
    std::vector<std::optional<double>> m_cells; ///< row by row
};

/// The raters' numbers, two by two: 0 and 1, 0 and 2, …
std::vector<std::pair<std::size_t, std::size_t>> raterPairs(const RatingTable& table);

}
