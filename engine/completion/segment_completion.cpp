#include "engine/completion/segment_completion.h"

#include "engine/completion/calibration.h"
#include "engine/completion/softmax_regression.h"
#include "engine/completion/time_blocks.h"
#include "engine/core/usual_step.h"
#include "engine/numbers/weighted_regression.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace engine {

namespace {

using Places = std::vector<std::size_t>;

constexpr std::size_t kSegmentDirections = 160;
constexpr int kMostBlocks = 5;
constexpr int kInnerBlocks = 3;
constexpr std::array kSegmentPenalties{0.001, 0.01, 0.1, 1.0}; // per row, with columns of deviation 1

/// An answer before it is calibrated.
struct RawAnswer {
    double value = 0.0;
    double chance = 0.0; ///< of a category: that it is right, as the model itself believes
    double mean = 0.0; ///< on a scale: before it is rounded
};
using Answerer = std::function<RawAnswer(std::size_t place)>;

/// What is learnt from, and how.
struct Known {
    const SegmentTask& task;
    const FeatureMatrix& rows; ///< N × S
};

FeatureMatrix rowsAt(const FeatureMatrix& rows, const Places& places)
{
    FeatureMatrix some(places.size(), rows.columns);
    for (std::size_t i = 0; i < places.size(); ++i)
        std::ranges::copy(rows.row(places[i]), some.row(i).begin());
    return some;
}

/// The k-th part of places in three, and what remains.
std::pair<Places, Places> divided(const Places& places, int part)
{
    std::pair<Places, Places> halves;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool isHeld = static_cast<int>(i * kInnerBlocks / places.size()) == part;
        (isHeld ? halves.second : halves.first).push_back(places[i]);
    }
    return halves;
}

SoftmaxRegression categoriesFrom(const Known& known, const Places& places, double penalty)
{
    std::vector<int> given;
    for (const std::size_t place : places)
        given.push_back(static_cast<int>(*known.task.given[place]));
    return softmaxRegression(rowsAt(known.rows, places), given, known.task.categories, penalty);
}

/// The penalty whose models err least about places that are held out in turn.
/// @param modelFrom  makes a model of places, with a penalty. @param lossOf  of a model, at a place
template <typename ModelFrom, typename LossOf>
double bestPenalty(const Places& places, ModelFrom modelFrom, LossOf lossOf)
{
    double best = 0.0, least = 0.0;
    for (std::size_t k = 0; k < kSegmentPenalties.size(); ++k) {
        double loss = 0.0;
        for (int part = 0; part < kInnerBlocks; ++part) {
            const auto [learnt, held] = divided(places, part);
            const auto model = modelFrom(learnt, kSegmentPenalties[k]);
            for (const std::size_t place : held)
                loss += lossOf(model, place);
        }
        if (k == 0 || loss < least) {
            least = loss;
            best = kSegmentPenalties[k];
        }
    }
    return best;
}

Answerer categoryAnswerer(const Known& known, const Places& places)
{
    const double best = bestPenalty(
        places, [&](const Places& learnt, double penalty) { return categoriesFrom(known, learnt, penalty); },
        [&](const SoftmaxRegression& model, std::size_t place) {
            const auto chances = model.probabilities(known.rows.row(place));
            return -std::log(std::max(chances[static_cast<std::size_t>(*known.task.given[place])], 1e-9));
        });
    return [&known, model = categoriesFrom(known, places, best)](std::size_t place) {
        const auto chances = model.probabilities(known.rows.row(place));
        const auto most = std::ranges::max_element(chances);
        return RawAnswer{static_cast<double>(most - chances.begin()), *most, 0.0};
    };
}

std::vector<double> scaleFrom(const Known& known, const Places& places, double penalty)
{
    Columns columns(known.rows.columns, std::vector<double>(places.size()));
    std::vector<double> targets;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t d = 0; d < columns.size(); ++d)
            columns[d][i] = known.rows.at(places[i], d);
        targets.push_back(*known.task.given[places[i]]);
    }
    const std::vector<double> weights(places.size(), 1.0);
    return weightedRegression(
        columns, targets, weights,
        std::vector<double>(columns.size(), penalty * static_cast<double>(places.size())));
}

double expected(const Known& known, const std::vector<double>& coefficients, std::size_t place)
{
    double sum = coefficients.back();
    for (std::size_t d = 0; d < known.rows.columns; ++d)
        sum += coefficients[d] * known.rows.at(place, d);
    return sum;
}

double normalShare(double below)
{
    return 0.5 * std::erfc(-below / std::sqrt(2.0));
}

