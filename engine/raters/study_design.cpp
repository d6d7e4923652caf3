#include "engine/raters/study_design.h"

#include "engine/agreement/krippendorff.h"
#include "engine/agreement/rater_consensus.h"
#include "engine/core/error.h"
#include "engine/numbers/draws.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kNoisesApart = 0.3; // deviation of the logarithms of raters' noises
constexpr double kIn95 = 1.96;

std::vector<double> normals(Draws& draws, std::size_t count)
{
    std::vector<double> drawn(count);
    for (double& each : drawn)
        each = draws.normal();
    return drawn;
}

/// Raters of whom studies are made.
struct RaterPool {
    std::vector<double> biases, slopes, noises;
};

/// A study: what is true, and what was said.
struct SimulatedStudy {
    std::vector<double> truths; ///< may leave the scale
    RatingTable table; ///< units × pool
};

std::size_t poolOf(const DesignOptions& options)
{
    return options.pool > 0 ? options.pool : std::max<std::size_t>(6, options.mostRaters);
}

/// Draws pools and studies in the order in which the field's reference program does.
class StudySimulator {
public:
    explicit StudySimulator(const DesignOptions& options)
        : m_options(options)
        , m_of(options.assumptions)
        , m_pool(poolOf(options))
        , m_draws(options.seed)
        , m_raterNames(m_pool, "r")
    {
    }

    RaterPool pool()
    {
        RaterPool made{normals(m_draws, m_pool), normals(m_draws, m_pool), normals(m_draws, m_pool)};
        for (std::size_t rater = 0; rater < m_pool; ++rater) {
            made.biases[rater] *= m_of.bias;
            made.slopes[rater] = 1.0 + m_of.slope * made.slopes[rater];
            made.noises[rater] = m_of.noise * std::exp(kNoisesApart * made.noises[rater]);
        }
        return made;
    }

    /// @param raters  k of each unit, by turns from a drawn first one
    SimulatedStudy study(const RaterPool& pool, std::size_t units, std::size_t raters)
    {
        const double low = m_of.low, high = m_of.high, middle = (low + high) / 2.0;
        SimulatedStudy made{normals(m_draws, units), {}};
        for (double& truth : made.truths)
            truth = middle + m_of.spread * truth;
        std::vector<std::size_t> first(units);
        for (std::size_t& rater : first)
            rater = m_draws.below(static_cast<std::uint32_t>(m_pool));
        const std::vector<double> noise = normals(m_draws, units * raters);
        made.table = RatingTable("", std::vector<std::string>(units), m_raterNames);
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t turn = 0; turn < raters; ++turn) {
                const std::size_t rater = (first[unit] + turn) % m_pool;
                const double said = middle + pool.biases[rater]
                    + pool.slopes[rater] * (made.truths[unit] - middle)
                    + pool.noises[rater] * noise[unit * raters + turn];
                made.table.setValue(unit, rater, std::clamp(std::floor(said + 0.5), low, high));
            }
        }
        return made;
    }

    /// The mean distance of values from truths, which are kept within the scale.
    double error(const SimulatedStudy& study, const std::vector<double>& values) const
    {
        double sum = 0.0;
        for (std::size_t unit = 0; unit < values.size(); ++unit)
            sum += std::abs(values[unit] - std::clamp<double>(study.truths[unit], m_of.low, m_of.high));
        return sum / static_cast<double>(values.size());
    }

private:
    const DesignOptions& m_options;
    const StudyAssumptions& m_of;
    std::size_t m_pool;
    Draws m_draws;
    std::vector<std::string> m_raterNames;
};

/// Variance as of a sample: divided by N − 1.
double sampleVariance(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    return populationVariance(values) * count / (count - 1.0);
}

/// Sets α and both half widths of a row. @param alphas  pools × studies
void setAlphas(DesignRow& row, const std::vector<std::vector<double>>& alphas)
{
    std::vector<double> means, variances;
    for (const std::vector<double>& ofPool : alphas)
        means.push_back(meanOf(ofPool));
    row.alpha = meanOf(means);
    if (alphas.front().size() < 2)
        return;
    for (const std::vector<double>& ofPool : alphas)
        variances.push_back(sampleVariance(ofPool));
    const double within = meanOf(variances);
    row.halfWidthOfUnits = kIn95 * std::sqrt(within);
    if (alphas.size() < 2)
        return;
    const double between = sampleVariance(means) - within / static_cast<double>(alphas.front().size());
    row.halfWidthOfRaters = kIn95 * std::sqrt(within + std::max(0.0, between));
}

