#include "engine/models/fusion/ef_lstm.h"

#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/lstm_layers.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

EfLstmOptions EfLstmOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    EfLstmOptions options;
    options.widths = sizesPerModality(parameters, "d");
    options.hidden = parameters.size("h");
    options.layers = parameters.size("num_layers", 1);
    options.bidirectional = parameters.flag("bidirectional", false);
    options.outputs = parameters.size("out_dim", 1);
    options.dropout = parameters.dropout("dropout");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json EfLstmOptions::defaults()
{
    return {{"model", {{"h", 128}, {"dropout", 0.5}}}, {"training", {{"lr", 1e-3}, {"batch", 32}}}};
}

/// Word by word, for live runs.
class EfLstm::Unrolled final : public Recurrence {
public:
    Unrolled(EfLstm& model, std::int64_t rows, const torch::TensorOptions& options)
        : m_model(model)
        , m_layers(model.m_lstm, rows, options)
    {
    }

    std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) override
    {
        std::vector<std::vector<torch::Tensor>> byStep;
        for (const torch::Tensor& word : torch::cat(words, 2).unbind(0))
            byStep.push_back({word});
        return byStep;
    }

    void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log) override
    {
        const torch::Tensor state = m_layers.advance(word.front(), active);
        if (log)
            (*log)["h_seq"].push_back(state);
    }

    torch::Tensor prediction() override { return m_model.predict(m_layers.state()); }

private:
    EfLstm& m_model;
    LstmLayers m_layers;
};

namespace {

void addStateOutputs(NamedTensors& outputs)
{
    outputs["state_norm"] = outputs.at("h_seq").norm(2, -1);
}

}

EfLstm::EfLstm(const EfLstmOptions& options)
    : m_options(options)
    , m_lstm(register_module("lstm",
                             torch::nn::LSTM(torch::nn::LSTMOptions(total(options.widths), options.hidden)
                                                 .num_layers(options.layers)
                                                 .bidirectional(options.bidirectional)
                                                 .batch_first(true))))
    , m_fc1(register_module(
          "fc1", torch::nn::Linear(options.hidden * (options.bidirectional ? 2 : 1), options.hidden)))
    , m_fc2(register_module("fc2", torch::nn::Linear(options.hidden, options.outputs)))
{
}

FusionOutput EfLstm::run(const NamedTensors& inputs, Displays displays)
{
    const torch::Tensor x = torch::cat(
        {requiredInput(inputs, "x_l"), requiredInput(inputs, "x_a"), requiredInput(inputs, "x_v")}, 2);
    const auto [sequence, last] = blocks::runLstm(m_lstm, x, lengthsOf(inputs, x));
    FusionOutput output{predict(last), {}};
    if (displays == Displays::Yes) {
        output.outputs = {{"h_seq", sequence}, {"h_last", last}};
        addStateOutputs(output.outputs);
    }
    return output;
}

std::unique_ptr<LiveRun> EfLstm::live()
{
    if (m_options.bidirectional)
        return nullptr;
    return liveRun(
        [this](std::int64_t rows, const torch::TensorOptions& options) -> std::unique_ptr<Recurrence> {
            return std::make_unique<Unrolled>(*this, rows, options);
        },
        &addStateOutputs);
}

torch::Tensor EfLstm::predict(const torch::Tensor& last)
{
    return m_fc2(torch::dropout(torch::relu(m_fc1(last)), m_options.dropout, is_training()));
}

std::vector<DisplayCard> EfLstm::displays() const
{
    return {{"state_norm", "Size of the state", {"step"}, {{}}, DisplayScale::Magnitude}};
}

}
