#pragma once

#include "engine/models/networks/clip_parts.h"
#include "engine/models/staged_model.h"

#include <utility>

namespace engine {

/// Video-audio transformer: an encoder of what is seen and one of what is heard learn to agree on which
/// belongs together (VAC), blocks in which the sound looks at the picture learn to tell a pair from a wrong
/// one (VAM), and heads predict from these. A twin that follows slowly gives soft targets. Ding et al.,
/// Learning Aligned Audiovisual Representations for Multimodal Sentiment Analysis, MRAC 2023; Li et al.,
/// Align before Fuse, NeurIPS 2021.
///
/// run() takes `x_v`, `x_a` B × T × D (or raw `frames` B × F × 3 × S × S, `mel` B × bands × C) with `len_v`,
/// `len_a`; the prediction is that of the task's head, `values` B × n_values that of the second. With
/// `alpha`, a number, it also compares: scalars `vac`, `vam`, with `y` (classes) `task_loss`, with `y_values`
/// `value_loss`; `sim_v2a`, `target_v2a`, … B × (B + K), `vam_logits` 3B × 2 (pairs, sounds with wrong
/// pictures, pictures with wrong sounds), `neg_v`, `neg_a`, `pred_m`, `values_m` of the twin. `group` B:
/// items of one video are no negatives of each other. `feat_v`, `feat_a` B × P are the unit vectors that are
/// compared; for displays `cross_attention` B × layers × (1 + T) × (1 + T).
class Vat final : public FusionModel, public StagedModel {
public:
    using Options = VatOptions;

    explicit Vat(const VatOptions& options);

    const VatOptions& options() const { return m_options; }

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    bool giveLogits() override { return std::exchange(m_options.areValuesBounded, false); }
    /// Rows of features, or `media`: without pictures and sound there is one black frame and one silent
    /// column.
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

    /// `pretrain` (VAC and VAM, no labels), `finetune` (and the task), `linear` (the task's head alone).
    std::vector<StageOffer> stages() const override;
    std::vector<std::string> usualStages() const override { return {"pretrain", "finetune"}; }
    torch::Tensor stageLoss(const std::string& stage, const TrainingStep& step) override;
    /// VAC of the batches with sure targets and without earlier batches.
    double stageFigure(const std::string& stage, const EachBatch& validation) override;
    /// Retrieval of pictures by sounds and sounds by pictures, among all segments of the fold; matching of
    /// one pair and one wrong pair for each segment.
    std::vector<ModelFigure> figures(const EachBatch& fold) override;
    /// The unit vectors of what is seen and of what is heard in each segment of a batch, B × P each.
    std::pair<torch::Tensor, torch::Tensor> vectors(const ModalityBatch& batch);
    NamedTensors trainingState() const override;
    void setTrainingState(const NamedTensors& state) override;

    /// The twin's step towards the model, before each step of training.
    void updateTwin();

private:
    /// The parts of which there is a twin.
    struct Parts {
        std::shared_ptr<LookEncoder> video, audio;
        torch::nn::Linear videoProjection{nullptr}, audioProjection{nullptr};
        torch::nn::ModuleList fusion;
        std::vector<LookBlock> fusionBlocks;
        torch::nn::LayerNorm fusionNorm{nullptr};
        torch::nn::Linear taskHead{nullptr}, valueHead{nullptr};
    };
    struct Encoded {
        EncodedClip video, audio;
        torch::Tensor videoVector, audioVector; ///< B × P, of length 1
    };

    Parts makeParts(const std::string& suffix);
    std::vector<std::pair<torch::nn::Module*, torch::nn::Module*>> twins();
    Encoded encode(Parts& parts, const NamedTensors& inputs);
    Attended fuse(Parts& parts, const EncodedClip& audio, const EncodedClip& video, Displays displays);
    void predict(Parts& parts, const torch::Tensor& fused, const std::string& suffix, FusionOutput& output);
    /// @param usesQueue  whether vectors of earlier batches are compared with, too
    void compare(const NamedTensors& inputs, const Encoded& own, bool usesQueue, const torch::Tensor& fused,
                 FusionOutput& output);
    /// `task_loss` of `y`, which are classes, or B × O values; `value_loss` of `y_values`.
    void addTaskLosses(const NamedTensors& inputs, const torch::Tensor& alpha, FusionOutput& output) const;
    bool isRegression(const torch::Tensor& targets) const;

    VatOptions m_options;
    Parts m_parts, m_twin;
    torch::nn::Linear m_matchHead;
    torch::Tensor m_temperature, m_videoQueue, m_audioQueue;
    std::int64_t m_steps = 0; ///< of training so far, for alpha's rise
    std::int64_t m_place = 0; ///< of the queues' oldest vectors
};

}
