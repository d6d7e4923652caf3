#include "engine/open_words/set_scores.h"

#include <algorithm>

namespace engine {

SetScores setScores(const std::vector<SaidWords>& units)
{
    SetScores scores;
    for (const auto& [truth, said] : units) {
        if (truth.empty())
            continue;
        ++scores.units;
        const auto both = static_cast<double>(
            std::ranges::count_if(truth, [&](const std::string& word) { return said.contains(word); }));
        if (!said.empty())
            scores.precision += both / static_cast<double>(said.size());
        scores.recall += both / static_cast<double>(truth.size());
    }
    if (scores.units == 0) {
        scores.undefined = {"No unit has a word that the wheel knows."};
        return scores;
    }
    scores.precision /= static_cast<double>(scores.units);
    scores.recall /= static_cast<double>(scores.units);
    if (scores.precision + scores.recall > 0.0)
        scores.f = 2.0 * scores.precision * scores.recall / (scores.precision + scores.recall);
    return scores;
}

}
