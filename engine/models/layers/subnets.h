#pragma once

#include <torch/torch.h>

namespace engine {

/// Batch norm, dropout and three ReLU layers: B × D → B × H. Zadeh et al., Tensor Fusion Network, EMNLP 2017.
struct SubNetImpl : torch::nn::Module {
    SubNetImpl(std::int64_t width, std::int64_t hidden, double dropout);
    torch::Tensor forward(const torch::Tensor& x);

    torch::nn::BatchNorm1d norm;
    torch::nn::Dropout drop;
    torch::nn::Linear linear1, linear2, linear3;
};
TORCH_MODULE(SubNet);

/// Last state of an LSTM, dropout and a linear layer without activation: B × T × D → B × O. Zadeh et al.,
/// EMNLP 2017.
struct TextSubNetImpl : torch::nn::Module {
    TextSubNetImpl(std::int64_t width, std::int64_t hidden, std::int64_t outputs, double dropout);

    /// @param lengths  B, int64; undefined when every step is valid.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& lengths);

    torch::nn::LSTM rnn;
    torch::nn::Dropout drop;
    torch::nn::Linear linear1;
};
TORCH_MODULE(TextSubNet);

/// B × H → B × (1 + H), the constant 1 in front: it keeps the lower-order terms in a tensor product.
torch::Tensor withOne(const torch::Tensor& x);

}
