#include "engine/suspects/self_test.h"

#include "engine/numbers/moments.h"
#include "engine/suspects/class_prediction.h"
#include "engine/suspects/planted_density.h"
#include "engine/suspects/queue_figures.h"
#include "engine/suspects/suspect_grounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

constexpr double kPlanted = 0.1; ///< of all labels, at a time
constexpr int kPlantings = 3; ///< of each kind
constexpr std::size_t kFewestTested = 40; ///< labels: of fewer nothing can be told

/// By what a queue can be ordered.
enum Order : std::size_t { ByBelief, ByExpected, ByBoth, ByRidge, OrderCount };
constexpr std::array<const char*, OrderCount> kOrderNames{"belief", "expected", "both", "ridge"};

/// The place of each in the order of falling values, from 0 to 1; equal ones share the middle of theirs.
std::vector<double> placesIn(const std::vector<double>& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(-values[i], i); });
    std::vector<double> places(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        for (std::size_t k = first; k < last; ++k)
            places[order[k]] = 0.5 * static_cast<double>(first + last) / static_cast<double>(order.size());
        first = last;
    }
    return places;
}

/// Each order's strengths of all labels.
std::array<std::vector<double>, OrderCount>
strengthsOf(const PredictionEvidence& evidence, const std::vector<double>& labels, const LabelBelief& belief)
{
    std::array<std::vector<double>, OrderCount> all;
    all[ByBelief] = belief.strengths;
    all[ByExpected] = residualsOf(evidence, labels, belief);
    all[ByRidge] = evidence.plain ? residualsOf(evidence, labels, *evidence.plain) : all[ByExpected];
    const std::vector<double> byBelief = placesIn(all[ByBelief]), byExpected = placesIn(all[ByExpected]);
    for (std::size_t i = 0; i < labels.size(); ++i) // the head counts, as in a product of places
        all[ByBoth].push_back(-std::log(byBelief[i]) - std::log(byExpected[i]));
    return all;
}

/// What was planted once.
struct Planting {
    SuspectKind kind = SuspectKind::None;
    std::vector<bool> isWrong;
    std::array<std::vector<double>, OrderCount> strengths;
    double changesSide = 0.0; ///< share of the planted that are on the other side of neutral now
};

class Tester {
public:
    Tester(const PredictionEvidence& evidence, const LabelScale& scale, const SegmentChains& chains,
           std::uint64_t seed)
        : m_evidence(evidence)
        , m_scale(scale)
        , m_chains(chains)
        , m_random(seed * 6364136223846793005ULL + 1442695040888963407ULL)
    {
    }

    TestedLabels test()
    {
        TestedLabels tested;
        tested.belief = labelBelief(m_evidence, m_scale, m_chains);
        const auto own = strengthsOf(m_evidence, m_evidence.labels, tested.belief);
        plantAll(tested.belief);
        leaveOutHeads(own);
        const Order order = chosenOrder();
        tested.strengths = own[order];
        tested.test.order = kOrderNames[order];
        tellFound(order, tested.test);
        score(tested, order);
        return tested;
    }

private:
    std::size_t size() const { return m_evidence.labels.size(); }

    /// How much each kind counts: those of labels alone alike, and those of neighbours as far as the order of
    /// segments tells how common they are.
    double weightOf(SuspectKind kind, const LabelBelief& belief) const
    {
        const bool hasOrder = belief.order > 0.5;
        if (kind == SuspectKind::Shift)
            return hasOrder ? belief.shift : 0.0;
        if (kind == SuspectKind::Swap)
            return hasOrder ? belief.swap : 0.0;
        const double alone = hasOrder ? 1.0 - belief.shift - belief.swap : 1.0;
        return alone / (m_evidence.classes.empty() ? static_cast<double>(kOwnKinds.size()) : 1.0);
    }

    void plantAll(const LabelBelief& belief)
    {
        if (size() < kFewestTested)
            return;
        for (const SuspectKind kind : plantableKinds(m_evidence, m_chains)) {
            m_weights.emplace_back(kind, weightOf(kind, belief));
            for (int round = 0; round < kPlantings; ++round) {
                PlantedLabels planted
                    = plantedLabels(m_evidence, m_scale, m_chains, kind, kPlanted, m_random);
                if (planted.count() == 0)
                    continue;
                const LabelBelief again = labelBelief(m_evidence, planted.labels, m_scale, m_chains);
                Planting& one = m_plantings.emplace_back();
                one.kind = kind;
                one.strengths = strengthsOf(m_evidence, planted.labels, again);
                for (std::size_t i = 0; i < size(); ++i) {
                    const double before = m_evidence.labels[i] - m_scale.neutral,
                                 after = planted.labels[i] - m_scale.neutral;
                    one.changesSide += before * after < 0.0 ? 1.0 : 0.0;
                }
                one.changesSide /= static_cast<double>(planted.count());
                one.isWrong = std::move(planted.isWrong);
            }
        }
    }

