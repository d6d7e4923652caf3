#include "engine/training/data/statistics.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Calls visit(value, column) for each number that is not padding.
template <class Visit>
void visitFeatures(const FoldData& fold, Modality modality, Visit visit)
{
    const FeatureBlock& block = fold.of(modality);
    for (std::size_t i = 0; i < fold.size(); ++i) {
        if (!fold.presenceOf(modality)[i])
            continue;
        const std::span<const float> segment = block.segment(i);
        const std::size_t valid = static_cast<std::size_t>(fold.lengthsOf(modality)[i]) * block.width;
        for (std::size_t place = 0; place < valid; ++place)
            visit(static_cast<double>(segment[place]), place % block.width);
    }
}

FeatureScale standardScale(const FoldData& fold, Modality modality)
{
    const std::size_t width = fold.of(modality).width;
    std::vector<double> sums(width), squares(width);
    double numbers = 0.0;
    visitFeatures(fold, modality, [&](double value, std::size_t column) {
        sums[column] += value;
        numbers += 1.0;
    });
    const double rows = numbers / static_cast<double>(width);
    // a second pass: no cancellation for features far from 0
    visitFeatures(fold, modality, [&](double value, std::size_t column) {
        const double distance = value - sums[column] / rows;
        squares[column] += distance * distance;
    });
    FeatureScale scale;
    for (std::size_t column = 0; column < width; ++column) {
        const double deviation = std::sqrt(squares[column] / rows);
        const bool isConstant = deviation <= 1e-6 * std::abs(sums[column] / rows) || !(deviation > 0.0);
        scale.mean.push_back(static_cast<float>(sums[column] / rows));
        scale.deviation.push_back(isConstant ? 1.0f : static_cast<float>(deviation));
    }
    return scale;
}

FeatureScale greatestScale(const FoldData& fold, Modality modality)
{
    std::vector<double> greatest(fold.of(modality).width);
    visitFeatures(fold, modality, [&](double value, std::size_t column) {
        greatest[column] = std::max(greatest[column], std::abs(value));
    });
    FeatureScale scale;
    for (const double size : greatest) {
        scale.mean.push_back(0.0f);
        scale.deviation.push_back(size > 0.0 ? static_cast<float>(size) : 1.0f);
    }
    return scale;
}

FeatureScale scaleOf(const FoldData& fold, Modality modality, const DataOptions& options)
{
    const std::size_t width = std::max<std::size_t>(1, fold.of(modality).width);
    if (options.normalise == "none" || !fold.hasAny(modality))
        return {std::vector<float>(width, 0.0f), std::vector<float>(width, 1.0f)};
    return options.normalise == "max" ? greatestScale(fold, modality) : standardScale(fold, modality);
}

}

Normalisation measureNormalisation(const FoldData& training, const DataOptions& options)
{
    Normalisation normalisation;
    for (const Modality modality : allModalities) {
        FeatureScale& scale = normalisation[static_cast<std::size_t>(modality)];
        scale = scaleOf(training, modality, options);
        scale.clip = options.normalise == "z" ? static_cast<float>(options.clip) : 0.0f;
    }
    return normalisation;
}

}
