#include "engine/open_words/set_agreement.h"

#include <algorithm>
#include <map>

namespace engine {

double setDistance(SetDistance distance, const TermSet& a, const TermSet& b)
{
    if (distance == SetDistance::Masi)
        return masiDistance(a, b);
    if (distance == SetDistance::Nominal || (a.empty() && b.empty()))
        return a == b ? 0.0 : 1.0;
    const auto shared = std::ranges::count_if(a, [&](const std::string& term) { return b.contains(term); });
    return 1.0
        - static_cast<double>(shared)
        / static_cast<double>(a.size() + b.size() - static_cast<std::size_t>(shared));
}

SetAlpha setAlpha(const std::vector<std::vector<TermSet>>& units, SetDistance distance)
{
    SetAlpha alpha;
    Statistic& statistic = alpha.statistic;
    statistic.key = "set_alpha";
    statistic.name = "Krippendorff's alpha";
    constexpr const char* rules[]
        = {"masi distance of sets", "jaccard distance of sets", "equal sets or not"};
    statistic.rule = rules[static_cast<std::size_t>(distance)];

    std::map<TermSet, double> counts;
    double observed = 0.0;
    for (const std::vector<TermSet>& answers : units) {
        if (answers.size() < 2)
            continue;
        ++statistic.units;
        statistic.raters = std::max(statistic.raters, answers.size());
        alpha.answers += answers.size();
        double apart = 0.0;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            counts[answers[i]] += 1.0;
            for (std::size_t j = 0; j < i; ++j)
                apart += 2.0 * setDistance(distance, answers[i], answers[j]);
        }
        observed += apart / static_cast<double>(answers.size() - 1);
    }
    statistic.drop("units with fewer than two ratings", units.size() - statistic.units);
    if (alpha.answers == 0) {
        statistic.refuse({"No unit has two answers."});
        return alpha;
    }
    double expected = 0.0;
    for (auto a = counts.begin(); a != counts.end(); ++a) {
        for (auto b = counts.begin(); b != a; ++b)
            expected += 2.0 * a->second * b->second * setDistance(distance, a->first, b->first);
    }
    expected /= static_cast<double>(alpha.answers - 1);
    if (expected <= 0.0)
        statistic.refuse({"All answers are the same set."});
    else
        statistic.give(1.0 - observed / expected);
    return alpha;
}

}
