#pragma once

#include "engine/models/layers/modality_cells.h"
#include "engine/models/layers/recurrence.h"

namespace engine {

/// The sizes of a MARN; in brackets their names in JSON.
struct MarnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) state of each modality's LSTHM; H together
    std::int64_t attentions = 0; ///< (K)
    ModalitySizes reduced; ///< (r_l, r_a, r_v) width to which each modality's attended copies are reduced
    std::int64_t code = 0; ///< (z) Z, cross-view code
    bool jointSoftmax = false; ///< (att_softmax: per_attention, as in the paper, or joint, as released)
    std::int64_t outHidden = 0; ///< (out) hidden layer of the prediction
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double dropout = 0.0; ///< (drop) in the prediction

    /// @throws FormatError (code `bad_hyper_parameter`).
    static MarnOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Multi-attention Recurrent Network: after each word, K attentions over the modalities' states make a
/// cross-view code, which enters the cells together with the next word. Zadeh et al., Multi-attention
/// Recurrent Network for Human Communication Comprehension, AAAI 2018.
///
/// run() takes `x_l`, `x_a`, `x_v` B × T × D and, if some rows are padded, `lengths`. Outputs: `attention`
/// B × T × K·H, per modality K copies of its entries, `modality_share` B × T × K × 3, and the code `z`
/// B × T × Z.
class Marn final : public StepwiseModel {
public:
    using Options = MarnOptions;

    explicit Marn(const MarnOptions& options);

    std::unique_ptr<Recurrence> unroll(std::int64_t rows, const torch::TensorOptions& options) override;
    void addOutputs(NamedTensors& outputs) const override;
    std::vector<DisplayCard> displays() const override;

private:
    class Unrolled;

    /// Indices that reorder entries from the files' order (modality, attention, hidden) to the order
    /// attention, modality, hidden.
    torch::Tensor byAttention(const torch::Device& device) const;

    MarnOptions m_options;
    LsthmCells m_cells;
    torch::nn::Linear m_attention;
    std::vector<torch::nn::Linear> m_reduce;
    torch::nn::Linear m_fuse, m_out1, m_out2;
};

}
