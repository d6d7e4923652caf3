#include "engine/models/fusion/raven.h"

#include "engine/core/error.h"
#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/padding.h"

#include <fmt/format.h>

namespace engine {

namespace {

torch::nn::LSTM batchFirst(std::int64_t inputs, std::int64_t hidden)
{
    return torch::nn::LSTM(torch::nn::LSTMOptions(inputs, hidden).batch_first(true));
}

/// How many frames each word has: B × T, int64. @throws ShapeError (`bad_inputs`).
const torch::Tensor& frameCounts(const NamedTensors& inputs, const std::string& name,
                                 const std::string& frames)
{
    const torch::Tensor& counts = requiredInput(inputs, name);
    const torch::Tensor& x = requiredInput(inputs, frames);
    const bool isPerWord = x.dim() == 4 && counts.dim() == 2 && counts.size(0) == x.size(0)
        && counts.size(1) == x.size(1) && !counts.is_floating_point();
    if (!isPerWord || (counts < 0).any().item<bool>() || (counts > x.size(2)).any().item<bool>())
        throw ShapeError(
            "bad_inputs",
            fmt::format("inputs/{}: expected whole numbers of 0 to {}, one per segment and word of "
                        "inputs/{} (segments × words × frames × features).",
                        name, x.dim() == 4 ? x.size(2) : 0, frames));
    return counts;
}

/// The state after a word's last frame: B · T × H, zeros for a word without frames.
///
/// @param frames  B × T × S × D.
/// @param counts  B × T, int64, 0…S.
torch::Tensor wordStates(const torch::Tensor& frames, const torch::Tensor& counts, torch::nn::Linear& resize,
                         torch::nn::LSTM& lstm)
{
    const torch::Tensor count = counts.flatten();
    const torch::Tensor states
        = blocks::runLstm(lstm, resize(frames.flatten(0, 1)), torch::Tensor()).sequence; // B · T × S × H
    return lastValid(states, count.clamp_min(1)) * count.gt(0).unsqueeze(1).to(states.dtype());
}

torch::Tensor hasFrame(const torch::Tensor& words)
{
    return words.ne(0).any(2).to(torch::kInt64);
}

}

RavenOptions RavenOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    RavenOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.norm = parameters.size("norm");
    options.cell = parameters.size("cell");
    options.hidden = parameters.size("h");
    options.outputs = parameters.size("out_dim", 1);
    options.shiftWeight = parameters.number("shift_weight", 0.0, 100.0, 1.0);
    options.sigmoidGate = parameters.choice("gate", {"linear", "sigmoid"}) == "sigmoid";
    options.dropout = parameters.dropout("drop");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json RavenOptions::defaults()
{
    return {{"model",
             {{"norm", 150},
              {"cell", 150},
              {"h", 300},
              {"shift_weight", 0.2},
              {"gate", "sigmoid"},
              {"drop", 0.2}}},
            {"training", {{"lr", 1e-3}, {"batch", 20}}}};
}

Raven::Raven(const RavenOptions& options)
    : m_sigmoidGate(options.sigmoidGate)
    , m_shiftWeight(options.shiftWeight)
    , m_acousticResize(register_module("fc_rsz_a", torch::nn::Linear(options.widths.acoustic, options.norm)))
    , m_visualResize(register_module("fc_rsz_v", torch::nn::Linear(options.widths.visual, options.norm)))
    , m_acousticLstm(register_module("lstm_a", batchFirst(options.norm, options.cell)))
    , m_visualLstm(register_module("lstm_v", batchFirst(options.norm, options.cell)))
    , m_acousticGate(register_module("gate_a", torch::nn::Linear(options.cell + options.widths.text, 1)))
    , m_visualGate(register_module("gate_v", torch::nn::Linear(options.cell + options.widths.text, 1)))
    , m_shift(register_module("shift", torch::nn::Linear(2 * options.cell, options.widths.text)))
    , m_lstm(register_module("lstm", batchFirst(options.widths.text, options.hidden)))
    , m_dropout(register_module("dropout", torch::nn::Dropout(options.dropout)))
    , m_out(register_module("fc_out", torch::nn::Linear(options.hidden, options.outputs)))
{
}

FusionOutput Raven::run(const NamedTensors& inputs, Displays displays)
{
    const torch::Tensor& words = requiredInput(inputs, "x_l");
    const torch::Tensor acoustic = wordStates(
        requiredInput(inputs, "x_a"), frameCounts(inputs, "a_len", "x_a"), m_acousticResize, m_acousticLstm);
    const torch::Tensor visual = wordStates(requiredInput(inputs, "x_v"), frameCounts(inputs, "v_len", "x_v"),
                                            m_visualResize, m_visualLstm);
    const torch::Tensor flatWords = words.flatten(0, 1);
    const auto gate = [&](torch::nn::Linear& linear, const torch::Tensor& state) {
        const torch::Tensor value = linear(torch::cat({state, flatWords}, 1));
        return m_sigmoidGate ? torch::sigmoid(value) : value;
    };
    const torch::Tensor acousticGate = gate(m_acousticGate, acoustic); // B · T × 1
    const torch::Tensor visualGate = gate(m_visualGate, visual);

    const torch::Tensor raw = m_shift(torch::cat({acoustic * acousticGate, visual * visualGate}, 1));
    const torch::Tensor bounded = raw * (m_shiftWeight / raw.norm(2, 1, /*keepdim=*/true).clamp_min(1.0));
    const torch::Tensor shift = bounded.view_as(words);
    const torch::Tensor shifted = words + shift * words.norm(2, 2, /*keepdim=*/true);
    const torch::Tensor last = blocks::runLstm(m_lstm, shifted, lengthsOf(inputs, shifted)).last;

    FusionOutput output{m_out(m_dropout(last)), {}};
    if (displays == Displays::Yes) {
        const std::vector<std::int64_t> perWord{words.size(0), words.size(1)};
        output.outputs = {{"gate_a", acousticGate.view(perWord)},
                          {"gate_v", visualGate.view(perWord)},
                          {"shift", shift},
                          {"shift_norm", shift.norm(2, 2)},
                          {"shifted_words", shifted}};
    }
    return output;
}

NamedTensors Raven::inputsFrom(const ModalityBatch& batch) const
{
    return {{"x_l", batch.text},
            {"x_a", batch.acoustic.unsqueeze(2)},
            {"x_v", batch.visual.unsqueeze(2)},
            {"a_len", hasFrame(batch.acoustic)},
            {"v_len", hasFrame(batch.visual)},
            {"lengths", batch.lengths}};
}

std::vector<DisplayCard> Raven::displays() const
{
    const DisplayScale gates = m_sigmoidGate ? DisplayScale::Gate : DisplayScale::Signed;
    return {{"gate_a", "Gate of what is heard", {"step"}, {{}}, gates},
            {"gate_v", "Gate of what is seen", {"step"}, {{}}, gates},
            {"shift_norm", "How far a word is shifted", {"step"}, {{}}, DisplayScale::Magnitude}};
}

}
