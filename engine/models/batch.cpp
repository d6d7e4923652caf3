#include "engine/models/batch.h"

#include <algorithm>

namespace engine {

namespace {

using Segments = std::vector<std::reference_wrapper<const SegmentInput>>;

/// B × T × D, from one modality of all segments.
torch::Tensor padded(const Segments& segments, Modality modality, std::size_t longest)
{
    const std::size_t width = segments.front().get().of(modality).columns;
    torch::Tensor result
        = torch::zeros({static_cast<std::int64_t>(segments.size()), static_cast<std::int64_t>(longest),
                        static_cast<std::int64_t>(width)});
    float* row = result.data_ptr<float>();
    for (const SegmentInput& segment : segments) {
        std::ranges::copy(segment.of(modality).values, row);
        row += longest * width;
    }
    return result;
}

}

ModalityBatch makeBatch(const Segments& segments)
{
    std::vector<std::int64_t> lengths;
    for (const SegmentInput& segment : segments)
        lengths.push_back(static_cast<std::int64_t>(segment.text.rows));
    const auto longest = static_cast<std::size_t>(std::ranges::max(lengths));
    return {padded(segments, Modality::Text, longest),
            padded(segments, Modality::Acoustic, longest),
            padded(segments, Modality::Visual, longest),
            torch::tensor(lengths, torch::kInt64),
            {}};
}

}
