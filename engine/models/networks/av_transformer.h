#pragma once

#include "engine/models/networks/clip_parts.h"

#include <utility>

namespace engine {

/// The sizes of an AVTransformer: those of a VAT without what is compared, and how much the predictions of
/// one modality count beside that of both.
struct AvTransformerOptions {
    VatOptions clips;
    double videoWeight = 0.5; ///< (video_weight)
    double audioWeight = 0.5; ///< (audio_weight)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static AvTransformerOptions fromJson(nlohmann::json config);
    static nlohmann::json defaults();
};

/// Picture and sound without text: encoders of both, blocks in which the sound looks at the picture, and
/// three heads. It learns L_fused + w_v L_video + w_a L_audio. Zong et al., Building Robust Multimodal
/// Sentiment Recognition via a Simple yet Effective Multimodal Transformer, ACM MM 2023.
///
/// run() takes what Vat takes. Outputs: `pred_v`, `pred_a` B × O, of the picture and of the sound alone; for
/// displays `side_predictions` B × 3 × O (picture, sound, both) and `cross_attention`.
class AvTransformer final : public FusionModel {
public:
    using Options = AvTransformerOptions;

    explicit AvTransformer(const AvTransformerOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    bool giveLogits() override { return std::exchange(m_options.clips.areValuesBounded, false); }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    torch::Tensor objective(const TrainingStep& step) override;
    std::vector<DisplayCard> displays() const override;
    std::vector<SidePrediction> sides() const override;

private:
    AvTransformerOptions m_options;
    std::shared_ptr<LookEncoder> m_video, m_audio;
    std::vector<LookBlock> m_fusionBlocks;
    torch::nn::LayerNorm m_fusionNorm;
    torch::nn::Linear m_head, m_videoHead, m_audioHead;
};

}
