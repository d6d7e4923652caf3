#pragma once

#include "app/document/tier_views.h"
#include "engine/alignment/segment_rows.h"
#include "engine/alignment/word_rule.h"

#include <array>
#include <memory>

namespace app {

/// The rows of text, sound and vision that the words of one video receive. Nothing of them changes, so that
/// other threads may hold and read them.
struct WordFeatures {
    engine::WordCollapser text; ///< word vectors
    bool isPerWord = false; ///< each word of the file has one vector, which moves with the word
    engine::WordCollapser acoustic;
    std::vector<std::string> acousticNames; ///< of its columns
    engine::WordCollapser visual;

    /// Columns of text, sound, vision; 0: there is none.
    std::array<std::size_t, 3> widths() const
    {
        return {text.dimensions(), acoustic.dimensions(), visual.dimensions()};
    }
    /// Whether there is sound or vision at all.
    bool hasFrames() const { return !(acoustic.intervals().empty() && visual.intervals().empty()); }
    /// How many of these words receive rows of every frame sequence that there is.
    std::size_t coveredWords(const std::vector<engine::Interval>& words) const;
};

/// The words of one video at given times, and by which rules they receive rows. A copy of its own, which any
/// thread may read while the video is edited.
struct WordAlignment {
    std::shared_ptr<const WordFeatures> features;
    WordTimes words;
    std::array<engine::WordRule, 3> rules; ///< of text, sound, vision

    /// The words [first, last) with the rows that they receive of text, sound and vision. Rows that lie in a
    /// file that cannot be read are zeros: the timeline says what is wrong with it.
    std::array<engine::AlignedWords, 3> align(std::size_t first, std::size_t last) const;
    /// The same as the input of a fusion model.
    engine::SegmentInput input(std::size_t first, std::size_t last) const;
    /// What align() of these words would read from files. A thread that must not wait for a disk lets another
    /// one hold these rows before.
    std::vector<engine::RowsInFile> rowsInFiles(std::size_t first, std::size_t last) const;

private:
    engine::AlignedWords moveVectors(std::size_t first, std::size_t last) const;
};

}
