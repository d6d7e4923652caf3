#include "engine/suspects/suspect_ranking.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <numeric>

namespace engine {

namespace {

constexpr double kNamedFrom = 0.1; ///< where something is less likely wrong than this, no kind is named

double correlation(const std::vector<double>& a, const std::vector<double>& b)
{
    const auto count = static_cast<double>(a.size());
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / count,
                 meanB = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double both = 0.0, squaresA = 0.0, squaresB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - meanA) * (b[i] - meanB);
        squaresA += (a[i] - meanA) * (a[i] - meanA);
        squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return squaresA > 0.0 && squaresB > 0.0 ? both / std::sqrt(squaresA * squaresB) : 0.0;
}

/// What the label is most likely, for each kind of error that concerns labels.
class Reasons {
public:
    Reasons(const SuspectEvidence& evidence, const LabelBelief& belief)
        : m_evidence(evidence)
        , m_belief(belief)
        , m_before(evidence.ids.size())
        , m_behind(evidence.ids.size())
    {
        for (const std::vector<std::size_t>& chain : evidence.chains) {
            for (std::size_t t = 0; t < chain.size(); ++t) {
                m_before[chain[t]] = t > 0 ? chain[t - 1] : chain[t];
                m_behind[chain[t]] = t + 1 < chain.size() ? chain[t + 1] : chain[t];
            }
        }
    }

    std::string of(std::size_t i, SuspectKind kind) const
    {
        const std::string what = said(i);
        switch (kind) {
        case SuspectKind::Flip:
            return m_evidence.scale.neutral == 0.0
                ? what + ": the other sign fits"
                : fmt::format("{}: the other side of {} fits", what, told(m_evidence.scale.neutral));
        case SuspectKind::OffByTwo:
            return what + ": a label two steps away fits";
        case SuspectKind::Uniform:
            return what + ": another label fits";
        case SuspectKind::Shift:
        case SuspectKind::Swap: {
            const std::size_t other = nearer(i);
            return fmt::format("{}: the label fits {}, for which {} is expected{}", what,
                               m_evidence.ids[other], told(m_belief.prediction.expected[other]),
                               kind == SuspectKind::Swap ? "; both seem exchanged"
                                                         : ", as in a run of labels moved by one");
        }
        default:
            return what + ": nothing speaks against it";
        }
    }

private:
    std::string told(double value) const { return toldOn(m_evidence.scale, value); }

    /// `label +2, 10 models -1.1 ± 0.3, neighbours -1`.
    std::string said(std::size_t i) const
    {
        const Columns& members = m_evidence.predictions.members;
        double mean = 0.0, squares = 0.0;
        for (const std::vector<double>& member : members)
            mean += member[i] / static_cast<double>(members.size());
        for (const std::vector<double>& member : members)
            squares += (member[i] - mean) * (member[i] - mean) / static_cast<double>(members.size());
        std::string text
            = fmt::format("label {}, {} models {} ± {:.1f}", told(m_evidence.predictions.labels[i]),
                          members.size(), told(mean), std::sqrt(squares));
        if (!m_evidence.predictions.neighbours.empty())
            text += fmt::format(", neighbours {}", told(m_evidence.predictions.neighbours[i]));
        return text + fmt::format(", together {}", told(m_belief.prediction.expected[i]));
    }

    /// The segment before or behind whose expected label is nearer to this label.
    std::size_t nearer(std::size_t i) const
    {
        const auto apart = [&](std::size_t other) {
            return other == i
                ? 1e9
                : std::abs(m_evidence.predictions.labels[i] - m_belief.prediction.expected[other]);
        };
        return apart(m_before[i]) <= apart(m_behind[i]) ? m_before[i] : m_behind[i];
    }