Answerer scaleAnswerer(const Known& known, const Places& places)
{
    const double best = bestPenalty(
        places, [&](const Places& learnt, double penalty) { return scaleFrom(known, learnt, penalty); },
        [&](const std::vector<double>& model, std::size_t place) {
            const double error = expected(known, model, place) - *known.task.given[place];
            return error * error;
        });
    return [&known, model = scaleFrom(known, places, best)](std::size_t place) {
        const CompletionScale& scale = known.task.scale;
        const double mean = expected(known, model, place);
        const double value = onStep(std::clamp(mean, scale.least, scale.greatest), scale.least, scale.step);
        return RawAnswer{value, 0.0, mean};
    };
}

/// How likely the truth lies near enough to an answer on a scale, when errors have this deviation; beyond the
/// ends of the scale lie no truths.
double chanceOnScale(const CompletionScale& scale, const RawAnswer& answer, double deviation)
{
    const double from = answer.value - scale.tolerance(), to = answer.value + scale.tolerance();
    const double above = to >= scale.greatest ? 1.0 : normalShare((to - answer.mean) / deviation);
    const double below = from <= scale.least ? 0.0 : normalShare((from - answer.mean) / deviation);
    return above - below;
}

bool isRightValue(const SegmentTask& task, double value, double truth)
{
    return task.categories > 0 ? value == truth : std::abs(value - truth) <= task.scale.tolerance() + 1e-9;
}

CompletionLack lackOfSegments(const SegmentTask& task, const Places& labelled, bool hasOpen)
{
    if (task.recordings.empty() || task.recordings.front().rows.columns == 0)
        return CompletionLack::Features;
    if (!hasOpen)
        return CompletionLack::Open;
    if (labelled.size() < (task.categories > 0 ? 2 * kFewestOfCategory : kFewestLabelled))
        return CompletionLack::Labelled;
    if (task.categories > 0) {
        std::vector<std::size_t> counts(task.categories);
        for (const std::size_t place : labelled)
            ++counts[static_cast<std::size_t>(*task.given[place])];
        if (std::ranges::count_if(counts, [](std::size_t n) { return n >= kFewestOfCategory; }) < 2)
            return CompletionLack::Categories;
    }
    return CompletionLack::Nothing;
}

}

double CompletionScale::tolerance() const
{
    return std::max(step / 2.0, (greatest - least) / 12.0);
}

Completion completeSegments(const SegmentTask& task, const RunContext& run)
{
    Completion completion;
    Places labelled, open;
    std::vector<PlacedSpan> spans;
    for (std::size_t i = 0; i < task.segments.size(); ++i) {
        if (task.given[i]) {
            labelled.push_back(i);
            spans.push_back(task.segments[i]);
        } else if (task.isWished[i]) {
            open.push_back(i);
        }
    }
    completion.lack = lackOfSegments(task, labelled, !open.empty());
    if (completion.lack != CompletionLack::Nothing)
        return completion;
    const FeatureMatrix rows = reducedRows(segmentRows(task.recordings, task.segments), kSegmentDirections);
    if (rows.columns == 0) {
        completion.lack = CompletionLack::Features;
        return completion;
    }
    const Known known{task, rows};
    const auto learn = task.categories > 0 ? categoryAnswerer : scaleAnswerer;
    const std::vector<int> blocks = timeBlocks(spans);
    std::vector<RawAnswer> answers;
    std::vector<bool> right;
    double squares = 0.0;
    for (int block = 0; block < kMostBlocks; ++block) {
        run.tick(static_cast<std::size_t>(block), kMostBlocks + 1);
        Places places;
        for (const std::size_t k : outsideOf(block, blocks, spans))
            places.push_back(labelled[k]);
        if (places.size() < kInnerBlocks)
            continue;
        const Answerer answer = learn(known, places);
        for (std::size_t k = 0; k < labelled.size(); ++k) {
            if (blocks[k] != block)
                continue;
            const double truth = *task.given[labelled[k]];
            answers.push_back(answer(labelled[k]));
            right.push_back(isRightValue(task, answers.back().value, truth));
            squares += (answers.back().mean - truth) * (answers.back().mean - truth);
        }
    }
    const double deviation
        = std::max(std::sqrt(squares / std::max<double>(1.0, static_cast<double>(answers.size()))), 1e-6);
    const auto scoreOf = [&](const RawAnswer& answer) {
        return logOdds(task.categories > 0 ? answer.chance : chanceOnScale(task.scale, answer, deviation));
    };
    std::vector<double> scores;
    for (const RawAnswer& answer : answers)
        scores.push_back(scoreOf(answer));
    const Calibration calibration = calibrationOf(scores, right);
    for (std::size_t i = 0; i < scores.size(); ++i)
        completion.checks.push_back({calibration(scores[i]), right[i]});
    const Answerer answer = learn(known, labelled);
    for (const std::size_t place : open) {
        const RawAnswer raw = answer(place);
        completion.suggestions.push_back(
            {place, task.segments[place].span, raw.value, {}, calibration(scoreOf(raw))});
    }
    run.tick(1, 1);
    return completion;
}

}
