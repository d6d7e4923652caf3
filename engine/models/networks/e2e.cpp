#include "engine/models/networks/e2e.h"

#include "engine/core/error.h"
#include "engine/models/blocks/linear_rows.h"
#include "engine/models/hyper_parameters.h"
#include "engine/models/layers/rep_vgg.h"
#include "engine/models/weights.h"

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace engine {

namespace {

constexpr std::int64_t kTrunkShrinks = 16; ///< each direction, in a trunk
constexpr std::int64_t kBands = 128, kFrames = 32; ///< of a piece
constexpr std::int64_t kBandGroups = 4; ///< to FV2ES, a piece of 128 × 32 is 4 × 32 × 32

std::vector<NestedLevel> nestedLevels(const nlohmann::json& json)
{
    HyperParameters parameters(json);
    const std::vector<std::int64_t> widths = parameters.sizes("dims"), heads = parameters.sizes("heads"),
                                    depths = parameters.sizes("depths");
    parameters.rejectUnknown();
    constexpr std::size_t mostLevels = 8;
    if (widths.empty() || widths.size() > mostLevels || heads.size() != widths.size()
        || depths.size() != widths.size())
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"nest\"",
                          "expected dims, heads and depths of as many levels, 1 to 8");
    std::vector<NestedLevel> levels;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] % heads[i] != 0)
            throw FormatError("bad_hyper_parameter", "hyper-parameter \"nest\"",
                              fmt::format("{} heads do not divide a width of {}", heads[i], widths[i]));
        levels.push_back({widths[i], heads[i], depths[i]});
    }
    return levels;
}

std::vector<std::int64_t> fourChannels(HyperParameters& parameters, const char* name)
{
    const std::vector<std::int64_t> channels = parameters.sizes(name);
    if (channels.size() != 4)
        throw FormatError("bad_hyper_parameter", fmt::format("hyper-parameter \"{}\"", name),
                          "expected four numbers");
    return channels;
}

void refuseUnless(bool isFine, const char* name, const char* expected)
{
    if (!isFine)
        throw FormatError("bad_hyper_parameter", fmt::format("hyper-parameter \"{}\"", name), expected);
}

void checkPictureSizes(const E2eOptions& options)
{
    refuseUnless(options.encoder.width % options.encoder.heads == 0, "d", "is no multiple of \"heads\"");
    refuseUnless(options.faceSide >= kTrunkShrinks, "face", "is below 16");
    if (!options.isFv2es) {
        refuseUnless(options.piece[0] >= kTrunkShrinks && options.piece[1] >= kTrunkShrinks, "spec",
                     "is below 16");
        return;
    }
    const std::int64_t part = std::int64_t{1} << (options.nested.size() - 1);
    refuseUnless(options.piece[0] == options.piece[1] && options.piece[0] % part == 0, "spec",
                 "expected a square that can be halved between all levels of \"nest\"");
}

nlohmann::json publishedSizes(const char* variant)
{
    return {{"class", "E2E"},
            {"variant", variant},
            {"face", 48},
            {"ch", {64, 128, 256, 512}},
            {"hid", 1024},
            {"d", 64},
            {"layers", 4},
            {"heads", 4},
            {"ff", 2048},
            {"dropout", 0.1},
            {"text", {{"kind", "features"}}},
            {"standardise", true}};
}

}

