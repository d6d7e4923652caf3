#pragma once

#include "engine/models/blocks/linear_steps.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// The dropouts of a model with a fusion memory, by network.
struct MemoryDropouts {
    double update = 0.0; ///< att2
    double retainGate = 0.0; ///< gamma1
    double updateGate = 0.0; ///< gamma2
};

/// `att2_fc1/2`, `gamma1_fc1/2`, `gamma2_fc1/2`: the multi-view gated memory of Zadeh et al., Memory Fusion
/// Network, AAAI 2018, shared by all models that have one.
class FusionMemory {
public:
    struct Sizes {
        std::int64_t input = 0; ///< N, width of the memory's input at each step
        std::int64_t memory = 0; ///< M
        std::int64_t update = 0; ///< hidden layer that proposes the update, and those of the gates
        std::int64_t retainGate = 0;
        std::int64_t updateGate = 0;
    };

    FusionMemory(torch::nn::Module& owner, const Sizes& sizes, const MemoryDropouts& dropouts);

    /// The networks in one forward pass.
    class Steps {
    public:
        Steps(const FusionMemory& memory, bool training);

        /// The memory after one more step: B × M.
        ///
        /// @param input   B × N
        /// @param memory  B × M, of the step before
        /// @param log     gets the gates `gamma1` (what is kept) and `gamma2` (what is added), B × M each.
        torch::Tensor operator()(const torch::Tensor& input, const torch::Tensor& memory, StepLog* log) const;

    private:
        blocks::TwoLayerSteps m_update, m_retainGate, m_updateGate;
    };

private:
    torch::nn::Linear m_update1, m_update2, m_retain1, m_retain2, m_gate1, m_gate2;
    MemoryDropouts m_dropouts;
};

}
