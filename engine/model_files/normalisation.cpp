#include "engine/model_files/normalisation.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace engine {

namespace {

void checkFinite(const FeatureMatrix& features, Modality modality)
{
    const auto broken
        = std::ranges::find_if_not(features.values, [](float value) { return std::isfinite(value); });
    if (broken == features.values.end())
        return;
    const auto index = static_cast<std::size_t>(broken - features.values.begin());
    throw ShapeError("not_finite",
                     "The " + std::string(name(modality)) + " features hold " + std::to_string(*broken)
                         + " in word " + std::to_string(index / features.columns + 1) + ", dimension "
                         + std::to_string(index % features.columns + 1) + "; finite numbers are expected.");
}

}

void checkInput(const SegmentInput& input, const Normalisation& normalisation)
{
    if (input.text.rows == 0)
        throw ShapeError("no_words", "The segment has no words; at least one is expected.");
    for (const Modality modality : allModalities) {
        const FeatureMatrix& features = input.of(modality);
        const std::size_t width = normalisation[static_cast<std::size_t>(modality)].width();
        const std::string subject = "The " + std::string(name(modality)) + " features have ";
        if (features.rows != input.text.rows)
            throw ShapeError("row_mismatch",
                             subject + std::to_string(features.rows) + " rows, expected one for each of the "
                                 + std::to_string(input.text.rows) + " words.");
        if (features.columns != width)
            throw ShapeError("wrong_width",
                             subject + std::to_string(features.columns) + " dimensions, the model expects "
                                 + std::to_string(width) + '.');
        checkFinite(features, modality);
    }
}

void fillAbsent(SegmentInput& input, const Normalisation& normalisation)
{
    for (const Modality modality : allModalities) {
        const FeatureScale& scale = normalisation[static_cast<std::size_t>(modality)];
        FeatureMatrix& features = input.of(modality);
        if (features.columns > 0 || scale.width() == 0)
            continue;
        features = FeatureMatrix(input.text.rows, scale.width());
        for (std::size_t row = 0; row < features.rows; ++row)
            std::ranges::copy(scale.mean, features.row(row).begin());
    }
}

void checkPackedInput(const SegmentInput& input, const Normalisation& normalisation)
{
    if (std::ranges::all_of(allModalities, [&](Modality modality) { return input.of(modality).rows == 0; }))
        throw ShapeError("no_words", "The segment has no rows; at least one is expected.");
    for (const Modality modality : allModalities) {
        const FeatureMatrix& features = input.of(modality);
        const std::size_t width = normalisation[static_cast<std::size_t>(modality)].width();
        if (features.columns != 0 && features.columns != width)
            throw ShapeError("wrong_width",
                             "The " + std::string(name(modality)) + " features have "
                                 + std::to_string(features.columns) + " dimensions, the model expects "
                                 + std::to_string(width) + '.');
        checkFinite(features, modality);
    }
}

float normalised(float value, const FeatureScale& scale, std::size_t column)
{
    const float distance = (value - scale.mean[column]) / scale.deviation[column];
    return scale.clip > 0.0f ? std::clamp(distance, -scale.clip, scale.clip) : distance;
}

SegmentInput normalised(const SegmentInput& input, const Normalisation& normalisation)
{
    SegmentInput result = input;
    for (const Modality modality : allModalities) {
        const FeatureScale& scale = normalisation[static_cast<std::size_t>(modality)];
        FeatureMatrix& features = result.of(modality);
        for (std::size_t row = 0; row < features.rows; ++row) {
            for (std::size_t column = 0; column < features.columns; ++column)
                features.at(row, column) = normalised(features.at(row, column), scale, column);
        }
    }
    return result;
}

void switchOff(SegmentInput& normalisedInput, Modality modality)
{
    std::ranges::fill(normalisedInput.of(modality).values, 0.0f);
}

void keepOnly(SegmentInput& normalisedInput, EnabledModalities enabled)
{
    for (const Modality modality : allModalities) {
        if (!enabled[static_cast<std::size_t>(modality)])
            switchOff(normalisedInput, modality);
    }
}

}
