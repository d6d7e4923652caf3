#pragma once

#include "engine/models/blocks/lstm.h"
#include "engine/models/layers/stepped_layers.h"

#include <memory>
#include <string>

namespace engine {

/// The cells that recurrent layers can be made of.
enum class CellKind { Lstm, Gru };

/// `lstm` or `gru`, as configurations name them.
CellKind cellKindFrom(const std::string& name);

struct RecurrentSizes {
    std::int64_t inputs = 0; ///< D
    std::int64_t hidden = 0; ///< H
    std::int64_t layers = 1;
    bool bidirectional = false;
    double dropout = 0.0; ///< between the layers, 0…1
};

/// Recurrent layers of either kind over whole sequences.
class RecurrentLayers {
public:
    /// @param name  they are registered with their owner by it; empty: `lstm` or `gru`
    RecurrentLayers(torch::nn::Module& owner, CellKind kind, const RecurrentSizes& sizes,
                    const std::string& name = {});

    /// @param x        B × T × D
    /// @param lengths  B, int64, each 1…T; undefined when every step is valid.
    blocks::LstmStates run(const torch::Tensor& x, const torch::Tensor& lengths);

    /// The same word by word, from zeros on; for layers of one direction.
    std::unique_ptr<SteppedLayers> steps(std::int64_t rows, const torch::TensorOptions& options);

private:
    torch::nn::LSTM m_lstm{nullptr}; ///< one of the two is there
    torch::nn::GRU m_gru{nullptr};
};

}
