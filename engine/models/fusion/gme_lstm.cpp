#include "engine/models/fusion/gme_lstm.h"

#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/padding.h"
#include "engine/models/layers/time_attention.h"

namespace engine {

namespace {

/// How likely the drawn gates of each segment were: B, the sum of log probabilities over its valid steps.
torch::Tensor logLikelihood(const FusionOutput& output, const torch::Tensor& lengths)
{
    constexpr double least = 1e-6; // a controller may be sure, but its logarithm stays finite
    const torch::Tensor p = output.outputs.at("gate_prob").clamp(least, 1.0 - least);
    const torch::Tensor gates = output.outputs.at("gates");
    torch::Tensor steps = (gates * p.log() + (1.0 - gates) * (1.0 - p).log()).sum(2);
    if (lengths.defined())
        steps = steps * validSteps(lengths, steps.size(1)).to(steps.dtype());
    return steps.sum(1);
}

/// What controllers minimise so that segments whose reward is above the baseline become more likely.
/// Williams, Simple Statistical Gradient-Following Algorithms for Connectionist Reinforcement Learning, 1992.
torch::Tensor reinforce(const torch::Tensor& rewards, const torch::Tensor& baseline,
                        const torch::Tensor& likelihood)
{
    return -((rewards - baseline).detach() * likelihood).mean();
}

/// The negative loss of each segment: B.
torch::Tensor rewardsOf(const torch::Tensor& prediction, const TrainingStep& step)
{
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> rewards;
    for (std::int64_t row = 0; row < prediction.size(0); ++row)
        rewards.push_back(-step.task(prediction.narrow(0, row, 1), step.truths.narrow(0, row, 1)));
    return torch::stack(rewards);
}

}

GmeLstmOptions GmeLstmOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    GmeLstmOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = parameters.size("h");
    options.out = parameters.size("out");
    options.outputs = parameters.size("out_dim", 1);
    options.controller = parameters.size("ctrl", options.controller);
    parameters.rejectUnknown();
    return options;
}

nlohmann::json GmeLstmOptions::defaults()
{
    return {{"model", {{"h", 64}, {"out", 64}, {"ctrl", 16}}}, {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

GmeLstm::GmeLstm(const GmeLstmOptions& options)
    : m_acousticFc1(
        register_module("ctrl_a_fc1", torch::nn::Linear(options.widths.acoustic, options.controller)))
    , m_acousticFc2(register_module("ctrl_a_fc2", torch::nn::Linear(options.controller, 1)))
    , m_visualFc1(register_module("ctrl_v_fc1", torch::nn::Linear(options.widths.visual, options.controller)))
    , m_visualFc2(register_module("ctrl_v_fc2", torch::nn::Linear(options.controller, 1)))
    , m_lstm(register_module(
          "lstm",
          torch::nn::LSTM(torch::nn::LSTMOptions(total(options.widths), options.hidden).batch_first(true))))
    , m_attention(
          register_module("att", torch::nn::Linear(torch::nn::LinearOptions(options.hidden, 1).bias(false))))
    , m_fc1(register_module("fc1", torch::nn::Linear(options.hidden, options.out)))
    , m_fc2(register_module("fc2", torch::nn::Linear(options.out, options.outputs)))
{
}

FusionOutput GmeLstm::run(const NamedTensors& inputs, Displays /*displays*/)
{
    const torch::Tensor& text = requiredInput(inputs, "x_l");
    const torch::Tensor& acoustic = requiredInput(inputs, "x_a");
    const torch::Tensor& visual = requiredInput(inputs, "x_v");
    const torch::Tensor lengths = lengthsOf(inputs, requiredInput(inputs, "x_l"));
    const torch::Tensor u = optionalInput(inputs, "u");

    const torch::Tensor p = torch::sigmoid(torch::cat(
        {m_acousticFc2(torch::relu(m_acousticFc1(acoustic))), m_visualFc2(torch::relu(m_visualFc1(visual)))},
        2));
    const torch::Tensor open = (u.defined() ? u < p : p >= 0.5).to(p.dtype());
    const torch::Tensor states
        = blocks::runLstm(
              m_lstm, torch::cat({text, acoustic * open.narrow(2, 0, 1), visual * open.narrow(2, 1, 1)}, 2),
              lengths)
              .sequence;
    const auto [attended, attention] = attendOverTime(m_attention, states, lengths);
    return {m_fc2(torch::relu(m_fc1(attended))),
            {{"gates", open}, {"gate_prob", p}, {"attention", attention}}};
}

torch::Tensor GmeLstm::objective(const TrainingStep& step)
{
    NamedTensors inputs = inputsOf(step.batch);
    inputs["u"]
        = torch::rand({step.batch.text.size(0), step.batch.text.size(1), 2}, step.batch.text.options());
    const bool trainsControllers = m_steps++ % 2 == 1;
    for (const auto& parameter : named_parameters())
        parameter.value().set_requires_grad(parameter.key().starts_with("ctrl_") == trainsControllers);
    const FusionOutput output = run(inputs, Displays::No);
    if (!trainsControllers)
        return step.task(output.prediction, step.truths);

    constexpr double decay = 0.9;
    const torch::Tensor rewards = rewardsOf(output.prediction, step);
    if (m_steps <= 2)
        m_baseline = rewards.mean();
    const torch::Tensor loss = reinforce(rewards, m_baseline, logLikelihood(output, step.batch.lengths));
    m_baseline = decay * m_baseline + (1.0 - decay) * rewards.mean();
    return loss;
}

NamedTensors GmeLstm::trainingState() const
{
    return {{"baseline", m_baseline}, {"steps", torch::tensor(m_steps)}};
}

void GmeLstm::setTrainingState(const NamedTensors& state)
{
    m_baseline = requiredInput(state, "baseline").clone();
    m_steps = requiredInput(state, "steps").item<std::int64_t>();
}

torch::Tensor GmeLstm::caseLoss(const std::string& kind, const NamedTensors& inputs,
                                const FusionOutput& output)
{
    if (kind != "reinforce")
        return FusionModel::caseLoss(kind, inputs, output);
    torch::Tensor baseline = optionalInput(inputs, "baseline");
    if (!baseline.defined())
        baseline = torch::full(
            {}, -0.8, output.prediction.options().requires_grad(false)); // that of the published fixture
    const torch::Tensor target = requiredInput(inputs, "target_y").view_as(output.prediction);
    const torch::Tensor error = (output.prediction - target).abs().mean(1);
    return error.mean()
        + reinforce(-error, baseline, logLikelihood(output, lengthsOf(inputs, requiredInput(inputs, "x_l"))));
}

std::vector<DisplayCard> GmeLstm::displays() const
{
    const std::vector<std::string> modalities{"acoustic", "visual"};
    return {{"gates", "Open gates", {"step", "modality"}, {{}, modalities}, DisplayScale::Gate},
            {"gate_prob",
             "Probability of an open gate",
             {"step", "modality"},
             {{}, modalities},
             DisplayScale::Gate},
            {"attention", "Attention per word", {"step"}, {{}}, DisplayScale::Share}};
}

}
