#include "engine/models/fusion/mult.h"

#include "engine/core/error.h"
#include "engine/models/layers/padding.h"

namespace engine {

namespace {

constexpr std::array<const char*, 3> multLetters{"l", "a", "v"};
constexpr std::array<const char*, 3> titles{"Text", "Acoustic", "Visual"};
constexpr std::array<const char*, 3> lowerTitles{"text", "acoustic", "visual"};
constexpr std::array<std::array<std::size_t, 2>, 3> sourcesOf{{{1, 2}, {0, 2}, {0, 1}}};

std::string crossName(std::size_t target, std::size_t source)
{
    return std::string(multLetters[target]) + "_with_" + multLetters[source];
}

std::string memoryName(std::size_t target)
{
    return std::string(multLetters[target]) + "_mem";
}

/// Lengths say of the words which are padding, and of other modalities only where those have a step per word.
void requireSameSteps(const NamedTensors& inputs)
{
    const std::int64_t steps = requiredInput(inputs, "x_l").size(1);
    for (const char* const name : {"x_a", "x_v"}) {
        if (requiredInput(inputs, name).size(1) != steps)
            throw ShapeError("bad_inputs",
                             std::string("inputs/") + name
                                 + ": expected as many steps as x_l, with lengths.");
    }
}

}

MultOptions MultOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    MultOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.width = parameters.size("d");
    options.heads = parameters.size("heads");
    options.layers = parameters.size("layers");
    options.memoryLayers = parameters.size("mem_layers", 3);
    options.outputs = parameters.size("out_dim", 1);
    options.causal = parameters.flag("attn_mask", true);
    options.keyMask = parameters.flag("key_mask", false);
    options.attentionDropouts
        = {parameters.dropout("p_attn"), parameters.dropout("p_attn_a"), parameters.dropout("p_attn_v")};
    options.reluDropout = parameters.dropout("p_relu");
    options.residualDropout = parameters.dropout("p_res");
    options.embeddingDropout = parameters.dropout("p_embed");
    options.outDropout = parameters.dropout("p_out");
    parameters.rejectUnknown();
    if (options.width % options.heads != 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"d\"", "is no multiple of \"heads\"");
    return options;
}

nlohmann::json MultOptions::defaults()
{
    return {{"model",
             {{"d", 30},
              {"heads", 5},
              {"layers", 4},
              {"mem_layers", 3},
              {"attn_mask", true},
              {"key_mask", true},
              {"p_attn", 0.1},
              {"p_relu", 0.1},
              {"p_res", 0.1},
              {"p_embed", 0.25}}},
            {"training",
             {{"lr", 1e-3},
              {"batch", 24},
              {"clip", 0.8},
              {"epochs", 40},
              {"patience", 40}, // as long as it is trained: the rate falls first
              {"schedule", {{"kind", "plateau"}, {"factor", 0.1}, {"patience", 20}}}}}};
}

Mult::Mult(const MultOptions& options)
    : m_options(options)
    , m_positions(halvedSinusoids)
    , m_memoryPositions(halvedSinusoids)
    , m_fc1(register_module("proj1", torch::nn::Linear(6 * options.width, 6 * options.width)))
    , m_fc2(register_module("proj2", torch::nn::Linear(6 * options.width, 6 * options.width)))
    , m_out(register_module("out_layer", torch::nn::Linear(6 * options.width, options.outputs)))
{
    const auto encoder
        = [&](const std::string& name, std::int64_t width, std::int64_t layers, double dropout) {
              return register_module(
                  "trans_" + name,
                  CrossModalEncoder(width, options.heads, layers,
                                    EncoderDropouts{dropout, options.reluDropout, options.residualDropout,
                                                    options.embeddingDropout}));
          };
    for (std::size_t target = 0; target < multLetters.size(); ++target) {
        m_projections.push_back(register_module(
            std::string("proj_") + multLetters[target],
            torch::nn::Conv1d(
                torch::nn::Conv1dOptions(options.widths[target], options.width, 1).bias(false))));
        const std::array<std::size_t, 2>& sources = sourcesOf[target];
        const auto crossModal = [&](std::size_t source) {
            return encoder(crossName(target, source), options.width, options.layers,
                           options.attentionDropouts[source]);
        };
        m_targets.push_back(
            {sources,
             {crossModal(sources[0]), crossModal(sources[1])},
             encoder(memoryName(target), 2 * options.width, std::max(options.layers, options.memoryLayers),
                     options.attentionDropouts[0])});
    }
}

