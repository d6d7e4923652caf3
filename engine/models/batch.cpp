#include "engine/models/batch.h"

#include <algorithm>

namespace engine {

namespace {

using Segments = std::vector<std::reference_wrapper<const SegmentInput>>;

/// What a batch has of each segment, besides extras and media.
constexpr std::array tensorMembers{
    &ModalityBatch::text,          &ModalityBatch::acoustic, &ModalityBatch::visual,
    &ModalityBatch::lengths,       &ModalityBatch::present,  &ModalityBatch::acousticLengths,
    &ModalityBatch::visualLengths, &ModalityBatch::videos,   &ModalityBatch::hidden};

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

std::int64_t rowsTogether(std::int64_t steps)
{
    constexpr std::int64_t most = 128, pairs = std::int64_t{1} << 22;
    return std::clamp(pairs / std::max<std::int64_t>(steps * steps, 1), std::int64_t{1}, most);
}

ModalityBatch rowsOf(const ModalityBatch& batch, const torch::Tensor& rows)
{
    const torch::Tensor places = rows.to(batch.text.device());
    ModalityBatch some = batch;
    for (const auto member : tensorMembers) {
        if ((batch.*member).defined())
            some.*member = (batch.*member).index_select(0, places);
    }
    for (auto& [name, tensor] : some.extras)
        tensor = tensor.index_select(0, places);
    some.media.clear();
    return some;
}

ModalityBatch joinedBatch(const std::vector<ModalityBatch>& batches)
{
    ModalityBatch all = batches.front();
    const auto join = [&](auto tensorOf) {
        std::vector<torch::Tensor> parts;
        for (const ModalityBatch& batch : batches)
            parts.push_back(tensorOf(batch));
        return parts.front().defined() ? torch::cat(parts) : torch::Tensor();
    };
    for (const auto member : tensorMembers)
        all.*member = join([member](const ModalityBatch& batch) { return batch.*member; });
    for (auto& [name, tensor] : all.extras)
        tensor = join([&name](const ModalityBatch& batch) { return batch.extras.at(name); });
    all.media.clear();
    return all;
}

}
