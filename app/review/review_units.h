#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/review_queue.h"

#include <map>

namespace app {

/// What the files of a dataset have of one video, as a review needs it.
struct RecordedVideo {
    std::vector<engine::Interval> words;
    std::vector<engine::Interval> segments; ///< labelled ones; of a video without labels its utterances
    std::vector<std::optional<double>> labels; ///< the first label of each
    std::vector<std::pair<std::string, std::vector<engine::Interval>>> sequences; ///< of numbers, by name
};
using RecordedVideos = std::map<std::string, RecordedVideo>;

/// Of all videos of a dataset, their sequences moved by these offsets. What cannot be read is left out.
/// @throws Cancelled.
RecordedVideos readRecordedVideos(const OpenDataset& dataset, const ProjectOffsets& offsets,
                                  const engine::RunContext& run);

/// All segments that can be reviewed, the project's where it has them, else as their files have them.
/// @param annotation  of the project; tiers as their files have them may be in it
/// @param own         the layer of the pass that goes on: its votes are not others'
/// @param predictions of the first label, by video and start of the segment
std::vector<engine::ReviewUnit>
reviewUnits(const RecordedVideos& videos, const engine::Annotation& annotation, const engine::Layer& own,
            const std::map<std::pair<std::string, double>, double>& predictions);

}
