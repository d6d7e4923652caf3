#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/review_queue.h"

#include <map>

namespace app {

/// What a review needs from the files of one video.
struct RecordedVideo {
    std::vector<engine::Interval> words;
    std::vector<engine::Interval> segments; ///< labelled ones; of a video without labels its utterances
    std::vector<std::optional<double>> labels; ///< the first label of each
    /// Times of the rows of each numeric sequence, by its name.
    std::vector<std::pair<std::string, std::vector<engine::Interval>>> sequences;
};
using RecordedVideos = std::map<std::string, RecordedVideo>;

/// Reads all videos of a dataset; their sequences are moved by these offsets. What cannot be read is left
/// out.
/// @throws Cancelled.
RecordedVideos readRecordedVideos(const OpenDataset& dataset, const engine::ProjectOffsets& offsets,
                                  const engine::RunContext& run);

/// All segments that can be reviewed: the project's for videos that it has, else those of the files.
/// @param annotation  of the project; it may hold tiers that were read from files
/// @param own         the layer of the pass itself: its votes do not count as those of others
/// @param predictions for the first label, by video and start of the segment
std::vector<engine::ReviewUnit>
reviewUnits(const RecordedVideos& videos, const engine::Annotation& annotation, const engine::Layer& own,
            const std::map<std::pair<std::string, double>, double>& predictions);

/// Whether several people talk in the dataset: its list says so, or tiers have participants.
bool hasConversations(const engine::DatasetList& list, const engine::Annotation& annotation);

/// Where people say what they felt themselves (tiers `…_self`) and the annotator is called as a participant,
/// the segments of others go.
/// @param own  the layer of the pass
void keepOwnFeelings(std::vector<engine::ReviewUnit>& units, const engine::KnownConversations& known,
                     const engine::Layer& own);

/// Says of each segment in which conversation it lies, and when.
void placeInConversations(std::vector<engine::ReviewUnit>& units, const engine::KnownConversations& known,
                          const engine::Annotation& annotation);

}
