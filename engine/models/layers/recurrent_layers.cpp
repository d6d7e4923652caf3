#include "engine/models/layers/recurrent_layers.h"

#include "engine/models/blocks/packed_layers.h"
#include "engine/models/layers/gru_layers.h"
#include "engine/models/layers/lstm_layers.h"

namespace engine {

CellKind cellKindFrom(const std::string& name)
{
    return name == "gru" ? CellKind::Gru : CellKind::Lstm;
}

RecurrentLayers::RecurrentLayers(torch::nn::Module& owner, CellKind kind, const RecurrentSizes& sizes)
{
    if (kind == CellKind::Gru)
        m_gru = owner.register_module("gru",
                                      torch::nn::GRU(torch::nn::GRUOptions(sizes.inputs, sizes.hidden)
                                                         .num_layers(sizes.layers)
                                                         .bidirectional(sizes.bidirectional)
                                                         .batch_first(true)));
    else
        m_lstm = owner.register_module("lstm",
                                       torch::nn::LSTM(torch::nn::LSTMOptions(sizes.inputs, sizes.hidden)
                                                           .num_layers(sizes.layers)
                                                           .bidirectional(sizes.bidirectional)
                                                           .batch_first(true)));
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
