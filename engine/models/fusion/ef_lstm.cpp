#include "engine/models/fusion/ef_lstm.h"

#include "engine/models/layers/recurrence.h"
#include "engine/models/layers/time_attention.h"

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
    options.cell = cellKindFrom(parameters.choice("cell", {"lstm", "gru"}));
    options.attention = parameters.flag("attention", false);
    options.linearHead = parameters.choice("head", {"mlp", "linear"}) == "linear";
    options.modalities = modalityList(parameters, "modalities", options.modalities);
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
        , m_layers(model.m_layers.steps(rows, options))
    {
    }

    std::vector<std::vector<torch::Tensor>> project(const std::vector<torch::Tensor>& words) override
    {
        std::vector<std::vector<torch::Tensor>> byStep;
        for (const torch::Tensor& word : m_model.joined(words, 2).unbind(0))
            byStep.push_back({word});
        return byStep;
    }

    void advance(const std::vector<torch::Tensor>& word, const torch::Tensor& active, StepLog* log) override
    {
        const torch::Tensor state = m_layers->advance(word.front(), active);
        if (m_model.m_attention)
            m_states.push_back(state);
        if (log)
            (*log)["h_seq"].push_back(state);
    }

    torch::Tensor prediction() override
    {
        if (!m_model.m_attention)
            return m_model.predict(m_layers->state());
        return m_model.predict(attendOverTime(m_model.m_attention, torch::stack(m_states, 1), {}).attended);
    }

private:
    EfLstm& m_model;
    std::unique_ptr<SteppedLayers> m_layers;
    std::vector<torch::Tensor> m_states; ///< of the words so far, for the attention
};

namespace {

void addStateOutputs(NamedTensors& outputs)
{
    outputs["state_norm"] = outputs.at("h_seq").norm(2, -1);
}

}

EfLstm::EfLstm(const EfLstmOptions& options)
    : m_options(options)
    , m_layers(*this, options.cell,
               {totalOf(options.widths, options.modalities), options.hidden, options.layers,
                options.bidirectional})
{
    const std::int64_t states = options.hidden * (options.bidirectional ? 2 : 1);
    if (options.attention)
        m_attention
            = register_module("att", torch::nn::Linear(torch::nn::LinearOptions(states, 1).bias(false)));
    if (options.linearHead) {
        m_fc = register_module("fc", torch::nn::Linear(states, options.outputs));
        return;
    }
    m_fc1 = register_module("fc1", torch::nn::Linear(states, options.hidden));
    m_fc2 = register_module("fc2", torch::nn::Linear(options.hidden, options.outputs));
}

/// The features of the modalities that it reads, side by side. @param words  of all modalities
torch::Tensor EfLstm::joined(const std::vector<torch::Tensor>& words, std::int64_t axis) const
{
    std::vector<torch::Tensor> read;
    for (const Modality modality : m_options.modalities)
        read.push_back(words[static_cast<std::size_t>(modality)]);
    return torch::cat(read, axis);
}

FusionOutput EfLstm::run(const NamedTensors& inputs, Displays displays)
{
    std::vector<torch::Tensor> words;
    for (const char* const name : modalityInputs)
        words.push_back(requiredInput(inputs, name));
    const torch::Tensor x = joined(words, 2);
    const torch::Tensor lengths = lengthsOf(inputs, x);
    auto [sequence, last] = m_layers.run(x, lengths);
    torch::Tensor attention;
    if (m_attention) {
        const TimeAttended over = attendOverTime(m_attention, sequence, lengths);
        last = over.attended;
        attention = over.weights;
    }
    FusionOutput output{predict(last), {}};
    if (displays == Displays::Yes) {
        output.outputs = {{"h_seq", sequence}, {"h_last", last}};
        if (attention.defined())
            output.outputs.emplace("attention", attention);
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
    if (m_fc)
        return m_fc(torch::dropout(last, m_options.dropout, is_training()));
    return m_fc2(torch::dropout(torch::relu(m_fc1(last)), m_options.dropout, is_training()));
}

std::vector<DisplayCard> EfLstm::displays() const
{
    std::vector<DisplayCard> cards{
        {"state_norm", "Size of the state", {"step"}, {{}}, DisplayScale::Magnitude}};
    if (m_attention)
        cards.push_back({"attention", "Attention per word", {"step"}, {{}}, DisplayScale::Share});
    return cards;
}

}
