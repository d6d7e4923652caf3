#pragma once

#include "engine/completion/frame_features.h"

#include <span>
#include <vector>

namespace engine {

/// Divides labelled segments into blocks to check models on: whole recordings where there are at least five
/// of them, else runs of segments that follow each other.
/// @return  N: the block of each segment, 0 … at most 4
std::vector<int> timeBlocks(std::span<const PlacedSpan> segments);

/// The segments outside of a block that share no time with any in it.
std::vector<std::size_t> outsideOf(int block, std::span<const int> blocks,
                                   std::span<const PlacedSpan> segments);

}
