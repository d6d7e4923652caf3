#include "engine/agreement/term_sets.h"

#include <algorithm>
#include <map>

namespace engine {

TermSet termsIn(const std::string& text)
{
    constexpr auto kBetween = ";,|";
    TermSet terms;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
        const std::string part = text.substr(begin, end - begin);
        const std::size_t first = part.find_first_not_of(' ');
        if (first != std::string::npos)
            terms.insert(part.substr(first, part.find_last_not_of(' ') - first + 1));
        begin = end + 1;
    }
    return terms;
}

bool areTermSets(const std::vector<std::string>& categories)
{
    std::map<std::string, int> holders; // how many categories hold a term
    for (const std::string& category : categories) {
        for (const std::string& term : termsIn(category))
            ++holders[term];
    }
    return std::ranges::any_of(categories, [&](const std::string& category) {
        const TermSet terms = termsIn(category);
        return terms.size() > 1
            && std::ranges::all_of(terms, [&](const std::string& term) { return holders[term] > 1; });
    });
}

double masiDistance(const TermSet& a, const TermSet& b)
{
    const auto shared = static_cast<std::size_t>(
        std::ranges::count_if(a, [&](const std::string& term) { return b.contains(term); }));
    const std::size_t all = a.size() + b.size() - shared;
    if (all == 0)
        return 0.0;
    const double how = a == b                                  ? 1.0
        : shared == std::min(a.size(), b.size()) && shared > 0 ? 2.0 / 3.0
        : shared > 0                                           ? 1.0 / 3.0
                                                               : 0.0;
    return 1.0 - how * static_cast<double>(shared) / static_cast<double>(all);
}

}
