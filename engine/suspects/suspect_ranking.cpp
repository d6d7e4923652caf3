#include "engine/suspects/suspect_ranking.h"

#include "engine/numbers/moments.h"
#include "engine/suspects/class_prediction.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

namespace engine {

namespace {

/// What several people say, models only call into question where it is almost surely wrong.
constexpr double kDoubtOfRated = 0.9;
constexpr double kNamedFrom = 0.1; ///< where something is less likely wrong than this, no kind is named

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
        const bool isClass = !m_evidence.predictions.classes.empty();
        switch (kind) {
        case SuspectKind::Flip:
            if (isClass)
                return fmt::format(
                    "{}: {} fits", what,
                    classCalled(m_evidence.predictions.labels[i] == m_evidence.predictions.classes[0]));
            return m_evidence.scale.neutral == 0.0
                ? what + ": the other sign fits"
                : fmt::format("{}: the other side of {} fits", what, told(m_evidence.scale.neutral));
        case SuspectKind::OffByTwo:
            return what + ": a label two steps away fits";
        case SuspectKind::Uniform:
            return isClass ? fmt::format("{}: {} fits", what, told(m_belief.prediction.expected[i]))
                           : what + ": another label fits";
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
    std::string classCalled(std::size_t place) const
    {
        return place < m_evidence.classNames.size()
            ? m_evidence.classNames[place]
            : fmt::format("{:g}", m_evidence.predictions.classes[place]);
    }

    /// A value of the scale, or the name of a class.
    std::string told(double value) const
    {
        const std::vector<double>& classes = m_evidence.predictions.classes;
        const auto found = std::ranges::find(classes, value);
        return found == classes.end() ? toldOn(m_evidence.scale, value)
                                      : classCalled(static_cast<std::size_t>(found - classes.begin()));
    }

    /// `label +2, 10 models -1.1 ± 0.3, neighbours -1`; of classes `label 1, likely by 12 %`.
    std::string said(std::size_t i) const
    {
        const PredictionEvidence& predictions = m_evidence.predictions;
        const std::string label = told(predictions.labels[i]);
        if (!predictions.classes.empty()) {
            const std::size_t classes = predictions.classes.size();
            const auto own = static_cast<std::size_t>(
                std::ranges::find(predictions.classes, predictions.labels[i]) - predictions.classes.begin());
            return fmt::format("label {}, by {} models together {:.0f} % likely", label,
                               predictions.members.size(), 100.0 * m_belief.chances[i * classes + own]);
        }
        const Columns& members = predictions.members;
        double mean = 0.0, squares = 0.0;
        for (const std::vector<double>& member : members)
            mean += member[i] / static_cast<double>(members.size());
        for (const std::vector<double>& member : members)
            squares += (member[i] - mean) * (member[i] - mean) / static_cast<double>(members.size());
        std::string text = fmt::format("label {}, {} models {} ± {:.1f}", label, members.size(), told(mean),
                                       std::sqrt(squares));
        if (!predictions.neighbours.empty())
            text += fmt::format(", neighbours {}", told(predictions.neighbours[i]));
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

/// What a member says of one segment, in the units of the label: of more than two classes the likeliest.
double saidOf(const PredictionEvidence& evidence, const std::vector<double>& member, std::size_t i)
{
    const std::size_t classes = evidence.classes.size();
    if (member.size() == evidence.labels.size())
        return member[i];
    const auto first = member.begin() + static_cast<std::ptrdiff_t>(i * classes);
    return evidence.classes[static_cast<std::size_t>(
        std::max_element(first, first + static_cast<std::ptrdiff_t>(classes)) - first)];
}

/// Of labels and what a member says; of more than two classes of all that is said of each.
double memberCorrelation(const PredictionEvidence& evidence, const std::vector<double>& member)
{
    if (member.size() == evidence.labels.size())
        return pearson(member, evidence.labels).value_or(0.0);
    std::vector<double> truths(member.size(), 0.0);
    const std::vector<std::size_t> places = classesOf(evidence.labels, evidence.classes);
    for (std::size_t i = 0; i < places.size(); ++i)
        truths[i * evidence.classes.size() + places[i]] = 1.0;
    return pearson(member, truths).value_or(0.0);
}

/// How far raters are from their consensus; of segments that nobody rated behind all of them, in their order.
std::vector<double> strengthsBeside(const RaterBelief& raters, const std::vector<double>& strengths)
{
    std::vector<double> all = raters.deviations;
    const double least = *std::ranges::min_element(strengths), most = *std::ranges::max_element(strengths);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (raters.judged[i] == 0)
            all[i] = (strengths[i] - least) / std::max(most - least, 1e-300) - 1.0;
    }
    return all;
}

/// Whether what is expected says the same as the kind: the other sign, two steps away. What is expected is
/// what people are proposed.
bool isSaid(SuspectKind kind, const Suspect& suspect, const SuspectEvidence& evidence)
{
    if (!evidence.predictions.classes.empty())
        return true;
    if (kind == SuspectKind::Flip)
        return (suspect.label - evidence.scale.neutral) * (suspect.expected - evidence.scale.neutral) < 0.0;
    return kind != SuspectKind::OffByTwo
        || std::abs(suspect.expected - suspect.label) >= evidence.scale.one();
}

SuspectGrounds groundsOf(const SuspectEvidence& evidence, std::size_t i, double deviation,
                         std::vector<Charge> charges)
{
    constexpr std::size_t most = 3;
    constexpr double kShownFrom = 0.005;
    SuspectGrounds grounds;
    grounds.deviation = shortened(deviation);
    for (const std::vector<double>& member : evidence.predictions.members)
        grounds.said.push_back(shortened(saidOf(evidence.predictions, member, i)));
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
    const TestedLabels tested
        = testedLabels(evidence.predictions, evidence.scale, evidence.chains, evidence.seed);
    const LabelBelief& belief = tested.belief;
    const std::size_t count = evidence.ids.size();
    Suspects suspects;
    suspects.test = tested.test;
    suspects.classes = evidence.classNames;
    for (std::size_t m = 0; m < evidence.memberNames.size(); ++m)
        suspects.members.push_back({evidence.memberNames[m],
                                    memberCorrelation(evidence.predictions, evidence.predictions.members[m]),
                                    m < evidence.memberOnly.size() ? evidence.memberOnly[m] : std::string()});
    const bool isManyClasses = evidence.predictions.classes.size() > 2;
    suspects.members.push_back(
        {"all together",
         isManyClasses ? memberCorrelation(evidence.predictions, belief.chances)
                       : pearson(belief.prediction.expected, evidence.predictions.labels).value_or(0.0)});
    suspects.reliability = suspects.members.back().correlation;
    if (!evidence.predictions.classes.empty()) {
        const ClassHits hits = classHits(classesOf(evidence.predictions.labels, evidence.predictions.classes),
                                         belief.chances, evidence.predictions.classes.size());
        suspects.reliability = hits.right;
        suspects.majority = hits.commonest;
    }

    std::vector<std::vector<Charge>> charges(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double wrong = std::max(1.0 - belief.kinds[i].front(), 1e-300);
        for (std::size_t kind = 1; kind < kSuspectKinds; ++kind)
            charges[i].push_back(
                {static_cast<SuspectKind>(kind), tested.scores[i] * belief.kinds[i][kind] / wrong});
    }
    std::vector<double> logs(count); // of how likely nothing is wrong
    for (std::size_t i = 0; i < count; ++i)
        logs[i] = std::log1p(-std::min(tested.scores[i], 1.0 - 1e-12));
    std::vector<double> strengths = tested.strengths; // where the scores are alike
    const auto charge = [&](std::size_t i, SuspectKind kind, double share, const std::string& reason) {
        logs[i] += std::log1p(-std::min(share, 1.0 - 1e-12));
        charges[i].push_back({kind, share, reason});
    };
    const bool hasRaters = !evidence.ratings.raters.empty();
    if (hasRaters) {
        const RaterBelief raters = raterBelief(evidence.ratings, evidence.predictions.labels,
                                               belief.prediction, evidence.scale, evidence.chains);
        suspects.raters = raters.raters;
        strengths = strengthsBeside(raters, tested.strengths);
        for (std::size_t i = 0; i < count; ++i) {
            if (raters.judged[i] > 1 && tested.scores[i] < kDoubtOfRated) {
                for (Charge& one : charges[i])
                    one.share = 0.0;
                logs[i] = 0.0;
            }
            charge(i, SuspectKind::Annotator, raters.shares[i], raters.reasons[i]);
        }
    }
    for (const DataEvidence& data : evidence.data) {
        const DataShares told = dataShares(data);
        for (std::size_t i = 0; i < count; ++i)
            // beside what people say of each other, what is too unlikely to be named would only disturb
            charge(i, data.kind, hasRaters && told.shares[i] < kNamedFrom ? 0.0 : told.shares[i],
                   told.numbers[i].empty() ? data.reasons[i]
                                           : fmt::format("{}; {}", data.reasons[i], told.numbers[i]));
        for (std::size_t i = 0; i < data.edges.size(); ++i)
            charges[i].back().edge = data.edges[i];
    }

    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::pair(logs[i], -strengths[i]); });
    const Reasons reasons(evidence, belief);
    suspects.usual = usualErrors(evidence.errors);
    for (const std::size_t i : order) {
        Suspect& suspect = suspects.segments.emplace_back();
        suspect.id = evidence.ids[i];
        suspect.label = evidence.predictions.labels[i];
        suspect.expected = belief.prediction.expected[i];
        suspect.score = -std::expm1(logs[i]);
        const Charge& most = *std::ranges::max_element(charges[i], {}, [&](const Charge& charge) {
            return isSaid(charge.kind, suspect, evidence) ? charge.share : -1.0;
        });
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
