#include "engine/agreement/ewe.h"

#include "engine/numbers/moments.h"

#include <algorithm>

namespace engine {

namespace {

Statistic weightOf(const RatingTable& table, std::size_t rater, EweReference reference)
{
    Statistic weight;
    weight.key = reference == EweReference::OthersMean ? "ewe_weight" : "ewe_weight_all_mean";
    weight.name = "EWE weight";
    weight.rule = reference == EweReference::OthersMean
        ? "Pearson's r with the mean of the other raters, 0 below 0"
        : "Pearson's r with the mean of all raters, 0 below 0";
    weight.between = {table.raters()[rater]};
    weight.raters = table.raters().size();
    std::vector<double> own;
    std::vector<double> means;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto others = table.mean(unit, rater);
        const auto mean = reference == EweReference::OthersMean ? others : table.mean(unit);
        if (!table.value(unit, rater) || !others)
            continue;
        own.push_back(*table.value(unit, rater));
        means.push_back(*mean);
    }
    weight.units = own.size();
    weight.drop("units not rated by this and another rater", table.units().size() - own.size());
    if (table.isNominal())
        weight.refuse({"The ratings are names of categories, which have no mean."});
    else if (const auto r = pearson(own, means)) {
        weight.terms = {{"r", *r}};
        weight.give(std::max(0.0, *r));
    } else
        weight.refuse({own.empty() ? "Nobody else rated what this rater rated."
                                   : "The ratings, or the means beside them, are constant."});
    return weight;
}

}

Ewe evaluatorWeightedEstimate(const RatingTable& table, EweReference reference)
{
    Ewe ewe;
    ewe.estimate.resize(table.units().size());
    std::vector<double> weights;
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
        ewe.weights.push_back(weightOf(table, rater, reference));
        weights.push_back(ewe.weights.back().value.value_or(0.0));
    }
    if (std::ranges::all_of(weights, [](double weight) { return weight == 0.0; })) {
        ewe.undefined = table.isNominal() ? "The ratings are names of categories, which have no mean."
                                          : "No rater's trace goes with the mean of the others.";
        return ewe;
    }
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        double sum = 0.0;
        double total = 0.0;
        for (std::size_t rater = 0; rater < weights.size(); ++rater) {
            sum += weights[rater] * table.value(unit, rater).value_or(0.0);
            total += table.value(unit, rater) ? weights[rater] : 0.0;
        }
        if (total > 0.0)
            ewe.estimate[unit] = sum / total;
    }
    return ewe;
}

}
