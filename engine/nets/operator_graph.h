#pragma once

#include "engine/nets/flat_table.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace engine {

/// What an operator of a graph does; the numbers are TensorFlow Lite's (BuiltinOperator of its schema).
enum class GraphOperation {
    Add = 0,
    Concatenation = 2,
    Convolution = 3,
    DepthwiseConvolution = 4,
    Dequantize = 6,
    Logistic = 14,
    MaxPool = 17,
    Multiply = 18,
    Relu = 19,
    Reshape = 22,
    Pad = 34,
    Transpose = 39,
    Mean = 40,
    Subtract = 41,
    Divide = 42,
    StridedSlice = 45,
    PRelu = 54,
    Negate = 59,
    Sum = 74,
    SquareRoot = 75,
    InverseRoot = 76,
    SquaredDifference = 99
};

/// Lengths of a tensor's axes; the last one runs fastest.
using GraphShape = std::vector<std::int64_t>;

/// A tensor of a graph. Of those that come with the file, its numbers: `floats` or `whole`.
struct GraphTensor {
    GraphShape shape; ///< as the file has it
    std::shared_ptr<const std::vector<float>> floats; ///< null: no constant
    std::vector<std::int64_t> whole;
    bool isWhole = false; ///< whole numbers
};

/// An operator, with those of its options that the kind has.
struct GraphOperator {
    GraphOperation operation = GraphOperation::Add;
    std::vector<std::size_t> given; ///< tensors
    std::size_t made = 0; ///< tensor
    bool isSame = true; ///< padded as Padding::Same; else not at all
    std::int64_t strideX = 1;
    std::int64_t strideY = 1;
    std::int64_t kernelX = 1; ///< of MaxPool
    std::int64_t kernelY = 1;
    bool rectifies = false; ///< what is below 0 becomes 0 at the end
    std::int64_t axis = 0; ///< of Concatenation
    bool keepsAxes = false; ///< of Mean and Sum
    std::uint32_t beginMask = 0; ///< of StridedSlice
    std::uint32_t endMask = 0;
    std::uint32_t shrinkMask = 0;
};

/// A net as a graph of operators, each behind those that make what it is given.
struct OperatorGraph {
    std::vector<GraphTensor> tensors;
    std::vector<GraphOperator> operators;
    std::vector<std::size_t> given; ///< tensors that come from outside
    std::vector<std::size_t> made; ///< tensors that are asked for
};

/// Reads the first graph of a TensorFlow Lite file (schema 3: a flatbuffer with the mark `TFL3`), with
/// numbers of 16 or 32 bits. Numbers of 16 bits become 32.
///
/// @throws FormatError of the source: not such a file, damaged, of more than 4 Mi numbers, with a number that
/// is not finite, or with an operator, an option or a type that is not known.
OperatorGraph readOperatorGraph(const FlatTable::Source& source);

}
