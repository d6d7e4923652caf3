#pragma once

#include "engine/annotation/recorded_tiers.h"
#include "engine/core/spoken_time.h"
#include "engine/dataset_opening/opened_sequences.h"
#include "engine/project_items/sequence_offsets.h"
#include "engine/sequences/timed_features.h"

#include <string>
#include <vector>

/// Words and labels of a video as its files have them, and the tiers that they become.
namespace engine {

/// The labels of one video.
struct RecordedLabels {
    std::string key; ///< of the sequence that they come from; empty: the dataset has none
    TimedFeatures rows;
    std::vector<std::string> names; ///< one per column, all different; sentiment first
    std::vector<NumberScale> scales; ///< of the names, in all of a packed file; none: by the values of the video
    std::vector<RecordedTerms> terms; ///< of the same segments: labels that are words
};

/// The names of the labels in a sequence, one per column, all different.
std::vector<std::string> labelNames(const SequenceFile& file, std::size_t width);

/// The words of a video. @param offsets  of the video, which move them
/// @throws FormatError, IoError
TimedText readRecordedWords(const OpenedSequences& open, const std::string& video,
                            const SequenceOffsets& offsets);
/// What the aligner that made the words says of each: the sequence that polylogue-extract writes beside them.
/// Empty where that is not there, or of other words. @throws as above
std::vector<SpokenTime> readSureness(const OpenedSequences& open, const std::string& video,
                                     const TimedText& words);
/// @throws as above
RecordedLabels readRecordedLabels(const OpenedSequences& open, const std::string& video,
                                  const SequenceOffsets& offsets);

/// The labels that a tier gets which is used as `labels`: sentiment and six emotions, as CMU-MOSEI has them.
std::vector<LabelScheme> usualLabels();

/// The change that adds the labels of a video as its files have them; of a video without labels its
/// utterances, to be labelled as CMU-MOSEI's are.
Change recordedLabelsTier(const Annotation& annotation, const std::string& video,
                          const RecordedLabels& labels, std::span<const Interval> words);

}
