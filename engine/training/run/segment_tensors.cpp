#include "engine/training/run/segment_tensors.h"

#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/model_files/data_options.h"
#include "engine/models/batch.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/training/data/feature_shaping.h"
#include "engine/training/media/media_parts.h"
#include "engine/training/media/patches.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <numeric>

namespace engine {

namespace {

torch::Tensor layOut(const FoldData& fold, Modality modality, const FeatureScale& scale, bool enabled)
{
    const FeatureBlock& block = fold.of(modality);
    const std::size_t width = scale.width();
    torch::Tensor result
        = torch::zeros({static_cast<std::int64_t>(fold.size()), static_cast<std::int64_t>(block.steps),
                        static_cast<std::int64_t>(width)});
    if (!enabled || block.width == 0)
        return result;
    float* const values = result.data_ptr<float>();
    for (std::size_t i = 0; i < fold.size(); ++i) {
        if (!fold.presenceOf(modality)[i])
            continue;
        const std::span<const float> segment = block.segment(i);
        const std::size_t valid = static_cast<std::size_t>(fold.lengthsOf(modality)[i]) * width;
        for (std::size_t place = 0; place < valid; ++place)
            values[i * segment.size() + place] = normalised(segment[place], scale, place % width);
    }
    return result;
}

/// N: the number of each segment's video, counted from 0.
torch::Tensor videosOf(const FoldData& fold)
{
    std::map<std::string, std::int64_t> numbers;
    std::vector<std::int64_t> videos;
    for (const std::string& id : fold.ids)
        videos.push_back(
            numbers.emplace(videoOfSegment(id), static_cast<std::int64_t>(numbers.size())).first->second);
    return torch::tensor(videos, torch::kInt64);
}

/// Segments of patches as one batch.
NamedTensors laidOut(const std::vector<SegmentPatches>& all, const MediaOptions& options,
                     EnabledModalities enabled, torch::Device device)
{
    const bool isSeen = enabled[static_cast<std::size_t>(Modality::Visual)];
    const bool isHeard = enabled[static_cast<std::size_t>(Modality::Acoustic)];
    std::vector<std::int64_t> frames, columns;
    for (const SegmentPatches& patches : all) {
        frames.push_back(isSeen ? std::max<std::int64_t>(1, static_cast<std::int64_t>(patches.frames)) : 1);
        columns.push_back(isHeard ? std::max<std::int64_t>(1, static_cast<std::int64_t>(patches.columns))
                                  : 1);
    }
    const auto rows = static_cast<std::int64_t>(all.size());
    const auto bands = static_cast<std::int64_t>(options.patches->bands);
    torch::Tensor pictures = torch::zeros({rows, std::ranges::max(frames), 3, options.side, options.side});
    torch::Tensor power = torch::zeros({rows, bands, std::ranges::max(columns)});
    for (std::int64_t row = 0; row < rows; ++row) {
        const SegmentPatches& patches = all[static_cast<std::size_t>(row)];
        if (isSeen && patches.frames > 0)
            std::ranges::copy(patches.pixels, pictures[row].data_ptr<float>());
        if (isHeard && patches.columns > 0)
            power[row]
                .narrow(1, 0, static_cast<std::int64_t>(patches.columns))
                .copy_(torch::tensor(patches.power).reshape({bands, -1}));
    }
    return {{"frames", pictures.to(device)},
            {"len_v", torch::tensor(frames, torch::kInt64).to(device)},
            {"mel", power.to(device)},
            {"len_a", torch::tensor(columns, torch::kInt64).to(device)}};
}

/// N × 3; undefined when every segment has everything.
torch::Tensor presenceOf(const FoldData& fold, EnabledModalities enabled)
{
    torch::Tensor present = torch::ones(
        {static_cast<std::int64_t>(fold.size()), static_cast<std::int64_t>(allModalities.size())},
        torch::kBool);
    bool* value = present.data_ptr<bool>();
    bool complete = true;
    for (std::size_t i = 0; i < fold.size(); ++i) {
        for (std::size_t modality = 0; modality < allModalities.size(); ++modality) {
            *value = enabled[modality] && fold.present[modality][i];
            complete = complete && *value;
            ++value;
        }
    }
    return complete ? torch::Tensor() : present;
}

}

ModalityBatch SegmentTensors::cut(ModalityBatch batch)
{
    const auto cutToLongest = [](torch::Tensor& features, const torch::Tensor& lengths) {
        const auto longest = lengths.max().item<std::int64_t>();
        if (longest < features.size(1))
            features = features.narrow(1, 0, longest).contiguous();
    };
    cutToLongest(batch.text, batch.lengthsOf(Modality::Text));
    cutToLongest(batch.acoustic, batch.lengthsOf(Modality::Acoustic));
    cutToLongest(batch.visual, batch.lengthsOf(Modality::Visual));
    return batch;
}

ModalityBatch SegmentTensors::batch(const torch::Tensor& rows, Use use) const
{
    ModalityBatch some = cut(rowsOf(inputs, rows));
    if (media)
        some.media = media->options().patches ? patchesOf(rows, use)
            : media->options().areParts       ? partsOf(rows)
                                              : mediaOf(rows);
    return some;
}

/// `faces` ΣF × 3 × S × S with `v_lens`, `specs` ΣP × 128 × 32 with `a_lens`.
NamedTensors SegmentTensors::mediaOf(const torch::Tensor& rows) const
{
    std::vector<float> faces, pieces;
    std::vector<std::int64_t> frameCounts, pieceCounts;
    const torch::Tensor places = rows.to(torch::kCPU);
    for (std::int64_t i = 0; i < places.size(0); ++i) {
        const SegmentMedia seen = media->read(ids[static_cast<std::size_t>(places[i].item<std::int64_t>())]);
        const bool isSeen = enabled[static_cast<std::size_t>(Modality::Visual)];
        const bool isHeard = enabled[static_cast<std::size_t>(Modality::Acoustic)];
        frameCounts.push_back(isSeen ? static_cast<std::int64_t>(seen.frames) : 0);
        pieceCounts.push_back(isHeard ? static_cast<std::int64_t>(seen.count) : 0);
        if (isSeen)
            faces.insert(faces.end(), seen.faces.begin(), seen.faces.end());
        if (isHeard)
            pieces.insert(pieces.end(), seen.pieces.begin(), seen.pieces.end());
    }
    const auto tensorOf = [&](const std::vector<float>& values, std::vector<std::int64_t> shape) {
        return torch::tensor(values, torch::kFloat32).reshape(shape).to(inputs.lengths.device());
    };
    const auto countsOf = [&](const std::vector<std::int64_t>& counts) {
        return torch::tensor(counts, torch::kInt64).to(inputs.lengths.device());
    };
    const auto total = [](const std::vector<std::int64_t>& counts) {
        return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    };
    const std::int64_t side = media->side();
    return {{"faces", tensorOf(faces, {total(frameCounts), 3, side, side})},
            {"v_lens", countsOf(frameCounts)},
            {"specs", tensorOf(pieces, {total(pieceCounts), kMelPieceBands, kMelPieceFrames})},
            {"a_lens", countsOf(pieceCounts)}};
}

/// `looks` ΣF × MediaParts::kLookNumbers with `v_lens`, `voice` B × MediaParts::kVoiceNumbers, also of
/// modalities that are off, since what a segment has decides how much the others count; `on` B × 3 says
/// which.
NamedTensors SegmentTensors::partsOf(const torch::Tensor& rows) const
{
    std::vector<float> looks, voices;
    std::vector<std::int64_t> frameCounts;
    const torch::Tensor places = rows.to(torch::kCPU);
    for (std::int64_t i = 0; i < places.size(0); ++i) {
        SegmentMedia seen = media->read(ids[static_cast<std::size_t>(places[i].item<std::int64_t>())]);
        seen.voice.resize(MediaParts::kVoiceNumbers); // without sound there is no voice
        frameCounts.push_back(static_cast<std::int64_t>(seen.frames));
        looks.insert(looks.end(), seen.looks.begin(), seen.looks.end());
        voices.insert(voices.end(), seen.voice.begin(), seen.voice.end());
    }
    constexpr auto lookNumbers = static_cast<std::int64_t>(MediaParts::kLookNumbers);
    constexpr auto voiceNumbers = static_cast<std::int64_t>(MediaParts::kVoiceNumbers);
    const auto count = static_cast<std::int64_t>(looks.size()) / lookNumbers;
    torch::Tensor on = torch::zeros({places.size(0), static_cast<std::int64_t>(enabled.size())});
    for (std::size_t modality = 0; modality < enabled.size(); ++modality)
        on.select(1, static_cast<std::int64_t>(modality)).fill_(enabled[modality] ? 1.0 : 0.0);
    const torch::Device device = inputs.lengths.device();
    return {
        {"looks", torch::tensor(looks, torch::kFloat32).reshape({count, lookNumbers}).to(device)},
        {"on", on.to(device)},
        {"v_lens", torch::tensor(frameCounts, torch::kInt64).to(device)},
        {"voice", torch::tensor(voices, torch::kFloat32).reshape({places.size(0), voiceNumbers}).to(device)}};
}

/// `frames` B × F × 3 × S × S with `len_v`, `mel` B × bands × C with `len_a`: as many as the longest has; one
/// black frame and one silent column of a segment without any.
NamedTensors SegmentTensors::patchesOf(const torch::Tensor& rows, Use use) const
{
    const MediaOptions& options = media->options();
    const torch::Tensor places = rows.to(torch::kCPU);
    std::mt19937_64 random;
    if (use == Use::Learning)
        random.seed(static_cast<std::uint64_t>(
            torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kInt64)
                .item<std::int64_t>()));
    const auto idOf = [&](std::int64_t row) -> const std::string& {
        return ids[static_cast<std::size_t>(places[row].item<std::int64_t>())];
    };
    constexpr int voiceCount = 3;
    std::vector<SegmentPatches> all;
    for (std::int64_t row = 0; row < places.size(0); ++row) {
        const SegmentMedia segment = media->read(idOf(row));
        if (use == Use::Learning) {
            std::vector<std::vector<float>> voices;
            for (int i = 0; i < voiceCount && options.augment.noise; ++i)
                voices.push_back(media->read(ids[random() % ids.size()]).samples);
            all.push_back(changedPatches(segment, options, voices, random));
            continue;
        }
        std::optional<AddedNoise> added;
        if (noise)
            added = {*noise, static_cast<std::uint64_t>(places[row].item<std::int64_t>()) + 1};
        all.push_back(engine::patchesOf(segment, options, added));
    }
    return laidOut(all, options, enabled, inputs.lengths.device());
}

