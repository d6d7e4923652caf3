#include "engine/training/statistics.h"

#include "engine/core/error.h"

#include <cmath>

namespace engine {

namespace {

FeatureScale measure(std::span<const LabelledSegment> segments, Modality modality)
{
    const std::size_t width = segments.front().input.of(modality).columns;
    std::vector<double> sums(width), squares(width);
    double rows = 0.0;
    for (const LabelledSegment& segment : segments) {
        const FeatureMatrix& features = segment.input.of(modality);
        rows += static_cast<double>(features.rows);
        for (std::size_t i = 0; i < features.values.size(); ++i)
            sums[i % width] += static_cast<double>(features.values[i]);
    }
    for (const LabelledSegment& segment :
         segments) { // a second pass: no cancellation for features far from 0
        const FeatureMatrix& features = segment.input.of(modality);
        for (std::size_t i = 0; i < features.values.size(); ++i) {
            const double distance = static_cast<double>(features.values[i]) - sums[i % width] / rows;
            squares[i % width] += distance * distance;
        }
    }
    FeatureScale scale;
    for (std::size_t column = 0; column < width; ++column) {
        const double deviation = std::sqrt(squares[column] / rows);
        const bool isConstant = deviation <= 1e-6 * std::abs(sums[column] / rows) || !(deviation > 0.0);
        scale.mean.push_back(static_cast<float>(sums[column] / rows));
        scale.deviation.push_back(isConstant ? 1.0f : static_cast<float>(deviation));
    }
    return scale;
}

/// Only the widths matter here.
Normalisation widthsOf(const SegmentInput& input)
{
    Normalisation widths;
    for (const Modality modality : allModalities)
        widths[static_cast<std::size_t>(modality)].mean.resize(input.of(modality).columns);
    return widths;
}

}

Normalisation measureNormalisation(std::span<const LabelledSegment> segments)
{
    const Normalisation widths = widthsOf(segments.front().input);
    for (const LabelledSegment& segment : segments) {
        try {
            checkInput(segment.input, widths);
        } catch (const ShapeError& error) {
            throw ShapeError(error.code(), segment.id + ": " + error.what());
        }
    }
    Normalisation normalisation;
    for (const Modality modality : allModalities)
        normalisation[static_cast<std::size_t>(modality)] = measure(segments, modality);
    return normalisation;
}

}
