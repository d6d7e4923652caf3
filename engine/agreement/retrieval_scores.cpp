#include "engine/agreement/retrieval_scores.h"

#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>

namespace engine {

double chanceAt(std::size_t k, std::size_t items)
{
    return std::min(static_cast<double>(k) / static_cast<double>(items), 1.0);
}

RetrievalScores scoreRetrieval(std::span<const double> similarity, std::size_t items,
                               std::span<const std::size_t> ks)
{
    if (items == 0 || similarity.size() != items * items)
        throw ShapeError("row_mismatch", "Retrieval needs a similarity of each item with each, and an item.");
    std::vector<double> ranks;
    for (std::size_t row = 0; row < items; ++row) {
        const std::span<const double> others = similarity.subspan(row * items, items);
        double rank = 1.0;
        for (std::size_t i = 0; i < items; ++i) {
            if (i != row)
                rank += others[i] > others[row] ? 1.0 : others[i] == others[row] ? 0.5 : 0.0;
        }
        ranks.push_back(rank);
    }
    RetrievalScores scores;
    for (const std::size_t k : ks) {
        const auto found
            = std::ranges::count_if(ranks, [k](double rank) { return rank <= static_cast<double>(k); });
        scores.recall.push_back(static_cast<double>(found) / static_cast<double>(items));
    }
    scores.medianRank = quantile(ranks, 0.5);
    return scores;
}

std::vector<double> transposed(std::span<const double> similarity, std::size_t items)
{
    std::vector<double> result(similarity.size());
    for (std::size_t row = 0; row < items; ++row) {
        for (std::size_t column = 0; column < items; ++column)
            result[column * items + row] = similarity[row * items + column];
    }
    return result;
}

}
