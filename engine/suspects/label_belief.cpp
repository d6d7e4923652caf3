#include "engine/suspects/label_belief.h"

#include "engine/core/error.h"
#include "engine/suspects/class_prediction.h"
#include "engine/suspects/hidden_chain.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t indexOf(SuspectKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// How common the own kinds are taken to be: of labels on a scale, and of classes. They are not learnt: what
/// a model cannot know looks like errors.
double usualRate(SuspectKind kind, bool isClass)
{
    if (isClass)
        return kind == SuspectKind::OffByTwo ? 0.0 : 0.1;
    return kind == SuspectKind::Flip ? 0.015 : kind == SuspectKind::OffByTwo ? 0.0225 : 0.06;
}

/// How a label came to its segment.
enum State : std::size_t { InStep, Behind, Ahead, FirstOfTwo, SecondOfTwo, StateCount };

constexpr double kStays = 0.85; ///< that a run goes on

/// Labels that belong to neighbours: hidden states along each video.
class OrderBelief {
public:
    OrderBelief(const SegmentChains& chains, const LabelLikelihoods& likelihoods,
                const std::vector<double>& inStep)
        : m_chains(chains)
        , m_inStep(inStep)
    {
        for (const std::vector<std::size_t>& chain : chains) {
            std::vector<double>& seen = m_seen.emplace_back(chain.size() * StateCount, 0.0);
            for (std::size_t t = 0; t < chain.size(); ++t) {
                double* const at = seen.data() + t * StateCount;
                at[InStep] = std::exp(std::min(inStep[chain[t]], kMost));
                if (t > 0)
                    at[Behind] = at[SecondOfTwo] = likely(likelihoods, chain[t], chain[t - 1]);
                if (t + 1 < chain.size())
                    at[Ahead] = at[FirstOfTwo] = likely(likelihoods, chain[t], chain[t + 1]);
            }
        }
    }

    /// Learns how common runs and exchanges are. @return by how much they make all labels likelier, in
    /// logarithms
    double learn()
    {
        constexpr int rounds = 6;
        constexpr double usual = 0.005, asSegments = 30.0, mostShifts = 0.5, mostSwaps = 0.3;
        double shifts = usual, swaps = usual;
        const auto count = static_cast<double>(m_inStep.size());
        for (int round = 0; round < rounds; ++round) {
            const auto [moved, exchanged] = weigh(shifts, swaps);
            shifts = std::min((moved + asSegments * usual) / (count + asSegments), mostShifts);
            swaps = std::min((exchanged + asSegments * usual) / (count + asSegments), mostSwaps);
        }
        weigh(0.0, 0.0);
        const double without = m_logLikelihood;
        weigh(shifts, swaps);
        return m_logLikelihood - without;
    }

    /// N × StateCount
    const std::vector<double>& states() const { return m_states; }

private:
    static constexpr double kMost = 40.0; ///< of a logarithm

    static double likely(const LabelLikelihoods& likelihoods, std::size_t of, std::size_t at)
    {
        return std::exp(std::clamp(likelihoods.elsewhere(of, at), kImpossible, kMost));
    }

    /// @return how many segments belong to runs, and how many are exchanged
    std::pair<double, double> weigh(double shifts, double swaps)
    {
        const ChainSteps steps
            = stepsFor(std::max(0.5 * shifts * (1.0 - kStays), 1e-9), std::max(0.5 * swaps, 1e-9));
        m_states.assign(m_inStep.size() * StateCount, 0.0);
        m_logLikelihood = 0.0;
        double moved = 0.0, exchanged = 0.0;
        for (std::size_t c = 0; c < m_chains.size(); ++c) {
            const std::vector<double> states = hiddenStates(steps, m_seen[c], &m_logLikelihood);
            for (std::size_t t = 0; t < m_chains[c].size(); ++t) {
                const double* const state = states.data() + t * StateCount;
                std::copy_n(state, StateCount,
                            m_states.begin() + static_cast<std::ptrdiff_t>(m_chains[c][t] * StateCount));
                moved += state[Behind] + state[Ahead];
                exchanged += state[FirstOfTwo] + state[SecondOfTwo];
            }
        }
        return {moved, exchanged};
    }

