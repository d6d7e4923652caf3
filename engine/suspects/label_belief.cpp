#include "engine/suspects/label_belief.h"

#include "engine/suspects/hidden_chain.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

constexpr std::size_t indexOf(SuspectKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// Kinds that concern a label alone.
constexpr std::array kOwnKinds{SuspectKind::Flip, SuspectKind::OffByTwo, SuspectKind::Uniform};

/// How a label came to its segment.
enum State : std::size_t { InStep, Behind, Ahead, FirstOfTwo, SecondOfTwo, StateCount };

/// How common mistakes are.
struct Rates {
    KindShares own{}; ///< of kOwnKinds
    double shift = 0.002; ///< that a run begins, in one direction
    double swap = 0.002;
};

constexpr double kStays = 0.85; ///< that a run goes on
constexpr double kUsualRate = 0.02; ///< of each kind, before the labels tell

class Believer {
public:
    Believer(const PredictionEvidence& evidence, const LabelScale& scale, const SegmentChains& chains)
        : m_evidence(evidence)
        , m_scale(scale)
        , m_chains(chains)
    {
        for (const SuspectKind kind : kOwnKinds)
            m_rates.own[indexOf(kind)] = kUsualRate;
        std::size_t whole = 0;
        for (const double label : evidence.labels)
            whole += isWhole(label) ? 1 : 0;
        const auto [low, high] = std::ranges::minmax(evidence.labels);
        m_areTwo = std::ranges::all_of(evidence.labels,
                                       [low, high](double label) { return label == low || label == high; });
        m_wholeShare = static_cast<double>(whole) / static_cast<double>(std::max<std::size_t>(1, size()));
    }

    LabelBelief believe()
    {
        constexpr int rounds = 12;
        std::vector<double> trust(size(), 1.0);
        LabelBelief belief;
        belief.kinds.resize(size());
        for (int round = 0; round < rounds; ++round) {
            belief.prediction = labelPrediction(m_evidence, trust);
            weigh(belief);
            for (std::size_t i = 0; i < size(); ++i)
                trust[i] = belief.kinds[i][indexOf(SuspectKind::None)];
            learnRates(belief.kinds);
        }
        return belief;
    }

private:
    std::size_t size() const { return m_evidence.labels.size(); }
    static bool isWhole(double label) { return std::abs(label - std::round(label)) < 1e-3; }

    /// Student's t with this deviation: labels without mistakes are sometimes far from what is expected.
    static double density(double value, double mean, double deviation)
    {
        constexpr double freedom = 10.0;
        const double scale = deviation * std::sqrt((freedom - 2.0) / freedom);
        const double apart = (value - mean) / scale;
        static const double norm = std::exp(std::lgamma(0.5 * (freedom + 1.0)) - std::lgamma(0.5 * freedom))
            / std::sqrt(freedom * std::numbers::pi);
        return norm / scale * std::pow(1.0 + apart * apart / freedom, -0.5 * (freedom + 1.0));
    }

    /// How likely the label of `of` is where `at` is spoken.
    double densityOf(std::size_t of, std::size_t at, const LabelPrediction& prediction) const
    {
        return density(m_evidence.labels[of], prediction.expected[at], prediction.deviations[at]);
    }

    /// Of one label by itself: how likely it is by each of the own kinds, and by none.
    KindShares ownLikelihoods(std::size_t i, const LabelPrediction& prediction) const
    {
        const double label = m_evidence.labels[i];
        const double deviation = prediction.deviations[i], expected = prediction.expected[i];
        const auto likely = [&](double truth) { return density(truth, expected, deviation); };
        KindShares shares{};
        double left = 1.0;
        for (const SuspectKind kind : kOwnKinds)
            left -= m_rates.own[indexOf(kind)];
        shares[indexOf(SuspectKind::None)] = left * likely(label);
        const double fromNeutral = label - m_scale.neutral;
        if (std::abs(fromNeutral) >= m_scale.one() - 1e-6)
            shares[indexOf(SuspectKind::Flip)]
                = m_rates.own[indexOf(SuspectKind::Flip)] * likely(m_scale.neutral - fromNeutral);
        if (m_areTwo) // any other value is the other sign
            return shares;
        double byTwo = 0.0;
        for (const double by : {m_scale.two(), -m_scale.two()}) {
            const double truth = label + by;
            if (truth < m_scale.low - 1e-6 || truth > m_scale.high + 1e-6)
                continue;
            // from where there is only one way it was taken
            const double onwards = truth + by;
            const bool hasTwoWays = onwards >= m_scale.low - 1e-6 && onwards <= m_scale.high + 1e-6;
            byTwo += (hasTwoWays ? 0.5 : 1.0) * likely(truth);
        }
        shares[indexOf(SuspectKind::OffByTwo)] = m_rates.own[indexOf(SuspectKind::OffByTwo)] * byTwo;
        shares[indexOf(SuspectKind::Uniform)]
            = m_rates.own[indexOf(SuspectKind::Uniform)] * uniformDensity(label);
        return shares;
    }

    /// Of any other value: whole ones are what people type.
    double uniformDensity(double label) const
    {
        constexpr double rare = 0.05, others = 0.1;
        const double even = 1.0 / (m_scale.high - m_scale.low);
        if (m_wholeShare < rare || m_wholeShare > 1.0 - rare)
            return even;
        return isWhole(label) ? even * (1.0 - others) / m_wholeShare : even * others / (1.0 - m_wholeShare);
    }

    void weigh(LabelBelief& belief) const
    {
        for (const std::vector<std::size_t>& chain : m_chains)
            weighChain(chain, belief);
    }

    void weighChain(const std::vector<std::size_t>& chain, LabelBelief& belief) const
    {
        const std::size_t length = chain.size();
        std::vector<KindShares> own(length);
        std::vector<double> likelihoods(length * StateCount, 0.0);
        for (std::size_t t = 0; t < length; ++t) {
            double* const seen = likelihoods.data() + t * StateCount;
            own[t] = ownLikelihoods(chain[t], belief.prediction);
            for (const double share : own[t])
                seen[InStep] += share;
            if (t > 0)
                seen[Behind] = seen[SecondOfTwo] = densityOf(chain[t], chain[t - 1], belief.prediction);
            if (t + 1 < length)
                seen[Ahead] = seen[FirstOfTwo] = densityOf(chain[t], chain[t + 1], belief.prediction);
        }
        const std::vector<double> states = hiddenStates(steps(), likelihoods);
        for (std::size_t t = 0; t < length; ++t) {
            KindShares& kinds = belief.kinds[chain[t]];
            const double* const state = states.data() + t * StateCount;
            const double all = std::max(likelihoods[t * StateCount + InStep], 1e-300);
            for (std::size_t kind = 0; kind < kSuspectKinds; ++kind)
                kinds[kind] = state[InStep] * own[t][kind] / all;
            kinds[indexOf(SuspectKind::Shift)] += state[Behind] + state[Ahead];
            kinds[indexOf(SuspectKind::Swap)] += state[FirstOfTwo] + state[SecondOfTwo];
        }
    }

    ChainSteps steps() const
    {
        const double leaves = 2.0 * m_rates.shift + m_rates.swap;
        const std::vector<double> begins{1.0 - leaves, m_rates.shift, m_rates.shift, m_rates.swap, 0.0};
        ChainSteps steps{begins, begins}; // from InStep
        steps.goesTo.insert(steps.goesTo.end(), {1.0 - kStays, kStays, 0.0, 0.0, 0.0});
        steps.goesTo.insert(steps.goesTo.end(), {1.0 - kStays, 0.0, kStays, 0.0, 0.0});
        steps.goesTo.insert(steps.goesTo.end(), {0.0, 0.0, 0.0, 0.0, 1.0});
        steps.goesTo.insert(steps.goesTo.end(), begins.begin(), begins.end()); // from SecondOfTwo
        return steps;
    }

    /// How common each kind is, as the labels say, and a little as was thought before.
    void learnRates(const std::vector<KindShares>& kinds)
    {
        constexpr double priorWeight = 0.02, priorSegments = 60.0;
        KindShares sums{};
        for (const KindShares& shares : kinds) {
            for (std::size_t kind = 0; kind < kSuspectKinds; ++kind)
                sums[kind] += shares[kind];
        }
        const auto count = static_cast<double>(size());
        const auto rate = [&](SuspectKind kind) {
            const double weight = priorSegments + priorWeight * count;
            return (sums[indexOf(kind)] + weight * kUsualRate) / (count + weight);
        };
        for (const SuspectKind kind : kOwnKinds) // any other value is what would explain everything
            m_rates.own[indexOf(kind)] = std::min(rate(kind), kind == SuspectKind::Uniform ? 0.08 : 0.15);
        m_rates.shift = std::min(0.5 * rate(SuspectKind::Shift) * (1.0 - kStays), 0.05);
        m_rates.swap = std::min(0.5 * rate(SuspectKind::Swap), 0.1);
    }

    const PredictionEvidence& m_evidence;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
    double m_wholeShare = 0.0;
    bool m_areTwo = false; ///< there are only two different labels
    Rates m_rates;
};

}

LabelBelief labelBelief(const PredictionEvidence& evidence, const LabelScale& scale,
                        const SegmentChains& chains)
{
    return Believer(evidence, scale, chains).believe();
}

}
