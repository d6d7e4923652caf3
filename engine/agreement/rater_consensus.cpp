#include "engine/agreement/rater_consensus.h"

#include "engine/agreement/commonest.h"
#include "engine/core/error.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr int kMostSteps = 200;
constexpr double kSettled = 1e-7;
// Chosen on every other unit of POPQUORN, whose 262 raters judged few units each (docs/real-people.md).
constexpr double kScaleDeviation = 0.3; // of raters' scales, around 1
constexpr double kNoiseUnits = 10.0; // as many units as the usual noise counts

/// A rater as the steps go on, before the scale is settled.
struct Judge {
    double bias = 0.0, scale = 1.0, variance = 1.0;
};

class ConsensusFinder {
public:
    explicit ConsensusFinder(const RatingTable& table)
        : m_table(table)
        , m_judges(table.raters().size())
        , m_truths(table.units().size())
        , m_variances(table.units().size())
    {
    }

    RaterConsensus find()
    {
        begin();
        for (int step = 0; step < kMostSteps; ++step) {
            const double moved = settleTruths();
            settleJudges();
            if (moved < kSettled)
                break;
        }
        settleTruths();
        return result();
    }

private:
    template <typename Visit>
    void eachRating(Visit visit) const
    {
        for (std::size_t unit = 0; unit < m_truths.size(); ++unit) {
            for (std::size_t rater = 0; rater < m_judges.size(); ++rater) {
                if (const auto value = m_table.value(unit, rater))
                    visit(unit, rater, *value);
            }
        }
    }

    void begin()
    {
        double count = 0.0, sum = 0.0, squares = 0.0;
        eachRating([&](std::size_t, std::size_t, double value) {
            m_low = count == 0.0 ? value : std::min(m_low, value);
            m_high = count == 0.0 ? value : std::max(m_high, value);
            ++count, sum += value, squares += value * value;
        });
        m_middle = count > 0.0 ? sum / count : 0.0;
        const double all = count > 0.0 ? squares / count - m_middle * m_middle : 0.0;
        m_spread = std::max(1e-6, 0.7 * all);
        m_usualNoise = std::max(1e-6, 0.3 * all);
        for (Judge& judge : m_judges)
            judge = {0.0, 1.0, m_usualNoise};
        m_least = 1e-4 * std::max(1e-6, all);
    }

    /// What each unit truly is, given the judges. @return by how much any of them moved
    double settleTruths()
    {
        std::vector<double> precision(m_truths.size(), 1.0 / m_spread);
        std::vector<double> sums(m_truths.size(), m_middle / m_spread);
        eachRating([&](std::size_t unit, std::size_t rater, double value) {
            const Judge& judge = m_judges[rater];
            precision[unit] += judge.scale * judge.scale / judge.variance;
            sums[unit] += judge.scale * (value - judge.bias) / judge.variance;
        });
        double moved = 0.0, mean = 0.0, squares = 0.0;
        for (std::size_t unit = 0; unit < m_truths.size(); ++unit) {
            const double now = sums[unit] / precision[unit];
            moved = std::max(moved, std::abs(now - m_truths[unit]));
            m_truths[unit] = now;
            m_variances[unit] = 1.0 / precision[unit];
            mean += now / static_cast<double>(m_truths.size());
        }
        for (std::size_t unit = 0; unit < m_truths.size(); ++unit)
            squares += (m_truths[unit] - mean) * (m_truths[unit] - mean) + m_variances[unit];
        m_middle = mean;
        m_spread
            = std::max(m_least, squares / static_cast<double>(std::max<std::size_t>(1, m_truths.size())));
        return moved;
    }

