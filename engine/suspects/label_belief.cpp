#include "engine/suspects/label_belief.h"

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
enum State { InStep, Behind, Ahead, FirstOfTwo, SecondOfTwo, StateCount };
using StateShares = std::array<double, StateCount>;

/// How common mistakes are.
struct Rates {
    KindShares own{}; ///< of kOwnKinds
    double shift = 0.002; ///< that a run begins, in one direction
    double swap = 0.002;
};

constexpr double kStays = 0.85; ///< that a run goes on

class Believer {
public:
    Believer(const PredictionEvidence& evidence, const LabelScale& scale, const SegmentChains& chains)
        : m_evidence(evidence)
        , m_scale(scale)
        , m_chains(chains)
    {
        for (const SuspectKind kind : kOwnKinds)
            m_rates.own[indexOf(kind)] = 0.02;
        std::size_t whole = 0;
        for (const double label : evidence.labels)
            whole += isWhole(label) ? 1 : 0;
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

    static double density(double value, double mean, double deviation)
    {
        const double apart = (value - mean) / deviation;
        return std::exp(-0.5 * apart * apart) / (deviation * std::sqrt(2.0 * std::numbers::pi));
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
        std::vector<StateShares> emitted(length);
        for (std::size_t t = 0; t < length; ++t) {
            own[t] = ownLikelihoods(chain[t], belief.prediction);
            for (const double share : own[t])
                emitted[t][InStep] += share;
            const double before
                = t > 0 ? densityOf(chain[t], chain[t - 1], belief.prediction) : 0.0;
            const double behind
                = t + 1 < length ? densityOf(chain[t], chain[t + 1], belief.prediction) : 0.0;
            emitted[t][Behind] = emitted[t][SecondOfTwo] = before;
            emitted[t][Ahead] = emitted[t][FirstOfTwo] = behind;
        }
        const std::vector<StateShares> states = statesOf(emitted);
        for (std::size_t t = 0; t < length; ++t) {
            KindShares& kinds = belief.kinds[chain[t]];
            kinds.fill(0.0);
            const double all = std::max(emitted[t][InStep], 1e-300);
            for (std::size_t kind = 0; kind < kSuspectKinds; ++kind)
                kinds[kind] = states[t][InStep] * own[t][kind] / all;
            kinds[indexOf(SuspectKind::Shift)] += states[t][Behind] + states[t][Ahead];
            kinds[indexOf(SuspectKind::Swap)] += states[t][FirstOfTwo] + states[t][SecondOfTwo];
        }
    }

    double step(State from, State to) const
    {
        const double leaves = 2.0 * m_rates.shift + m_rates.swap;
        const StateShares begins{1.0 - leaves, m_rates.shift, m_rates.shift, m_rates.swap, 0.0};
        switch (from) {
        case Behind:
        case Ahead: return to == from ? kStays : to == InStep ? 1.0 - kStays : 0.0;
        case FirstOfTwo: return to == SecondOfTwo ? 1.0 : 0.0;
        default: return begins[to];
        }
    }

    /// The forward-backward algorithm: how likely each state is, given all labels of the video.
    std::vector<StateShares> statesOf(const std::vector<StateShares>& emitted) const
    {
        const std::size_t length = emitted.size();
        std::vector<StateShares> forward(length), backward(length);
        const auto scaled = [](StateShares& shares) {
            double sum = 0.0;
            for (const double share : shares)
                sum += share;
            for (double& share : shares)
                share /= std::max(sum, 1e-300);
        };
        for (std::size_t t = 0; t < length; ++t) {
            for (int to = 0; to < StateCount; ++to) {
                double reached = t == 0 ? step(InStep, static_cast<State>(to)) : 0.0;
                for (int from = 0; from < StateCount && t > 0; ++from)
                    reached += forward[t - 1][static_cast<std::size_t>(from)]
                        * step(static_cast<State>(from), static_cast<State>(to));
                forward[t][static_cast<std::size_t>(to)]
                    = reached * emitted[t][static_cast<std::size_t>(to)];
            }
            scaled(forward[t]);
        }
        backward.back().fill(1.0);
        for (std::size_t t = length - 1; t-- > 0;) {
            for (int from = 0; from < StateCount; ++from) {
                for (int to = 0; to < StateCount; ++to)
                    backward[t][static_cast<std::size_t>(from)] += step(static_cast<State>(from), static_cast<State>(to))
                        * emitted[t + 1][static_cast<std::size_t>(to)]
                        * backward[t + 1][static_cast<std::size_t>(to)];
            }
            scaled(backward[t]);
        }
        for (std::size_t t = 0; t < length; ++t) {
            for (std::size_t state = 0; state < StateCount; ++state)
                forward[t][state] *= backward[t][state];
            scaled(forward[t]);
        }
        return forward;
    }

    /// How common each kind is, as the labels say, and a little as was thought before.
    void learnRates(const std::vector<KindShares>& kinds)
    {
        constexpr double prior = 0.01, priorWeight = 0.05;
        KindShares sums{};
        for (const KindShares& shares : kinds) {
            for (std::size_t kind = 0; kind < kSuspectKinds; ++kind)
                sums[kind] += shares[kind];
        }
        const auto count = static_cast<double>(size());
        const auto rate = [&](SuspectKind kind) {
            return (sums[indexOf(kind)] + priorWeight * count * prior) / (count * (1.0 + priorWeight));
        };
        for (const SuspectKind kind : kOwnKinds)
            m_rates.own[indexOf(kind)] = std::min(rate(kind), 0.25);
        m_rates.shift = std::min(0.5 * rate(SuspectKind::Shift) * (1.0 - kStays), 0.05);
        m_rates.swap = std::min(0.5 * rate(SuspectKind::Swap), 0.1);
    }

    const PredictionEvidence& m_evidence;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
    double m_wholeShare = 0.0;
    Rates m_rates;
};

}

LabelBelief labelBelief(const PredictionEvidence& evidence, const LabelScale& scale,
                        const SegmentChains& chains)
{
    return Believer(evidence, scale, chains).believe();
}

}
