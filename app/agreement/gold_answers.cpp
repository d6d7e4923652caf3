#include "app/agreement/gold_answers.h"

#include <algorithm>

namespace app {

namespace {

constexpr double kStepsOfScale = 6.0; // where it has none: as many as from −3 to 3

/// The committed answer at a place; null: there is none.
const engine::Segment* committedAt(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                                   const engine::ReviewPass::Place& place,
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

std::optional<engine::GoldAnswer> goldAnswer(const engine::GoldItem& gold, const engine::Segment& given,
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

namespace {

/// An answer that counts, beside what is right.
struct CheckedAnswer {
    std::int64_t committed = 0;
    const engine::GoldItem* gold = nullptr;
    engine::GoldAnswer answer;
};

/// In the order of answering.
std::vector<CheckedAnswer> checkedAnswers(const engine::Annotation& annotation,
                                          const engine::ReviewPass& pass,
                                          const std::vector<engine::GoldItem>& gold, const std::string& label)
{
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    std::vector<CheckedAnswer> checked;
    for (const engine::ReviewPass::Place& place : pass.places) {
        const engine::GoldItem* right = place.isRepeat ? nullptr : goldAt(gold, place.video, place.span);
        const engine::Segment* given = right ? committedAt(annotation, pass, place, tiers) : nullptr;
        const auto log = given ? judgementLog(annotation, pass, place) : std::nullopt;
        if (!log || log->hasPeeked)
            continue;
        if (const auto answer = goldAnswer(*right, *given, label))
            checked.push_back({log->committed, right, *answer});
    }
    std::ranges::stable_sort(checked, {}, &CheckedAnswer::committed);
    return checked;
}

}

std::vector<engine::GoldAnswer> goldAnswers(const engine::Annotation& annotation,
                                            const engine::ReviewPass& pass,
                                            const std::vector<engine::GoldItem>& gold,
                                            const std::string& label)
{
    std::vector<engine::GoldAnswer> answers;
    for (const CheckedAnswer& checked : checkedAnswers(annotation, pass, gold, label))
        answers.push_back(checked.answer);
    return answers;
}

std::map<std::string, engine::GoldScore> goldByTerm(const engine::Annotation& annotation,
                                                    const engine::ReviewPass& pass,
                                                    const std::vector<engine::GoldItem>& gold,
                                                    const std::string& label)
{
    std::map<std::string, engine::GoldScore> scores;
    for (const CheckedAnswer& checked : checkedAnswers(annotation, pass, gold, label)) {
        const auto* term = std::get_if<std::string>(&checked.gold->values.at(label));
        if (!term)
            continue;
        engine::GoldScore& score = scores[*term];
        ++score.answers;
        score.hits += checked.answer.given == checked.answer.right ? 1 : 0;
    }
    return scores;
}

std::vector<engine::AnswerPair> answersAgain(const engine::Annotation& annotation,
                                             const engine::ReviewPass& pass, const std::string& label)
{
    const auto tiers = engine::tiersCalled(annotation, pass.layer.of);
    std::vector<engine::AnswerPair> pairs;
    for (const engine::ReviewPass::Place& place : pass.places) {
        if (!place.isRepeat)
            continue;
        engine::ReviewPass::Place before = place;
        before.isRepeat = false;
        const engine::Segment* first = committedAt(annotation, pass, before, tiers);
        const engine::Segment* again = committedAt(annotation, pass, place, tiers);
        const auto one = first ? engine::numberGiven(*first, label) : std::nullopt;
        const auto other = again ? engine::numberGiven(*again, label) : std::nullopt;
        const std::string* term = first ? engine::termGiven(*first, label) : nullptr;
        const std::string* termAgain = again ? engine::termGiven(*again, label) : nullptr;
        if (one && other)
            pairs.push_back({*one, *other});
        else if (term && termAgain)
            pairs.push_back({0.0, *term == *termAgain ? 0.0 : 1.0});
    }
    return pairs;
}

}
