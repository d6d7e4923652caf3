#include "engine/training/run/parts_found.h"

#include "engine/models/serving/model_file.h"
#include "engine/models/staged_model.h"
#include "engine/training/media/media_parts.h"
#include "engine/training/run/scorer.h"
#include "engine/worker/messages.h"

#include <algorithm>

namespace engine {

std::vector<float> partsFound(const Scorer& scorer, const SegmentMedia& seen, const std::string& transcript)
{
    std::vector<float> numbers(kPartNumbers);
    const auto at = [&](PartNumber number) -> float& { return numbers[static_cast<std::size_t>(number)]; };
    const auto* const model = dynamic_cast<const StagedModel*>(scorer.trained().model.get());
    if (const NamedTensors extras = model ? model->extrasOf({transcript}) : NamedTensors();
        extras.contains("words"))
        std::copy_n(extras.at("words").contiguous().data_ptr<float>(), 3, numbers.begin());
    at(PartNumber::Frames) = static_cast<float>(seen.frames);
    for (std::size_t frame = 0; frame < seen.frames; ++frame) {
        const std::size_t first = frame * MediaParts::kLookNumbers;
        at(PartNumber::Faces) += seen.looks[first];
        at(PartNumber::FaceValence) += seen.looks[first + MediaParts::kLookNumbers - 1];
    }
    if (at(PartNumber::Faces) > 0.0F)
        at(PartNumber::FaceValence) /= at(PartNumber::Faces);
    std::ranges::copy(seen.voice, numbers.begin() + static_cast<std::ptrdiff_t>(PartNumber::Arousal));
    return numbers;
}

}