std::int64_t SegmentTensors::rowsTogether() const
{
    constexpr std::int64_t withMedia = 8; // a segment has dozens of pictures
    constexpr std::int64_t withPatches = 64;
    if (media && media->options().patches)
        return withPatches;
    return media ? withMedia : static_cast<std::int64_t>(kRowsPerBatch);
}

EachBatch SegmentTensors::each() const
{
    return [this](const std::function<void(const ModalityBatch&)>& visit) {
        const std::int64_t rowsPerBatch = rowsTogether();
        for (std::int64_t first = 0; first < size(); first += rowsPerBatch)
            visit(range(first, std::min(first + rowsPerBatch, size())));
    };
}

ModalityBatch SegmentTensors::range(std::int64_t first, std::int64_t last) const
{
    return batch(torch::arange(first, last, torch::kInt64));
}

SegmentTensors prepare(const FoldData& fold, const ModelCard& card, EnabledModalities enabled,
                       const std::string& device)
{
    SegmentTensors tensors;
    for (const Modality modality : allModalities) {
        const auto index = static_cast<std::size_t>(modality);
        const std::size_t width = card.normalisation[index].width();
        if (fold.of(modality).width != 0 && fold.of(modality).width != width && !asksParts(card))
            throw FormatError(
                "wrong_width", fold.name + "/" + std::string(name(modality)),
                fmt::format("has {} features, the model expects {}", fold.of(modality).width, width));
        torch::Tensor features
            = layOut(fold, modality, card.normalisation[index], enabled[index]).to(deviceOf(device));
        tensors.inputs.of(modality) = std::move(features);
    }
    const auto lengthsOf = [&](Modality modality) {
        return torch::tensor(fold.lengthsOf(modality), torch::kInt64).to(deviceOf(device));
    };
    tensors.media = fold.media;
    tensors.ids = fold.ids;
    tensors.enabled = enabled;
    tensors.noise = fold.noise;
    tensors.inputs.lengths = lengthsOf(Modality::Text);
    tensors.inputs.videos = videosOf(fold).to(deviceOf(device));
    if (!fold.isAligned()) {
        tensors.inputs.acousticLengths = lengthsOf(Modality::Acoustic);
        tensors.inputs.visualLengths = lengthsOf(Modality::Visual);
    }
    tensors.inputs.present = presenceOf(fold, enabled);
    if (tensors.inputs.present.defined())
        tensors.inputs.present = tensors.inputs.present.to(deviceOf(device));
    if (fold.labels.columns > 0) {
        const Task task = taskFromName(card.task);
        tensors.targets
            = targetsOf(truthsOf(fold, card.labels, task), card.labels, task).to(deviceOf(device));
    }
    return tensors;
}

