#include "engine/agreement/rater_use.h"

#include "engine/numbers/moments.h"

#include <map>

namespace engine {

namespace {

Statistic named(const char* key, const char* name, const char* rule, const std::string& rater)
{
    Statistic statistic;
    statistic.key = key;
    statistic.name = name;
    statistic.rule = rule;
    statistic.between = {rater};
    return statistic;
}

RaterUse useOf(const RatingTable& table, std::size_t rater)
{
    const std::string& who = table.raters()[rater];
    RaterUse use{.rater = who,
                 .bias = named("bias", "bias", "mean offset to the mean of the others", who),
                 .variance
                 = named("variance", "variance", "of all own ratings, divided by their number", who),
                 .histogram = {}};
    std::map<double, std::size_t> counts;
    std::vector<double> own;
    std::vector<double> offsets;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto value = table.value(unit, rater);
        if (!value)
            continue;
        own.push_back(*value);
        ++counts[*value];
        if (const auto others = table.mean(unit, rater))
            offsets.push_back(*value - *others);
    }
    for (const auto& [value, count] : counts)
        use.histogram.push_back({value, table.text(value), count});
    const auto fill
        = [&](Statistic& statistic, const std::vector<double>& values, const char* none, auto value) {
              statistic.units = values.size();
              if (table.isNominal())
                  statistic.refuse({"The ratings are names of categories, which have no mean."});
              else if (values.empty())
                  statistic.refuse({none});
              else
                  statistic.give(value(values));
          };
    fill(use.bias, offsets, "Nobody else rated what this rater rated.", meanOf);
    use.bias.raters = table.raters().size();
    use.bias.drop("units that only this rater rated", own.size() - offsets.size());
    fill(use.variance, own, "This rater rated nothing.", populationVariance);
    use.variance.raters = 1;
    return use;
}

}

std::vector<RaterUse> raterUse(const RatingTable& table)
{
    std::vector<RaterUse> uses;
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater)
        uses.push_back(useOf(table, rater));
    return uses;
}

}
