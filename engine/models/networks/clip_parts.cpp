#include "engine/models/networks/clip_parts.h"

namespace engine {

namespace {

EncodedClip encodedClip(LookEncoder& encoder, const NamedTensors& inputs, const char* name,
                        const char* lengthName, bool isMel)
{
    const torch::Tensor& x = requiredInput(inputs, name);
    const bool stepsAreLast = x.dim() == 3 && isMel;
    torch::Tensor lengths = lengthsOf(inputs, stepsAreLast ? x.transpose(1, 2) : x, lengthName);
    if (!lengths.defined())
        lengths = lengthsOf(inputs, stepsAreLast ? x.transpose(1, 2) : x);
    if (!lengths.defined())
        lengths = torch::full({x.size(0)}, stepsAreLast ? x.size(2) : x.size(1), torch::kInt64);
    return encoder.encode(x, lengths);
}

}

std::shared_ptr<LookEncoder> videoEncoderOf(const VatOptions& options)
{
    const LookEncoder::Sizes sizes{options.width, options.heads, options.videoLayers, options.widening};
    if (options.isRaw)
        return std::make_shared<FrameEncoder>(options.frames, options.side, options.patch, sizes);
    return std::make_shared<RowEncoder>(options.visualWidth, sizes, options.longest);
}

std::shared_ptr<LookEncoder> audioEncoderOf(const VatOptions& options)
{
    const LookEncoder::Sizes sizes{options.width, options.heads, options.audioLayers, options.widening};
    if (options.isRaw)
        return std::make_shared<MelEncoder>(options.bands, options.columns, options.audioPatch, sizes);
    return std::make_shared<RowEncoder>(options.acousticWidth, sizes, options.longest);
}

NamedTensors clipInputs(const VatOptions& options, const ModalityBatch& batch)
{
    if (!options.isRaw)
        return {{"x_v", batch.visual},
                {"x_a", batch.acoustic},
                {"len_v", batch.lengthsOf(Modality::Visual)},
                {"len_a", batch.lengthsOf(Modality::Acoustic)},
                {"group", batch.videos}};
    const std::int64_t rows = batch.lengths.size(0);
    NamedTensors inputs{{"frames", torch::zeros({rows, 1, 3, options.side, options.side})},
                        {"len_v", torch::ones({rows}, torch::kInt64)},
                        {"mel", torch::zeros({rows, options.bands, 1})},
                        {"len_a", torch::ones({rows}, torch::kInt64)},
                        {"group", batch.videos}};
    for (const auto& [name, tensor] : batch.media)
        inputs[name] = tensor;
    return inputs;
}

EncodedClip encodeVideo(LookEncoder& encoder, const NamedTensors& inputs, bool isRaw)
{
    return encodedClip(encoder, inputs, isRaw ? "frames" : "x_v", "len_v", false);
}

EncodedClip encodeAudio(LookEncoder& encoder, const NamedTensors& inputs, bool isRaw)
{
    return encodedClip(encoder, inputs, isRaw ? "mel" : "x_a", "len_a", isRaw);
}

Attended fuseClips(std::vector<LookBlock>& blocks, torch::nn::LayerNorm& norm, const EncodedClip& audio,
                   const EncodedClip& video, Displays displays)
{
    torch::Tensor x = audio.tokens;
    std::vector<torch::Tensor> weights;
    for (LookBlock& block : blocks) {
        const Attended attended = block(x, audio.mask, video.tokens, video.mask, displays);
        x = attended.values;
        weights.push_back(attended.weights);
    }
    return {norm(x).select(1, 0), displays == Displays::Yes ? torch::stack(weights, 1) : torch::Tensor()};
}

}
