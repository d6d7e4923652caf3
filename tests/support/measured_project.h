#pragma once

#include "engine/annotation/edits.h"
#include "engine/numbers/draws.h"
#include "engine/project_items/exposures.h"
#include "engine/raters/influence_arms.h"

#include <algorithm>
#include <cmath>

namespace engine::test {

inline void note(engine::Annotation& project, const engine::Item& item)
{
    project.apply(engine::putItem(project, item));
}

/// A project of one video with a segment per second, and the passes of four annotators who give a part of
/// their answer to the prediction where they see the prediction.
/// @param withArms  otherwise the passes are open, and half of the looks happen by themselves
inline engine::Annotation measuredProject(std::ptrdiff_t count, double pull, bool withArms)
{
    engine::Annotation project;
    engine::Tier tier;
    tier.id = 1;
    tier.video = "talk";
    tier.name = "labels";
    tier.labels = {{"sentiment", engine::NumberScale{-3.0, 3.0, 0.5}}};
    engine::Change change;
    change.tiers.push_back({std::nullopt, tier});
    for (std::ptrdiff_t unit = 0; unit < count; ++unit) {
        engine::Segment segment;
        segment.id = unit + 1;
        segment.tier = 1;
        segment.start = engine::TimePoint::ofSeconds(static_cast<double>(unit));
        segment.end = engine::TimePoint::ofSeconds(static_cast<double>(unit) + 1.0);
        change.segments.push_back({std::nullopt, segment});
    }
    project.apply(change);
    const auto shown = engine::influenceArms(static_cast<std::size_t>(count), 4, 1);
    engine::Draws draws(5);
    std::vector<double> truths, predictions;
    for (std::ptrdiff_t unit = 0; unit < count; ++unit) {
        truths.push_back(1.2 * draws.normal());
        predictions.push_back(truths.back() + draws.normal());
    }
    const std::vector<std::string> raters{"anna", "bea", "cleo", "dan"};
    for (std::size_t rater = 0; rater < raters.size(); ++rater) {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", raters[rater], 1);
        pass.isBlind = withArms;
        for (std::size_t unit = 0; unit < static_cast<std::size_t>(count); ++unit) {
            const double start = static_cast<double>(unit);
            engine::ReviewPass::Place place{"talk",
                                            {start, start + 1.0},
                                            engine::ReviewReason::NotLabelled,
                                            0.0,
                                            static_cast<int>(unit) + 1};
            const bool isShown = shown[unit][rater];
            if (withArms)
                place.arm = isShown ? engine::SightArm::Shown : engine::SightArm::Hidden;
            const double own = truths[unit] + 0.5 * draws.normal();
            const double answer = isShown ? (1.0 - pull) * own + pull * predictions[unit] : own;
            const double kept = std::clamp(std::round(2.0 * answer) / 2.0, -3.0, 3.0);
            project.apply(engine::judge(project, static_cast<engine::SegmentId>(unit) + 1, pass.layer,
                                        [&](engine::Segment& judged) {
                                            judged.values["sentiment"] = {kept, {raters[rater], 1000, 1, {}}};
                                        }));
            note(project, engine::logItem(pass, place, {2.0, 1, 1.0, 0, false, 1000}));
            note(project,
                 engine::addedExposures(project, pass, place,
                                        {{engine::ExposedThing::Prediction,
                                          "sentiment",
                                          "MULT",
                                          predictions[unit],
                                          {},
                                          isShown ? 900 : 0,
                                          isShown ? 700 : 0,
                                          true,
                                          place.arm}}));
            pass.places.push_back(place);
        }
        note(project, engine::passItem(pass));
    }
    return project;
}

}
