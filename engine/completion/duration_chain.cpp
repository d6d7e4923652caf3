#include "engine/completion/duration_chain.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace engine {

double StateDuration::logDensity(std::size_t frames) const
{
    const double x = std::log(static_cast<double>(frames));
    const double far = (x - middle) / spread;
    return -0.5 * far * far - std::log(spread) - x;
}

std::vector<StateRun> likeliestRuns(const DurationChain& chain, std::span<const double> scores)
{
    const std::size_t states = chain.size(), count = states == 0 ? 0 : scores.size() / states;
    if (count == 0)
        return {};
    std::vector<double> sums((count + 1) * states, 0.0); // of the scores before each frame
    for (std::size_t t = 0; t < count; ++t) {
        for (std::size_t s = 0; s < states; ++s)
            sums[(t + 1) * states + s] = sums[t * states + s] + scores[t * states + s];
    }
    constexpr double never = -std::numeric_limits<double>::infinity();
    struct Step {
        double score = never;
        std::size_t length = 0;
        std::size_t before = 0; ///< the state of the run before
    };
    std::vector<Step> best((count + 1) * states); // of runs of state s that end before frame t
    std::vector<Step> entry((count + 1) * states); // the best way into state s at frame t
    std::vector<std::vector<double>> densities(states);
    for (std::size_t s = 0; s < states; ++s) {
        for (std::size_t length = 0; length <= chain.durations[s].longest; ++length)
            densities[s].push_back(length == 0 ? 0.0 : chain.durations[s].logDensity(length));
    }
    for (std::size_t t = 1; t <= count; ++t) {
        for (std::size_t s = 0; s < states; ++s) {
            Step& step = best[t * states + s];
            if (const double whole = sums[t * states + s]; whole > step.score)
                step = {whole, t, s}; // from the beginning on
            const std::size_t longest = t == count ? count : chain.durations[s].longest;
            for (std::size_t length = 1; length < t && length <= longest; ++length) {
                const Step& in = entry[(t - length) * states + s];
                if (in.score == never)
                    continue;
                const double score = in.score + sums[t * states + s] - sums[(t - length) * states + s]
                    + (t == count ? 0.0 : densities[s][length]);
                if (score > step.score)
                    step = {score, length, in.before};
            }
        }
        for (std::size_t s = 0; s < states; ++s) {
            for (std::size_t from = 0; from < states; ++from) {
                const double score = best[t * states + from].score + chain.goesTo[from * states + s];
                if (score > entry[t * states + s].score)
                    entry[t * states + s] = {score, 0, from};
            }
        }
    }
    std::vector<StateRun> runs;
    std::size_t state = 0;
    for (std::size_t s = 1; s < states; ++s) {
        if (best[count * states + s].score > best[count * states + state].score)
            state = s;
    }
    for (std::size_t t = count; t > 0;) {
        const Step step = best[t * states + state];
        runs.push_back({state, t - step.length, t});
        t -= step.length;
        state = step.before;
    }
    std::ranges::reverse(runs);
    return runs;
}

}