    /// How each judges, given what is true: a regression whose inputs are not certain either.
    void settleJudges()
    {
        struct Sums {
            double count = 0, z = 0, zz = 0, y = 0, yz = 0, yy = 0;
        };
        std::vector<Sums> sums(m_judges.size());
        eachRating([&](std::size_t unit, std::size_t rater, double value) {
            Sums& of = sums[rater];
            const double z = m_truths[unit] - m_middle, y = value - m_middle;
            ++of.count, of.z += z, of.zz += z * z + m_variances[unit], of.y += y, of.yz += y * z,
                of.yy += y * y;
        });
        for (std::size_t rater = 0; rater < m_judges.size(); ++rater) {
            Judge& judge = m_judges[rater];
            const Sums& of = sums[rater];
            // priors: bias ~ N(0, spread), scale ~ N(1, kScaleDeviation²), variance like kNoiseUnits units
            const double onBias = judge.variance / m_spread;
            const double onScale = judge.variance / (kScaleDeviation * kScaleDeviation);
            const double a = of.count + onBias, b = of.z, c = of.zz + onScale;
            const double right = of.yz + onScale, determinant = a * c - b * b;
            const double bias = (of.y * c - b * right) / determinant;
            const double scale = (a * right - b * of.y) / determinant;
            const double rest = of.yy + bias * bias * of.count + scale * scale * of.zz - 2.0 * bias * of.y
                - 2.0 * scale * of.yz + 2.0 * bias * scale * of.z;
            judge.scale = scale;
            judge.bias = bias + m_middle - scale * m_middle; // of the rating itself
            judge.variance
                = std::max(m_least, (rest + kNoiseUnits * m_usualNoise) / (of.count + kNoiseUnits));
        }
    }

    /// On the scale of the middle rater.
    RaterConsensus result() const
    {
        RaterConsensus found;
        std::vector<double> scales, offsets;
        for (const Judge& judge : m_judges)
            scales.push_back(judge.scale);
        double scale = scales.empty() ? 1.0 : median(scales);
        if (std::abs(scale) < 1e-3)
            scale = 1.0;
        for (const Judge& judge : m_judges)
            offsets.push_back(judge.bias + judge.scale * m_middle - m_middle);
        const double offset = offsets.empty() ? 0.0 : median(offsets);
        const auto shown = [&](double truth) { return m_middle + offset + scale * (truth - m_middle); };
        for (std::size_t unit = 0; unit < m_truths.size(); ++unit) {
            const bool isJudged = !m_table.valuesOf(unit).empty();
            found.values.push_back(isJudged ? std::optional(std::clamp(shown(m_truths[unit]), m_low, m_high))
                                            : std::nullopt);
            found.deviations.push_back(std::abs(scale) * std::sqrt(m_variances[unit]));
        }
        for (std::size_t rater = 0; rater < m_judges.size(); ++rater) {
            const Judge& judge = m_judges[rater];
            RaterProfile profile{m_table.raters()[rater], offsets[rater] - offset, judge.scale / scale,
                                 std::sqrt(judge.variance), 0};
            for (std::size_t unit = 0; unit < m_truths.size(); ++unit)
                profile.units += m_table.value(unit, rater) ? 1 : 0;
            found.raters.push_back(std::move(profile));
        }
        return found;
    }

    const RatingTable& m_table;
    std::vector<Judge> m_judges;
    std::vector<double> m_truths;
    std::vector<double> m_variances;
    double m_middle = 0.0; ///< of the truths
    double m_spread = 1.0; ///< their variance
    double m_usualNoise = 1.0; ///< variance
    double m_least = 1e-6; ///< variance
    double m_low = 0.0, m_high = 0.0; ///< of all ratings
};

}

RaterConsensus raterConsensus(const RatingTable& table)
{
    if (table.isNominal())
        throw ShapeError("no_numbers",
                         "The ratings of " + table.label()
                             + " are names of categories: there is no scale to agree on.");
    return ConsensusFinder(table).find();
}

std::optional<double> majorityOf(const RatingTable& table, std::size_t unit)
{
    const std::vector<double> commonest = commonestOf(table.valuesOf(unit));
    return commonest.empty() ? std::nullopt : std::optional(meanOf(commonest));
}

}