    /// Labels in the head of the queue as it is, by any order, count neither for nor against one: they may be
    /// wrong, and then a better order would look worse.
    void leaveOutHeads(const std::array<std::vector<double>, OrderCount>& own)
    {
        constexpr double head = 0.1;
        m_isLeftOut.assign(size(), false);
        for (const std::vector<double>& strengths : own) {
            const std::vector<double> places = placesIn(strengths);
            for (std::size_t i = 0; i < size(); ++i)
                m_isLeftOut[i] = m_isLeftOut[i] || places[i] < head;
        }
    }

    double precisionOf(SuspectKind kind, Order order, const std::vector<bool>& isLeftOut) const
    {
        double sum = 0.0, count = 0.0;
        for (const Planting& one : m_plantings) {
            if (one.kind != kind)
                continue;
            std::vector<double> strengths;
            std::vector<bool> isWrong;
            for (std::size_t i = 0; i < size(); ++i) {
                if (isLeftOut[i])
                    continue;
                strengths.push_back(one.strengths[order][i]);
                isWrong.push_back(one.isWrong[i]);
            }
            if (std::ranges::find(isWrong, true) == isWrong.end())
                continue;
            sum += queueFigures(strengths, isWrong).averagePrecision;
            count += 1.0;
        }
        return count > 0.0 ? sum / count : 0.0;
    }

    double precisionOf(Order order) const
    {
        double sum = 0.0, kinds = 0.0;
        for (const auto& [kind, weight] : m_weights) {
            sum += weight > 0.0 ? precisionOf(kind, order, m_isLeftOut) : 0.0;
            kinds += weight > 0.0 ? 1.0 : 0.0;
        }
        return kinds > 0.0 ? sum / kinds : 0.0;
    }

    /// The belief, unless another order finds clearly more: errors of other kinds than the planted ones,
    /// which the labels have already, lead the belief elsewhere while this is tested.
    Order chosenOrder() const
    {
        constexpr double clearly = 1.2;
        Order best = ByBelief;
        double most = clearly * precisionOf(ByBelief);
        for (const Order order : {ByExpected, ByBoth, ByRidge}) {
            if (const double found = precisionOf(order); found > most) {
                most = found;
                best = order;
            }
        }
        return best;
    }

    void tellFound(Order order, SelfTest& test) const
    {
        const std::vector<bool> all(size(), false); // count
        const auto found = [&](SuspectKind kind, Order by) { return shortened(precisionOf(kind, by, all)); };
        for (const auto& [kind, weight] : m_weights)
            test.kinds.push_back({kind, found(kind, order), found(kind, ByExpected), found(kind, ByRidge)});
    }

    double weightIn(SuspectKind kind) const
    {
        const auto found = std::ranges::find(m_weights, kind, &std::pair<SuspectKind, double>::first);
        return found == m_weights.end() ? 0.0 : found->second;
    }

    void score(TestedLabels& tested, Order order)
    {
        std::vector<double> places, weights;
        double changesSide = 0.0, all = 0.0;
        for (const Planting& one : m_plantings) {
            const double weight = weightIn(one.kind);
            std::vector<double> others;
            for (std::size_t i = 0; i < size(); ++i) {
                if (!one.isWrong[i])
                    others.push_back(-one.strengths[order][i]);
            }
            std::ranges::sort(others);
            const auto wrong = static_cast<double>(size() - others.size());
            for (std::size_t i = 0; i < size() && weight > 0.0; ++i) {
                if (!one.isWrong[i])
                    continue;
                const auto before
                    = std::ranges::lower_bound(others, -one.strengths[order][i]) - others.begin();
                places.push_back((static_cast<double>(before) + 0.5) / static_cast<double>(others.size()));
                weights.push_back(weight / wrong);
            }
            changesSide += weight * one.changesSide;
            all += weight;
        }
        if (places.empty()) { // too few labels for a test
            for (const double strength : tested.belief.strengths)
                tested.scores.push_back(-std::expm1(-strength));
            return;
        }
        const PlantedDensity density(places, weights, size());
        tested.test.errors = shortened(errorsBelieved(density, changesSide / all));
        constexpr double surest = 0.99;
        const bool isBelieved = isHeadBelieved(tested.belief);
        for (const double place : placesIn(tested.strengths)) {
            const double score = std::min(surest, tested.test.errors * density.at(place));
            tested.scores.push_back(isBelieved ? score : unsure(score));
        }
    }