    static ChainSteps stepsFor(double shift, double swap)
    {
        const std::vector<double> begins{1.0 - 2.0 * shift - swap, shift, shift, swap, 0.0};
        ChainSteps steps{begins, begins}; // from InStep
        steps.goesTo.insert(steps.goesTo.end(), {1.0 - kStays, kStays, 0.0, 0.0, 0.0});
        steps.goesTo.insert(steps.goesTo.end(), {1.0 - kStays, 0.0, kStays, 0.0, 0.0});
        steps.goesTo.insert(steps.goesTo.end(), {0.0, 0.0, 0.0, 0.0, 1.0});
        steps.goesTo.insert(steps.goesTo.end(), begins.begin(), begins.end()); // from SecondOfTwo
        return steps;
    }

    const SegmentChains& m_chains;
    const std::vector<double>&
        m_inStep; ///< N: logarithm of how likely a label is in step, beside being right
    std::vector<std::vector<double>> m_seen; ///< of each chain, T × StateCount
    std::vector<double> m_states;
    double m_logLikelihood = 0.0;
};

class Believer {
public:
    Believer(const PredictionEvidence& evidence, const std::vector<double>& labels, const LabelScale& scale,
             const SegmentChains& chains)
        : m_evidence(evidence)
        , m_labels(labels)
        , m_scale(scale)
        , m_chains(chains)
    {
    }

    LabelBelief believe()
    {
        LabelBelief belief;
        if (!m_evidence.classes.empty()) {
            const LabelLikelihoods likelihoods = ofClasses(belief);
            weighOrder(likelihoods, likelihoods, belief);
            return belief;
        }
        const std::vector<double> trust = fit(belief), even(size(), 1.0);
        const auto likelihoods = [&](const std::vector<double>& counts) {
            return scaleLikelihoods(m_labels, belief.prediction.expected, spread(belief.prediction, counts),
                                    m_scale);
        };
        // what speaks against a label is told by how far all labels lie, errors among them; which error it is
        // by how far right ones lie
        weighOrder(likelihoods(even), likelihoods(trust), belief);
        return belief;
    }

private:
    std::size_t size() const { return m_labels.size(); }

    /// What is expected is fitted while any mistake is taken to be common: only so one that is there moves
    /// nothing. @return N, 0…1: how much each label counted
    std::vector<double> fit(LabelBelief& belief) const
    {
        constexpr int rounds = 4;
        constexpr double common = 0.1;
        PredictionEvidence evidence = m_evidence;
        evidence.labels = m_labels;
        std::vector<double> trust(size(), 1.0);
        for (int round = 0; round < rounds; ++round) {
            belief.prediction = labelPrediction(evidence, trust);
            const LabelLikelihoods likelihoods = scaleLikelihoods(m_labels, belief.prediction.expected,
                                                                  spread(belief.prediction, trust), m_scale);
            for (std::size_t i = 0; i < size() && round + 1 < rounds; ++i) {
                const double right = 1.0 - common * static_cast<double>(kOwnKinds.size());
                double all = right;
                for (const SuspectKind kind : kOwnKinds)
                    all += common * std::exp(likelihoods.own[i][indexOf(kind)]);
                trust[i] = right / all;
            }
        }
        return trust;
    }

    double spread(const LabelPrediction& prediction, const std::vector<double>& trust) const
    {
        double squares = 0.0, sum = 0.0;
        for (std::size_t i = 0; i < size(); ++i) {
            const double apart = m_labels[i] - prediction.expected[i];
            squares += trust[i] * apart * apart;
            sum += trust[i];
        }
        return std::max(std::sqrt(squares / std::max(sum, 1e-9)), 1e-6 * (m_scale.high - m_scale.low));
    }

