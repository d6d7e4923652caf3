#pragma once

#include "engine/nets/operator_graph.h"

#include <functional>
#include <span>

namespace engine {

/// What makes one tensor of a graph of others.
struct GraphLayer {
    GraphShape shape; ///< of what is made
    double products = 0.0; ///< how much work it is
    /// @param given  the numbers of each tensor that the operator is given, null for whole numbers
    std::function<void(std::span<const float* const> given, float* made)> run;
};

/// The largest tensor that a layer may make, in numbers.
inline constexpr std::int64_t kMostMadeNumbers = std::int64_t{1} << 20;

/// The layer of an operator, whose shapes and constants are checked here so that it can be run unchecked.
///
/// @param given  the operator's tensors, with the shapes that they will have; the last axis runs fastest.
/// Pictures are 1 × height × width × channels, kernels of convolutions made × height × width × given.
/// @param source, number  of the operator, for errors. @throws FormatError of the source.
GraphLayer graphLayer(const GraphOperator& made, const std::vector<const GraphTensor*>& given,
                      const FlatTable::Source& source, std::size_t number);

/// The product of the lengths.
std::int64_t countOf(const GraphShape& shape);

}
