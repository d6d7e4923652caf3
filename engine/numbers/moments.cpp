#include "engine/numbers/moments.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

struct JointMoments {
    double meanA = 0.0;
    double meanB = 0.0;
    double varianceA = 0.0;
    double varianceB = 0.0;
    double covariance = 0.0;

    JointMoments(std::span<const double> a, std::span<const double> b) : meanA(meanOf(a)), meanB(meanOf(b))
    {
        const auto n = static_cast<double>(a.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            varianceA += (a[i] - meanA) * (a[i] - meanA) / n;
            varianceB += (b[i] - meanB) * (b[i] - meanB) / n;
            covariance += (a[i] - meanA) * (b[i] - meanB) / n;
        }
    }
};

}

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool isConstant(std::span<const double> values)
{
    return std::ranges::adjacent_find(values, std::not_equal_to{}) == values.end();
}

double populationVariance(std::span<const double> values)
{
    return JointMoments(values, values).varianceA;
}

std::optional<double> pearson(std::span<const double> a, std::span<const double> b)
{
    requireSameLength("values of two sides", b.size(), a.size());
    if (isConstant(a) || isConstant(b)) // the mean of equal numbers may be off by rounding
        return std::nullopt;
    const JointMoments moments(a, b);
    const double product = std::sqrt(moments.varianceA) * std::sqrt(moments.varianceB);
    if (!(product > 0.0))
        return std::nullopt;
    return moments.covariance / product;
}

std::optional<double> linsConcordance(std::span<const double> a, std::span<const double> b)
{
    requireSameLength("values of two sides", b.size(), a.size());
    if (isConstant(a) && isConstant(b))
        return std::nullopt;
    const JointMoments moments(a, b);
    const double apart = moments.meanA - moments.meanB;
    const double spread = moments.varianceA + moments.varianceB + apart * apart;
    if (!(spread > 0.0))
        return std::nullopt;
    return 2.0 * moments.covariance / spread;
}

}