    LabelLikelihoods ofClasses(LabelBelief& belief) const
    {
        ClassEvidence evidence{
            m_evidence.classes.size(), classesOf(m_labels, m_evidence.classes), m_evidence.folds, {}};
        for (const std::vector<double>& member : m_evidence.members)
            evidence.members.push_back(spokenFor(m_evidence, member));
        if (!m_evidence.neighbours.empty())
            evidence.members.push_back(spokenFor(m_evidence, m_evidence.neighbours));
        belief.chances = classPrediction(evidence);
        const std::size_t classes = evidence.classes;
        for (std::size_t i = 0; i < size(); ++i) {
            const double* const chances = belief.chances.data() + i * classes;
            const auto likeliest
                = static_cast<std::size_t>(std::max_element(chances, chances + classes) - chances);
            const double low = m_evidence.classes.front(), high = m_evidence.classes.back();
            belief.prediction.expected.push_back(classes == 2 ? low + chances[1] * (high - low)
                                                              : m_evidence.classes[likeliest]);
            belief.prediction.deviations.push_back(
                std::max(1e-3,
                         std::sqrt(chances[likeliest] * (1.0 - chances[likeliest]))
                             * (classes == 2 ? high - low : 1.0)));
        }
        return classLikelihoods(evidence.labels, belief.chances, classes);
    }

    /// @param naming  by which the own kinds are told apart
    void weighOrder(const LabelLikelihoods& likelihoods, const LabelLikelihoods& naming,
                    LabelBelief& belief) const
    {
        const bool isClass = !m_evidence.classes.empty();
        double right = 1.0;
        for (const SuspectKind kind : kOwnKinds) {
            if (!isClass || likelihoods.own.front()[indexOf(kind)] > kImpossible)
                right -= usualRate(kind, isClass);
        }
        std::vector<double> inStep(size());
        for (std::size_t i = 0; i < size(); ++i) {
            double all = right;
            for (const SuspectKind kind : kOwnKinds)
                all += usualRate(kind, isClass) * std::exp(likelihoods.own[i][indexOf(kind)]);
            inStep[i] = std::log(all);
        }
        constexpr double against = 9.0; // before anything is seen, to one
        OrderBelief order(m_chains, likelihoods, inStep);
        if (std::ranges::any_of(m_chains, [](const auto& chain) { return chain.size() > 1; }))
            belief.order = 1.0 / (1.0 + against * std::exp(-std::clamp(order.learn(), -30.0, 30.0)));
        std::vector<double> isInStep(size(), 1.0), moved(size(), 0.0), exchanged(size(), 0.0);
        for (std::size_t i = 0; i < size(); ++i) {
            const double rightAlone = std::exp(std::log(right) - inStep[i]);
            double isRight = rightAlone;
            if (belief.order > 0.0) {
                const double* const state = order.states().data() + i * StateCount;
                const double chance
                    = likelihoods.chance[i]; // what comes from elsewhere may be right all the same
                const double away = state[Behind] + state[Ahead],
                             swapped = state[FirstOfTwo] + state[SecondOfTwo];
                const double byChance = (away + (isClass ? swapped : 0.0)) * chance;
                isRight = belief.order * (state[InStep] * rightAlone + byChance)
                    + (1.0 - belief.order) * rightAlone;
                moved[i] = belief.order * away * (1.0 - chance);
                exchanged[i] = belief.order * swapped * (isClass ? 1.0 - chance : 1.0);
                isInStep[i] = belief.order * state[InStep] + 1.0 - belief.order;
            }
            belief.strengths.push_back(-std::log(std::max(isRight, 1e-300)));
        }
        nameKinds(naming, isInStep, belief);
        double own = 0.0;
        for (std::size_t i = 0; i < size(); ++i) {
            KindShares& kinds = belief.kinds[i];
            kinds[indexOf(SuspectKind::Shift)] = moved[i];
            kinds[indexOf(SuspectKind::Swap)] = exchanged[i];
            kinds[indexOf(SuspectKind::None)] += 1.0 - isInStep[i] - moved[i] - exchanged[i];
            own += isInStep[i] * -std::expm1(std::log(right) - inStep[i]);
        }
        const double away = std::accumulate(moved.begin(), moved.end(), 0.0),
                     swapped = std::accumulate(exchanged.begin(), exchanged.end(), 0.0);
        belief.shift = away / std::max(own + away + swapped, 1e-300);
        belief.swap = swapped / std::max(own + away + swapped, 1e-300);
    }