    const SuspectEvidence& m_evidence;
    const LabelBelief& m_belief;
    std::vector<std::size_t> m_before, m_behind;
};

/// A kind of error, how likely it is, and why; an empty reason: as the labels tell it.
struct Charge {
    SuspectKind kind = SuspectKind::None;
    double share = 0.0;
    std::string reason{};
    std::optional<WordEdge> edge{};
};

SuspectGrounds groundsOf(const SuspectEvidence& evidence, std::size_t i, double deviation,
                         std::vector<Charge> charges)
{
    constexpr std::size_t most = 3;
    constexpr double kShownFrom = 0.005;
    SuspectGrounds grounds;
    grounds.deviation = shortened(deviation);
    for (const std::vector<double>& member : evidence.predictions.members)
        grounds.said.push_back(shortened(member[i]));
    if (!evidence.neighbours.empty()) {
        for (const std::size_t place : evidence.neighbours[i])
            grounds.neighbours.push_back({evidence.ids[place], evidence.predictions.labels[place]});
    }
    std::ranges::stable_sort(charges, std::greater(), &Charge::share);
    for (const Charge& charge : charges) {
        if (charge.share >= kShownFrom && grounds.kinds.size() < most)
            grounds.kinds.push_back({charge.kind, shortened(charge.share)});
    }
    if (!evidence.errors.empty())
        std::ranges::transform(evidence.errors[i], std::back_inserter(grounds.errors), shortened);
    return grounds;
}

}

Suspects rankedSuspects(const SuspectEvidence& evidence)
{
    const LabelBelief belief = labelBelief(evidence.predictions, evidence.scale, evidence.chains);
    const std::size_t count = evidence.ids.size();
    Suspects suspects;
    for (std::size_t m = 0; m < evidence.memberNames.size(); ++m)
        suspects.members.push_back({evidence.memberNames[m],
                                    correlation(evidence.predictions.members[m], evidence.predictions.labels),
                                    m < evidence.memberOnly.size() ? evidence.memberOnly[m] : std::string()});
    suspects.members.push_back(
        {"all together", correlation(belief.prediction.expected, evidence.predictions.labels)});

    std::vector<std::vector<Charge>> charges(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t kind = 1; kind < kSuspectKinds; ++kind)
            charges[i].push_back({static_cast<SuspectKind>(kind), belief.kinds[i][kind]});
    }
    std::vector<double> logs(count); // of how likely nothing is wrong
    for (std::size_t i = 0; i < count; ++i)
        logs[i] = std::log(std::max(belief.kinds[i].front(), 1e-300));
    const auto charge = [&](std::size_t i, SuspectKind kind, double share, const std::string& reason) {
        logs[i] += std::log1p(-std::min(share, 1.0 - 1e-12));
        charges[i].push_back({kind, share, reason});
    };
    if (!evidence.ratings.raters.empty()) {
        const RaterBelief raters
            = raterBelief(evidence.ratings, belief.prediction, evidence.scale, evidence.chains);
        suspects.raters = raters.raters;
        for (std::size_t i = 0; i < count; ++i)
            charge(i, SuspectKind::Annotator, raters.shares[i], raters.reasons[i]);
    }
    for (const DataEvidence& data : evidence.data) {
        const std::vector<double> shares = tailShares(data.strengths);
        for (std::size_t i = 0; i < count; ++i)
            charge(i, data.kind, shares[i], data.reasons[i]);
        for (std::size_t i = 0; i < data.edges.size(); ++i)
            charges[i].back().edge = data.edges[i];
    }

    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return logs[i]; });
    const Reasons reasons(evidence, belief);
    suspects.usual = usualErrors(evidence.errors);
    for (const std::size_t i : order) {
        Suspect& suspect = suspects.segments.emplace_back();
        suspect.id = evidence.ids[i];
        suspect.label = evidence.predictions.labels[i];
        suspect.expected = belief.prediction.expected[i];
        suspect.score = -std::expm1(logs[i]);
        const Charge& most = *std::ranges::max_element(charges[i], {}, &Charge::share);
        suspect.kind = suspect.score < kNamedFrom ? SuspectKind::None : most.kind;
        suspect.reason = suspect.kind == SuspectKind::None || most.reason.empty()
            ? reasons.of(i, suspect.kind)
            : most.reason;
        if (suspect.kind == most.kind)
            suspect.edge = most.edge;
        suspect.grounds = groundsOf(evidence, i, belief.prediction.deviations[i], charges[i]);
    }
    return suspects;
}

}
