#include "engine/annotation/rating_fusion.h"

#include "engine/agreement/concordance.h"

#include <span>

namespace engine {

namespace {

/// CCC of each with the mean of the others.
std::vector<std::optional<double>> withOthers(const std::vector<TraceFrames>& raters)
{
    std::vector<std::optional<double>> agreement(raters.size());
    for (std::size_t i = 0; i < raters.size() && raters.size() > 1; ++i) {
        std::vector<TraceFrames> others = raters;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const TracePair pair{{}, raters[i], fuseTraces(others, {TraceFusion::Mean, kFusionRate}).frames};
        agreement[i] = concordance(std::span(&pair, 1), kFusionRate).concatenated.value;
    }
    return agreement;
}

}

std::vector<ContinuousRating> continuousRatings(const Annotation& annotation, const std::string& video)
{
    std::vector<TierId> numbers;
    for (const Tier* tier : annotation.tiersOf(video)) {
        if (tier->kind == TierKind::Continuous)
            numbers.push_back(tier->id);
    }
    const double end = endOfTraces(annotation, numbers);
    std::vector<ContinuousRating> raters;
    for (const TierId number : numbers) {
        const Tier& tier = *annotation.tier(number);
        raters.push_back(
            {number, tier.name, tier.annotator, tierFrames(annotation, number, end, kFusionRate)});
    }
    return end > 0.0 ? raters : std::vector<ContinuousRating>();
}

RatingFusion fuseRatings(const FusionWish& wish)
{
    RatingFusion fusion;
    if (wish.raters.empty())
        return fusion;
    std::vector<TraceFrames> raters;
    for (const ContinuousRating& rater : wish.raters)
        raters.push_back(rater.frames);
    fusion.lags = traceLags(raters, wish.sources, {kFusionRate});
    for (std::size_t i = 0; i < raters.size(); ++i) {
        if (i < wish.lags.size() && wish.lags[i])
            fusion.lags.seconds[i] = wish.lags[i];
        fusion.moved.push_back(sooner(raters[i], fusion.lags.seconds[i].value_or(0.0), kFusionRate));
    }
    fusion.before = withOthers(raters);
    fusion.after = withOthers(fusion.moved);
    fusion.fused = fuseTraces(fusion.moved, {wish.method, kFusionRate});
    return fusion;
}

Change addFusion(const Annotation& annotation, const std::string& video, const std::string& name,
                 const std::vector<ContinuousRating>& raters, const RatingFusion& fusion, bool movesRaters)
{
    Tier tier;
    if (const Tier* first = raters.empty() ? nullptr : annotation.tier(raters.front().tier))
        tier.labels = first->labels;
    tier.video = video;
    tier.name = name;
    tier.kind = TierKind::Continuous;
    tier.rate = kFusionRate;
    Change change = addTrace(annotation, tier, fusion.fused.frames);
    for (std::size_t i = 0; movesRaters && i < raters.size(); ++i) {
        const Change moved
            = moveTraceSooner(annotation, raters[i].tier, fusion.lags.seconds[i].value_or(0.0));
        change.segments.insert(change.segments.end(), moved.segments.begin(), moved.segments.end());
    }
    return change;
}

}
