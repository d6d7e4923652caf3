#include "engine/training/suspects/curved_rows.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace engine {

namespace {

constexpr std::int64_t kCurves = 128;

/// From 0 to 1, without either; the same with every library.
double evenly(std::mt19937_64& random)
{
    return (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;
}

/// The middle distance of two rows.
double usualSize(const torch::Tensor& rows, std::mt19937_64& random)
{
    constexpr int pairs = 500;
    const auto count = static_cast<std::uint64_t>(rows.size(0));
    std::vector<double> distances;
    for (int pair = 0; pair < pairs; ++pair) {
        const auto a = static_cast<std::int64_t>(random() % count),
                   b = static_cast<std::int64_t>(random() % count);
        distances.push_back((rows[a] - rows[b]).square().sum().sqrt().item<double>());
    }
    return std::max(upperMedian(std::move(distances)), 1e-9);
}

}

torch::Tensor curvedRows(const torch::Tensor& rows, std::uint64_t seed)
{
    std::mt19937_64 random(seed * 2654435761ULL + 97);
    const double size = usualSize(rows, random);
    const torch::Tensor directions = torch::zeros({rows.size(1), kCurves}, torch::kFloat64),
                        offsets = torch::zeros({kCurves}, torch::kFloat64);
    auto* const values = directions.data_ptr<double>();
    for (std::int64_t i = 0; i < directions.numel(); ++i)
        values[i] = std::sqrt(-2.0 * std::log(evenly(random)))
            * std::cos(2.0 * std::numbers::pi * evenly(random))
            / size; // normally distributed (Box and Muller)
    for (std::int64_t k = 0; k < kCurves; ++k)
        offsets.data_ptr<double>()[k] = 2.0 * std::numbers::pi * evenly(random);
    return (rows.matmul(directions) + offsets).cos();
}

}
