#include "app/tiers/rating_fusion.h"

#include "engine/agreement/concordance.h"

#include <cmath>
#include <span>

namespace app {

namespace {

std::vector<engine::TraceFrames> signalFrames(const engine::FeatureLevels& signal, std::size_t count)
{
    const auto columns = signal.columns(0.0, 1.0 / kFusionRate, count);
    std::vector<engine::TraceFrames> frames;
    std::vector<float> values(count);
    for (std::size_t dimension = 0; dimension < signal.dimensions(); ++dimension) {
        signal.read(dimension, columns, values);
        engine::TraceFrames& trace = frames.emplace_back(count);
        for (std::size_t t = 0; t < count; ++t) {
            if (std::isfinite(values[t]))
                trace[t] = static_cast<double>(values[t]);
        }
    }
    return frames;
}

/// CCC of each with the mean of the others.
std::vector<std::optional<double>> withOthers(const std::vector<engine::TraceFrames>& raters)
{
    std::vector<std::optional<double>> agreement(raters.size());
    for (std::size_t i = 0; i < raters.size() && raters.size() > 1; ++i) {
        std::vector<engine::TraceFrames> others = raters;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const engine::TracePair pair{
            {}, raters[i], engine::fuseTraces(others, {engine::TraceFusion::Mean, kFusionRate}).frames};
        agreement[i] = engine::concordance(std::span(&pair, 1), kFusionRate).concatenated.value;
    }
    return agreement;
}

}

RatingFusion fuseRatings(const FusionWish& wish)
{
    RatingFusion fusion;
    if (wish.raters.empty())
        return fusion;
    std::vector<engine::TraceFrames> raters;
    for (const ContinuousRating& rater : wish.raters)
        raters.push_back(rater.frames);
    fusion.lags = engine::traceLags(raters,
                                    wish.signal ? signalFrames(*wish.signal, raters.front().size())
                                                : std::vector<engine::TraceFrames>(),
                                    {kFusionRate});
    for (std::size_t i = 0; i < raters.size(); ++i) {
        if (i < wish.lags.size() && wish.lags[i])
            fusion.lags.seconds[i] = wish.lags[i];
        fusion.moved.push_back(engine::sooner(raters[i], fusion.lags.seconds[i].value_or(0.0), kFusionRate));
    }
    fusion.before = withOthers(raters);
    fusion.after = withOthers(fusion.moved);
    fusion.fused = engine::fuseTraces(fusion.moved, {wish.method, kFusionRate});
    return fusion;
}

}
