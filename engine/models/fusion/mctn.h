#pragma once

#include "engine/models/fusion/translation_model.h"
#include "engine/models/layers/sequence_regressor.h"

namespace engine {

/// The sizes of an MCTN; in brackets their names in JSON.
struct MctnOptions {
    TranslationSide source; ///< (d_x), or (source) and d_l, d_a, d_v
    TranslationSide target; ///< (d_y), or (target)
    TranslationSide then; ///< (d_z), or (then); absent: there is one translation
    std::int64_t hidden = 32; ///< (h) H of encoder and decoders
    std::int64_t regression = 32; ///< (reg) of the regressor's LSTM
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    bool bidirectional = true; ///< (bidirectional) directions are summed
    double cycleWeight = 0.1; ///< (cycle_weight) of the translation back
    double regressorPenalty = 0.01; ///< (reg_l2) times the squares of the regressor's matrices
    TranslationLearning learning;

    /// @throws FormatError (code `bad_hyper_parameter`).
    static MctnOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Translates X to Y and, with the same encoder, what it wrote back to X; scores from what it encoded of X,
/// which is all that it needs once it is trained. With a second target Z, what it encoded of X is translated
/// to Z, without a way back, and the score is from what that encodes. Pham et al., Found in Translation, AAAI
/// 2019.
///
/// run() takes `x` and `lengths`. Outputs: `translation` B × T × D_y, `back_translation` B × S × D_x,
/// `attention_f`, `attention_b`, `regression_attention` B × S, `joint` B × S × H; of a second target
/// `translation_z`, `attention_z`. It learns in one stage, `joint`.
class Mctn final : public TranslationModel {
public:
    using Options = MctnOptions;

    explicit Mctn(const MctnOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;

    std::vector<StageOffer> stages() const override { return {{"joint"}}; }
    std::vector<std::string> usualStages() const override { return {"joint"}; }

protected:
    torch::Tensor translationLoss(const std::string& stage, const NamedTensors& lesson,
                                  double share) override;
    std::vector<Written> write(const NamedTensors& lesson) override;

private:
    struct Round {
        Encoded source, back; ///< back: of what was written
        Decoded there, home;
    };
    /// X → Y → X, without a teacher. @param lengths  B, of Y, each from 1
    Round roundTrip(const Encoded& source, std::int64_t steps, const torch::Tensor& lengths,
                    std::int64_t sourceSteps);
    Encoded encode(const NamedTensors& inputs);
    /// What the score is made from.
    Encoded jointOf(const Encoded& source);
    torch::Tensor cycleLoss(const NamedTensors& lesson, const Encoded& source);

    const MctnOptions m_options;
    SequenceEncoder m_encoder;
    AttentionDecoder m_forward, m_back;
    torch::nn::Linear m_bridge;
    SequenceEncoder m_encoder2{nullptr};
    AttentionDecoder m_decoder2{nullptr};
    SequenceRegressor m_regressor{nullptr};
};

}
