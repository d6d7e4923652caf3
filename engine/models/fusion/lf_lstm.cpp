#include "engine/models/fusion/lf_lstm.h"

#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/lstm_layers.h"
#include "engine/models/layers/modality_share.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

LfLstmOptions LfLstmOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    LfLstmOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = sizesPerModality(parameters, "h");
    options.joint = parameters.size("fc");
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("dropout");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json LfLstmOptions::defaults()
{
    return {{"model", {{"h_l", 128}, {"h_a", 32}, {"h_v", 32}, {"fc", 64}, {"dropout", 0.5}}},
            {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

/// Word by word, for live runs.
class LfLstm::Unrolled final : public Recurrence {
public:
    Unrolled(LfLstm& model, std::int64_t rows, const torch::TensorOptions& options) : m_model(model)
    {
        for (torch::nn::LSTM& lstm : model.m_lstms)
            m_layers.emplace_back(lstm, rows, options);
    }

    std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) override
    {
        std::vector<std::vector<torch::Tensor>> byStep(static_cast<std::size_t>(words.front().size(0)));
        for (std::size_t step = 0; step < byStep.size(); ++step) {
            for (const torch::Tensor& modality : words)
                byStep[step].push_back(modality[static_cast<std::int64_t>(step)]);
        }
        return byStep;
    }

    void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log) override
    {
        for (std::size_t m = 0; m < m_layers.size(); ++m)
            m_layers[m].advance(word[m], active);
        if (!log)
            return;
        for (const auto& [name, value] : m_model.outputsOf(states(), prediction()))
            (*log)[name].push_back(value);
    }

    torch::Tensor prediction() override { return m_model.predict(states()); }

private:
    std::vector<torch::Tensor> states() const
    {
        std::vector<torch::Tensor> states;
        for (const LstmLayers& layers : m_layers)
            states.push_back(layers.state());
        return states;
    }

    LfLstm& m_model;
    std::vector<LstmLayers> m_layers;
};

LfLstm::LfLstm(const LfLstmOptions& options) : m_options(options), m_fc1(nullptr), m_fc2(nullptr)
{
    constexpr std::array names{"lstm_l", "lstm_a", "lstm_v"};
    for (std::size_t m = 0; m < names.size(); ++m) {
        auto lstm = torch::nn::LSTMOptions(options.widths[m], options.hidden[m]).batch_first(true);
        m_lstms.push_back(register_module(names[m], torch::nn::LSTM(lstm)));
    }
    m_fc1 = register_module("fc1", torch::nn::Linear(total(options.hidden), options.joint));
    m_fc2 = register_module("fc2", torch::nn::Linear(options.joint, options.outputs));
}

FusionOutput LfLstm::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> states;
    for (std::size_t m = 0; m < m_lstms.size(); ++m)
        states.push_back(blocks::runLstm(m_lstms[m], requiredInput(inputs, modalityInputs[m]),
                                         lengthsOf(inputs, allModalities[m]))
                             .last);
    FusionOutput output{predict(states), {}};
    if (displays == Displays::Yes)
        output.outputs = outputsOf(states, output.prediction);
    return output;
}

std::unique_ptr<LiveRun> LfLstm::live()
{
    return liveRun(
        [this](std::int64_t rows, const torch::TensorOptions& options) -> std::unique_ptr<Recurrence> {
            return std::make_unique<Unrolled>(*this, rows, options);
        },
        [](NamedTensors& outputs) { // of the segment, not of the word
            for (auto& [name, value] : outputs)
                value = value.select(1, -1);
        });
}

torch::Tensor LfLstm::predict(const std::vector<torch::Tensor>& states)
{
    return m_fc2(torch::dropout(torch::relu(m_fc1(torch::cat(states, 1))), m_options.dropout, is_training()));
}

NamedTensors LfLstm::outputsOf(const std::vector<torch::Tensor>& states, const torch::Tensor& prediction)
{
    const torch::NoGradGuard noGradient;
    std::vector<torch::Tensor> occlusion;
    for (std::size_t m = 0; m < states.size(); ++m) {
        std::vector<torch::Tensor> without = states;
        without[m] = torch::zeros_like(without[m]);
        occlusion.push_back(prediction - predict(without));
    }
    return {{"h_l", states[0]},
            {"h_a", states[1]},
            {"h_v", states[2]},
            {"occlusion", torch::stack(occlusion, 1)}};
}

std::vector<DisplayCard> LfLstm::displays() const
{
    return {{"occlusion",
             "Contribution of each modality's state",
             {"modality", "output"},
             {modalityNames(), {}},
             DisplayScale::Signed}};
}

}
