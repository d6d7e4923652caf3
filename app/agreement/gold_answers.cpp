#include "app/agreement/gold_answers.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kStepsOfScale = 6.0; // where it has none: as many as from −3 to 3

/// The committed answer at a place; null: there is none.
const engine::Segment* committedAt(const engine::Annotation& annotation, const ReviewPass& pass,
                                   const ReviewPass::Place& place,
                                   const std::map<std::string, const engine::Tier*>& tiers)
{
    const auto tier = tiers.find(place.video);
    if (tier == tiers.end() || !isPlaceDone(annotation, pass, place, tier->second))
        return nullptr;
    return engine::judgement(annotation, segmentAt(annotation, place, tier->second),
                             layerAt(pass, place).name);
}

}

double goldStep(const engine::LabelScheme& label)
{
    const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
    if (!scale)
        return 1.0;
    return scale->step > 0.0 ? scale->step : (scale->greatest - scale->least) / kStepsOfScale;
}

std::optional<engine::GoldAnswer> goldAnswer(const GoldItem& gold, const engine::Segment& given,
                                             const std::string& label)
{
    const auto right = gold.values.find(label);
    const auto answer = given.values.find(label);
    if (right == gold.values.end() || answer == given.values.end())
        return std::nullopt;
    const double* rightNumber = std::get_if<double>(&right->second);
    const double* givenNumber = std::get_if<double>(&answer->second.value);
    if (rightNumber && givenNumber)
        return engine::GoldAnswer{*givenNumber, *rightNumber};
    return engine::GoldAnswer{right->second == answer->second.value ? 0.0 : 1.0, 0.0};
}

std::vector<engine::GoldAnswer> goldAnswers(const engine::Annotation& annotation, const ReviewPass& pass,
                                            const std::vector<GoldItem>& gold, const std::string& label)
{
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    std::vector<std::pair<std::int64_t, engine::GoldAnswer>> dated;
    for (const ReviewPass::Place& place : pass.places) {
        const GoldItem* right = place.isRepeat ? nullptr : goldAt(gold, place.video, place.span);
        const engine::Segment* given = right ? committedAt(annotation, pass, place, tiers) : nullptr;
        const auto log = given ? judgementLog(annotation, pass, place) : std::nullopt;
        if (!log || log->hasPeeked)
            continue;
        if (const auto answer = goldAnswer(*right, *given, label))
            dated.emplace_back(log->committed, *answer);
    }
    std::ranges::stable_sort(dated, {}, [](const auto& answer) { return answer.first; });
    std::vector<engine::GoldAnswer> answers;
    for (const auto& [when, answer] : dated)
        answers.push_back(answer);
    return answers;
}

std::vector<engine::AnswerPair> answersAgain(const engine::Annotation& annotation, const ReviewPass& pass,
                                             const std::string& label)
{
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    std::vector<engine::AnswerPair> pairs;
    for (const ReviewPass::Place& place : pass.places) {
        if (!place.isRepeat)
            continue;
        ReviewPass::Place before = place;
        before.isRepeat = false;
        const engine::Segment* first = committedAt(annotation, pass, before, tiers);
        const engine::Segment* again = committedAt(annotation, pass, place, tiers);
        const auto one = first ? engine::numberGiven(*first, label) : std::nullopt;
        const auto other = again ? engine::numberGiven(*again, label) : std::nullopt;
        if (one && other)
            pairs.push_back({*one, *other});
    }
    return pairs;
}

}
