#include "engine/raters/ordinal_fit.h"

#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"
#include "engine/raters/ordinal_estimates.h"
#include "engine/raters/scoring.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace engine {

namespace {

// Priors: bias ~ N(0, kBiasDeviation), log noise ~ N(log kUsualNoise, kNoiseDeviation), log of the distance
// of two thresholds ~ N(log kUsualStep, kStepDeviation); scales of nine of ten raters ~ N(1,
// kScaleDeviation), of one of ten N(0, kOddDeviation). Without this mixture real raters of 17 units each are
// over-fitted.
constexpr double kBiasDeviation = 0.8, kNoiseDeviation = 0.4, kStepDeviation = 1.0;
constexpr double kUsualNoise = 0.6, kUsualStep = 0.5;
constexpr double kOdd = 0.1, kScaleDeviation = 0.2, kOddDeviation = 1.0;
constexpr double kTurned = -0.5; // the scale at which a rater is tried who may read it in reverse
constexpr int kRaterSteps = 15, kThresholdSteps = 8;
constexpr double kNobody = 1e-12; // answers expected at a place
constexpr double kPart = 0.1; // of `settled`: how exactly each part of a round is solved
constexpr std::array<NumberRange, 3> kRaterRanges{{{-3.0, 3.0}, {-3.0, 3.0}, {-2.3, 2.3}}};

double square(double x)
{
    return x * x;
}

/// Minus the logarithm of the prior of a scale, its slope, and a curve that lies above it.
struct ScaleCost {
    double value, slope, curve;
};

ScaleCost scaleCost(double scale)
{
    const double usual
        = (1.0 - kOdd) / kScaleDeviation * std::exp(-square((scale - 1.0) / kScaleDeviation) / 2.0);
    const double odd = kOdd / kOddDeviation * std::exp(-square(scale / kOddDeviation) / 2.0);
    const double part = usual / (usual + odd); // the chance that this is a usual rater
    const double onUsual = part / square(kScaleDeviation), onOdd = (1.0 - part) / square(kOddDeviation);
    return {-std::log(usual + odd), onUsual * (scale - 1.0) + onOdd * scale, onUsual + onOdd};
}

double normalDensity(double z)
{
    return std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
}

/// How often a rater is expected to have given each answer at each place: K × 81.
using ExpectedAnswers = std::vector<AtPlaces>;

/// The chances of all answers at one place, and how each moves with the two thresholds beside it.
class PlaceAnswers {
public:
    explicit PlaceAnswers(std::size_t steps) : m_chances(steps), m_z(steps + 1), m_densities(steps + 1) { }

    void set(std::span<const double> thresholds, double at, double noise)
    {
        const std::size_t steps = m_chances.size();
        double atLeast = 1.0;
        for (std::size_t k = 0; k < steps; ++k) {
            double above = 0.0;
            if (k + 1 < steps) {
                m_z[k + 1] = (at - thresholds[k]) / noise;
                m_densities[k + 1] = normalDensity(m_z[k + 1]);
                above = normalBelow(m_z[k + 1]);
            }
            m_chances[k]
                = (1.0 - kSlips) * std::max(0.0, atLeast - above) + kSlips / static_cast<double>(steps);
            atLeast = above;
        }
    }
    double chance(std::size_t step) const { return m_chances[step]; }
    /// z of the threshold below a step; 0 where there is none.
    double z(std::size_t step) const { return m_z[step]; }
    /// φ(z) of the threshold below a step, 0 where there is none: also for step K.
    double density(std::size_t step) const { return m_densities[step]; }

private:
    std::vector<double> m_chances;
    std::vector<double> m_z;
    std::vector<double> m_densities;
};

class OrdinalFitter {
public:
    OrdinalFitter(const OrdinalRatings& ratings, const OrdinalFitOptions& options, const OrdinalModel* from)
        : m_ratings(ratings)
        , m_options(options)
        , m_isEnough(ratings.raters, true)
    {
        if (ratings.steps < 2)
            throw ShapeError("no_steps", "An ordinal model needs a scale of two steps at least.");
        if (from && (from->raters.size() != ratings.raters || from->thresholds.size() + 1 != ratings.steps))
            throw ShapeError("row_mismatch", "The model to begin with has other raters or steps.");
        const std::vector<std::size_t> shared = ratings.sharedUnits();
        const bool areFew = ratings.unitsWithTwo() < options.leastUnits;
        for (std::size_t rater = 0; rater < ratings.raters; ++rater)
            m_isEnough[rater] = !areFew && shared[rater] >= options.leastShared;
        if (from)
            m_model = *from;
        else
            begin();
    }