E2eOptions E2eOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    E2eOptions options;
    options.isFv2es = parameters.choice("variant", {"mme2e", "fv2es"}) == "fv2es";
    options.isSingle = parameters.choice("form", {"multi", "single"}) == "single";
    options.outputs = parameters.has("n") ? parameters.size("n") : parameters.size("out_dim", 1);
    options.modalities = modalityLetters(parameters.any("modalities"));
    options.text
        = TextEncoderOptions::fromJson(parameters, options.modalities.find('t') != std::string::npos);
    options.faceSide = parameters.size("face", options.faceSide);
    const std::vector<std::int64_t> piece = parameters.has("spec") ? parameters.sizes("spec")
        : options.isFv2es                                          ? std::vector<std::int64_t>{32, 32}
                                                                   : std::vector<std::int64_t>{128, 32};
    refuseUnless(piece.size() == 2, "spec", "expected two numbers");
    options.piece = {piece[0], piece[1]};
    options.channels = fourChannels(parameters, "ch");
    if (parameters.has("a_ch"))
        options.soundChannels = fourChannels(parameters, "a_ch");
    else
        options.soundChannels = options.channels;
    if (options.isFv2es)
        options.nested = nestedLevels(parameters.object("nest"));
    options.hidden = parameters.size("hid", options.hidden);
    options.encoder.width = parameters.size("d", 64);
    options.encoder.layers = parameters.size("layers", 4);
    options.encoder.heads = parameters.size("heads", 4);
    options.encoder.feedForward = parameters.size("ff", options.encoder.feedForward);
    options.encoder.dropout = parameters.dropout("dropout");
    options.standardises = parameters.flag("standardise", false);
    options.sparse = parameters.number("sparse", 0.0, 1.0, 0.0);
    parameters.rejectUnknown();
    checkPictureSizes(options);
    refuseUnless(!options.standardises
                     || options.piece[0] * options.piece[1] * (options.isFv2es ? kBandGroups : 1)
                         == kBands * kFrames,
                 "standardise", "is for pieces of 128 bands and 32 frames");
    refuseUnless(options.isFv2es || !options.isSingle, "form", "only FV2ES has a single form");
    refuseUnless(options.sparse == 0.0 || !options.isFv2es, "sparse", "is for MME2E alone");
    refuseUnless(options.sparse == 0.0 || options.modalities.find('t') != std::string::npos, "sparse",
                 "needs text among the modalities, which chooses the positions");
    return options;
}

