#include "engine/models/networks/recorded_parts.h"

#include "engine/core/error.h"
#include "engine/features/face/face_crop.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/models/hyper_parameters.h"
#include "engine/models/layers/rep_vgg.h"
#include "engine/models/networks/albert.h"
#include "engine/models/networks/vat.h"
#include "engine/models/weights.h"

#include <charconv>

namespace engine {

namespace {

torch::Tensor tensorOf(const std::vector<float>& values, const std::vector<std::int64_t>& shape)
{
    return torch::tensor(values, torch::kFloat32).reshape(shape);
}

class RecordedBlock final : public FusionModel {
public:
    explicit RecordedBlock(HyperParameters parameters) : m_block(nullptr)
    {
        m_block = RepVggBlock(parameters.size("i"), parameters.size("o"));
        parameters.rejectUnknown();
        for (const auto& part : m_block->named_children())
            register_module(part.key(), part.value());
    }

    FusionOutput run(const NamedTensors& inputs, Displays /*displays*/) override
    {
        const torch::Tensor& x = requiredInput(inputs, "x");
        const FoldedKernel kernel = m_block->folded();
        return {m_block(x),
                {{"fused_kernel", kernel.weight},
                 {"fused_bias", kernel.bias},
                 {"fused_out", torch::relu(torch::conv2d(x, kernel.weight, kernel.bias, 1, 1))}}};
    }

private:
    RepVggBlock m_block;
};

/// A VAT whose twin makes one step.
class RecordedMomentum final : public FusionModel {
public:
    explicit RecordedMomentum(const nlohmann::json& config)
        : m_model(std::make_shared<Vat>(VatOptions::fromJson(config)))
    {
        for (const auto& part : m_model->named_children())
            register_module(part.key(), part.value());
        for (const auto& parameter : m_model->named_parameters(/*recurse=*/false))
            register_parameter(parameter.key(), parameter.value());
        for (const auto& buffer : m_model->named_buffers(/*recurse=*/false))
            register_buffer(buffer.key(), buffer.value());
    }

    /// What a twin's parameter was before the step is an input, `video_proj_m.before.weight`.
    FusionOutput run(const NamedTensors& inputs, Displays /*displays*/) override
    {
        constexpr std::string_view mark = ".before";
        for (const auto& [name, tensor] : stateOf(*m_model)) {
            const std::size_t dot = name.rfind('.');
            if (dot == std::string::npos)
                continue;
            const torch::Tensor before = optionalInput(inputs, std::string(name).insert(dot, mark));
            if (before.defined() && before.sizes() == tensor.sizes())
                torch::Tensor(tensor).data().copy_(before);
        }
        m_model->updateTwin();
        const NamedTensors state = stateOf(*m_model);
        return {torch::Tensor(),
                {{"video_proj_m.after.weight", state.at("video_proj_m.weight")},
                 {"video_proj_m.after.bias", state.at("video_proj_m.bias")}}};
    }

private:
    std::shared_ptr<Vat> m_model;
};

class RecordedMel final : public FusionModel {
public:
    explicit RecordedMel(HyperParameters parameters)
    {
        const bool isKnown = parameters.size("bands") == kMelPieceBands
            && parameters.size("piece") == kMelPieceFrames && parameters.number("high", 0, 1e6, 0) == 8000.0;
        parameters.any("rates");
        parameters.rejectUnknown();
        if (!isKnown)
            throw FormatError("bad_hyper_parameter", "MelPieces",
                              "are made of 128 bands up to 8000 Hz and 32 frames, nothing else");
    }

