#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/alignment/collapse.h"
#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/timed_features.h"

namespace engine {

/// Which sequences feed a fusion model, and how frames become word rows. Stored in the model card.
struct SegmentRecipe {
    std::string words = "words"; ///< reference of the first stage: one row per word
    std::string text = "word_vectors";
    std::string acoustic = "acoustic";
    std::string visual = "visual";
    std::string labels = "labels"; ///< reference of the second stage: which words make a segment
    CollapseFunction collapse; ///< frames of one word → its row

    const std::string& sequenceOf(Modality modality) const
    {
        return modality == Modality::Text ? text : modality == Modality::Acoustic ? acoustic : visual;
    }
    friend bool operator==(const SegmentRecipe&, const SegmentRecipe&) = default;
};

/// A word's row in one modality, with how it came about.
struct WordRow {
    std::size_t sourceRows = 0; ///< rows that the word received; 0: imputed with zeros
    Interval covered; ///< from the first to the last received row, clipped to the word
    friend bool operator==(const WordRow&, const WordRow&) = default;
};

/// Collapses `source` onto each of the words: T rows; a word that receives nothing gets zeros and `sourceRows` 0.
struct AlignedWords {
    FeatureMatrix features;
    std::vector<WordRow> rows;
};
AlignedWords alignToWords(std::span<const Interval> words, const TimedFeatures& source, const CollapseFunction& collapse);

/// The words that share more than `kTouching` with the segment, in time order: [first, last) of `words`.
/// @param words  sorted by start, not overlapping.
std::pair<std::size_t, std::size_t> wordsOf(Interval segment, std::span<const Interval> words);

/// What a fusion model sees of the words [first, last). Modalities without a source get T × 0.
SegmentInput segmentInput(std::span<const Interval> words, const TimedFeatures& text, const TimedFeatures& acoustic,
                          const TimedFeatures& visual, const CollapseFunction& collapse);

/// One labelled segment of a dataset: `video[k]`, k counting the label's rows.
struct LabelledSegment {
    std::string id;
    std::string fold; ///< `train`, `valid`, `test`; empty for videos in no fold
    Interval interval;
    SegmentInput input;
    std::vector<float> labels; ///< one per column of the label sequence; empty when nothing is labelled
};

/// Every segment of every video of the list that the label sequence has, words aligned and missing rows imputed.
/// Segments without words are left out, and segments shorter than `kTouching`.
/// @throws FormatError, IoError naming the file; Cancelled.
std::vector<LabelledSegment> labelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                              const RunContext& run = {});

}