void E2eOptions::settle(nlohmann::json& config, const TrainingFacts& facts)
{
    if (!config.contains("modalities")) {
        for (const Modality modality : allModalities) {
            if (facts.modalities[static_cast<std::size_t>(modality)])
                config["modalities"].push_back(name(modality));
        }
    }
    const auto found = config.find("text");
    const std::string kind = found != config.end() && found->is_object() ? found->value("kind", "") : "";
    if ((kind != "small" && kind != "albert")
        || modalityLetters(config.value("modalities", nlohmann::json())).find('t') == std::string::npos)
        return;
    nlohmann::json& text = *found;
    if (facts.transcripts.empty())
        throw FormatError("no_transcripts", "model.text.kind",
                          "is " + kind + ", but the data have no transcripts to take words from");
    if (kind == "small" && !text.contains("vocabulary")) {
        const TokenVocabulary words
            = TokenVocabulary::of(facts.transcripts, text.value("vocab", std::size_t(10'000)),
                                  text.value("min_count", std::size_t(1)));
        text["vocabulary"] = words.words();
        text["vocab"] = words.size();
    }
    if (kind == "albert" && !text.contains("model")) {
        const std::string path = text.value("pieces", std::string());
        std::ifstream file(path, std::ios::binary);
        if (!file)
            throw IoError("file_not_found", path.empty() ? "model.text.pieces" : path,
                          "cannot be opened; it names the spiece.model beside the weights of an ALBERT");
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        text["vocab"] = TextTokens::ofPieces(bytes).size();
        text["model"] = textOfBytes(bytes);
        text.erase("pieces");
    }
}

nlohmann::json E2eOptions::mme2e()
{
    return {{"model", publishedSizes("mme2e")},
            {"training", {{"lr", 5e-5}, {"batch", 8}, {"epochs", 40}, {"patience", 5}, {"clip", 0.0}}}};
}

nlohmann::json E2eOptions::fv2es()
{
    nlohmann::json model = publishedSizes("fv2es");
    model["nest"] = {{"dims", {128, 256, 512}}, {"heads", {4, 8, 16}}, {"depths", {2, 2, 20}}};
    return {{"model", model},
            {"training", {{"lr", 4.5e-6}, {"batch", 2}, {"epochs", 30}, {"patience", 6}, {"clip", 0.0}}}};
}

E2e::E2e(const E2eOptions& options) : m_options(options), m_fusion(options.modalities.size())
{
    const auto area = [](std::int64_t height, std::int64_t width) {
        return (height / kTrunkShrinks) * (width / kTrunkShrinks);
    };
    if (has('t')) {
        using Kind = TextEncoderOptions::Kind;
        if (options.text.kind == Kind::Albert) {
            m_albert = register_module(
                "T", std::make_shared<Albert>(AlbertOptions::fromJson(options.text.albert)));
            if (!options.text.pieces.empty())
                m_tokens = TextTokens::ofPieces(bytesOfText(options.text.pieces));
        } else {
            m_text = TextEncoder(options.text);
            if (m_text->hasParameters())
                register_module("T", m_text);
            if (options.text.kind == Kind::Small && !options.text.words.empty())
                m_tokens = TextTokens::ofWords(options.text.words);
        }
        m_textOut = register_module("t_out", torch::nn::Linear(options.text.width, options.outputs));
    }
    if (has('v')) {
        if (options.sparse > 0.0)
            m_vision.sparse
                = register_module("V", SparseTrunk(3, options.channels, options.text.width, options.sparse));
        else
            m_vision.trunk = register_module("V",
                                             options.isSingle      ? singleTrunk(3, options.channels)
                                                 : options.isFv2es ? branchedTrunk(3, options.channels)
                                                                   : vggTrunk(3, options.channels));
        makeNet('v', options.channels.back() * area(options.faceSide, options.faceSide));
    }
    if (has('a')) {
        const auto [height, width] = options.piece;
        std::int64_t size = 0;
        if (options.isFv2es) {
            m_sound.nested = register_module("A", NestedAttention(height, kBandGroups, options.nested));
            const std::int64_t side = height >> (options.nested.size() - 1);
            size = options.nested.back().width * side * side;
        } else if (options.sparse > 0.0) {
            m_sound.sparse = register_module(
                "A", SparseTrunk(1, options.soundChannels, options.text.width, options.sparse));
        } else {
            m_sound.trunk = register_module("A", vggTrunk(1, options.soundChannels));
        }
        makeNet('a', size > 0 ? size : options.soundChannels.back() * area(height, width));
    }
    if (m_fusion->weights)
        register_module("weighted_fusion", m_fusion->weights);
    if (options.standardises) {
        m_bandMean = register_buffer("band_mean", torch::zeros({kBands}));
        m_bandDeviation = register_buffer("band_deviation", torch::ones({kBands}));
    }
}

void E2e::begin(const EachBatch& training, std::uint64_t /*seed*/)
{
    if (!m_bandMean.defined())
        return;
    const torch::NoGradGuard noGradient;
    torch::Tensor sum = torch::zeros({kBands}, torch::kFloat64), squares = torch::zeros_like(sum);
    std::int64_t count = 0;
    training([&](const ModalityBatch& batch) {
        const auto found = batch.media.find("specs");
        if (found == batch.media.end() || found->second.size(0) == 0)
            return;
        const torch::Tensor bands
            = found->second.reshape({found->second.size(0), kBands, -1}).to(torch::kFloat64);
        sum += bands.sum(torch::IntArrayRef({0, 2}));
        squares += bands.square().sum(torch::IntArrayRef({0, 2}));
        count += bands.size(0) * bands.size(2);
    });
    if (count == 0)
        return;
    constexpr double constant = 1e-6; // a band between two bins of the spectrum
    const torch::Tensor mean = sum / count;
    const torch::Tensor deviation = (squares / count - mean.square()).clamp_min(0.0).sqrt();
    m_bandMean.copy_(mean);
    m_bandDeviation.copy_(torch::where(deviation > constant, deviation, torch::ones_like(deviation)));
}

void E2e::makeNet(char letter, std::int64_t mapSize)
{
    Net& net = netOf(letter);
    const std::string start(1, letter);
    net.flatten = register_module(
        start + "_flatten",
        torch::nn::Sequential(torch::nn::Linear(mapSize, m_options.hidden), torch::nn::ReLU(),
                              torch::nn::Linear(m_options.hidden, m_options.encoder.width)));
    net.encoder = register_module(start + "_transformer", ClsEncoder(m_options.encoder));
    net.out = register_module(start + "_out", torch::nn::Linear(m_options.encoder.width, m_options.outputs));
}

torch::Tensor E2e::maps(char letter, const torch::Tensor& pictures, const torch::Tensor& text,
                        const torch::Tensor& lengths, NamedTensors& outputs, Displays displays)
{
    Net& net = netOf(letter);
    if (net.trunk)
        return net.trunk->forward(pictures);
    if (net.nested) {
        const NestedAttentionImpl::Result result = net.nested(pictures);
        if (displays == Displays::Yes)
            outputs["spec_attention_last"] = result.weights.detach();
        return result.values;
    }
    const auto [values, choices] = net.sparse(pictures, text.repeat_interleave(lengths, 0));
    std::vector<torch::Tensor> shares;
    for (std::size_t level = 0; level < choices.size() && displays == Displays::Yes; ++level) {
        outputs[fmt::format("position_attention_{}_{}", letter, level)] = choices[level].weights;
        outputs[fmt::format("kept_{}_{}", letter, level)] = choices[level].kept.to(torch::kFloat32);
        shares.push_back(choices[level].kept.to(torch::kFloat32).mean());
    }
    if (!shares.empty())
        outputs[fmt::format("kept_share_{}", letter)] = torch::stack(shares);
    return values;
}

/// Of each picture or piece, N × d.
torch::Tensor E2e::vectors(char letter, const torch::Tensor& pictures, const torch::Tensor& text,
                           const torch::Tensor& lengths, NamedTensors& outputs, Displays displays)
{
    Net& net = netOf(letter);
    const auto compute = [&](const torch::Tensor& some) {
        return blocks::twoLayerRows(maps(letter, some, text, lengths, outputs, displays).flatten(1),
                                    net.flatten->ptr<torch::nn::LinearImpl>(0),
                                    net.flatten->ptr<torch::nn::LinearImpl>(2), 0.0);
    };
    const bool isKept
        = net.memory && !is_training() && !torch::GradMode::is_enabled() && displays == Displays::No;
    return isKept ? net.memory->of(pictures, compute) : compute(pictures);
}

bool E2e::rememberItems(std::size_t most)
{
    if (m_options.sparse > 0.0) // what it makes of a face depends on the words
        return false;
    m_vision.memory.emplace(most);
    m_sound.memory.emplace(most);
    return has('v') || has('a');
}

torch::Tensor E2e::logitsOf(char letter, const NamedTensors& inputs, const torch::Tensor& text,
                            FusionOutput& output, Displays displays)
{
    Net& net = netOf(letter);
    const bool isVision = letter == 'v';
    const torch::Tensor& pictures = requiredInput(inputs, isVision ? "faces" : "specs");
    const torch::Tensor& lengths = requiredInput(inputs, isVision ? "v_lens" : "a_lens");
    checkCounts(lengths, pictures, isVision ? "v_lens" : "a_lens");
    torch::Tensor items = torch::zeros({0, m_options.encoder.width});
    if (pictures.size(0) > 0)
        items = vectors(letter, pictures, text, lengths, output.outputs, displays);
    const torch::Tensor vector = net.encoder(items, lengths);
    output.outputs[isVision ? "v_cls" : "a_cls"] = vector;
    return net.out(vector);
}

FusionOutput E2e::run(const NamedTensors& inputs, Displays displays)
{
    FusionOutput output;
    std::vector<torch::Tensor> logits;
    torch::Tensor text;
    for (const char letter : m_options.modalities) {
        if (letter == 't') {
            text = m_albert ? m_albert->run(inputs, Displays::No).prediction : m_text->forward(inputs);
            logits.push_back(m_textOut(text));
        } else {
            logits.push_back(logitsOf(letter, inputs, text, output, displays));
        }
        output.outputs["logits_" + std::string(1, letter)] = logits.back();
    }
    output.prediction = m_fusion(logits);
    if (displays == Displays::Yes)
        output.outputs["modality_logits"] = torch::stack(logits, 1);
    return output;
}

NamedTensors E2e::emptyInputs(std::int64_t rows) const
{
    const torch::Tensor none = torch::zeros({rows}, torch::kInt64), one = torch::ones({rows}, torch::kInt64);
    const auto [height, width] = m_options.piece;
    const std::int64_t groups = m_options.isFv2es ? kBandGroups : 1;
    NamedTensors inputs{{"faces", torch::zeros({0, 3, m_options.faceSide, m_options.faceSide})},
                        {"v_lens", none},
                        {"specs", torch::zeros({0, groups, height, width})},
                        {"a_lens", none}};
    if (m_options.text.kind == TextEncoderOptions::Kind::Vector)
        inputs["text_cls"] = torch::zeros({rows, m_options.text.width});
    else if (m_options.text.kind == TextEncoderOptions::Kind::Features)
        inputs["x_l"] = torch::zeros({rows, 1, m_options.text.features});
    else
        inputs["ids"] = torch::zeros({rows, 1}, torch::kInt64);
    inputs["len_l"] = one;
    inputs["lengths"] = one;
    return inputs;
}

NamedTensors E2e::inputsFrom(const ModalityBatch& batch) const
{
    NamedTensors inputs = emptyInputs(batch.lengths.size(0));
    if (m_options.text.kind == TextEncoderOptions::Kind::Features && batch.text.defined()) {
        inputs["x_l"] = batch.text;
        inputs["len_l"] = batch.lengths;
    }
    for (const char* const name : {"ids", "lengths"}) {
        if (const auto found = batch.extras.find(name); m_tokens && found != batch.extras.end())
            inputs[name] = found->second;
    }
    for (const auto& [name, tensor] : batch.media)
        inputs[name] = tensor;
    const auto [height, width] = m_options.piece;
    const std::int64_t groups = m_options.isFv2es ? kBandGroups : 1;
    torch::Tensor pieces = inputs["specs"];
    if (m_bandMean.defined())
        pieces = ((pieces.reshape({pieces.size(0), kBands, kFrames}) - m_bandMean.view({1, -1, 1}))
                  / m_bandDeviation.view({1, -1, 1}));
    inputs["specs"] = pieces.reshape({pieces.size(0), groups, height, width}); // row by row
    return inputs;
}

NamedTensors E2e::extrasOf(const std::vector<std::string>& transcripts) const
{
    return m_tokens && !transcripts.empty() ? m_tokens->of(transcripts, m_options.text.longest)
                                            : NamedTensors();
}

torch::Tensor E2e::objective(const TrainingStep& step)
{
    if (m_options.isSingle)
        throw FormatError("bad_config", "model.form",
                          "is single: a fused network is not trained; train one with branches, then fuse it");
    return FusionModel::objective(step);
}

std::vector<DisplayCard> E2e::displays() const
{
    std::vector<DisplayCard> cards{modalityLogitsCard(m_options.modalities)};
    constexpr std::array titles{"Kept positions of the face, first level",
                                "Kept positions of the face, second level",
                                "Kept positions of the face, third level"};
    for (std::size_t level = 0; level < titles.size() && m_options.sparse > 0.0 && has('v'); ++level)
        cards.push_back({fmt::format("{}{}", kKeptPositions, level),
                         titles[level],
                         {kFrameAxis, "row", "column"},
                         {{}, {}, {}},
                         DisplayScale::Gate});
    return cards;
}

torch::Tensor E2e::caseLoss(const std::string& kind, const NamedTensors& inputs, const FusionOutput& output)
{
    return kind == "bce_with_logits" ? labelledLogisticLoss(output.prediction, inputs)
                                     : FusionModel::caseLoss(kind, inputs, output);
}

torch::Tensor E2e::pictureMaps(const torch::Tensor& faces)
{
    NamedTensors ignored;
    return maps('v', faces, {}, {}, ignored, Displays::No);
}

NamedTensors E2e::foldedTrunkParameters() const
{
    NamedTensors named;
    if (!m_options.isFv2es || m_options.isSingle || !has('v'))
        return named;
    for (const auto& [name, tensor] : foldedTrunk(m_vision.trunk))
        named.emplace("V." + name, tensor);
    return named;
}

std::shared_ptr<FusionModel> fusedNetwork(const FusionModel& branched, nlohmann::json& architecture)
{
    const auto* const network = dynamic_cast<const E2e*>(&branched);
    if (network && network->options().isSingle)
        throw FormatError("not_fusible", "the model", "is fused already: its trunk has a single branch");
    const NamedTensors folded = network ? network->foldedTrunkParameters() : NamedTensors();
    if (folded.empty())
        throw FormatError("not_fusible", "the model", "has no branches; only FV2ES with faces can be fused");
    architecture["form"] = "single";
    const auto single = std::make_shared<E2e>(E2eOptions::fromJson(architecture));
    NamedTensors state = folded;
    for (const auto& [name, tensor] : stateOf(branched)) {
        if (!name.starts_with("V."))
            state.emplace(name, tensor);
    }
    loadState(*single, state, "fused model");
    single->eval();
    return single;
}

}
