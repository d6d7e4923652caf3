#pragma once

#include "engine/project_items/review_pass.h"

namespace engine {

inline constexpr auto kInfluenceItems = "influence"; ///< items of measurements, by the tier that is judged

/// A measurement of what a visible prediction does to answers: who sees the model's prediction of which
/// segment was drawn before the first answer.
struct InfluenceStudy {
    struct Unit {
        std::string video;
        double start = 0.0; ///< of the segment, in seconds
        std::vector<bool> shown; ///< to each of the raters
        friend bool operator==(const Unit&, const Unit&) = default;
    };
    std::string of; ///< the tier that is judged
    std::string label;
    std::string model; ///< as exposures name the source of its predictions
    std::uint32_t seed = 1;
    std::int64_t begun = 0; ///< milliseconds since 1970, UTC
    bool isEnded = false; ///< answers that are given now belong to no arm
    std::vector<std::string> raters;
    std::vector<Unit> units;
    friend bool operator==(const InfluenceStudy&, const InfluenceStudy&) = default;
};

Item studyItem(const InfluenceStudy& study);
/// The measurement over a tier; absent: there is none, or it cannot be read.
std::optional<InfluenceStudy> influenceStudy(const Annotation& annotation, const std::string& of);

/// Gives the places of a pass over the study's tier their arms, if the pass is a blind one of one of the
/// raters; none once the study has ended.
/// @param isDone  by place; a place that is done keeps its arm
void takeArms(ReviewPass& pass, const InfluenceStudy& study, const std::vector<bool>& isDone);

}