DesignRow simulatedRow(const DesignOptions& options, std::size_t units, std::size_t raters,
                       const RunContext& run)
{
    DesignRow row;
    row.units = units;
    row.raters = raters;
    row.ratings = static_cast<double>(units * raters);
    row.cost = row.ratings * options.cost;
    StudySimulator simulator(options);
    std::vector<std::vector<double>> alphas(options.pools);
    double errors = 0.0, reliabilities = 0.0;
    std::size_t withoutAlpha = 0, withoutReliability = 0;
    for (std::vector<double>& ofPool : alphas) {
        run.tick(0, 1); // only to be stopped
        const RaterPool pool = simulator.pool();
        for (std::size_t each = 0; each < options.each; ++each) {
            const SimulatedStudy study = simulator.study(pool, units, raters);
            std::vector<double> means;
            for (std::size_t unit = 0; unit < units; ++unit)
                means.push_back(*study.table.mean(unit));
            errors += simulator.error(study, means);
            const std::optional<double> r = pearson(means, study.truths);
            withoutReliability += r ? 0 : 1;
            reliabilities += r ? *r * *r : 0.0;
            if (raters < 2)
                continue;
            const Alpha alpha = krippendorffsAlpha(study.table, {.metric = AlphaMetric::Ordinal, .draws = 0});
            withoutAlpha += alpha.statistic.value ? 0 : 1;
            ofPool.push_back(alpha.statistic.value.value_or(0.0));
        }
    }
    const auto studies = static_cast<double>(options.pools * options.each);
    row.error = errors / studies;
    if (withoutReliability == 0)
        row.reliability = reliabilities / studies;
    if (raters < 2)
        row.undefined = "One rater of a unit agrees with nobody.";
    else if (withoutAlpha == 0)
        setAlphas(row, alphas);
    if (withoutReliability + withoutAlpha > 0)
        row.undefined = "In some of the simulated studies all ratings are the same.";
    return row;
}

void require(bool isRight, const char* sentence)
{
    if (!isRight)
        throw ShapeError("out_of_range", sentence);
}

}

StudyAssumptions usualStudy(int low, int high)
{
    StudyAssumptions study;
    study.low = low;
    study.high = high;
    study.spread = (high - low) / 4.0;
    return study;
}

std::vector<DesignRow> designRows(const DesignOptions& options, const RunContext& run)
{
    require(options.assumptions.low < options.assumptions.high, "A scale needs two steps at least.");
    require(!options.units.empty() && std::ranges::min(options.units) > 0,
            "A study needs one unit at least.");
    require(options.mostRaters > 0 && options.pools > 0 && options.each > 0,
            "A simulation needs raters, pools and studies.");
    require(poolOf(options) >= options.mostRaters,
            "A unit cannot have more raters than there are in the pool.");
    std::vector<DesignRow> rows;
    for (const std::size_t units : options.units) {
        for (std::size_t raters = 1; raters <= options.mostRaters; ++raters) {
            run.tick(rows.size(), options.units.size() * options.mostRaters);
            rows.push_back(simulatedRow(options, units, raters, {run.stop, {}}));
        }
    }
    return rows;
}

double consensusError(const DesignOptions& options, std::size_t units, std::size_t raters, std::size_t runs,
                      const RunContext& run)
{
    StudySimulator simulator(options);
    double sum = 0.0;
    for (std::size_t each = 0; each < runs; ++each) {
        run.tick(each, runs);
        const SimulatedStudy study = simulator.study(simulator.pool(), units, raters);
        std::vector<double> values;
        for (const std::optional<double>& value : raterConsensus(study.table).values)
            values.push_back(value.value_or(0.0)); // each unit has ratings
        sum += simulator.error(study, values);
    }
    return sum / static_cast<double>(runs);
}

}
