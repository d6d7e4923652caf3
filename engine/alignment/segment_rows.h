#pragma once

#include "engine/alignment/align.h"
#include "engine/alignment/collapse.h"
#include "engine/alignment/impute.h"
#include "engine/alignment/overlap.h"
#include "engine/core/run_context.h"
#include "engine/core/segment_input.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/timed_features.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Which sequences feed a fusion model, and how frames become word rows. Stored in the model card.
struct SegmentRecipe {
    std::string words = "words"; ///< reference of the first stage: one row per word
    std::string text = "word_vectors";
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

    /// Whether words are not what rows, or labels not what segments, are made from.
    bool isTimed() const { return hasOwnRows || rate || windows; }
    const std::string& sequenceOf(Modality modality) const
    {
        return modality == Modality::Text ? text : modality == Modality::Acoustic ? acoustic : visual;
    }
    friend bool operator==(const SegmentRecipe&, const SegmentRecipe&) = default;
};

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
