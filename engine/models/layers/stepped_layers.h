#pragma once

#include <torch/torch.h>

namespace engine {

/// Recurrent layers in one direction, word by word: for live runs of models that otherwise run them whole.
class SteppedLayers {
public:
    virtual ~SteppedLayers() = default;

    /// @param x  B × D; @return the top layer's state B × H. Rows that are not active keep their state.
    virtual torch::Tensor advance(const torch::Tensor& x, const torch::Tensor& active) = 0;

    /// B × H
    virtual const torch::Tensor& state() const = 0;
};

}
