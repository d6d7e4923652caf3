#include "app/review/measured_pass.h"

#include "app/review/review.h"
#include "engine/project_items/influence_study.h"

#include <algorithm>

namespace app {

bool takeArmsOfStudy(const engine::Annotation& annotation, engine::ReviewPass& pass, const PassStates& states)
{
    const auto study = influenceStudy(annotation, pass.layer.of);
    if (!study)
        return false;
    std::vector<bool> isDone;
    for (std::size_t place = 0; place < states.size(); ++place)
        isDone.push_back(states.isDone(place));
    const std::vector<engine::ReviewPass::Place> before = pass.places;
    takeArms(pass, *study, isDone);
    return pass.places != before;
}

bool losesArm(const engine::Annotation& annotation, engine::ReviewPass& pass, std::size_t place,
              const std::vector<OtherJudgement>& others)
{
    engine::SightArm& arm = pass.places[place].arm;
    if (arm == engine::SightArm::Free)
        return false;
    const auto study = influenceStudy(annotation, pass.layer.of);
    if (study && std::ranges::find(others, study->model, &OtherJudgement::source) != others.end())
        return false;
    arm = engine::SightArm::Free;
    return true;
}

bool isSeen(const Review& review, const OtherJudgement& other)
{
    return !review.isHiding() || (other.isModel && review.arm() == engine::SightArm::Shown);
}

}
