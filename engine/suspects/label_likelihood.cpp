#include "engine/suspects/label_likelihood.h"

#include "engine/core/same_length.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace engine {

namespace {

constexpr std::size_t placeOf(SuspectKind kind)
{
    return static_cast<std::size_t>(kind);
}

bool isWholeLabel(double label)
{
    return std::abs(label - std::round(label)) < 1e-3;
}

double logOfSum(double a, double b)
{
    const double most = std::max(a, b);
    return most + std::log(std::exp(a - most) + std::exp(b - most));
}

/// The logarithm of Student's t with this deviation.
double logDensity(double value, double mean, double deviation)
{
    constexpr double freedom = 10.0;
    const double scale = deviation * std::sqrt((freedom - 2.0) / freedom);
    const double apart = (value - mean) / scale;
    static const double norm = std::lgamma(0.5 * (freedom + 1.0)) - std::lgamma(0.5 * freedom)
        - 0.5 * std::log(freedom * std::numbers::pi);
    return norm - std::log(scale) - 0.5 * (freedom + 1.0) * std::log1p(apart * apart / freedom);
}

/// The usual distance of two labels: the middle one of all that differ.
double usualDistance(std::span<const double> labels)
{
    std::vector<double> sorted(labels.begin(), labels.end()), steps;
    std::ranges::sort(sorted);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i] - sorted[i - 1] > 1e-4)
            steps.push_back(sorted[i] - sorted[i - 1]);
    }
    return steps.empty() ? 0.0 : upperMedian(std::move(steps));
}

/// Whether another value is rather a whole one: what is gained or lost by it, for each label.
class WholeNumbers {
public:
    WholeNumbers(std::span<const double> labels, const LabelScale& scale) : m_labels(labels), m_scale(scale)
    {
        double inside = 0.0, whole = 0.0;
        for (const double label : labels) {
            inside += isInside(label) ? 1.0 : 0.0;
            whole += isInside(label) && isWholeLabel(label) ? 1.0 : 0.0;
        }
        m_share = inside > 0.0 ? whole / inside : 1.0;
    }

    bool tell() const
    {
        constexpr double rare = 0.05;
        return m_share > rare && m_share < 1.0 - rare;
    }

    double gain(double label) const
    {
        constexpr double others = 0.1;
        if (!isInside(label))
            return 0.0;
        return isWholeLabel(label) ? std::log((1.0 - others) / m_share) : std::log(others / (1.0 - m_share));
    }

private:
    bool isInside(double label) const { return label > m_scale.low + 1e-6 && label < m_scale.high - 1e-6; }

    std::span<const double> m_labels;
    const LabelScale m_scale;
    double m_share = 1.0; ///< of whole numbers among the labels between the scale's ends
};

/// How likely whole numbers tell another value, as all labels say.
double beliefInWholes(std::span<const double> labels, const std::vector<KindShares>& own,
                      const WholeNumbers& wholes)
{
    constexpr double before = 0.2, rate = 0.02;
    double gain = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        double rest = 1.0 - rate * static_cast<double>(kOwnKinds.size());
        for (const SuspectKind kind : kOwnKinds)
            rest += kind == SuspectKind::Uniform ? 0.0 : rate * std::exp(own[i][placeOf(kind)]);
        const double even = rate * std::exp(own[i][placeOf(SuspectKind::Uniform)]);
        gain += std::log((rest + even * std::exp(wholes.gain(labels[i]))) / (rest + even));
    }
    return 1.0 / (1.0 + std::exp(-std::clamp(gain, -30.0, 30.0)) * (1.0 - before) / before);
}

}

LabelLikelihoods scaleLikelihoods(std::span<const double> labels, std::span<const double> expected,
                                  double deviation, const LabelScale& scale)
{
    requireSameLength("expected labels", expected.size(), labels.size());
    LabelLikelihoods all;
    const double even = -std::log(scale.high - scale.low), distance = usualDistance(labels);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double label = labels[i];
        const auto likely = [&](double truth) { return logDensity(truth, expected[i], deviation); };
        const double right = likely(label);
        KindShares own;
        own.fill(kImpossible);
        const double fromNeutral = label - scale.neutral;
        if (std::abs(fromNeutral) >= scale.one() - 1e-6)
            own[placeOf(SuspectKind::Flip)] = likely(scale.neutral - fromNeutral) - right;
        for (const double by : {scale.two(), -scale.two()}) {
            const double truth = label + by;
            if (truth < scale.low - 1e-6 || truth > scale.high + 1e-6)
                continue;
            // from where there is only one way it was taken
            const double onwards = truth + by;
            const bool hasTwoWays = onwards >= scale.low - 1e-6 && onwards <= scale.high + 1e-6;
            double& byTwo = own[placeOf(SuspectKind::OffByTwo)];
            byTwo = logOfSum(byTwo, likely(truth) - right + (hasTwoWays ? -std::log(2.0) : 0.0));
        }
        own[placeOf(SuspectKind::Uniform)] = even - right;
        all.own.push_back(own);
        all.right.push_back(right);
        all.chance.push_back(std::min(1.0, distance * std::exp(right)));
    }
    const WholeNumbers wholes(labels, scale);
    if (wholes.tell()) {
        const double belief = beliefInWholes(labels, all.own, wholes);
        for (std::size_t i = 0; i < labels.size(); ++i)
            all.own[i][placeOf(SuspectKind::Uniform)]
                += std::log(1.0 - belief + belief * std::exp(wholes.gain(labels[i])));
    }
    all.elsewhere = [labels, expected, deviation, right = all.right](std::size_t of, std::size_t at) {
        return logDensity(labels[of], expected[at], deviation) - right[of];
    };
    return all;
}

LabelLikelihoods classLikelihoods(std::span<const std::size_t> labels, std::span<const double> chances,
                                  std::size_t classes)
{
    requireSameLength("chances of labels and classes", chances.size(), labels.size() * classes);
    for (const std::size_t label : labels)
        requirePlace("class", label, classes);
    static constexpr double least = 1e-3; // of any class, however sure the models are
    const auto chanceOf = [chances, classes](std::size_t label, std::size_t at) {
        return std::clamp(chances[at * classes + label], least, 1.0 - least);
    };
    // which labels are the least likely still counts where the models are that sure
    const double leastOfOwn = classes == 2 ? least : 1e-6;
    LabelLikelihoods all;
    const SuspectKind other = classes == 2 ? SuspectKind::Flip : SuspectKind::Uniform;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double chance = chanceOf(labels[i], i);
        KindShares own;
        own.fill(kImpossible);
        const double ofOwn = std::clamp(chances[i * classes + labels[i]], leastOfOwn, 1.0 - leastOfOwn);
        own[placeOf(other)] = std::log((1.0 - ofOwn) / static_cast<double>(classes - 1) / ofOwn);
        all.own.push_back(own);
        all.right.push_back(std::log(chance));
        all.chance.push_back(chance);
    }
    all.elsewhere
        = [own = std::vector(labels.begin(), labels.end()), chanceOf, right = all.right](
              std::size_t of, std::size_t at) { return std::log(chanceOf(own[of], at)) - right[of]; };
    return all;
}

}
