#include "engine/suspects/rater_belief.h"

#include "engine/suspects/hidden_chain.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

/// A value and how sure it is.
struct Estimate {
    double value = 0.0;
    double variance = 1.0;
};

/// What a rater does in a stretch.
enum Manner : std::size_t { Usual, Reversed, Halved, MannerCount };
constexpr double kLeastNoise = 0.15;

double judgedDensity(double value, double mean, double variance)
{
    const double apart = value - mean;
    return std::exp(-0.5 * apart * apart / variance) / std::sqrt(variance);
}

class Judge {
public:
    Judge(const SegmentRatings& ratings, const LabelPrediction& models, const LabelScale& scale,
          const SegmentChains& chains)
        : m_ratings(ratings)
        , m_models(models)
        , m_scale(scale)
        , m_chains(chains)
        , m_usual(ratings.raters.size(), std::vector<double>(models.expected.size(), 1.0))
    {
        for (const std::string& name : ratings.raters)
            m_belief.raters.push_back({name});
        for (RaterBelief::Rater& rater : m_belief.raters)
            rater.noise = 0.2 * (scale.high - scale.low);
    }

    RaterBelief judge()
    {
        constexpr int rounds = 8;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater)
                fit(rater);
            for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater)
                weigh(rater);
        }
        tell();
        return std::move(m_belief);
    }

private:
    std::size_t size() const { return m_models.expected.size(); }

    /// What the models and the other raters say of a segment, relative to the neutral point.
    Estimate others(std::size_t segment, std::size_t without) const
    {
        const double deviation = m_models.deviations[segment];
        double precision = 1.0 / (deviation * deviation);
        double sum = precision * (m_models.expected[segment] - m_scale.neutral);
        for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater) {
            const auto& value = m_ratings.values[rater][segment];
            if (rater == without || !value)
                continue;
            const RaterBelief::Rater& known = m_belief.raters[rater];
            const double weight
                = m_usual[rater][segment] * known.scale * known.scale / (known.noise * known.noise);
            sum += weight * (*value - m_scale.neutral - known.bias) / known.scale;
            precision += weight;
        }
        return {sum / precision, 1.0 / precision};
    }

    void fit(std::size_t rater)
    {
        Columns truths(1);
        std::vector<double> said, weights;
        for (std::size_t i = 0; i < size(); ++i) {
            const auto& value = m_ratings.values[rater][i];
            if (!value)
                continue;
            truths.front().push_back(others(i, rater).value);
            said.push_back(*value - m_scale.neutral);
            weights.push_back(m_usual[rater][i]);
        }
        RaterBelief::Rater& known = m_belief.raters[rater];
        if (said.size() < 3)
            return;
        const std::vector<double> penalties{0.0};
        const std::vector<double> line = weightedRegression(truths, said, weights, penalties);
        known.scale = std::clamp(line[0], 0.2, 2.0);
        known.bias = line[1];
        double squares = 0.0, total = 1e-9;
        for (std::size_t i = 0; i < said.size(); ++i) {
            const double apart = said[i] - known.bias - known.scale * truths.front()[i];
            squares += weights[i] * apart * apart;
            total += weights[i];
        }
        known.noise = std::max(kLeastNoise, std::sqrt(squares / total));
    }

    /// Along each chain, whether the rater does as usual, the reverse, or the half.
    void weigh(std::size_t rater)
    {
        constexpr double begins = 0.01, stays = 0.95;
        const ChainSteps steps{
            {1.0 - 2.0 * begins, begins, begins},
            {1.0 - 2.0 * begins, begins, begins, 1.0 - stays, stays, 0.0, 1.0 - stays, 0.0, stays}};
        const RaterBelief::Rater& known = m_belief.raters[rater];
        for (const std::vector<std::size_t>& chain : m_chains) {
            std::vector<double> likelihoods;
            std::vector<std::size_t> rated;
            for (const std::size_t i : chain) {
                const auto& value = m_ratings.values[rater][i];
                if (!value)
                    continue;
                rated.push_back(i);
                const Estimate truth = others(i, rater);
                // the others' own part of the deviation was counted into the rater's noise already
                const double variance = known.noise * known.noise + 0.5 * truth.variance;
                const double said = *value - m_scale.neutral - known.bias;
                for (const double by : {1.0, -1.0, 0.5})
                    likelihoods.push_back(judgedDensity(said, by * known.scale * truth.value, variance)
                                          + 1e-6);
            }
            if (rated.empty())
                continue;
            const std::vector<double> states = hiddenStates(steps, likelihoods);
            for (std::size_t k = 0; k < rated.size(); ++k)
                m_usual[rater][rated[k]] = states[k * MannerCount + Usual];
        }
    }

    void tell()
    {
        m_belief.shares.assign(size(), 0.0);
        m_belief.reasons.assign(size(), {});
        for (std::size_t i = 0; i < size(); ++i) {
            std::size_t judged = 0;
            for (const auto& values : m_ratings.values)
                judged += values[i] ? 1 : 0;
            for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater) {
                const auto& value = m_ratings.values[rater][i];
                if (!value)
                    continue;
                const RaterBelief::Rater& known = m_belief.raters[rater];
                const Estimate truth = others(i, rater);
                const double usual = m_scale.neutral + known.bias + known.scale * truth.value;
                const double moved = std::abs(*value - usual) / static_cast<double>(judged);
                const double matters = std::min(1.0, moved / (0.05 * (m_scale.high - m_scale.low)));
                const double share = (1.0 - m_usual[rater][i]) * matters;
                if (share <= m_belief.shares[i])
                    continue;
                m_belief.shares[i] = share;
                m_belief.reasons[i]
                    = fmt::format("rater {} says {}, after the other raters and the models {} is expected",
                                  known.name, toldOn(m_scale, *value), toldOn(m_scale, usual));
            }
        }
    }

    const SegmentRatings& m_ratings;
    const LabelPrediction& m_models;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
    std::vector<std::vector<double>> m_usual; ///< R × N: that the rater does as usual
    RaterBelief m_belief;
};

}

RaterBelief raterBelief(const SegmentRatings& ratings, const LabelPrediction& models, const LabelScale& scale,
                        const SegmentChains& chains)
{
    return Judge(ratings, models, scale, chains).judge();
}

}
