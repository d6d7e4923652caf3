#include "engine/agreement/kappa.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

Statistic named(KappaWeights weights)
{
    Statistic statistic;
    statistic.raters = 2;
    switch (weights) {
    case KappaWeights::None:
        statistic.key = "kappa";
        statistic.name = "Cohen's kappa";
        statistic.rule = "unweighted";
        break;
    case KappaWeights::Linear:
        statistic.key = "kappa_linear";
        statistic.name = "Cohen's weighted kappa";
        statistic.rule = "linear weights";
        break;
    case KappaWeights::Quadratic:
        statistic.key = "kappa_quadratic";
        statistic.name = "Cohen's weighted kappa";
        statistic.rule = "quadratic weights";
        break;
    }
    return statistic;
}

double cost(KappaWeights weights, double a, double b)
{
    if (weights == KappaWeights::None)
        return a == b ? 0.0 : 1.0;
    const double apart = std::abs(a - b);
    return weights == KappaWeights::Linear ? apart : apart * apart;
}

/// What both used, when they used but one.
std::optional<std::size_t> onlyCategory(const ConfusionMatrix& matrix)
{
    for (std::size_t category = 0; category < matrix.size(); ++category) {
        if (matrix.at(category, category) == matrix.total())
            return category;
    }
    return std::nullopt;
}

}

Kappa cohensKappa(const ConfusionMatrix& matrix, KappaWeights weights)
{
    Kappa kappa{.statistic = named(weights)};
    kappa.statistic.units = matrix.total();
    if (matrix.total() == 0) {
        kappa.statistic.refuse({"No unit was rated by both."});
        return kappa;
    }
    if (const auto category = onlyCategory(matrix)) {
        kappa.statistic.refuse({"Both said {} of every unit, so that no disagreement is to be expected.",
                                {matrix.names()[*category]}});
        return kappa;
    }
    const auto n = static_cast<double>(matrix.total());
    double observed = 0.0;
    double expected = 0.0;
    for (std::size_t row = 0; row < matrix.size(); ++row) {
        for (std::size_t column = 0; column < matrix.size(); ++column) {
            const double price = cost(weights, matrix.values()[row], matrix.values()[column]);
            observed += price * static_cast<double>(matrix.at(row, column)) / n;
            expected += price * static_cast<double>(matrix.rowTotal(row))
                * static_cast<double>(matrix.columnTotal(column)) / (n * n);
        }
    }
    // Of disagreements: with p = 1 − D it is (p_o − p_e)/(1 − p_e).
    kappa.statistic.give(1.0 - observed / expected);
    kappa.observed = weights == KappaWeights::None ? 1.0 - observed : observed;
    kappa.expected = weights == KappaWeights::None ? 1.0 - expected : expected;
    kappa.statistic.terms = weights == KappaWeights::None
        ? std::vector<StatisticTerm>{{"P_o", kappa.observed}, {"P_e", kappa.expected}}
        : std::vector<StatisticTerm>{{"D_o", kappa.observed}, {"D_e", kappa.expected}};
    return kappa;
}

Kappa cohensKappa(const RatingTable& table, std::size_t first, std::size_t second, KappaWeights weights)
{
    std::size_t both = 0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit)
        both += table.value(unit, first) && table.value(unit, second) ? 1 : 0;

    Kappa kappa{.statistic = named(weights)};
    if (table.isNominal() && weights != KappaWeights::None) {
        kappa.statistic.refuse(
            {"The ratings are names of categories, between which there are no distances."});
    } else if (const auto matrix = confusionMatrix(table, first, second)) {
        kappa = cohensKappa(*matrix, weights);
    } else {
        kappa.statistic.refuse(
            {"More than {} different values are measurements, no categories: use alpha, ICC or CCC.",
             {std::to_string(ConfusionMatrix::kMostValues)}});
    }
    kappa.statistic.between = {table.raters()[first], table.raters()[second]};
    kappa.statistic.units = both;
    kappa.statistic.drop("units not rated by both", table.units().size() - both);
    return kappa;
}

Kappa fleissKappa(const RatingTable& table)
{
    Kappa kappa;
    Statistic& statistic = kappa.statistic;
    statistic.key = "fleiss";
    statistic.name = "Fleiss' kappa";
    statistic.rule = "the same number of ratings for every unit";
    statistic.raters = table.raters().size();

    std::map<double, double> totals; // of each category
    std::size_t least = table.raters().size();
    std::size_t most = 0;
    double agreement = 0.0; // Σ P_i, of units of two ratings or more
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        std::map<double, double> counts;
        for (const double value : table.valuesOf(unit))
            counts[value] += 1.0;
        double ratings = 0.0;
        double squares = 0.0;
        for (const auto& [value, count] : counts) {
            totals[value] += count;
            ratings += count;
            squares += count * count;
        }
        if (counts.empty())
            continue;
        ++statistic.units;
        least = std::min(least, static_cast<std::size_t>(ratings));
        most = std::max(most, static_cast<std::size_t>(ratings));
        if (ratings > 1.0)
            agreement += (squares - ratings) / (ratings * (ratings - 1.0));
    }
    statistic.drop("units without ratings", table.units().size() - statistic.units);
    if (statistic.units == 0) {
        statistic.refuse({"There are no ratings."});
    } else if (least != most) {
        statistic.refuse(
            {"The units have {} to {} ratings; this needs the same number for each. Alpha does not.",
             {std::to_string(least), std::to_string(most)}});
    } else if (most == 1) {
        statistic.refuse({"No unit has two ratings."});
    } else if (totals.size() == 1) {
        statistic.refuse({"All ratings are {}, so that no disagreement is to be expected.",
                          {table.text(totals.begin()->first)}});
    } else {
        const double all = static_cast<double>(statistic.units) * static_cast<double>(most);
        for (const auto& [value, count] : totals)
            kappa.expected += (count / all) * (count / all);
        kappa.observed = agreement / static_cast<double>(statistic.units);
        statistic.give((kappa.observed - kappa.expected) / (1.0 - kappa.expected));
        statistic.terms = {{"mean P_i", kappa.observed}, {"P_e", kappa.expected}};
    }
    return kappa;
}

}
