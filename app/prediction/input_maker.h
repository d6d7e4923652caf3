#pragma once

#include "app/document/word_features.h"

namespace app {

/// Makes what a model gets of one video: rows of words, with those columns of sound that the model reads. A
/// copy of its own, for any thread.
struct InputMaker {
    WordAlignment alignment;
    std::vector<std::string> acousticColumns; ///< patterns of those that the model reads; none: all

    /// The words [first, last). Reads rows that lie in files.
    engine::SegmentInput make(std::size_t first, std::size_t last) const;
    /// The same at other times. @param times  of all words of the video
    engine::SegmentInput make(std::size_t first, std::size_t last, const WordTimes& times) const;
};

}