    /// What is hardly to be told keeps its order below 0.35.
    static double unsure(double score)
    {
        constexpr double from = 0.25, most = 0.35;
        return score <= from ? score : from + (most - from) * (score - from) / (1.0 - from);
    }

    /// Whether a label may be called rather wrong than right: labels tell how common errors are, or models
    /// follow labels so well that what is far off is wrong.
    bool isHeadBelieved(const LabelBelief& belief) const
    {
        constexpr double sure = 4.0, followed = 0.6;
        if (!m_evidence.classes.empty())
            return m_gain > sure
                || classHits(classesOf(m_evidence.labels, m_evidence.classes), belief.chances,
                             m_evidence.classes.size())
                       .gain()
                > followed;
        return m_isSure || pearson(m_evidence.labels, belief.prediction.expected).value_or(0.0) > followed;
    }

    /// How common errors are: between what contradictions of sure opinions tell and what the head of the
    /// queue leaves room for.
    double errorsBelieved(const PlantedDensity& density, double changesSide)
    {
        const double room = density.most();
        const bool isScale = m_evidence.classes.empty();
        double told = 0.0;
        if (m_evidence.plain) {
            const auto [evidence, share] = isScale ? sides() : classEvidence();
            if (evidence.labels.size() >= kFewestTested) {
                const ErrorShare errors = errorShare(evidence);
                m_gain = errors.gain;
                told = errors.share * share / (isScale ? std::max(changesSide, 0.05) : 1.0);
            }
        } else {
            told = room;
        }
        constexpr double sure = 8.0, most = 0.2, mostOnScale = 0.15, mostUnsure = 0.1;
        m_isSure = m_gain > sure;
        const double headWeight = isScale ? 0.5 : m_isSure ? 0.9 : 0.8;
        const double believed = std::pow(room, headWeight) * std::pow(std::min(told, room), 1.0 - headWeight);
        return std::min({believed, room, !m_isSure ? mostUnsure : isScale ? mostOnScale : most});
    }

    /// On which side of neutral labels lie that have a sign, as two classes, and which share of all has one.
    std::pair<ClassEvidence, double> sides() const
    {
        ClassEvidence evidence;
        std::vector<double> kept;
        const std::vector<double>& said = m_evidence.members[*m_evidence.plain];
        for (std::size_t i = 0; i < size(); ++i) {
            const double fromNeutral = m_evidence.labels[i] - m_scale.neutral;
            if (std::abs(fromNeutral) < m_scale.one() - 1e-6)
                continue;
            evidence.labels.push_back(fromNeutral > 0.0 ? 1 : 0);
            kept.push_back(said[i]);
        }
        evidence.members = {towardsTwo(kept)};
        bool isOne = true;
        for (const std::size_t label : evidence.labels)
            isOne = isOne && label == evidence.labels.front();
        if (isOne)
            evidence.labels.clear();
        const double share = static_cast<double>(evidence.labels.size())
            / static_cast<double>(std::max<std::size_t>(1, size()));
        return {std::move(evidence), share};
    }

    std::pair<ClassEvidence, double> classEvidence() const
    {
        return {{m_evidence.classes.size(),
                 classesOf(m_evidence.labels, m_evidence.classes),
                 m_evidence.folds,
                 {spokenFor(m_evidence, m_evidence.members[*m_evidence.plain])}},
                1.0};
    }

    const PredictionEvidence& m_evidence;
    const LabelScale m_scale;
    const SegmentChains& m_chains;
    std::mt19937_64 m_random;
    std::vector<std::pair<SuspectKind, double>> m_weights;
    std::vector<Planting> m_plantings;
    double m_gain = 0.0; ///< of the labels' log likelihood, by errors among them
    bool m_isSure = false; ///< labels tell how common errors are
    std::vector<bool> m_isLeftOut; ///< N: not counted where orders are compared
};

}

TestedLabels testedLabels(const PredictionEvidence& evidence, const LabelScale& scale,
                          const SegmentChains& chains, std::uint64_t seed)
{
    return Tester(evidence, scale, chains, seed).test();
}

}
