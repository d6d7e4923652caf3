#include "engine/features/face/blaze_net.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

std::vector<float> slopesIn(const NetFile& file, const std::string& name, std::size_t channels)
{
    if (!file.has(name + ".slope"))
        return std::vector<float>(channels);
    return file.tensor(name + ".slope", {static_cast<std::int64_t>(channels)}).values;
}

BlazeLayer blockIn(const NetFile& file, const std::string& name, std::size_t given, std::size_t stride)
{
    const auto channels = static_cast<std::int64_t>(given);
    DepthwiseConvolution depth(file.tensor(name + ".depth.weight", {channels, 1, 3, 3}),
                               file.tensor(name + ".depth.bias", {channels}), stride);
    Convolution point = pointwiseIn(file, name + ".point", given);
    if (point.made() < given)
        file.refuse(name + ".point.weight makes fewer planes than it is given");
    std::vector<float> slopes = slopesIn(file, name, point.made());
    return {std::move(depth), std::move(point), stride, std::move(slopes)};
}

BlazeLayer convolutionLayerIn(const NetFile& file, const std::string& name, std::size_t given,
                              std::size_t stride)
{
    Tensor weights = file.tensor(name + ".weight", {0, static_cast<std::int64_t>(given), 0, 0});
    if (weights.shape[2] != weights.shape[3] || weights.shape[2] % 2 == 0)
        file.refuse(name + ".weight has kernels that are no odd squares");
    Tensor bias = file.tensor(name + ".bias", {weights.shape[0]});
    std::vector<float> slopes = slopesIn(file, name, static_cast<std::size_t>(weights.shape[0]));
    return {Convolution(std::move(weights), std::move(bias), stride, Padding::Same), std::move(slopes)};
}

}

Convolution pointwiseIn(const NetFile& file, const std::string& name, std::size_t given, std::int64_t made)
{
    Tensor weights = file.tensor(name + ".weight", {made, static_cast<std::int64_t>(given), 1, 1});
    Tensor bias = file.tensor(name + ".bias", {weights.shape[0]});
    return {std::move(weights), std::move(bias), 1};
}

std::vector<BlazeLayer> layersIn(const NetFile& file, const std::string& name, std::size_t given)
{
    const std::vector<std::string> halving = file.words("halving");
    std::vector<BlazeLayer> layers;
    for (std::size_t i = 0;; ++i) {
        const std::string layer = name + std::to_string(i);
        const std::size_t stride = std::ranges::find(halving, layer) == halving.end() ? 1 : 2;
        if (file.has(layer + ".depth.weight"))
            layers.push_back(blockIn(file, layer, given, stride));
        else if (i == 0 || file.has(layer + ".weight"))
            layers.push_back(convolutionLayerIn(file, layer, given, stride));
        else
            return layers;
        given = layers.back().made();
    }
}

}