    OrdinalFit fit(const RunContext& run)
    {
        OrdinalFit found;
        for (; found.rounds < m_options.rounds; ++found.rounds) {
            run.tick(static_cast<std::size_t>(found.rounds), static_cast<std::size_t>(m_options.rounds));
            const std::vector<double> before = numbersOfModel();
            expect();
            settleThresholds();
            for (std::size_t rater = 0; rater < m_ratings.raters; ++rater)
                settleRater(rater);
            slide();
            if (moved(before) < m_options.settled) {
                ++found.rounds;
                break;
            }
        }
        found.objective = logEvidence(m_model, m_ratings) - priorCost(1.0);
        anchor();
        found.model = std::move(m_model);
        found.isEnough = std::move(m_isEnough);
        return found;
    }

private:
    void begin()
    {
        std::vector<double> counts(m_ratings.steps, 0.5);
        for (const OrdinalAnswer& answer : m_ratings.answers)
            ++counts[answer.step];
        const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
        double below = 0.0;
        for (std::size_t k = 0; k + 1 < m_ratings.steps; ++k) {
            below += counts[k];
            m_model.thresholds.push_back(std::sqrt(1.0 + square(kUsualNoise)) * normalQuantile(below / all));
        }
        m_model.raters.assign(m_ratings.raters, {0.0, 1.0, kUsualNoise});
    }

    std::vector<double> numbersOfModel() const
    {
        std::vector<double> all = m_model.thresholds;
        for (const OrdinalRater& rater : m_model.raters)
            all.insert(all.end(), {rater.bias, rater.scale, rater.noise});
        return all;
    }

    double moved(const std::vector<double>& before) const
    {
        const std::vector<double> now = numbersOfModel();
        double most = 0.0;
        for (std::size_t i = 0; i < now.size(); ++i)
            most = std::max(most, std::abs(now[i] - before[i]));
        return most;
    }

    void expect()
    {
        const std::vector<AtPlaces> posteriors = placePosteriors(m_model, m_ratings);
        m_expected.assign(m_ratings.raters, ExpectedAnswers(m_ratings.steps, AtPlaces{}));
        m_counts.assign(m_ratings.raters, 0);
        for (const OrdinalAnswer& answer : m_ratings.answers) {
            AtPlaces& sums = m_expected[answer.rater][answer.step];
            const AtPlaces& posterior = posteriors[answer.unit];
            for (std::size_t i = 0; i < kPlaces; ++i)
                sums[i] += posterior[i];
            ++m_counts[answer.rater];
        }
    }

    /// Of a rater's numbers (bias, scale, log noise): how badly they fit the expected answers and the priors.
    ScoredPoint costOfRater(const ExpectedAnswers& expected, std::span<const double> x) const
    {
        const std::size_t steps = m_ratings.steps;
        const double noise = std::exp(x[2]);
        ScoredPoint point{0.0, std::vector<double>(3, 0.0), std::vector<double>(9, 0.0)};
        PlaceAnswers answers(steps);
        for (std::size_t i = 0; i < kPlaces; ++i) {
            double all = 0.0;
            for (std::size_t k = 0; k < steps; ++k)
                all += expected[k][i];
            if (all < kNobody)
                continue;
            const double t = places()[i];
            answers.set(m_model.thresholds, x[1] * t + x[0], noise);
            double onPlace = 0.0, onNoise = 0.0, placeTwice = 0.0, both = 0.0, noiseTwice = 0.0;
            for (std::size_t k = 0; k < steps; ++k) {
                const double p = answers.chance(k), inverse = 1.0 / p;
                point.value -= expected[k][i] * std::log(p);
                // how the chance moves with the place, and with the logarithm of the noise
                const double place = (1.0 - kSlips) * (answers.density(k) - answers.density(k + 1)) / noise;
                const double ofNoise = (1.0 - kSlips)
                    * (answers.z(k + 1) * answers.density(k + 1) - answers.z(k) * answers.density(k));
                onPlace += expected[k][i] * place * inverse;
                onNoise += expected[k][i] * ofNoise * inverse;
                placeTwice += place * place * inverse;
                both += place * ofNoise * inverse;
                noiseTwice += ofNoise * ofNoise * inverse;
            }
            const std::array<double, 3> slope{-onPlace, -onPlace * t, -onNoise};
            const std::array<double, 9> curve{placeTwice,     placeTwice * t,     both,
                                              placeTwice * t, placeTwice * t * t, both * t,
                                              both,           both * t,           noiseTwice};
            for (std::size_t a = 0; a < 3; ++a)
                point.gradient[a] += slope[a];
            for (std::size_t a = 0; a < 9; ++a)
                point.curvature[a] += all * curve[a];
        }
        const ScaleCost ofScale = scaleCost(x[1]);
        const double offNoise = x[2] - std::log(kUsualNoise);
        point.value
            += square(x[0] / kBiasDeviation) / 2.0 + ofScale.value + square(offNoise / kNoiseDeviation) / 2.0;
        point.gradient[0] += x[0] / square(kBiasDeviation);
        point.gradient[1] += ofScale.slope;
        point.gradient[2] += offNoise / square(kNoiseDeviation);
        point.curvature[0] += 1.0 / square(kBiasDeviation);
        point.curvature[4] += ofScale.curve;
        point.curvature[8] += 1.0 / square(kNoiseDeviation);
        return point;
    }

