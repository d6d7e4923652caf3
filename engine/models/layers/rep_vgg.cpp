#include "engine/models/layers/rep_vgg.h"

#include "engine/models/layers/vgg_trunk.h"

namespace engine {

namespace {

torch::nn::Conv2dOptions sameSize(std::int64_t inputs, std::int64_t outputs, std::int64_t side)
{
    return torch::nn::Conv2dOptions(inputs, outputs, side).padding(side / 2);
}

/// A convolution's weights with the batch norm behind it.
FoldedKernel foldedWith(const torch::nn::BatchNorm2d& norm, const torch::Tensor& kernel)
{
    const torch::Tensor scale = norm->weight / (norm->running_var + norm->options.eps()).sqrt();
    return {kernel * scale.view({-1, 1, 1, 1}), norm->bias - norm->running_mean * scale};
}

}

NormedConvolutionImpl::NormedConvolutionImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t side)
    : conv(register_module("conv", torch::nn::Conv2d(sameSize(inputs, outputs, side).bias(false))))
    , bn(register_module("bn", torch::nn::BatchNorm2d(outputs)))
{
}

torch::Tensor NormedConvolutionImpl::forward(const torch::Tensor& x)
{
    return bn(conv(x));
}

RepVggBlockImpl::RepVggBlockImpl(std::int64_t inputs, std::int64_t outputs)
    : identity(nullptr)
    , dense(register_module("rbr_dense", NormedConvolution(inputs, outputs, 3)))
    , narrow(register_module("rbr_1x1", NormedConvolution(inputs, outputs, 1)))
{
    if (inputs == outputs)
        identity = register_module("rbr_identity", torch::nn::BatchNorm2d(inputs));
}

torch::Tensor RepVggBlockImpl::forward(const torch::Tensor& x)
{
    const torch::Tensor y = dense(x) + narrow(x);
    return torch::relu(identity ? y + identity(x) : y);
}

FoldedKernel RepVggBlockImpl::folded() const
{
    const torch::NoGradGuard noGradient;
    FoldedKernel sum = foldedWith(dense->bn, dense->conv->weight);
    const FoldedKernel point = foldedWith(narrow->bn, narrow->conv->weight);
    sum.weight = sum.weight + torch::constant_pad_nd(point.weight, {1, 1, 1, 1});
    sum.bias = sum.bias + point.bias;
    if (!identity)
        return sum;
    const std::int64_t channels = sum.weight.size(0);
    const torch::Tensor unit = torch::constant_pad_nd(
        torch::eye(channels, sum.weight.options()).view({channels, channels, 1, 1}), {1, 1, 1, 1});
    const FoldedKernel same = foldedWith(identity, unit);
    return {sum.weight + same.weight, sum.bias + same.bias};
}

SingleBranchImpl::SingleBranchImpl(std::int64_t inputs, std::int64_t outputs, std::int64_t side)
    : reparam(register_module("reparam", torch::nn::Conv2d(sameSize(inputs, outputs, side))))
{
}

torch::Tensor SingleBranchImpl::forward(const torch::Tensor& x)
{
    return torch::relu(reparam(x));
}

torch::nn::Sequential branchedTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels)
{
    torch::nn::Sequential trunk = trunkStem(inputs, channels[0]);
    addTrunkBlocks<RepVggBlock>(trunk, channels);
    return trunk;
}

torch::nn::Sequential singleTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels)
{
    torch::nn::Sequential trunk(SingleBranch(inputs, channels[0], 5), torch::nn::Identity(),
                                torch::nn::Identity(), halving());
    addTrunkBlocks<SingleBranch>(trunk, channels);
    return trunk;
}

NamedTensors foldedTrunk(const torch::nn::Sequential& branched)
{
    const torch::NoGradGuard noGradient;
    NamedTensors folded;
    const auto put = [&folded](std::size_t at, const FoldedKernel& kernel) {
        folded.emplace(std::to_string(at) + ".reparam.weight", kernel.weight);
        folded.emplace(std::to_string(at) + ".reparam.bias", kernel.bias);
    };
    const auto stem = std::dynamic_pointer_cast<torch::nn::Conv2dImpl>(branched->ptr(0));
    const auto norm = std::dynamic_pointer_cast<torch::nn::BatchNorm2dImpl>(branched->ptr(1));
    FoldedKernel first = foldedWith(torch::nn::BatchNorm2d(norm), stem->weight);
    first.bias = first.bias + stem->bias * norm->weight / (norm->running_var + norm->options.eps()).sqrt();
    put(0, first);
    for (std::size_t i = 1; i < branched->size(); ++i) {
        if (const auto block = std::dynamic_pointer_cast<RepVggBlockImpl>(branched->ptr(i)))
            put(i, block->folded());
    }
    return folded;
}

}
