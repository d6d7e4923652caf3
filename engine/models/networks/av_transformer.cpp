#include "engine/models/networks/av_transformer.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

namespace engine {

namespace {

double weightIn(nlohmann::json& config, const char* name, double whenAbsent)
{
    const auto found = config.find(name);
    if (found == config.end())
        return whenAbsent;
    if (!found->is_number() || found->get<double>() < 0.0)
        throw FormatError("bad_hyper_parameter", std::string("hyper-parameter \"") + name + '"',
                          "is " + jsonText(*found) + ", expected a number from 0");
    const double weight = found->get<double>();
    config.erase(found);
    return weight;
}

}

AvTransformerOptions AvTransformerOptions::fromJson(nlohmann::json config)
{
    AvTransformerOptions options;
    options.videoWeight = weightIn(config, "video_weight", options.videoWeight);
    options.audioWeight = weightIn(config, "audio_weight", options.audioWeight);
    for (const char* const compared : {"proj", "queue", "momentum", "alpha"}) {
        if (config.contains(compared))
            throw FormatError("bad_hyper_parameter", std::string("hyper-parameter \"") + compared + '"',
                              "is of a VAT; an AVTransformer compares nothing");
    }
    config["proj"] = 1;
    config["queue"] = 1;
    options.clips = VatOptions::fromJson(config);
    return options;
}

nlohmann::json AvTransformerOptions::defaults()
{
    nlohmann::json defaults = VatOptions::defaults();
    defaults["model"]["class"] = "AVTransformer";
    defaults["model"].erase("proj");
    defaults["model"].erase("queue");
    return defaults;
}

AvTransformer::AvTransformer(const AvTransformerOptions& options)
    : m_options(options)
    , m_video(register_module("video_encoder", videoEncoderOf(options.clips)))
    , m_audio(register_module("audio_encoder", audioEncoderOf(options.clips)))
    , m_fusionNorm(register_module("fusion_norm",
                                   torch::nn::LayerNorm(torch::nn::LayerNormOptions({options.clips.width}))))
    , m_head(register_module("task_head", torch::nn::Linear(options.clips.width, options.clips.outputs)))
    , m_videoHead(
          register_module("video_head", torch::nn::Linear(options.clips.width, options.clips.outputs)))
    , m_audioHead(
          register_module("audio_head", torch::nn::Linear(options.clips.width, options.clips.outputs)))
{
    torch::nn::ModuleList blocks;
    for (std::int64_t i = 0; i < options.clips.fusionLayers; ++i) {
        m_fusionBlocks.emplace_back(options.clips.width, options.clips.heads, /*crosses=*/true,
                                    options.clips.widening);
        blocks->push_back(m_fusionBlocks.back());
    }
    register_module("fusion_blocks", blocks);
}

NamedTensors AvTransformer::inputsFrom(const ModalityBatch& batch) const
{
    return clipInputs(m_options.clips, batch);
}

FusionOutput AvTransformer::run(const NamedTensors& inputs, Displays displays)
{
    const EncodedClip video = encodeVideo(*m_video, inputs, m_options.clips.isRaw);
    const EncodedClip audio = encodeAudio(*m_audio, inputs, m_options.clips.isRaw);
    const Attended fused = fuseClips(m_fusionBlocks, m_fusionNorm, audio, video, displays);
    const auto bounded = [&](const torch::Tensor& values) {
        return m_options.clips.areValuesBounded ? torch::sigmoid(values) : values;
    };
    FusionOutput output;
    output.prediction = bounded(m_head(fused.values));
    output.outputs["pred_v"] = bounded(m_videoHead(video.tokens.select(1, 0)));
    output.outputs["pred_a"] = bounded(m_audioHead(audio.tokens.select(1, 0)));
    if (displays == Displays::Yes) {
        output.outputs["cross_attention"] = fused.weights;
        output.outputs["side_predictions"]
            = torch::stack({output.outputs["pred_v"], output.outputs["pred_a"], output.prediction}, 1);
    }
    return output;
}

torch::Tensor AvTransformer::objective(const TrainingStep& step)
{
    const FusionOutput output = forward(step.batch);
    return step.task(output.prediction, step.truths)
        + m_options.videoWeight * step.task(output.outputs.at("pred_v"), step.truths)
        + m_options.audioWeight * step.task(output.outputs.at("pred_a"), step.truths);
}

std::vector<DisplayCard> AvTransformer::displays() const
{
    return {{"side_predictions",
             "Predictions of all modalities and of each alone",
             {"modality", "output"},
             {{"visual", "acoustic", "both"}, {}},
             DisplayScale::Signed}};
}

std::vector<SidePrediction> AvTransformer::sides() const
{
    return {{"pred_v", "visual side"}, {"pred_a", "acoustic side"}};
}

}
