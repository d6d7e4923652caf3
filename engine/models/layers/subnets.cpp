#include "engine/models/layers/subnets.h"

#include "engine/models/blocks/lstm.h"

namespace engine {

SubNetImpl::SubNetImpl(std::int64_t width, std::int64_t hidden, double dropout)
    : norm(register_module("norm", torch::nn::BatchNorm1d(width)))
    , drop(register_module("drop", torch::nn::Dropout(dropout)))
    , linear1(register_module("linear_1", torch::nn::Linear(width, hidden)))
    , linear2(register_module("linear_2", torch::nn::Linear(hidden, hidden)))
    , linear3(register_module("linear_3", torch::nn::Linear(hidden, hidden)))
{
}

torch::Tensor SubNetImpl::forward(const torch::Tensor& x)
{
    torch::Tensor y = drop(norm(x));
    y = torch::relu(linear1(y));
    y = torch::relu(linear2(y));
    return torch::relu(linear3(y));
}

TextSubNetImpl::TextSubNetImpl(std::int64_t width, std::int64_t hidden, std::int64_t outputs, double dropout)
    : rnn(register_module("rnn", torch::nn::LSTM(torch::nn::LSTMOptions(width, hidden).batch_first(true))))
    , drop(register_module("dropout", torch::nn::Dropout(dropout)))
    , linear1(register_module("linear_1", torch::nn::Linear(hidden, outputs)))
{
}

torch::Tensor TextSubNetImpl::forward(const torch::Tensor& x, const torch::Tensor& lengths)
{
    return linear1(drop(blocks::runLstm(rnn, x, lengths).last));
}

torch::Tensor withOne(const torch::Tensor& x)
{
    return torch::cat({x.new_ones({x.size(0), 1}), x}, 1);
}

}
