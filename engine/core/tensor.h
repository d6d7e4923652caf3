#pragma once

#include <cstdint>
#include <vector>

namespace engine {

/// A dense float32 array of any rank, last axis fastest: how tensors cross the border between LibTorch and
/// the rest.
struct Tensor {
    std::vector<std::int64_t> shape; ///< empty for a scalar
    std::vector<float> values; ///< as many as the product of `shape`

    friend bool operator==(const Tensor&, const Tensor&) = default;
};

}
