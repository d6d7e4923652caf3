#include "engine/agreement/icc.h"

#include "engine/numbers/moments.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kIccRounding = 1e-12; // of the ratings' variance: what is left of 0 after rounding

struct Form {
    const char* key;
    const char* name;
    const char* rule;
};

constexpr std::array<Form, 6> kForms{{
    {"icc_1_1", "ICC(1,1)", "one-way random, single rater"},
    {"icc_2_1", "ICC(2,1)", "two-way random, absolute agreement, single rater"},
    {"icc_3_1", "ICC(3,1)", "two-way mixed, consistency, single rater"},
    {"icc_1_k", "ICC(1,k)", "one-way random, mean of the raters"},
    {"icc_2_k", "ICC(2,k)", "two-way random, absolute agreement, mean of the raters"},
    {"icc_3_k", "ICC(3,k)", "two-way mixed, consistency, mean of the raters (Cronbach's alpha)"},
}};

/// The ratings of the complete units, n × k row by row.
struct CompleteRatings {
    std::vector<double> cells;
    std::size_t units = 0;
    std::size_t raters = 0;

    explicit CompleteRatings(const RatingTable& table)
    {
        std::vector<std::size_t> active;
        for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
            if (std::ranges::any_of(table.column(rater), [](const auto& cell) { return cell.has_value(); }))
                active.push_back(rater);
        }
        raters = active.size();
        for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
            const std::vector<double> values = table.valuesOf(unit);
            if (values.size() < raters || values.empty())
                continue;
            cells.insert(cells.end(), values.begin(), values.end());
            ++units;
        }
    }

    MeanSquares meanSquares() const
    {
        const auto n = static_cast<double>(units);
        const auto k = static_cast<double>(raters);
        const double grand = meanOf(cells);
        std::vector<double> rows(units);
        std::vector<double> columns(raters);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            rows[i / raters] += cells[i] / k;
            columns[i % raters] += cells[i] / n;
        }
        MeanSquares mean;
        for (const double row : rows)
            mean.betweenUnits += k * (row - grand) * (row - grand) / (n - 1.0);
        for (const double column : columns)
            mean.betweenRaters += n * (column - grand) * (column - grand) / (k - 1.0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double row = cells[i] - rows[i / raters];
            const double rest = row - columns[i % raters] + grand;
            mean.withinUnits += row * row / (n * (k - 1.0));
            mean.residual += rest * rest / ((n - 1.0) * (k - 1.0));
        }
        return mean;
    }
};

/// Numerator and denominator of each form.
std::array<std::pair<double, double>, 6> fractions(const MeanSquares& mean, double n, double k)
{
    const auto& [msr, msc, mse, msw] = mean;
    return {{
        {msr - msw, msr + (k - 1.0) * msw},
        {msr - mse, msr + (k - 1.0) * mse + k * (msc - mse) / n},
        {msr - mse, msr + (k - 1.0) * mse},
        {msr - msw, msr},
        {msr - mse, msr + (msc - mse) / n},
        {msr - mse, msr},
    }};
}

}

IntraclassCorrelations intraclassCorrelations(const RatingTable& table)
{
    const CompleteRatings ratings(table);
    Sentence obstacle;
    if (table.isNominal())
        obstacle = {"The ratings are names of categories, which have no variance."};
    else if (ratings.raters < 2)
        obstacle = {"There are fewer than two raters."};
    else if (ratings.units < 2)
        obstacle = {"Fewer than two units were rated by all {} raters.", {std::to_string(ratings.raters)}};
    else if (isConstant(ratings.cells))
        obstacle = {"All ratings are equal, so that there is no variance."};

    IntraclassCorrelations result;
    std::array<std::pair<double, double>, 6> parts{};
    double nothing = 0.0;
    if (!table.isNominal() && ratings.raters >= 2 && ratings.units >= 2) {
        result.meanSquares = ratings.meanSquares();
        parts = fractions(*result.meanSquares, static_cast<double>(ratings.units),
                          static_cast<double>(ratings.raters));
        nothing = kIccRounding * populationVariance(ratings.cells);
    }
    for (std::size_t form = 0; form < kForms.size(); ++form) {
        Statistic& statistic = result.forms[form];
        statistic.key = kForms[form].key;
        statistic.name = kForms[form].name;
        statistic.rule = kForms[form].rule;
        statistic.units = ratings.units;
        statistic.raters = ratings.raters;
        statistic.drop("units not rated by all", table.units().size() - ratings.units);
        statistic.drop("raters without ratings", table.raters().size() - ratings.raters);
        if (const auto& mean = result.meanSquares)
            statistic.terms = {{"MSR", mean->betweenUnits},
                               {"MSC", mean->betweenRaters},
                               {"MSE", mean->residual},
                               {"MSW", mean->withinUnits}};
        const auto [numerator, denominator] = parts[form];
        if (!obstacle.empty())
            statistic.refuse(obstacle);
        else if (denominator <= nothing)
            statistic.refuse({"The units do not differ more than by chance: the variance that it divides by "
                              "is not above 0."});
        else
            statistic.give(numerator / denominator);
    }
    return result;
}

}