    /// How likely each own kind is of each label, if all are as common: what the labels would tell of that is
    /// told by how far they lie more than by what mistakes make of them.
    void nameKinds(const LabelLikelihoods& likelihoods, const std::vector<double>& isInStep,
                   LabelBelief& belief) const
    {
        constexpr double common = 0.05;
        for (std::size_t i = 0; i < size(); ++i) {
            KindShares& kinds = belief.kinds.emplace_back();
            double all = 1.0;
            for (const SuspectKind kind : kOwnKinds)
                all += common * (std::exp(likelihoods.own[i][indexOf(kind)]) - 1.0);
            kinds[indexOf(SuspectKind::None)] = isInStep[i];
            for (const SuspectKind kind : kOwnKinds) {
                const double share = isInStep[i] * common * std::exp(likelihoods.own[i][indexOf(kind)]) / all;
                kinds[indexOf(kind)] = share;
                kinds[indexOf(SuspectKind::None)] -= share;
            }
        }
    }

    const PredictionEvidence& m_evidence;
    const std::vector<double>& m_labels;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
};

}

LabelBelief labelBelief(const PredictionEvidence& evidence, const LabelScale& scale,
                        const SegmentChains& chains)
{
    return Believer(evidence, evidence.labels, scale, chains).believe();
}

LabelBelief labelBelief(const PredictionEvidence& evidence, const std::vector<double>& labels,
                        const LabelScale& scale, const SegmentChains& chains)
{
    return Believer(evidence, labels, scale, chains).believe();
}

std::vector<std::size_t> classesOf(const std::vector<double>& labels, const std::vector<double>& classes)
{
    std::vector<std::size_t> places;
    for (const double label : labels) {
        const auto found = std::ranges::find(classes, label);
        if (found == classes.end())
            throw ShapeError("no_class",
                             fmt::format("{:g} is none of the {} classes", label, classes.size()));
        places.push_back(static_cast<std::size_t>(found - classes.begin()));
    }
    return places;
}

std::vector<double> towardsTwo(const std::vector<double>& values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0)
        / static_cast<double>(std::max<std::size_t>(1, values.size()));
    std::vector<double> columns;
    for (const double value : values) {
        columns.push_back(-0.5 * (value - mean));
        columns.push_back(0.5 * (value - mean));
    }
    return columns;
}

std::vector<double> spokenFor(const PredictionEvidence& evidence, const std::vector<double>& member)
{
    // of more than two classes there is a number for each already
    return member.size() == evidence.labels.size() ? towardsTwo(member) : member;
}

std::vector<double> residualsOf(const PredictionEvidence& evidence, const std::vector<double>& labels,
                                std::size_t member)
{
    const std::vector<double>& said = evidence.members.at(member);
    std::vector<double> residuals;
    if (said.size() == labels.size()) {
        for (std::size_t i = 0; i < labels.size(); ++i)
            residuals.push_back(std::abs(labels[i] - said[i]));
        return residuals;
    }
    const std::vector<std::size_t> places = classesOf(labels, evidence.classes);
    for (std::size_t i = 0; i < labels.size(); ++i)
        residuals.push_back(1.0 - said[i * evidence.classes.size() + places[i]]);
    return residuals;
}

std::vector<double> residualsOf(const PredictionEvidence& evidence, const std::vector<double>& labels,
                                const LabelBelief& belief)
{
    std::vector<double> residuals;
    if (evidence.classes.empty()) {
        for (std::size_t i = 0; i < labels.size(); ++i)
            residuals.push_back(std::abs(labels[i] - belief.prediction.expected[i]));
        return residuals;
    }
    const std::vector<std::size_t> places = classesOf(labels, evidence.classes);
    for (std::size_t i = 0; i < labels.size(); ++i)
        residuals.push_back(1.0 - belief.chances[i * evidence.classes.size() + places[i]]);
    return residuals;
}

}
