#pragma once

#include "engine/model_files/net_file.h"
#include "engine/nets/blaze_chain.h"

namespace engine {

/// The layers of a net's file that are called `name`0, `name`1, …, in that order: convolutions have a
/// `weight`, blocks a `depth.weight` and a `point.weight`; `slope` is what numbers below 0 are multiplied by,
/// 0 where there is none. The text `halving` of the file names the layers of a stride of 2.
/// @param given  planes that the first layer gets
/// @throws FormatError of the file, which names the tensor.
std::vector<BlazeLayer> layersIn(const NetFile& file, const std::string& name, std::size_t given);

/// A convolution of 1 × 1. @throws FormatError of the file.
Convolution pointwiseIn(const NetFile& file, const std::string& name, std::size_t given,
                        std::int64_t made = 0);

}