SegmentTensors prepareFor(const FusionModel& model, const FoldData& fold, const ModelCard& card,
                          EnabledModalities enabled, const std::string& device)
{
    refuseConversations(model, card.name);
    SegmentTensors tensors = prepare(fold, card, enabled, device);
    if (const auto* const staged = dynamic_cast<const StagedModel*>(&model)) {
        for (const auto& [name, tensor] : staged->extrasOf(fold.transcripts))
            tensors.inputs.extras.emplace(name, tensor.to(deviceOf(device)));
    }
    return tensors;
}

SegmentTensors unlabelledTensors(const TrainedModel& trained, const FoldData& fold, bool isUtteranceLevel)
{
    FoldData unlabelled = shaped(fold, isUtteranceLevel, trained.card.input.options);
    unlabelled.labels = FeatureMatrix(unlabelled.size(), 0);
    return prepareFor(*trained.model, unlabelled, trained.card, trained.card.modalities);
}

torch::Device deviceOf(const std::string& name)
{
    if (name == "cpu")
        return torch::Device(torch::kCPU);
    if (!name.starts_with("cuda"))
        throw FormatError("no_device", "device \"" + name + '"', "is none; expected cpu or cuda");
    if (!torch::cuda::is_available())
        throw FormatError(
            "no_device", "device \"" + name + '"',
            "is not to be had: this LibTorch was built without CUDA, or there is no such graphics card. "
            "Build with a CUDA LibTorch in CMAKE_PREFIX_PATH, or leave out --device");
    return torch::Device(name);
}

}
