#include "engine/models/layers/sequence_encoder.h"

namespace engine {

SequenceEncoderImpl::SequenceEncoderImpl(CellKind cell, const RecurrentSizes& sizes)
    : m_hidden(sizes.hidden)
    , m_bidirectional(sizes.bidirectional)
    , m_layers(*this, cell, sizes)
{
}

Encoded SequenceEncoderImpl::forward(const torch::Tensor& x, const torch::Tensor& lengths)
{
    const auto [sequence, last] = m_layers.run(x, lengths);
    if (!m_bidirectional)
        return {sequence, last, lengths};
    const auto summed = [this](const torch::Tensor& states) {
        return states.narrow(-1, 0, m_hidden) + states.narrow(-1, m_hidden, m_hidden);
    };
    return {summed(sequence), summed(last), lengths};
}

}
