#pragma once

#include "engine/alignment/collapse.h"
#include "engine/alignment/overlap.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/timed_features.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// How a word's row in one modality came about.
struct WordRow {
    std::size_t sourceRows = 0; ///< rows that the word received; 0: imputed with zeros
    Interval covered; ///< from the first to the last received row, clipped to the word
    friend bool operator==(const WordRow&, const WordRow&) = default;
};

/// One modality's word rows.
struct AlignedWords {
    FeatureMatrix features; ///< T × D
    std::vector<WordRow> rows; ///< T
};

/// Collapses the frames of one video onto its words. Words receive the rows that they receive in a recipe:
/// they are clipped in the type that the rows' times have in their file. It is built once per video; align()
/// is then fast enough to be called at every mouse move of a drag.
class WordCollapser {
public:
    WordCollapser() = default;
    /// @param source  sorted by start.
    explicit WordCollapser(TimedFeatures source);
    explicit WordCollapser(std::shared_ptr<const TimedFeatures> source);
    /// For rows that stay in their file: only those of the requested words are read.
    explicit WordCollapser(std::shared_ptr<const StoredFeatures> source);

    const std::vector<Interval>& intervals() const
    {
        return m_stored ? m_stored->intervals() : m_source->intervals;
    }
    std::size_t dimensions() const { return m_stored ? m_stored->dimensions() : m_source->features.columns; }
    /// One row. @throws IoError when it lies in a file that cannot be read.
    std::vector<float> row(std::size_t index) const;
    /// T rows, one per word; a word that receives nothing gets zeros and `sourceRows` 0.
    /// @throws ShapeError (`dimension_mismatch`) for a function that changes the width; IoError as row().
    AlignedWords align(std::span<const Interval> words, const CollapseFunction& collapse) const;
    /// The rows that align() of these words would read from a file, those in between with them; absent where
    /// there are none, or these are held in memory.
    std::optional<RowsInFile> rowsInFile(std::span<const Interval> words) const;
    /// The same for row() of all rows from `first` to `last`.
    std::optional<RowsInFile> rowsInFile(std::size_t first, std::size_t last) const;
    /// How many source rows each word receives.
    std::vector<std::size_t> receivedRows(std::span<const Interval> words) const;

private:
    template <typename Take>
    void visitRows(std::span<const std::size_t> rows, Take take) const;
    void meanInto(std::span<float> target, std::span<const std::size_t> rows) const;
    void collapseInto(std::span<float> target, const OverlapFinder::Rows& rows,
                      const CollapseFunction& function) const;

    std::shared_ptr<const TimedFeatures> m_source = std::make_shared<TimedFeatures>();
    std::shared_ptr<const StoredFeatures> m_stored; ///< used instead of m_source when it is not null
    OverlapFinder m_finder{{}, ElementType::Float64, ElementType::Float64};
};

}
