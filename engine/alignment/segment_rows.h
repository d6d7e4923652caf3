#pragma once

#include "engine/alignment/align.h"
#include "engine/alignment/impute.h"
#include "engine/alignment/word_collapser.h"
#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/sequences/dataset_list.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Which sequences feed a fusion model, and how frames become word rows. Stored in the model card.
struct SegmentRecipe {
    std::string words = "words"; ///< reference of the first stage: one row per word
    std::string text = "word_vectors"; ///< of each modality; empty: there is none
    std::string acoustic = "acoustic";
    std::string visual = "visual";
    /// Which columns of `acoustic` are used, as ChosenColumns takes them; none: all.
    std::vector<std::string> acousticColumns{};
    std::string labels = "labels"; ///< reference of the second stage: which words make a segment
    CollapseFunction collapse; ///< frames of one word → its row
    /// The row of a word that a modality has nothing for; absent: such words are left out, as a hard unify
    /// leaves them out. Of sequences that are aligned before, and where isTimed(), only zeros.
    std::optional<Fill> fill = Fill::Zeros;
    bool hasOwnRows = false; ///< each modality has its own rows within the segment, unaligned
    std::optional<FixedRate> rate{}; ///< rows of the same length, from the segment's start on, not words
    /// Segments that need no labels: windows of the time in which there is sound and picture.
    std::optional<SlidingWindow> windows{};
    /// Where isTimed(): each column has mean 0 and deviation 1 over the video, so that voices and faces
    /// differ less than what they do.
    bool isScaledByVideo = false;
    /// Segments tell of who listens: rows that are words are made of the words of who speaks (ListenerWords).
    bool isOfListeners = false;

    /// Whether words are not what rows, or labels not what segments, are made from.
    bool isTimed() const { return hasOwnRows || rate || windows; }
    const std::string& sequenceOf(Modality modality) const
    {
        return modality == Modality::Text ? text : modality == Modality::Acoustic ? acoustic : visual;
    }
    friend bool operator==(const SegmentRecipe&, const SegmentRecipe&) = default;
};

/// The same recipe about those who listen: labels of `labels_listening` (the recipe's labels with that
/// ending).
SegmentRecipe aboutListening(SegmentRecipe recipe);
/// The same recipe about those who speak.
SegmentRecipe aboutSpeaking(SegmentRecipe recipe);

/// The words that share more than `kTouching` with the segment, in time order: [first, last) of `words`.
/// @param words     sorted by start, not overlapping.
/// @param wordType  of their times in the file: the segment is taken in it, as recipes do.
std::pair<std::size_t, std::size_t> wordsOf(Interval segment, std::span<const Interval> words,
                                            ElementType wordType = ElementType::Float64);

/// What a fusion model sees of these words. Modalities without a source get T × 0.
SegmentInput segmentInput(std::span<const Interval> words, const WordCollapser& text,
                          const WordCollapser& acoustic, const WordCollapser& visual,
                          const CollapseFunction& collapse);

/// One labelled segment of a dataset: `video[k]`, k counting the label's rows.
struct LabelledSegment {
    std::string id;
    std::string fold; ///< `train`, `valid`, `test`; empty for videos in no fold
    Interval interval;
    SegmentInput input;
    std::vector<float> labels; ///< one per column of the label sequence; empty when nothing is labelled
    std::string transcript{}; ///< words with blanks between; empty where the words have no text
};

/// Every segment that the label sequence has of every video of the list, with words aligned and missing rows
/// imputed. Segments without words, and segments shorter than `kTouching`, are left out.
///
/// Sequences that are already aligned are used as they are. When they are aligned to words (entries
/// `video[k]`, one per word), labels with one entry per video cut them into segments in the same way as raw
/// sequences. When the labels have entries `video[k]`, one per segment, each segment consists of the other
/// sequences' entries of the same name. A recipe with own rows, a rate or windows: timedSegments().
/// @throws FormatError, IoError naming the file; Cancelled.
std::vector<LabelledSegment> labelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                              const RunContext& run = {});

/// A pause of more than this between words ends an utterance, in seconds.
inline constexpr double kUtterancePause = 0.6;

/// Spans of words between pauses: they serve as segments where nobody labelled any.
std::vector<Interval> utterances(std::span<const Interval> words);

/// The utterances of every video that has words and no labels, as segments `video[k]` without labels; none
/// for a recipe whose rows are not words.
/// @throws as labelledSegments.
std::vector<LabelledSegment> unlabelledSegments(const DatasetList& list, const SegmentRecipe& recipe,
                                                const RunContext& run = {});

}