    void settleRater(std::size_t number)
    {
        OrdinalRater& rater = m_model.raters[number];
        if (!m_isEnough[number]) {
            rater = {0.0, 1.0, kUsualNoise};
            return;
        }
        if (m_counts[number] == 0)
            return;
        const auto cost = [&](std::span<const double> x) { return costOfRater(m_expected[number], x); };
        std::vector<double> from{rater.bias, rater.scale, std::log(rater.noise)};
        const std::vector<double> turned{rater.bias, kTurned, std::log(rater.noise)};
        if (cost(turned).value < cost(from).value)
            from = turned;
        const std::vector<double> best
            = leastByScoring(cost, from, kRaterRanges, m_options.settled * kPart, kRaterSteps);
        rater = {best[0], best[1], std::exp(best[2])};
    }

    /// @param x  the first threshold, and the logarithms of the distances of the next from it
    static std::vector<double> thresholdsOf(std::span<const double> x)
    {
        std::vector<double> thresholds{x[0]};
        for (std::size_t k = 1; k < x.size(); ++k)
            thresholds.push_back(thresholds.back() + std::exp(x[k]));
        return thresholds;
    }

    ScoredPoint costOfThresholds(std::span<const double> x) const
    {
        const std::size_t count = x.size();
        const std::vector<double> thresholds = thresholdsOf(x);
        double value = 0.0;
        std::vector<double> slopes(count, 0.0); // by thresholds
        std::vector<double> curves(count * count, 0.0);
        PlaceAnswers answers(m_ratings.steps);
        for (std::size_t rater = 0; rater < m_ratings.raters; ++rater) {
            if (m_counts[rater] == 0)
                continue;
            const auto& [bias, scale, noise] = m_model.raters[rater];
            for (std::size_t i = 0; i < kPlaces; ++i) {
                double all = 0.0;
                for (const AtPlaces& step : m_expected[rater])
                    all += step[i];
                if (all < kNobody)
                    continue;
                answers.set(thresholds, scale * places()[i] + bias, noise);
                for (std::size_t k = 0; k <= count; ++k) {
                    const double p = answers.chance(k), seen = m_expected[rater][k][i];
                    value -= seen * std::log(p);
                    const double below = -(1.0 - kSlips) * answers.density(k) / noise;
                    const double above = (1.0 - kSlips) * answers.density(k + 1) / noise;
                    if (k > 0) {
                        slopes[k - 1] -= seen * below / p;
                        curves[(k - 1) * count + k - 1] += all * below * below / p;
                    }
                    if (k < count) {
                        slopes[k] -= seen * above / p;
                        curves[k * count + k] += all * above * above / p;
                    }
                    if (k > 0 && k < count) {
                        curves[(k - 1) * count + k] += all * below * above / p;
                        curves[k * count + k - 1] += all * below * above / p;
                    }
                }
            }
        }
        return byDistances(x, value, slopes, curves);
    }

