#pragma once

#include <torch/torch.h>

#include <vector>

namespace engine {

/// Two convolutions of 3 × 3 with batch norm and ReLU. Simonyan and Zisserman, Very Deep Convolutional
/// Networks, ICLR 2015.
struct VggBlockImpl : torch::nn::Module {
    VggBlockImpl(std::int64_t inputs, std::int64_t outputs);

    /// @param x  N × inputs × H × W. @return N × outputs × H × W
    torch::Tensor forward(const torch::Tensor& x);

    torch::nn::Conv2d conv1, conv2;
    torch::nn::BatchNorm2d bn1, bn2;
};
TORCH_MODULE(VggBlock);

/// 2 × 2, halves both directions.
torch::nn::MaxPool2d halving();

/// What the trunks of MME2E and FV2ES begin with: convolution of 5 × 5, batch norm, ReLU, pooling, as entries
/// 0 to 3.
torch::nn::Sequential trunkStem(std::int64_t inputs, std::int64_t channels);

/// The rest of a trunk: three blocks of channels[0], channels[0] and channels[1], pooling, one of
/// channels[2], pooling, one of channels[3], pooling: entries 4 to 11 of `trunk`.
template <class Block>
void addTrunkBlocks(torch::nn::Sequential& trunk, const std::vector<std::int64_t>& channels)
{
    trunk->push_back(Block(channels[0], channels[0]));
    trunk->push_back(Block(channels[0], channels[0]));
    trunk->push_back(Block(channels[0], channels[1]));
    trunk->push_back(halving());
    trunk->push_back(Block(channels[1], channels[2]));
    trunk->push_back(halving());
    trunk->push_back(Block(channels[2], channels[3]));
    trunk->push_back(halving());
}

/// The trunk of MME2E: N × inputs × H × W → N × channels[3] × H / 16 × W / 16. @param channels  4 numbers
torch::nn::Sequential vggTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels);

}
