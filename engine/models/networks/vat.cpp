#include "engine/models/networks/vat.h"

#include "engine/agreement/multilabel_scores.h"
#include "engine/agreement/retrieval_scores.h"
#include "engine/core/error.h"
#include "engine/models/layers/momentum_queue.h"

#include <array>
#include <fmt/format.h>
#include <span>

namespace engine {

namespace {

constexpr const char* kWithoutQueue = "without_queue"; ///< an input of this name, whatever its value

constexpr double kFirstTemperature = 0.07, kLeastTemperature = 0.001, kMostTemperature = 0.5;

torch::Tensor unitVectors(const torch::Tensor& x)
{
    constexpr double floor = 1e-12;
    return x / x.norm(2, -1, /*keepdim=*/true).clamp_min(floor);
}

torch::Tensor randomQueue(std::int64_t width, std::int64_t count)
{
    return unitVectors(torch::randn({count, width})).t().contiguous();
}

/// Mean cross entropy with soft targets.
torch::Tensor softCrossEntropy(const torch::Tensor& logits, const torch::Tensor& targets)
{
    return -(torch::log_softmax(logits, 1) * targets).sum(1).mean();
}

}

Vat::Vat(const VatOptions& options)
    : m_options(options)
    , m_parts(makeParts(""))
    , m_twin(makeParts("_m"))
    , m_matchHead(register_module("vam_head", torch::nn::Linear(options.width, 2)))
    , m_temperature(register_parameter("temp", torch::tensor(static_cast<float>(kFirstTemperature))))
    , m_videoQueue(register_buffer("video_queue", randomQueue(options.projection, options.queue)))
    , m_audioQueue(register_buffer("audio_queue", randomQueue(options.projection, options.queue)))
{
    for (const auto& [twin, module] : twins())
        beginAsTwin(*twin, *module);
}

Vat::Parts Vat::makeParts(const std::string& suffix)
{
    const VatOptions& options = m_options;
    Parts parts;
    parts.video = videoEncoderOf(options);
    parts.audio = audioEncoderOf(options);
    register_module("video_encoder" + suffix, parts.video);
    register_module("audio_encoder" + suffix, parts.audio);
    const auto linear = [&](const char* name, std::int64_t outputs) {
        return register_module(name + suffix, torch::nn::Linear(options.width, outputs));
    };
    parts.videoProjection = linear("video_proj", options.projection);
    parts.audioProjection = linear("audio_proj", options.projection);
    for (std::int64_t i = 0; i < options.fusionLayers; ++i) {
        parts.fusionBlocks.emplace_back(options.width, options.heads, /*crosses=*/true, options.widening);
        parts.fusion->push_back(parts.fusionBlocks.back());
    }
    register_module("fusion_blocks" + suffix, parts.fusion);
    parts.fusionNorm = register_module("fusion_norm" + suffix,
                                       torch::nn::LayerNorm(torch::nn::LayerNormOptions({options.width})));
    parts.taskHead = linear("task_head", options.outputs);
    if (options.values > 0)
        parts.valueHead = linear("value_head", options.values);
    return parts;
}

std::vector<std::pair<torch::nn::Module*, torch::nn::Module*>> Vat::twins()
{
    std::vector<std::pair<torch::nn::Module*, torch::nn::Module*>> pairs{
        {m_twin.video.get(), m_parts.video.get()},
        {m_twin.audio.get(), m_parts.audio.get()},
        {m_twin.videoProjection.get(), m_parts.videoProjection.get()},
        {m_twin.audioProjection.get(), m_parts.audioProjection.get()},
        {m_twin.fusion.get(), m_parts.fusion.get()},
        {m_twin.fusionNorm.get(), m_parts.fusionNorm.get()},
        {m_twin.taskHead.get(), m_parts.taskHead.get()}};
    if (m_parts.valueHead)
        pairs.emplace_back(m_twin.valueHead.get(), m_parts.valueHead.get());
    return pairs;
}

void Vat::updateTwin()
{
    for (const auto& [twin, module] : twins())
        followWithMomentum(*twin, *module, m_options.momentum);
}

Vat::Encoded Vat::encode(Parts& parts, const NamedTensors& inputs)
{
    Encoded result;
    result.video = encodeVideo(*parts.video, inputs, m_options.isRaw);
    result.audio = encodeAudio(*parts.audio, inputs, m_options.isRaw);
    result.videoVector = unitVectors(parts.videoProjection(result.video.tokens.select(1, 0)));
    result.audioVector = unitVectors(parts.audioProjection(result.audio.tokens.select(1, 0)));
    return result;
}

Attended Vat::fuse(Parts& parts, const EncodedClip& audio, const EncodedClip& video, Displays displays)
{
    return fuseClips(parts.fusionBlocks, parts.fusionNorm, audio, video, displays);
}

void Vat::predict(Parts& parts, const torch::Tensor& fused, const std::string& suffix, FusionOutput& output)
{
    torch::Tensor prediction = parts.taskHead(fused);
    if (parts.valueHead) {
        const torch::Tensor values = parts.valueHead(fused);
        output.outputs[kValuesOutput + suffix] = m_options.areValuesBounded ? torch::sigmoid(values) : values;
    } else if (m_options.areValuesBounded) {
        prediction = torch::sigmoid(prediction);
    }
    if (suffix.empty())
        output.prediction = prediction;
    else
        output.outputs["pred" + suffix] = prediction;
}

NamedTensors Vat::inputsFrom(const ModalityBatch& batch) const
{
    return clipInputs(m_options, batch);
}

FusionOutput Vat::run(const NamedTensors& inputs, Displays displays)
{
    FusionOutput output;
    const Encoded own = encode(m_parts, inputs);
    const Attended fused = fuse(m_parts, own.audio, own.video, displays);
    predict(m_parts, fused.values, "", output);
    output.outputs["feat_v"] = own.videoVector;
    output.outputs["feat_a"] = own.audioVector;
    if (displays == Displays::Yes)
        output.outputs["cross_attention"] = fused.weights;
    if (inputs.contains("alpha"))
        compare(inputs, own, !inputs.contains(kWithoutQueue), fused.values, output);
    return output;
}

void Vat::compare(const NamedTensors& inputs, const Encoded& own, bool usesQueue, const torch::Tensor& fused,
                  FusionOutput& output)
{
    const std::int64_t rows = fused.size(0);
    const torch::Tensor alpha = inputs.at("alpha");
    const torch::Tensor temperature = m_temperature.clamp(kLeastTemperature, kMostTemperature);
    NamedTensors& out = output.outputs;
    torch::Tensor videos, audios; // P × (B + K), what is compared with
    {
        const torch::NoGradGuard noGradient;
        const Encoded twin = encode(m_twin, inputs);
        predict(m_twin, fuse(m_twin, twin.audio, twin.video, Displays::No).values, "_m", output);
        videos = usesQueue ? torch::cat({twin.videoVector.t(), m_videoQueue}, 1) : twin.videoVector.t();
        audios = usesQueue ? torch::cat({twin.audioVector.t(), m_audioQueue}, 1) : twin.audioVector.t();
        out["twin_v"] = twin.videoVector;
        out["twin_a"] = twin.audioVector;
        const torch::Tensor sure = torch::eye(rows, videos.size(1));
        const auto targets = [&](const torch::Tensor& vectors, const torch::Tensor& others) {
            return alpha * torch::softmax(torch::matmul(vectors, others) / temperature, 1)
                + (1.0 - alpha) * sure;
        };
        out["target_v2a"] = targets(twin.videoVector, audios);
        out["target_a2v"] = targets(twin.audioVector, videos);
    }
    const torch::Tensor toAudio = torch::matmul(own.videoVector, audios) / temperature;
    const torch::Tensor toVideo = torch::matmul(own.audioVector, videos) / temperature;
    out["sim_v2a"] = toAudio;
    out["sim_a2v"] = toVideo;
    out["vac"]
        = 0.5 * (softCrossEntropy(toAudio, out["target_v2a"]) + softCrossEntropy(toVideo, out["target_a2v"]));

    const torch::Tensor group = optionalInput(inputs, "group");
    const torch::Tensor same
        = group.defined() ? group.unsqueeze(0) == group.unsqueeze(1) : torch::eye(rows, torch::kBool);
    const auto hardest = [&](const torch::Tensor& similarity) {
        const torch::NoGradGuard noGradient;
        const torch::Tensor weights = torch::softmax(similarity.narrow(1, 0, rows), 1).masked_fill(same, 0.0);
        if (!is_training())
            return weights.argmax(1);
        constexpr double never = 1e-12; // rows without any negative draw something, and are left out below
        return torch::multinomial(weights + never, 1).squeeze(1);
    };
    const torch::Tensor wrongAudio = hardest(toAudio), wrongVideo = hardest(toVideo);
    out["neg_a"] = wrongAudio;
    out["neg_v"] = wrongVideo;
    const auto picked = [](const EncodedClip& sequence, const torch::Tensor& places) {
        return EncodedClip{sequence.tokens.index_select(0, places), sequence.mask.index_select(0, places)};
    };
    const torch::Tensor pairs
        = torch::cat({fused, fuse(m_parts, own.audio, picked(own.video, wrongVideo), Displays::No).values,
                      fuse(m_parts, picked(own.audio, wrongAudio), own.video, Displays::No).values});
    const torch::Tensor match = m_matchHead(pairs);
    out["vam_logits"] = match;
    const torch::Tensor truths
        = torch::cat({torch::ones({rows}, torch::kInt64), torch::zeros({2 * rows}, torch::kInt64)});
    const torch::Tensor used = same.logical_not().any(1).repeat({3}).nonzero().squeeze(1);
    out["vam"] = used.size(0) > 0
        ? torch::nll_loss(torch::log_softmax(match.index_select(0, used), 1), truths.index_select(0, used))
        : match.sum() * 0.0;

    addTaskLosses(inputs, alpha, output);
}

void Vat::addTaskLosses(const NamedTensors& inputs, const torch::Tensor& alpha, FusionOutput& output) const
{
    NamedTensors& out = output.outputs;
    const auto distance = [&](const torch::Tensor& values, const torch::Tensor& twin, torch::Tensor y) {
        if (y.dim() == 1 && values.size(1) == 1)
            y = y.unsqueeze(1);
        if (y.sizes() != values.sizes())
            throw ShapeError("bad_inputs",
                             fmt::format("the targets are {}, expected {} × {}", fmt::join(y.sizes(), " × "),
                                         values.size(0), values.size(1)));
        return (1.0 - alpha) * (values - y).square().mean() + alpha * (values - twin).square().mean();
    };
    if (const torch::Tensor y = optionalInput(inputs, "y"); y.defined() && isRegression(y)) {
        out["task_loss"] = out["value_loss"] = distance(output.prediction, out["pred_m"], y);
    } else if (y.defined()) {
        const torch::Tensor likely = torch::log_softmax(output.prediction, 1);
        out["task_loss"] = (1.0 - alpha) * torch::nll_loss(likely, y)
            - alpha * (torch::softmax(out["pred_m"], 1) * likely).sum(1).mean();
    }
    if (const torch::Tensor y = optionalInput(inputs, "y_values"); y.defined()) {
        const bool hasOwn = m_options.values > 0;
        out["value_loss"] = hasOwn ? distance(out["values"], out["values_m"], y)
                                   : distance(output.prediction, out["pred_m"], y);
    }
}

/// Targets of the task's head are values where the options say so, or where they say nothing and the targets
/// are no whole numbers.
bool Vat::isRegression(const torch::Tensor& targets) const
{
    return m_options.hasOnlyValues || (!m_options.hasClasses && targets.is_floating_point());
}

std::vector<StageOffer> Vat::stages() const
{
    std::vector<std::string> heads{"task_head"};
    if (m_options.values > 0)
        heads.emplace_back("value_head");
    return {{"pretrain", {}, /*needsLabels=*/false, "vac"},
            {"finetune", {}, true, ""},
            {"linear", heads, true, ""}};
}

torch::Tensor Vat::stageLoss(const std::string& stage, const TrainingStep& step)
{
    NamedTensors inputs = inputsOf(step.batch);
    if (stage == "linear")
        return step.task(withValues(run(inputs, Displays::No)), step.truths);
    updateTwin();
    const std::int64_t perEpoch = std::max<std::int64_t>(1, step.segments / step.rows.size(0));
    const double rise = std::min(1.0, static_cast<double>(m_steps) / static_cast<double>(perEpoch));
    const double alpha = m_options.alpha * rise;
    inputs["alpha"] = torch::tensor(static_cast<float>(alpha));
    const FusionOutput output = run(inputs, Displays::No);
    const NamedTensors& out = output.outputs;
    enqueue(m_videoQueue, out.at("twin_v"), m_place);
    m_place = enqueue(m_audioQueue, out.at("twin_a"), m_place);
    ++m_steps;
    const torch::Tensor contrast = out.at("vac") + out.at("vam");
    if (stage == "pretrain")
        return contrast;
    const torch::Tensor& twin = out.at("pred_m");
    torch::Tensor apart = m_options.hasClasses ? softCrossEntropy(output.prediction, torch::softmax(twin, 1))
                                               : (output.prediction - twin).square().mean();
    if (m_options.values > 0)
        apart = apart + (out.at("values") - out.at("values_m")).square().mean();
    return m_options.contrastWeight * contrast + (1.0 - alpha) * step.task(withValues(output), step.truths)
        + alpha * apart;
}

double Vat::stageFigure(const std::string& /*stage*/, const EachBatch& validation)
{
    double sum = 0.0;
    std::int64_t rows = 0;
    validation([&](const ModalityBatch& batch) {
        NamedTensors inputs = inputsOf(batch);
        inputs["alpha"] = torch::zeros({});
        inputs[kWithoutQueue] = torch::ones({});
        const std::int64_t here = batch.lengths.size(0);
        sum += run(inputs, Displays::No).outputs.at("vac").item<double>() * static_cast<double>(here);
        rows += here;
    });
    return sum / static_cast<double>(std::max<std::int64_t>(rows, 1));
}

std::pair<torch::Tensor, torch::Tensor> Vat::vectors(const ModalityBatch& batch)
{
    const Encoded encoded = encode(m_parts, inputsOf(batch));
    return {encoded.videoVector, encoded.audioVector};
}

std::vector<ModelFigure> Vat::figures(const EachBatch& fold)
{
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> videos, audios;
    std::vector<double> match;
    BinaryClasses isPair;
    fold([&](const ModalityBatch& batch) {
        NamedTensors inputs = inputsOf(batch);
        inputs["alpha"] = torch::zeros({});
        const NamedTensors out = run(inputs, Displays::No).outputs;
        videos.push_back(out.at("feat_v"));
        audios.push_back(out.at("feat_a"));
        const std::int64_t rows = batch.lengths.size(0);
        const torch::Tensor probability = torch::softmax(out.at("vam_logits"), 1).select(1, 1);
        for (std::int64_t i = 0; i < (rows > 1 ? 2 * rows : 0); ++i) { // pairs, then wrong pictures
            match.push_back(probability[i].item<double>());
            isPair.push_back(i < rows);
        }
    });
    if (videos.empty())
        return {};
    const torch::Tensor similarity
        = torch::matmul(torch::cat(videos), torch::cat(audios).t()).to(torch::kFloat64).contiguous();
    const auto items = static_cast<std::size_t>(similarity.size(0));
    const std::span<const double> values(similarity.data_ptr<double>(), items * items);
    constexpr std::array<std::size_t, 3> ks{1, 5, 10};
    std::vector<ModelFigure> figures;
    const auto add = [&](const std::string& way, const RetrievalScores& scores) {
        for (std::size_t i = 0; i < ks.size(); ++i)
            figures.push_back({fmt::format("recall_at_{}_{}", ks[i], way), scores.recall[i]});
        figures.push_back({"median_rank_" + way, scores.medianRank});
    };
    add("video_to_audio", scoreRetrieval(values, items, ks));
    add("audio_to_video", scoreRetrieval(transposed(values, items), items, ks));
    for (const std::size_t k : ks)
        figures.push_back({fmt::format("chance_at_{}", k), chanceAt(k, items)});
    std::size_t right = 0;
    for (std::size_t i = 0; i < match.size(); ++i)
        right += (match[i] > 0.5) == isPair[i] ? 1 : 0;
    figures.push_back({"matching_accuracy",
                       match.empty()
                           ? std::nullopt
                           : std::optional(static_cast<double>(right) / static_cast<double>(match.size()))});
    figures.push_back({"matching_auc", match.empty() ? std::nullopt : areaUnderCurve(match, isPair)});
    return figures;
}

NamedTensors Vat::trainingState() const
{
    return {{"steps", torch::tensor(static_cast<double>(m_steps), torch::kFloat64)},
            {"place", torch::tensor(static_cast<double>(m_place), torch::kFloat64)}};
}

void Vat::setTrainingState(const NamedTensors& state)
{
    m_steps = static_cast<std::int64_t>(state.at("steps").item<double>());
    m_place = static_cast<std::int64_t>(state.at("place").item<double>());
}

torch::Tensor Vat::caseLoss(const std::string& kind, const NamedTensors& inputs, const FusionOutput& output)
{
    if (kind != "vac_vam_task" && kind != "vat_finetune")
        return FusionModel::caseLoss(kind, inputs, output);
    const torch::Tensor weight
        = kind == "vac_vam_task" ? torch::ones({}) : requiredInput(inputs, "contrast_weight");
    torch::Tensor loss = weight * (output.outputs.at("vac") + output.outputs.at("vam"));
    const NamedTensors& out = output.outputs;
    if (const auto task = out.find("task_loss"); task != out.end())
        loss = loss + task->second;
    if (const auto values = out.find("value_loss"); values != out.end() && inputs.contains("y_values"))
        loss = loss + values->second; // of targets of their own
    return loss;
}

}
