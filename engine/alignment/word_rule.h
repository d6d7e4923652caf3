#pragma once

#include "engine/alignment/impute.h"
#include "engine/alignment/segment_rows.h"

namespace engine {

/// How frames become a word's row in one modality, and what replaces the row of a word that receives none.
struct WordRule {
    CollapseFunction collapse; ///< a function that keeps the width
    Fill fill = Fill::Zeros;
    friend bool operator==(const WordRule&, const WordRule&) = default;
};

/// The rows of the words [first, last). Filled rows keep `sourceRows` 0. In a sequence of more than 16 M
/// values, missing rows stay zero.
/// @param words  all of the video, whose rows a fill may look at
/// @throws ShapeError (`dimension_mismatch`) for a function that changes the width.
AlignedWords alignWords(const WordCollapser& aligner, std::span<const Interval> words, std::size_t first,
                        std::size_t last, const WordRule& rule);

}