    FusionOutput run(const NamedTensors& inputs, Displays /*displays*/) override
    {
        FusionOutput output;
        constexpr std::string_view prefix = "wave_";
        for (const auto& [name, wave] : inputs) {
            if (!name.starts_with(prefix))
                continue;
            const std::string rate = name.substr(prefix.size());
            double perSecond = 0.0;
            std::from_chars(rate.data(), rate.data() + rate.size(), perSecond);
            constexpr double least = 1000.0, most = 1e6;
            if (!(perSecond >= least && perSecond <= most) || wave.dim() != 1)
                throw ShapeError("bad_inputs", "inputs/" + name + ": expected a wave and its rate.");
            const torch::Tensor plain = wave.contiguous();
            const FeatureMatrix mel = melSpectrogram(
                {plain.data_ptr<float>(), static_cast<std::size_t>(plain.numel())}, perSecond);
            const auto frames = static_cast<std::int64_t>(mel.rows);
            output.outputs["mel_power_" + rate]
                = tensorOf(mel.values, {frames, kMelPieceBands}).t().contiguous();
            output.outputs["pieces_power_" + rate]
                = tensorOf(melPieces(mel, MelScale::Power).values, {-1, kMelPieceBands, kMelPieceFrames});
            output.outputs["pieces_log_" + rate]
                = tensorOf(melPieces(mel, MelScale::Log).values, {-1, kMelPieceBands, kMelPieceFrames});
        }
        return output;
    }
};

class RecordedFaces final : public FusionModel {
public:
    explicit RecordedFaces(const nlohmann::json& config)
    {
        HyperParameters parameters(config);
        constexpr std::int64_t largestSide = 4096;
        m_options.side = static_cast<int>(std::min(parameters.size("side"), largestSide));
        m_options.margin = static_cast<int>(parameters.number("margin", 0, m_options.side - 1, 2));
        const auto colours = [&](const char* name, std::array<float, 3>& values) {
            const std::vector<std::int64_t> given = parameters.sizes(name);
            if (given.size() != values.size())
                throw FormatError("bad_hyper_parameter", name, "expected a number for each colour");
            std::ranges::transform(given, values.begin(),
                                   [](auto value) { return static_cast<float>(value); });
        };
        colours("mean", m_options.mean);
        colours("deviation", m_options.deviation);
        parameters.rejectUnknown();
    }

    FusionOutput run(const NamedTensors& inputs, Displays /*displays*/) override
    {
        const torch::Tensor& image = requiredInput(inputs, "image");
        const torch::Tensor boxes = requiredInput(inputs, "boxes").contiguous();
        if (image.dim() != 3 || image.size(2) != 3 || boxes.dim() != 2 || boxes.size(1) != 4)
            throw ShapeError("bad_inputs", "inputs: expected an image H × W × 3 and boxes of 4 numbers.");
        const VideoFrame frame = frameOf(image);
        const std::vector<std::int64_t> shape{3, m_options.side, m_options.side};
        std::vector<torch::Tensor> faces;
        for (std::int64_t i = 0; i < boxes.size(0); ++i) {
            const float* const edges = boxes.data_ptr<float>() + 4 * i;
            const FaceBox box{edges[0], edges[1], edges[2], edges[3]};
            faces.push_back(tensorOf(faceCrop(frame, box, m_options), shape));
        }
        FusionOutput output;
        output.outputs["faces"] = torch::stack(faces);
        output.outputs["centre"] = tensorOf(faceCrop(frame, std::nullopt, m_options), shape);
        return output;
    }

private:
    static VideoFrame frameOf(const torch::Tensor& image)
    {
        VideoFrame frame{0, 0.0, static_cast<int>(image.size(1)), static_cast<int>(image.size(0)), {}};
        std::vector<std::uint8_t> bgra;
        const torch::Tensor bytes = image.to(torch::kUInt8).contiguous();
        const auto* const rgb = bytes.data_ptr<std::uint8_t>();
        for (std::int64_t pixel = 0; pixel < bytes.numel() / 3; ++pixel)
            bgra.insert(bgra.end(),
                        {rgb[3 * pixel + 2], rgb[3 * pixel + 1], rgb[3 * pixel], std::uint8_t{255}});
        frame.bgra = std::move(bgra);
        return frame;
    }

    FaceCropOptions m_options;
};

}

std::shared_ptr<FusionModel> recordedPart(const nlohmann::json& config)
{
    const std::string name = config.value("class", "");
    if (name == "RepVGGBlock")
        return std::make_shared<RecordedBlock>(HyperParameters(config));
    if (name == "VAT.momentum_update")
        return std::make_shared<RecordedMomentum>(config);
    if (name == "Albert")
        return std::make_shared<Albert>(AlbertOptions::fromJson(config));
    if (name == "MelPieces")
        return std::make_shared<RecordedMel>(HyperParameters(config));
    if (name == "FaceCrop")
        return std::make_shared<RecordedFaces>(config);
    return nullptr;
}

}
