#include "engine/model_files/input_shape.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace engine {

InputShape InputShape::of(const ModelCard& card)
{
    const DataOptions& options = card.input.options;
    return {options.window, options.steps, options.media.has_value(), options.nanIsZero};
}

void InputShape::checkSegment() const
{
    if (seesMedia)
        throw ShapeError(
            "needs_media",
            "This model sees pictures and hears the sound of the recording, not rows of features; "
            "use polylogue-models predict with --media or --dataset.");
    if (window > 1)
        throw ShapeError("needs_window",
                         "This model sees a segment together with up to " + std::to_string(window - 1)
                             + " before it of the same video (window), so it cannot answer for one alone; "
                               "use polylogue-models predict on a file of features.");
}

void InputShape::settleBrokenNumbers(SegmentInput& input) const
{
    if (!nanIsZero)
        return;
    for (const Modality modality : allModalities)
        std::ranges::replace_if(
            input.of(modality).values, [](float value) { return !std::isfinite(value); }, 0.0f);
}

SegmentInput InputShape::shaped(const SegmentInput& input) const
{
    SegmentInput result = input;
    for (const Modality modality : allModalities) {
        const FeatureMatrix& from = input.of(modality);
        FeatureMatrix& to = result.of(modality);
        if (steps == 0 || from.rows <= steps)
            continue;
        to = FeatureMatrix(steps, from.columns);
        for (std::size_t place = 0; place < steps; ++place)
            std::ranges::copy(from.row(takenStep(place, from.rows, steps)), to.row(place).begin());
    }
    return result;
}

}
