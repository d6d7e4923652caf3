#include "app/routing/open_ratings.h"

#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"
#include "engine/core/error.h"
#include "engine/raters/guideline_faults.h"

#include <algorithm>
#include <numeric>

namespace app {

namespace {

constexpr std::size_t kExpectingRuns = 10;

std::string annotatorOf(const engine::Layer& layer)
{
    return layer.annotator;
}

/// The scale of a label as its tiers have it. Null: it has no numbers.
const engine::NumberScale* scaleOf(const engine::Annotation& annotation, const std::string& of,
                                   const std::string& label)
{
    for (const auto& [video, tier] : engine::tiersCalled(annotation, of)) {
        const engine::LabelScheme* scheme = tier->label(label);
        if (const auto* scale = scheme ? std::get_if<engine::NumberScale>(&scheme->scale) : nullptr)
            return scale;
    }
    return nullptr;
}

std::vector<OpenUnit> unitsOf(const engine::Annotation& annotation,
                              const std::vector<engine::SegmentId>& segments)
{
    std::vector<OpenUnit> units;
    for (const engine::SegmentId id : segments) {
        const engine::Segment& segment = *annotation.segment(id);
        units.push_back({annotation.tier(segment.tier)->video,
                         {segment.start.seconds(), segment.end.seconds()},
                         {},
                         false,
                         0});
    }
    return units;
}

void addFaults(OpenRatings& open, const engine::Annotation& annotation, const engine::RatingTable& table,
               const engine::OrdinalModel& model, const engine::OrdinalRatings& ratings)
{
    const std::vector<engine::GuidelineFault> faults = engine::guidelineFaults(model, ratings);
    const std::vector<std::size_t> best = engine::bestRaters(model);
    for (std::size_t unit = 0; unit < faults.size(); ++unit) {
        if (!faults[unit].isFlagged)
            continue;
        OpenFault fault{unit, *faults[unit].chance, {}, {}};
        for (const std::size_t rater : best) {
            if (const auto value = table.value(unit, rater))
                fault.answers.push_back({table.raters()[rater], *value});
        }
        fault.verdict
            = guidelineVerdict(annotation, open.label, open.units[unit].video, open.units[unit].span.start);
        open.faults.push_back(std::move(fault));
    }
    std::ranges::sort(open.faults, {}, &OpenFault::chance);
}

/// The least certain first; faults keep their units.
void sortUnits(OpenRatings& open)
{
    std::vector<std::size_t> order(open.units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(),
                             [&](std::size_t unit) { return open.units[unit].estimate.loss; });
    std::vector<OpenUnit> units;
    std::vector<std::size_t> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        places[order[place]] = place;
        units.push_back(open.units[order[place]]);
    }
    open.units = std::move(units);
    for (OpenFault& fault : open.faults)
        fault.unit = places[fault.unit];
}

void believe(OpenRatings& open, const engine::Annotation& annotation, const engine::RatingTable& table,
             const engine::NumberScale& scale, const engine::RunContext& run)
{
    const double step = scale.step > 0.0 ? scale.step : 1.0;
    open.scale = engine::ratingScaleFrom({scale.least, step, 2}, scale.least, scale.greatest);
    const engine::OrdinalRatings ratings = engine::ordinalRatings(table, open.scale);
    const engine::OrdinalFit fit = engine::fitOrdinalModel(ratings, {}, nullptr, run);
    const std::vector<engine::AtPlaces> posteriors = engine::placePosteriors(fit.model, ratings);
    const std::vector<engine::OrdinalEstimate> estimates = engine::ordinalEstimates(fit.model, posteriors);
    const engine::RoutingOptions options;
    const std::vector<bool> isDone = engine::doneUnits(ratings, estimates, options);
    for (std::size_t unit = 0; unit < open.units.size(); ++unit) {
        open.units[unit].estimate = estimates[unit];
        open.units[unit].isDone = isDone[unit];
        open.units[unit].answers = table.valuesOf(unit).size();
    }
    open.done = static_cast<std::size_t>(std::ranges::count(isDone, true));
    open.unknownRaters = static_cast<std::size_t>(std::ranges::count(fit.isEnough, false));
    open.expected = engine::expectedRatings(fit.model, ratings, options, kExpectingRuns, run);
    for (const engine::RoutedTask& task : engine::nextTasks(fit.model, ratings, posteriors, options, run)) {
        const OpenUnit& unit = open.units[task.unit];
        open.next.push_back({unit.video, unit.span.start, table.raters()[task.rater],
                             std::string(engine::name(task.reason)), task.gain, task.loss});
    }
    addFaults(open, annotation, table, fit.model, ratings);
    sortUnits(open);
}

}

std::vector<OpenRatings> openRatings(const engine::Annotation& annotation, const engine::RunContext& run)
{
    std::vector<OpenRatings> all;
    for (const std::string& tier : engine::judgedTiers(annotation)) {
        const engine::RatingTables tables
            = engine::layerRatings(annotation, tier, engine::isFirstPass, annotatorOf);
        const auto segments = engine::ratedSegments(annotation, tier, engine::isFirstPass);
        const auto asked = askedNext(annotation, tier);
        for (const engine::RatingTable& table : tables.tables) {
            const engine::NumberScale* scale = scaleOf(annotation, tier, table.label());
            if (!scale)
                continue;
            OpenRatings open;
            open.tier = tier;
            open.label = table.label();
            open.units = unitsOf(annotation, segments);
            open.raters = table.raters().size();
            open.isAsked = asked && asked->label == table.label();
            try {
                believe(open, annotation, table, *scale, run);
            } catch (const engine::ShapeError& error) {
                open.undefined = error.what();
            }
            all.push_back(std::move(open));
        }
    }
    return all;
}

}
