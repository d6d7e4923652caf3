#pragma once

#include "engine/models/fusion_model.h"

#include <vector>

namespace engine {

/// The one convolution that a block's branches add up to.
struct FoldedKernel {
    torch::Tensor weight; ///< outputs × inputs × K × K
    torch::Tensor bias; ///< outputs
};

/// A convolution without bias, and batch norm.
struct NormedConvolutionImpl : torch::nn::Module {
    NormedConvolutionImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t side);

    torch::Tensor forward(const torch::Tensor& x);

    torch::nn::Conv2d conv;
    torch::nn::BatchNorm2d bn;
};
TORCH_MODULE(NormedConvolution);

/// Three branches that are added before a ReLU: 3 × 3, 1 × 1 and, where inputs and outputs are as many, the
/// input itself, each with batch norm. Ding et al., RepVGG: Making VGG-style ConvNets Great Again, CVPR 2021.
struct RepVggBlockImpl : torch::nn::Module {
    RepVggBlockImpl(std::int64_t inputs, std::int64_t outputs);

    torch::Tensor forward(const torch::Tensor& x);

    /// What the branches are in evaluation mode, exactly: 3 × 3.
    FoldedKernel folded() const;

    torch::nn::BatchNorm2d identity; ///< null where there is no such branch
    NormedConvolution dense, narrow;
};
TORCH_MODULE(RepVggBlock);

/// The folded form of a block, or of a trunk's beginning: one convolution, then ReLU.
struct SingleBranchImpl : torch::nn::Module {
    SingleBranchImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t side = 3);

    torch::Tensor forward(const torch::Tensor& x);

    torch::nn::Conv2d reparam;
};
TORCH_MODULE(SingleBranch);

/// The trunk of FV2ES with branches: N × inputs × H × W → N × channels[3] × H / 16 × W / 16.
/// @param channels  4 numbers
torch::nn::Sequential branchedTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels);

/// The same with one branch; its entries keep their places (0, 4, 5, 6, 8, 10).
torch::nn::Sequential singleTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels);

/// The parameters of the single form of a branchedTrunk(): `0.reparam.weight`, `0.reparam.bias`, `4.…`.
NamedTensors foldedTrunk(const torch::nn::Sequential& branched);

}
