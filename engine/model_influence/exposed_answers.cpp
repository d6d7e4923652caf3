#include "engine/model_influence/exposed_answers.h"

#include "engine/core/error.h"
#include "engine/project_items/exposures.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace engine {

namespace {

using UnitKey = std::pair<std::string, std::int64_t>; ///< video and start

/// One committed answer, with what was kept of the prediction.
struct KeptAnswer {
    UnitKey unit;
    double value = 0.0;
    SightArm arm = SightArm::Free;
    bool wasSeen = false;
};

bool isMeasured(const ReviewPass& pass)
{
    return isFirstPass(pass.layer) && pass.layer.purpose == LayerPurpose::Judging && !pass.layer.isSettled;
}

UnitKey keyOf(const ReviewPass::Place& place)
{
    return {place.video, TimePoint::ofSeconds(place.span.start).ticks};
}

double stepOf(const Annotation& annotation, const InfluenceQuestion& question)
{
    for (const auto& [id, tier] : annotation.tiers()) {
        const LabelScheme* scheme = tier.name == question.of ? tier.label(question.label) : nullptr;
        if (const auto* scale = scheme ? std::get_if<NumberScale>(&scheme->scale) : nullptr)
            return scale->step > 0.0 ? scale->step : 1.0;
    }
    throw Error("data_invalid",
                fmt::format("{} of tier {} has no scale of numbers, so that answers have no distance to a "
                            "prediction",
                            question.label, question.of));
}

/// Gathers what a project knows of one question.
class AnswerGatherer {
public:
    AnswerGatherer(const Annotation& annotation, const InfluenceQuestion& question)
        : m_annotation(annotation)
        , m_question(question)
        , m_step(stepOf(annotation, question))
    {
    }

    void add(const ReviewPass& pass, const ReviewPass::Place& place, const Tier* judged)
    {
        for (const Exposure& exposure : exposuresAt(m_annotation, pass, place)) {
            const bool isAsked = exposure.what == ExposedThing::Prediction
                && exposure.label == m_question.label && exposure.source == m_question.model;
            const double* value = exposure.value ? std::get_if<double>(&*exposure.value) : nullptr;
            if (isAsked && value)
                m_predictions.try_emplace(keyOf(place), *value / m_step);
            if (isAsked && exposure.isBeforeAnswer && exposure.visible >= kLeastLook)
                m_seen.insert(&place);
        }
        if (!isPlaceDone(m_annotation, pass, place, judged))
            return;
        const SegmentId segment = segmentAt(m_annotation, place, judged);
        const Segment* answer = judgement(m_annotation, segment, layerAt(pass, place).name);
        if (const auto value = answer ? numberGiven(*answer, m_question.label) : std::nullopt)
            m_answers.push_back({keyOf(place), *value / m_step, place.arm, m_seen.contains(&place)});
    }

    ExposedAnswers result() const
    {
        ExposedAnswers result;
        result.isRandomised = std::ranges::any_of(
            m_answers, [](const KeptAnswer& answer) { return answer.arm != SightArm::Free; });
        std::map<UnitKey, std::size_t> units;
        for (const KeptAnswer& answer : m_answers) {
            const auto prediction = m_predictions.find(answer.unit);
            if (prediction == m_predictions.end()) {
                ++result.without;
                continue;
            }
            if (result.isRandomised && answer.arm == SightArm::Free)
                continue;
            const auto [unit, isNew] = units.try_emplace(answer.unit, units.size());
            if (isNew)
                result.units.push_back(
                    fmt::format("{} {:.3f}", answer.unit.first, TimePoint{answer.unit.second, {}}.seconds()));
            const bool isVisible
                = answer.arm == SightArm::Free ? answer.wasSeen : answer.arm == SightArm::Shown;
            result.answers.push_back({unit->second, answer.value, isVisible, prediction->second});
        }
        return result;
    }

private:
    const Annotation& m_annotation;
    const InfluenceQuestion& m_question;
    double m_step;
    std::map<UnitKey, double> m_predictions; ///< in steps
    std::set<const ReviewPass::Place*> m_seen; ///< where the prediction was seen before the answer
    std::vector<KeptAnswer> m_answers;
};

}

std::vector<InfluenceQuestion> influenceQuestions(const Annotation& annotation)
{
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> counts;
    for (const ReviewPass& pass : reviewPasses(annotation)) {
        if (!isMeasured(pass))
            continue;
        for (const ReviewPass::Place& place : pass.places) {
            for (const Exposure& exposure : exposuresAt(annotation, pass, place)) {
                if (exposure.what == ExposedThing::Prediction && exposure.value
                    && std::holds_alternative<double>(*exposure.value))
                    ++counts[{pass.layer.of, exposure.label, exposure.source}];
            }
        }
    }
    std::vector<std::pair<std::size_t, InfluenceQuestion>> found;
    for (const auto& [key, count] : counts)
        found.push_back({count, {std::get<0>(key), std::get<1>(key), std::get<2>(key)}});
    std::ranges::stable_sort(found, std::greater<>(), [](const auto& question) { return question.first; });
    std::vector<InfluenceQuestion> questions;
    for (auto& [count, question] : found)
        questions.push_back(std::move(question));
    return questions;
}

ExposedAnswers exposedAnswers(const Annotation& annotation, const InfluenceQuestion& question)
{
    AnswerGatherer gatherer(annotation, question);
    const auto tiers = tiersCalled(annotation, question.of);
    const std::vector<ReviewPass> passes = reviewPasses(annotation);
    for (const ReviewPass& pass : passes) {
        if (!isMeasured(pass) || pass.layer.of != question.of)
            continue;
        for (const ReviewPass::Place& place : pass.places) {
            const auto tier = tiers.find(place.video);
            if (!place.isRepeat)
                gatherer.add(pass, place, tier == tiers.end() ? nullptr : tier->second);
        }
    }
    return gatherer.result();
}

}
