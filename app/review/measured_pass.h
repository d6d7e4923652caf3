#pragma once

#include "app/review/other_judgements.h"
#include "app/review/pass_states.h"

namespace app {

class Review;

/// Gives the places of a pass that are not done the arms of the measurement that goes on, which may have
/// begun or ended since the pass was left. @return whether any arm is another now
bool takeArmsOfStudy(const engine::Annotation& annotation, engine::ReviewPass& pass,
                     const PassStates& states);

/// Takes the arm from a place of which the measured model says nothing that could be shown or hidden.
/// @param others  what is said of the segment there @return whether the place had one
bool losesArm(const engine::Annotation& annotation, engine::ReviewPass& pass, std::size_t place,
              const std::vector<OtherJudgement>& others);

/// Whether what somebody said is shown beside the answer in hand: a measurement shows the model's view to a
/// pass that hides what others said.
bool isSeen(const Review& review, const OtherJudgement& other);

}
