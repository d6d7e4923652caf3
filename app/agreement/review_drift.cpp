#include "app/agreement/review_drift.h"

#include "app/agreement/rater_names.h"
#include "engine/annotation/layers.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

struct Answer {
    engine::SegmentId judged = 0;
    const engine::Segment* given = nullptr;
    engine::JudgementLog log;
};

/// Those that count, in the order of answering.
std::vector<Answer> answersOf(const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    std::vector<Answer> answers;
    for (const engine::ReviewPass::Place& place : pass.places) {
        const auto log = judgementLog(annotation, pass, place);
        const auto tier = tiers.find(place.video);
        if (place.isRepeat || !log || log->committed == 0 || tier == tiers.end())
            continue;
        const auto middle = engine::TimePoint::ofSeconds((place.span.start + place.span.end) / 2);
        const auto found = annotation.byTime(tier->second->id).covering(middle.ticks);
        if (found.empty())
            continue;
        const engine::Segment* given = engine::judgement(annotation, found.front().id, pass.layer.name);
        if (given)
            answers.push_back({found.front().id, given, *log});
    }
    std::ranges::stable_sort(answers, {}, [](const Answer& answer) { return answer.log.committed; });
    return answers;
}

/// What the first passes of other annotators gave on average. Absent: nobody did.
std::optional<double> meanOfOthers(const engine::Annotation& annotation, engine::SegmentId judged,
                                   const std::string& label, const std::vector<engine::Layer>& others)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const engine::Layer& layer : others) {
        const engine::Segment* given = engine::judgement(annotation, judged, layer.name);
        if (const auto value = given ? engine::numberGiven(*given, label) : std::nullopt) {
            sum += *value;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

}

PassDrift passDrift(const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    const std::vector<Answer> answers = answersOf(annotation, pass);
    std::vector<engine::Layer> others = engine::layersOf(annotation, pass.layer.of);
    std::erase_if(others, [&](const engine::Layer& layer) {
        return !engine::isFirstPass(layer) || layer.annotator == pass.layer.annotator;
    });
    std::vector<std::string> labels; // in the order of their tier
    for (const Answer& answer : answers) {
        for (const engine::LabelScheme& label : annotation.tier(answer.given->tier)->labels) {
            if (engine::numberGiven(*answer.given, label.name)
                && std::ranges::find(labels, label.name) == labels.end())
                labels.push_back(label.name);
        }
    }
    const auto drift = [&](const std::string& label) {
        std::vector<engine::DatedAnswer> dated;
        dated.reserve(answers.size());
        for (const Answer& answer : answers)
            dated.push_back({engine::numberGiven(*answer.given, label),
                             meanOfOthers(annotation, answer.judged, label, others), answer.log.seconds});
        return engine::driftOverQuarters(dated);
    };
    PassDrift result{raterOf(pass.layer), drift({}), {}};
    for (const std::string& label : labels)
        result.labels.emplace_back(label, drift(label));
    return result;
}

}
