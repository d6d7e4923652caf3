#include "app/planning/plan_offer.h"

#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"
#include "engine/annotation/tier_roles.h"
#include "engine/numbers/quantiles.h"
#include "engine/project_items/kept_judgements.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace app {

namespace {

constexpr std::size_t kMostColumns = 8;
constexpr std::array<std::size_t, 11> kUsualUnits{10, 20, 30, 50, 100, 150, 200, 300, 400, 600, 800};

std::string annotatorOf(const engine::Layer& layer)
{
    return layer.annotator;
}

using NamedScale = std::pair<std::string, engine::NumberScale>;

/// The scales of a tier's labels of numbers, each label once, in the order of the tier.
std::vector<NamedScale> scalesOf(const engine::Annotation& annotation, const std::string& of)
{
    std::vector<NamedScale> scales;
    for (const auto& [video, tier] : engine::tiersCalled(annotation, of)) {
        for (const engine::LabelScheme& label : tier->labels) {
            const auto* scale = std::get_if<engine::NumberScale>(&label.scale);
            if (scale && std::ranges::find(scales, label.name, &NamedScale::first) == scales.end())
                scales.emplace_back(label.name, *scale);
        }
    }
    return scales;
}

PlannedLabel plannedLabel(const std::string& tier, const std::string& label, const engine::NumberScale& scale,
                          const engine::RatingTables& ratings)
{
    const auto found = std::ranges::find(ratings.tables, label, &engine::RatingTable::label);
    const engine::RatingTable& table
        = found == ratings.tables.end() ? engine::RatingTable(label, {}, {}) : *found;
    PlannedLabel planned{tier, label, engine::studyPilot(table, plannedScale(scale)), 0, 0};
    std::set<std::size_t> raters;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        std::size_t answers = 0;
        for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
            if (!table.value(unit, rater))
                continue;
            raters.insert(rater);
            ++answers;
        }
        planned.answeredTwice += answers > 1 ? 1 : 0;
    }
    planned.raters = raters.size();
    return planned;
}

}

PlanOffer planOffer(const engine::Annotation& annotation, const engine::RunContext& run)
{
    PlanOffer offer;
    std::set<std::string> annotators;
    for (const std::string& tier : engine::judgeableTiers(annotation)) {
        run.tick(0, 1); // only to be stopped
        const engine::RatingTables ratings
            = engine::layerRatings(annotation, tier, engine::isFirstPass, annotatorOf);
        for (const auto& [label, scale] : scalesOf(annotation, tier))
            offer.labels.push_back(plannedLabel(tier, label, scale, ratings));
        for (const engine::RatingTable& table : ratings.tables)
            annotators.insert(table.raters().begin(), table.raters().end());
    }
    std::ranges::stable_sort(offer.labels, std::greater(), &PlannedLabel::answeredTwice);
    if (offer.labels.empty())
        offer.labels.push_back({engine::kLabelsTier, {}, {engine::usualStudy(-3, 3), {}, {}, {}}, 0, 0});
    for (const std::string& name : annotators)
        offer.annotators << QString::fromStdString(name);
    if (const std::vector<double> seconds = engine::KeptJudgements(annotation).seconds(); !seconds.empty())
        offer.seconds = engine::median(seconds);
    return offer;
}

engine::RatingScale plannedScale(const engine::NumberScale& scale)
{
    const double range = scale.greatest - scale.least;
    for (const double width : {scale.step, 1.0, range / 6.0}) {
        const double steps = width > 0.0 ? std::round(range / width) : 0.0;
        const bool isWhole = std::abs(steps * width - range) < 1e-6 * range;
        if (isWhole && steps >= 1.0 && steps < static_cast<double>(engine::kMostSteps))
            return {scale.least, width, static_cast<std::size_t>(steps) + 1};
    }
    return {scale.least, 1.0, 2}; // a scale without a range
}

std::vector<std::size_t> plannedUnits(std::size_t segments)
{
    std::vector<std::size_t> units;
    for (const std::size_t usual : kUsualUnits) {
        if (usual < segments)
            units.push_back(usual);
    }
    if (segments <= kUsualUnits.back())
        units.push_back(segments);
    if (units.size() > kMostColumns)
        units.erase(units.begin(), units.end() - kMostColumns);
    return units;
}

}
