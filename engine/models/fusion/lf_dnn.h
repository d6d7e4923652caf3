#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/subnets.h"
#include "engine/models/modality_sizes.h"

namespace engine {

/// The sizes of an LF-DNN; in brackets their names in JSON.
struct LfDnnOptions {
    ModalitySizes widths; ///< (d_l, d_a, d_v) features per word
    ModalitySizes hidden; ///< (h_l, h_a, h_v) width of a modality's vector
    std::int64_t post = 0; ///< (post) width of the two layers behind
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    double acousticDropout = 0.0; ///< (drop: [acoustic, visual, text, joined], optional)
    double visualDropout = 0.0;
    double textDropout = 0.0;
    double joinedDropout = 0.0;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static LfDnnOptions fromJson(const nlohmann::json& config);

    /// As in the public re-runs on CMU-MOSI.
    static nlohmann::json defaults();
};

/// Late fusion of three deep networks, one per modality, on features averaged over the segment. Yu et al.,
/// CH-SIMS: A Chinese Multimodal Sentiment Analysis Dataset, ACL 2020.
///
/// run() takes `x_l` B × D_text, `x_a` B × D_acoustic, `x_v` B × D_visual; inputsFrom() averages the steps.
/// Output: `h`, the vectors of text, acoustic and visual features one after the other.
class LfDnn final : public FusionModel {
public:
    using Options = LfDnnOptions;

    explicit LfDnn(const LfDnnOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;

private:
    SubNet m_textNet;
    SubNet m_acousticNet;
    SubNet m_visualNet;
    torch::nn::Dropout m_dropout;
    torch::nn::Linear m_layer1, m_layer2, m_layer3;
};

}
