#include "engine/suspects/rater_belief.h"

#include "engine/agreement/rater_consensus.h"
#include "engine/suspects/data_belief.h"
#include "engine/suspects/hidden_chain.h"

#include <algorithm>
#include <array>
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
enum Manner : std::size_t { Usual, Reversed, Halved, Raised, Lowered, MannerCount };
constexpr double kLeastNoise = 0.15, kLeastScale = 0.2, kMostScale = 2.0;

double judgedDensity(double value, double mean, double variance)
{
    const double apart = value - mean;
    return std::exp(-0.5 * apart * apart / variance) / std::sqrt(variance);
}

class Judge {
public:
    Judge(const SegmentRatings& ratings, const std::vector<double>& labels, const LabelPrediction& models,
          const LabelScale& scale, const SegmentChains& chains)
        : m_ratings(ratings)
        , m_labels(labels)
        , m_models(models)
        , m_scale(scale)
        , m_chains(chains)
        , m_usual(ratings.raters.size(), std::vector<double>(models.expected.size(), 1.0))
    {
        for (const std::string& name : ratings.raters)
            m_belief.raters.push_back({name});
        beginWithConsensus();
    }

    RaterBelief judge()
    {
        constexpr int rounds = 8;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater)
                fit(rater);
            m_gain = 0.0;
            for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater)
                weigh(rater);
        }
        constexpr double clearly = 12.0;
        m_belief.hasStretches = m_gain > clearly;
        tell();
        return std::move(m_belief);
    }

private:
    std::size_t size() const { return m_models.expected.size(); }

    /// How each rater judges beside the others, before the models are asked.
    void beginWithConsensus()
    {
        std::vector<std::string> units;
        for (std::size_t i = 0; i < size(); ++i)
            units.push_back(std::to_string(i));
        RatingTable table("label", units, m_ratings.raters);
        for (std::size_t rater = 0; rater < m_ratings.raters.size(); ++rater) {
            for (std::size_t i = 0; i < size(); ++i)
                table.setValue(i, rater, m_ratings.values[rater][i]);
        }
        const RaterConsensus consensus = raterConsensus(table);
        double sum = 0.0, count = 0.0;
        for (const auto& value : consensus.values) {
            sum += value.value_or(0.0);
            count += value ? 1.0 : 0.0;
        }
        const double middle = count > 0.0 ? sum / count - m_scale.neutral : 0.0;
        m_belief.deviations.assign(size(), 0.0);
        m_belief.judged.assign(size(), 0);
        for (std::size_t i = 0; i < size(); ++i) {
            const std::vector<double> ratings = table.valuesOf(i);
            m_belief.judged[i] = ratings.size();
            if (const auto mean = table.mean(i))
                m_belief.deviations[i] = std::abs(m_labels[i] - *mean);
        }
        for (std::size_t rater = 0; rater < m_belief.raters.size(); ++rater) {
            const RaterProfile& profile = consensus.raters[rater];
            RaterBelief::Rater& known = m_belief.raters[rater];
            known.scale = std::clamp(profile.scale, kLeastScale, kMostScale);
            known.bias = profile.bias + (1.0 - known.scale) * middle;
            known.noise = std::max(kLeastNoise, profile.noise);
            for (std::size_t i = 0; i < size(); ++i) {
                const auto& value = m_ratings.values[rater][i];
                if (value && consensus.values[i])
                    m_belief.deviations[i] = std::max(m_belief.deviations[i],
                                                      std::abs(*value - *consensus.values[i] - profile.bias));
            }
        }
    }

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
        known.scale = std::clamp(line[0], kLeastScale, kMostScale);
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
        const ChainSteps steps{{1.0 - 4.0 * begins, begins, begins, begins, begins},
                               {1.0 - 4.0 * begins, begins, begins, begins, begins, //
                                1.0 - stays,        stays,  0.0,    0.0,    0.0, //
                                1.0 - stays,        0.0,    stays,  0.0,    0.0, //
                                1.0 - stays,        0.0,    0.0,    stays,  0.0, //
                                1.0 - stays,        0.0,    0.0,    0.0,    stays}};
        const RaterBelief::Rater& known = m_belief.raters[rater];
        std::vector<double> all; // likelihoods of all that was rated
        std::array<double, MannerCount> rates{};
        double inStretches = 0.0;
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
                const double raised = 0.25 * (m_scale.high - m_scale.low);
                for (const auto& [by, more] :
                     {std::pair{1.0, 0.0}, {-1.0, 0.0}, {0.5, 0.0}, {1.0, raised}, {1.0, -raised}})
                    likelihoods.push_back(judgedDensity(said, more + by * known.scale * truth.value, variance)
                                          + 1e-6);
            }
            if (rated.empty())
                continue;
            const std::vector<double> states = hiddenStates(steps, likelihoods, &inStretches);
            for (std::size_t k = 0; k < rated.size(); ++k) {
                m_usual[rater][rated[k]] = states[k * MannerCount + Usual];
                for (std::size_t manner = 0; manner < MannerCount; ++manner)
                    rates[manner] += states[k * MannerCount + manner];
            }
            all.insert(all.end(), likelihoods.begin(), likelihoods.end());
        }
        m_gain += std::max(0.0, inStretches - likelihoodApart(all, rates));
    }

    /// The log likelihood where each segment has a manner of its own.
    static double likelihoodApart(const std::vector<double>& likelihoods,
                                  const std::array<double, MannerCount>& counts)
    {
        double all = 0.0, sum = 0.0;
        for (const double count : counts)
            all += count;
        for (std::size_t at = 0; at < likelihoods.size(); at += MannerCount) {
            double likelihood = 0.0;
            for (std::size_t manner = 0; manner < MannerCount; ++manner)
                likelihood += counts[manner] / all * likelihoods[at + manner];
            sum += std::log(std::max(likelihood, 1e-300));
        }
        return sum;
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
                if (share <= m_belief.shares[i] && !m_belief.reasons[i].empty())
                    continue;
                m_belief.shares[i] = std::max(m_belief.shares[i], share);
                m_belief.reasons[i]
                    = fmt::format("rater {} says {}, after the other raters and the models {} is expected",
                                  known.name, toldOn(m_scale, *value), toldOn(m_scale, usual));
            }
        }
        constexpr double beside = 0.5; // a stretch tells more than a single deviation
        const std::vector<double> alone = tailShares(m_belief.deviations);
        for (std::size_t i = 0; i < size(); ++i)
            m_belief.shares[i] = m_belief.hasStretches ? std::max(m_belief.shares[i], beside * alone[i]) : alone[i];
    }

    const SegmentRatings& m_ratings;
    const std::vector<double>& m_labels;
    const LabelPrediction& m_models;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
    std::vector<std::vector<double>> m_usual; ///< R × N: that the rater does as usual
    RaterBelief m_belief;
    double m_gain = 0.0; ///< of the log likelihood, by manners that stay, in the last round
};

}

RaterBelief raterBelief(const SegmentRatings& ratings, const std::vector<double>& labels,
                        const LabelPrediction& models, const LabelScale& scale, const SegmentChains& chains)
{
    return Judge(ratings, labels, models, scale, chains).judge();
}

}