    /// The same by the first threshold and the logarithms of distances, with their prior.
    static ScoredPoint byDistances(std::span<const double> x, double value, std::span<const double> slopes,
                                   std::span<const double> curves)
    {
        const std::size_t count = x.size();
        ScoredPoint point{value, std::vector<double>(count, 0.0), std::vector<double>(count * count, 0.0)};
        // threshold c moves with x[a] where a ≤ c: by 1 for the first, by the distance for the others
        const auto rate = [&](std::size_t a) { return a == 0 ? 1.0 : std::exp(x[a]); };
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t c = a; c < count; ++c)
                point.gradient[a] += slopes[c] * rate(a);
            for (std::size_t b = 0; b < count; ++b) {
                double sum = 0.0;
                for (std::size_t c = a; c < count; ++c) {
                    for (std::size_t d = b; d < count; ++d)
                        sum += curves[c * count + d];
                }
                point.curvature[a * count + b] = sum * rate(a) * rate(b);
            }
            if (a == 0)
                continue;
            const double off = x[a] - std::log(kUsualStep);
            point.value += square(off / kStepDeviation) / 2.0;
            point.gradient[a] += off / square(kStepDeviation);
            point.curvature[a * count + a] += 1.0 / square(kStepDeviation);
        }
        return point;
    }

    void settleThresholds()
    {
        std::vector<double> from{m_model.thresholds.front()};
        for (std::size_t k = 1; k < m_model.thresholds.size(); ++k)
            from.push_back(std::log(std::max(1e-3, m_model.thresholds[k] - m_model.thresholds[k - 1])));
        m_model.thresholds
            = thresholdsOf(leastByScoring([&](std::span<const double> x) { return costOfThresholds(x); },
                                          from, {}, m_options.settled * kPart, kThresholdSteps));
    }

    /// Minus the logarithm of the priors when all numbers are stretched.
    double priorCost(double stretch) const
    {
        double cost = 0.0;
        for (const OrdinalRater& rater : m_model.raters)
            cost += square(rater.bias * stretch / kBiasDeviation) / 2.0
                + scaleCost(rater.scale * stretch).value
                + square(std::log(rater.noise * stretch / kUsualNoise) / kNoiseDeviation) / 2.0;
        for (std::size_t k = 1; k < m_model.thresholds.size(); ++k) {
            const double distance = (m_model.thresholds[k] - m_model.thresholds[k - 1]) * stretch;
            cost += square(std::log(distance / kUsualStep) / kStepDeviation) / 2.0;
        }
        return cost;
    }

    /// Shifts and stretches everything to where the priors are best; no answer's chance changes by the shift,
    /// and t itself stays N(0, 1).
    void slide()
    {
        double mean = 0.0;
        for (const OrdinalRater& rater : m_model.raters)
            mean += rater.bias / static_cast<double>(m_model.raters.size());
        shift(mean);
        const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
        const auto cost = [&](double log) { return priorCost(std::exp(log)); };
        double low = -0.5, high = 0.5;
        double left = high - golden * (high - low), right = low + golden * (high - low);
        double atLeft = cost(left), atRight = cost(right);
        while (high - low > 1e-7) {
            if (atLeft < atRight) {
                high = right, right = left, atRight = atLeft;
                left = high - golden * (high - low);
                atLeft = cost(left);
            } else {
                low = left, left = right, atLeft = atRight;
                right = low + golden * (high - low);
                atRight = cost(right);
            }
        }
        stretch(std::exp((low + high) / 2.0));
    }

    void shift(double by)
    {
        for (OrdinalRater& rater : m_model.raters)
            rater.bias -= by;
        for (double& threshold : m_model.thresholds)
            threshold -= by;
    }

    void stretch(double by)
    {
        for (OrdinalRater& rater : m_model.raters)
            rater = {rater.bias * by, rater.scale * by, rater.noise * by};
        for (double& threshold : m_model.thresholds)
            threshold *= by;
    }

    /// So that the middle rater has bias 0 and scale 1. No answer's chance changes.
    void anchor()
    {
        std::vector<double> biases, scales;
        for (const OrdinalRater& rater : m_model.raters) {
            biases.push_back(rater.bias);
            scales.push_back(rater.scale);
        }
        if (biases.empty())
            return;
        shift(median(biases));
        if (const double scale = median(scales); scale > 0.05)
            stretch(1.0 / scale);
    }

    const OrdinalRatings& m_ratings;
    const OrdinalFitOptions& m_options;
    OrdinalModel m_model;
    std::vector<bool> m_isEnough;
    std::vector<ExpectedAnswers> m_expected; ///< of each rater
    std::vector<std::size_t> m_counts; ///< of each rater's answers
};

}

OrdinalFit fitOrdinalModel(const OrdinalRatings& ratings, const OrdinalFitOptions& options,
                           const OrdinalModel* from, const RunContext& run)
{
    return OrdinalFitter(ratings, options, from).fit(run);
}

}
