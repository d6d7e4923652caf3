#pragma once

#include "engine/core/run_context.h"
#include "engine/core/sha256.h"
#include "engine/recipes/recipe_plan.h"

#include <functional>

namespace engine {

/// What one step did to one video.
struct StepReport {
    AlignmentReport alignment; ///< of an align step
    std::vector<std::string> missingIn; ///< unify: the sequences that lack the video, which was dropped
    std::vector<std::string>
        lackingParticipants; ///< unify: those for whose lack the conversation was dropped
    std::map<std::string, std::vector<std::string>>
        dropped; ///< hard_unify, revert: id → sequences that lack it
    std::size_t removed = 0; ///< remove_id: entries
    std::map<std::string, std::size_t> filled; ///< impute: rows by sequence
};

/// A video after all steps.
struct VideoResult {
    VideoPart part;
    std::vector<StepReport> reports; ///< one per step
    std::vector<std::vector<Digest>> digests; ///< per sequence and piece; made by the output that writes them
};

/// The intervals of a video file's frames.
using FrameTimes = std::function<std::vector<Interval>(const VideoFrames&)>;

struct VideoRunSettings {
    unsigned jobs = 0; ///< threads; 0: one per core
    std::size_t shard = 0; ///< which of the `shards` to run, counted from 0
    std::size_t shards = 1;
    bool sharesByValues = false; ///< shards have about as many values; else as many videos
    FrameTimes frameTimes; ///< for references that are a video's frames
    bool account = false; ///< StepReport::alignment tells what became of every row
};

/// Applies the plan's steps to each video, several videos at a time, so that memory does not depend on the
/// number of videos.
///
/// @param prepare  called for each result, by several threads at once
/// @param take     called for each result, one after the other, in the order of the plan's videos
/// @throws Error   the failure of the earliest step, and of the first video that has it; so it is the same
///                 for any number of jobs, and the same as if each step were applied to all videos before
///                 the next. Also what `take` throws; Cancelled.
void runVideos(const RecipePlan& plan, const VideoRunSettings& settings,
               const std::function<void(VideoResult&)>& prepare,
               const std::function<void(VideoResult&)>& take, const RunContext& run = {});

}
