#pragma once

#include "engine/alignment/impute.h"
#include "engine/alignment/segment_rows.h"

namespace engine {

/// How frames become a word's row in one modality, and what stands in where a word receives none.
struct WordRule {
    CollapseFunction collapse; ///< one that keeps the width
    Fill fill = Fill::Zeros;
    friend bool operator==(const WordRule&, const WordRule&) = default;
};

/// Rows of the words [first, last). Filled rows keep `sourceRows` 0. Of a sequence of more than 16 M values
/// what is missing stays zero.
/// @param words  all of the video, whose rows a fill may look at
/// @throws ShapeError (`dimension_mismatch`) for a function that changes the width.
AlignedWords alignWords(const WordAligner& aligner, std::span<const Interval> words, std::size_t first,
                        std::size_t last, const WordRule& rule);

}
