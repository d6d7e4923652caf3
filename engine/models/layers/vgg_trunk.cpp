#include "engine/models/layers/vgg_trunk.h"

namespace engine {

VggBlockImpl::VggBlockImpl(std::int64_t inputs, std::int64_t outputs)
    : conv1(
        register_module("conv1", torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, outputs, 3).padding(1))))
    , conv2(register_module("conv2",
                            torch::nn::Conv2d(torch::nn::Conv2dOptions(outputs, outputs, 3).padding(1))))
    , bn1(register_module("bn1", torch::nn::BatchNorm2d(outputs)))
    , bn2(register_module("bn2", torch::nn::BatchNorm2d(outputs)))
{
}

torch::Tensor VggBlockImpl::forward(const torch::Tensor& x)
{
    return torch::relu(bn2(conv2(torch::relu(bn1(conv1(x))))));
}

torch::nn::MaxPool2d halving()
{
    return torch::nn::MaxPool2d(torch::nn::MaxPool2dOptions(2).stride(2));
}

torch::nn::Sequential trunkStem(std::int64_t inputs, std::int64_t channels)
{
    return torch::nn::Sequential(torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, channels, 5).padding(2)),
                                 torch::nn::BatchNorm2d(channels), torch::nn::ReLU(), halving());
}

torch::nn::Sequential vggTrunk(std::int64_t inputs, const std::vector<std::int64_t>& channels)
{
    torch::nn::Sequential trunk = trunkStem(inputs, channels[0]);
    addTrunkBlocks<VggBlock>(trunk, channels);
    return trunk;
}

}
