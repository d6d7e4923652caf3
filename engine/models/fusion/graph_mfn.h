#pragma once

#include "engine/models/layers/fusion_graph.h"
#include "engine/models/layers/fusion_memory.h"
#include "engine/models/layers/modality_cells.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// The sizes of a Graph-MFN; in brackets their names in JSON.
struct GraphMfnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of each modality's LSTM; H together
    std::int64_t memory = 0; ///< (mem) M
    std::int64_t inner = 0; ///< (inner) N, of the graph's compound vertices
    std::int64_t pattern = 100; ///< (pattern) hidden layer of each vertex
    std::int64_t efficacyHidden = 100; ///< (eff_hidden)
    bool boundedEfficacies = false; ///< (efficacy: `none`, as released, or `sigmoid`, to be shown)
    std::int64_t update = 0; ///< (att2) hidden layer of the memory's update
    std::int64_t retainGate = 0; ///< (g1)
    std::int64_t updateGate = 0; ///< (g2)
    std::int64_t outHidden = 0; ///< (out) of the prediction
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    MemoryDropouts memoryDropouts; ///< (drop: one number for all, or [att2, g1, g2, out])
    double outDropout = 0.0;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static GraphMfnOptions fromJson(const nlohmann::json& config);

    /// As published for CMU-MOSEI, with efficacies that can be shown.
    static nlohmann::json defaults();
};

/// Graph Memory Fusion Network: an MFN whose attention is a Dynamic Fusion Graph over the modalities' states.
/// Zadeh et al., Multimodal Language Analysis in the Wild: CMU-MOSEI Dataset and Interpretable Dynamic Fusion
/// Graph, ACL 2018.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D and, if some rows are padded, `lengths`. Outputs: `efficacies` B
/// × T × 19 (FusionGraph::edges()), `graph` B × 19 (their means over the words), `t` B × T × N, the gates
/// `gamma1`, `gamma2` and the `memory` B × T × M, and their summaries as for MFN.
class GraphMfn final : public StepwiseModel {
public:
    using Options = GraphMfnOptions;

    explicit GraphMfn(const GraphMfnOptions& options);

    std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) override;
    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    void addOutputs(NamedTensors& outputs) const override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    /// The three layers that turn the states before and after a word into vertices, joined into one B × 2·H →
    /// B × H.
    blocks::LinearSteps transform() const;

    GraphMfnOptions m_options;
    LstmCells m_cells;
    std::vector<torch::nn::Linear> m_transforms;
    FusionGraph m_graph;
    FusionMemory m_memory;
    torch::nn::Linear m_out1, m_out2;
};

}
