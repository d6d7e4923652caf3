// UMAP and t-SNE of 2 200 segments, as many as CMU-MOSI has, and of 25 000, as CMU-MOSEI: 74 dimensions in
// twelve groups to three and to two.
#include "engine/space/projection.h"

#include <random>
#include <tuple>

#include "tests/bench/bench_row.h"

namespace {

engine::FeatureMatrix groups(std::size_t rows)
{
    constexpr std::size_t kGroups = 12;
    constexpr std::size_t kDimensions = 74;
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    engine::FeatureMatrix middles(kGroups, kDimensions);
    for (float& value : middles.values)
        value = normal(random) * 2;
    engine::FeatureMatrix result(rows, kDimensions);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t d = 0; d < kDimensions; ++d)
            result.at(i, d) = middles.at(i % kGroups, d) + normal(random) * static_cast<float>(1 + d % 3);
    }
    return result;
}

void measure(const engine::FeatureMatrix& rows, engine::ProjectionMethod method, bool isFlat,
             const std::string& name, double budget, double reference)
{
    const bench::Stopwatch watch;
    const engine::Projection placed = engine::project(rows, {method, isFlat});
    bench::printRow(name, watch.milliseconds() + 0 * placed.trustworthiness, "ms", budget, reference);
}

}

int main()
{
    using engine::ProjectionMethod;
    for (const auto& [count, budget, umap, tSne, flatTSne] :
         {std::tuple(2200, 5000.0, 2800.0, 4200.0, 1700.0),
          std::tuple(25000, 180'000.0, 20'000.0, 57'000.0, 24'000.0)}) {
        const engine::FeatureMatrix rows = groups(static_cast<std::size_t>(count));
        const std::string points = std::to_string(count);
        measure(rows, ProjectionMethod::Umap, false, "umap " + points, budget, umap);
        measure(rows, ProjectionMethod::TSne, false, "t-sne " + points, budget, tSne);
        measure(rows, ProjectionMethod::TSne, true, "t-sne flat " + points, budget, flatTSne);
    }
}
