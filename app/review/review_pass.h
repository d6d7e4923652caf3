#pragma once

#include "engine/annotation/layers.h"
#include "engine/annotation/review_queue.h"

#include <optional>
#include <vector>

namespace app {

inline constexpr auto kPassItems = "review"; ///< items of passes, by their layer's name

/// A way of one annotator through a queue of segments. It is an item of the project, so it goes on where it
/// was left, on any machine.
struct ReviewPass {
    /// A segment of the queue, known by its place: it may be read from its file anew at any time.
    struct Place {
        std::string video;
        engine::Interval span; ///< seconds, when the pass began
        engine::ReviewReason reason = engine::ReviewReason::NotLabelled;
        double weight = 0.0;
        int number = 0; ///< of the segment in its video, from 1
        friend bool operator==(const Place&, const Place&) = default;
    };
    engine::Layer layer; ///< that takes the answers
    engine::ReviewSettings settings;
    bool isBlind = true; ///< what others said, and the model, is hidden until the own answer is committed
    double leadIn = 1.0; ///< seconds that are played before the segment
    std::vector<Place> places;
    friend bool operator==(const ReviewPass&, const ReviewPass&) = default;
};

engine::Item passItem(const ReviewPass& pass);
/// A pass and its judgements' logs follow a layer that is called otherwise. Empty where there is no such
/// pass.
engine::Change renamePass(const engine::Annotation& annotation, const std::string& before,
                          const std::string& after);
/// Absent: there is none of this name, or one that cannot be read.
std::optional<ReviewPass> reviewPass(const engine::Annotation& annotation, const std::string& layer);
/// All that the project has, by name of their layers.
std::vector<ReviewPass> reviewPasses(const engine::Annotation& annotation);

/// What became of one segment in a pass: for the report, and so that csd files can say how their labels were
/// made.
struct JudgementLog {
    double seconds = 0.0; ///< from when it was shown until it was committed
    int plays = 0; ///< how often it was started
    double speed = 1.0; ///< of the last one
    int revisions = 0; ///< answers that were changed more than two seconds after they had been given
    bool hasPeeked = false; ///< looked at what others said before the own answer
    std::int64_t committed = 0; ///< milliseconds since 1970, UTC; 0: not yet
    friend bool operator==(const JudgementLog&, const JudgementLog&) = default;
};

engine::Item logItem(const ReviewPass& pass, const ReviewPass::Place& place, const JudgementLog& log);
std::optional<JudgementLog> judgementLog(const engine::Annotation& annotation, const ReviewPass& pass,
                                         const ReviewPass::Place& place);

}