FusionOutput Mult::run(const NamedTensors& inputs, Displays displays)
{
    const Steps steps = stepsOf(inputs);
    std::array<torch::Tensor, 3> x;
    x[0] = embed(
        projected(torch::dropout(requiredInput(inputs, "x_l"), m_options.embeddingDropout, is_training()), 0),
        m_positions);
    x[1] = embed(projected(requiredInput(inputs, "x_a"), 1), m_positions);
    x[2] = embed(projected(requiredInput(inputs, "x_v"), 2), m_positions);
    const torch::TensorOptions options = x[0].options();

    NamedTensors outputs;
    std::vector<torch::Tensor> last;
    for (std::size_t target = 0; target < m_targets.size(); ++target) {
        std::array<torch::Tensor, 2> streams;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            const std::size_t source = m_targets[target].sources[i];
            CrossModalEncoder& encoder = m_targets[target].encoders[i];
            const Attended enriched = encoder(encoder->dropped(x[target]), encoder->dropped(x[source]),
                                              sourceMask(steps, target, source, options), displays);
            streams[i] = enriched.values;
            outputs["attn_" + crossName(target, source)] = enriched.weights;
        }
        CrossModalEncoder& memory = m_targets[target].memory;
        const torch::Tensor joined
            = memory->dropped(embed(torch::cat({streams[0], streams[1]}, 2), m_memoryPositions));
        const torch::Tensor& lengths = steps.valid[target];
        const torch::Tensor lastMask
            = lengths.defined() ? keyMask(lengths, steps.all[target], options) : torch::Tensor();
        const Attended remembered
            = memory->lastStep(joined, lengths, ownMask(steps, target, options), lastMask, displays);
        last.push_back(remembered.values);
        outputs["attn_" + memoryName(target)] = remembered.weights;
    }
    const torch::Tensor h = torch::cat(last, 1);
    outputs["last"] = h;
    if (displays == Displays::No)
        outputs.clear();
    const torch::Tensor hidden = torch::dropout(torch::relu(m_fc1(h)), m_options.outDropout, is_training());
    return {m_out(m_fc2(hidden) + h), outputs};
}

/// The 1 × 1 convolution, which is a linear layer; left out when the modality has the right width already.
torch::Tensor Mult::projected(const torch::Tensor& x, std::size_t modality)
{
    const torch::nn::Conv1d& layer = m_projections[modality];
    const std::int64_t width = layer->options.in_channels();
    TORCH_CHECK(x.size(2) == width, "a modality of ", width, " features gets ", x.size(2));
    return width == m_options.width ? x : torch::linear(x, layer->weight.squeeze(2));
}

Mult::Steps Mult::stepsOf(const NamedTensors& inputs) const
{
    Steps steps;
    for (std::size_t m = 0; m < steps.all.size(); ++m) {
        steps.all[m] = requiredInput(inputs, modalityInputs[m]).size(1);
        steps.areAligned = steps.areAligned && !inputs.contains(lengthInputs[m]);
    }
    if (m_options.keyMask)
        steps.hidden = optionalInput(inputs, "hidden");
    if (!m_options.keyMask || (steps.areAligned && !inputs.contains("lengths")))
        return steps;
    if (steps.areAligned)
        requireSameSteps(inputs);
    for (const Modality modality : allModalities) {
        const auto m = static_cast<std::size_t>(modality);
        const torch::Tensor& x = inputs.at(modalityInputs[m]);
        steps.valid[m] = lengthsOf(inputs, modality);
        if (!steps.valid[m].defined())
            steps.valid[m] = torch::full({x.size(0)}, x.size(1), x.options().dtype(torch::kInt64));
    }
    return steps;
}

/// The same, and nowhere where the source is hidden.
torch::Tensor Mult::sourceMask(const Steps& steps, std::size_t target, std::size_t source,
                               const torch::TensorOptions& options) const
{
    const torch::Tensor mask = crossMask(steps, target, source, options);
    if (!steps.hidden.defined())
        return mask;
    const torch::Tensor all = hiddenKeys(steps.hidden.select(1, static_cast<std::int64_t>(source)), options);
    return mask.defined() ? mask + all : all.expand({-1, 1, steps.all[source]});
}

/// Where the target's steps may not look in the source; undefined when they may look everywhere.
torch::Tensor Mult::crossMask(const Steps& steps, std::size_t target, std::size_t source,
                              const torch::TensorOptions& options) const
{
    if (steps.areAligned && steps.valid[target].defined()) // every step has the same places in both
        return ownMask(steps, target, options);
    const torch::Tensor& lengths = steps.valid[source];
    if (!m_options.causal)
        return lengths.defined() ? keyMask(lengths, steps.all[source], options) : torch::Tensor();
    if (!lengths.defined())
        return futureMask(steps.all[target], steps.all[source], options);
    return futureMask(steps.valid[target], steps.all[target], lengths, steps.all[source], options);
}

torch::Tensor Mult::ownMask(const Steps& steps, std::size_t target, const torch::TensorOptions& options) const
{
    if (m_options.causal) // a step that sees no later ones sees no padding either
        return futureMask(steps.all[target], steps.all[target], options);
    const torch::Tensor& lengths = steps.valid[target];
    return lengths.defined() ? keyMask(lengths, steps.all[target], options) : torch::Tensor();
}

std::vector<DisplayCard> Mult::displays() const
{
    std::vector<DisplayCard> cards;
    for (std::size_t target = 0; target < m_targets.size(); ++target) {
        for (const std::size_t source : m_targets[target].sources)
            cards.push_back({"attn_" + crossName(target, source),
                             std::string(titles[target]) + " attends to " + lowerTitles[source],
                             {"layer", "step", "step"},
                             {{}, {}, {}},
                             DisplayScale::Share});
    }
    for (std::size_t target = 0; target < m_targets.size(); ++target)
        cards.push_back({"attn_" + memoryName(target),
                         std::string(titles[target]) + " attends to itself",
                         {"layer", "step", "step"},
                         {{}, {}, {}},
                         DisplayScale::Share});
    return cards;
}

}
