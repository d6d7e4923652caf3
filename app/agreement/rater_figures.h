#pragma once

#include "engine/agreement/gold_score.h"
#include "engine/agreement/rater_comparison.h"
#include "engine/agreement/self_agreement.h"
#include "engine/core/run_context.h"
#include "engine/project_items/review_pass.h"

namespace app {

/// How one annotator judged a label.
struct RaterFigures {
    engine::RaterComparison beside; ///< the others, on first passes
    /// By how much more than at first the rater is above the others at the end of the first pass: the last
    /// quarter beside the first. Absent: one of them has nothing to compare.
    std::optional<double> drift;
    std::size_t compared = 0; ///< answers in these two quarters that others answered, too
    std::optional<double> seconds; ///< median per answer of first passes
    std::size_t timed = 0;
    engine::GoldScore gold; ///< hidden in passes
    engine::GoldScore training;
    std::map<std::string, engine::GoldScore> goldByTerm; ///< of terms: both, by what is right
    engine::SelfAgreement again; ///< segments that came again within a pass
};

/// What a team said of one label, and what its consensus would be.
struct TeamFigures {
    struct Segment {
        engine::SegmentId id = 0;
        std::string video;
        engine::Interval span; ///< seconds
        engine::SettledUnit settled;
    };
    std::vector<std::string> tiers; ///< that somebody judged
    std::string of; ///< the one of these that these figures are of
    std::vector<std::string> labels; ///< of the tier, all with numbers or terms that somebody judged
    std::string label; ///< that these figures are of; empty: nobody judged one
    std::vector<std::string> terms; ///< of the label, whose places values are; none: values are numbers
    engine::SettledSteps scale; ///< of the label
    std::vector<RaterFigures> raters;
    std::vector<Segment> segments; ///< with two votes or more
    std::size_t tied
        = 0; ///< of these, several terms that as many gave, and no person settled: they stay open
    std::size_t settledByPeople = 0; ///< of these; a consensus leaves them as they are
};

/// @param of     name of the judged tier; empty, or not judged: the first that is
/// @param label  another of the tier's; empty, or not judged: the first
/// @throws Cancelled.
TeamFigures teamFigures(const engine::Annotation& annotation, const std::string& of, const std::string& label,
                        const engine::RunContext& run);

/// The change that settles the team's segments to their consensus. What a person settled stays, and what has
/// none is left open.
/// @param by   who did that, and when
engine::Change settleByConsensus(const engine::Annotation& annotation, const TeamFigures& team,
                                 const engine::Provenance& by);

}
