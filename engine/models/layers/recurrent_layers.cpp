#include "engine/models/layers/recurrent_layers.h"

#include "engine/models/blocks/packed_layers.h"
#include "engine/models/layers/gru_layers.h"
#include "engine/models/layers/lstm_layers.h"

namespace engine {

namespace {

template <typename Options>
Options withSizes(Options options, const RecurrentSizes& sizes)
{
    return options.input_size(sizes.inputs)
        .hidden_size(sizes.hidden)
        .num_layers(sizes.layers)
        .bidirectional(sizes.bidirectional)
        .dropout(sizes.dropout)
        .batch_first(true);
}

}

CellKind cellKindFrom(const std::string& name)
{
    return name == "gru" ? CellKind::Gru : CellKind::Lstm;
}

RecurrentLayers::RecurrentLayers(torch::nn::Module& owner, CellKind kind, const RecurrentSizes& sizes,
                                 const std::string& name)
{
    if (kind == CellKind::Gru)
        m_gru = owner.register_module(name.empty() ? "gru" : name,
                                      torch::nn::GRU(withSizes(torch::nn::GRUOptions(0, 0), sizes)));
    else
        m_lstm = owner.register_module(name.empty() ? "lstm" : name,
                                       torch::nn::LSTM(withSizes(torch::nn::LSTMOptions(0, 0), sizes)));
}

blocks::LstmStates RecurrentLayers::run(const torch::Tensor& x, const torch::Tensor& lengths)
{
    return m_gru ? blocks::runPacked(m_gru, x, lengths) : blocks::runLstm(m_lstm, x, lengths);
}

std::unique_ptr<SteppedLayers> RecurrentLayers::steps(std::int64_t rows, const torch::TensorOptions& options)
{
    if (m_gru)
        return std::make_unique<GruLayers>(m_gru, rows, options);
    return std::make_unique<LstmLayers>(m_lstm, rows, options);
}

}
