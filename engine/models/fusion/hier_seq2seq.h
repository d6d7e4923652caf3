#pragma once

#include "engine/models/fusion/translation_model.h"
#include "engine/models/layers/sequence_regressor.h"

namespace engine {

/// The sizes of a HierSeq2Seq; in brackets their names in JSON.
struct HierSeq2SeqOptions : TranslationOptions {
    TranslationSide then; ///< (d_z), or (then)
    std::int64_t hidden1 = 32; ///< (h1) H1 of the first encoder and decoder
    std::int64_t hidden2 = 32; ///< (h2) H2 of the second

    /// @throws FormatError (code `bad_hyper_parameter`).
    static HierSeq2SeqOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
};

/// Translates X to Y, then what it encoded of that to Z, and scores from what it encoded of both. Pham et
/// al., Seq2Seq2Sentiment, Challenge-HML 2018.
///
/// run() takes `x`, `lengths`, and for the displays `steps`. Outputs: `translation_y`, `translation_z`
/// B × T × D, `attention_y`, `attention_z` B × T × S, `regression_attention` B × S, `joint_xy` B × S × H1,
/// `joint_xyz` B × S × H2. Stages: `translate`, `translate2`, `regress`, `joint`.
class HierSeq2Seq final : public TranslationModel {
public:
    using Options = HierSeq2SeqOptions;

    explicit HierSeq2Seq(const HierSeq2SeqOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;

    std::vector<StageOffer> stages() const override;
    std::vector<std::string> usualStages() const override { return {"translate", "translate2", "regress"}; }

protected:
    torch::Tensor translationLoss(const std::string& stage, const NamedTensors& lesson,
                                  double share) override;
    std::vector<Written> write(const NamedTensors& lesson) override;

private:
    struct Levels {
        Encoded first, second;
    };
    Levels encode(const NamedTensors& inputs);
    torch::Tensor lossOf(AttentionDecoder& decoder, const Encoded& encoded, const NamedTensors& lesson,
                         const std::string& target, double share);

    const HierSeq2SeqOptions m_options;
    SequenceEncoder m_encoder1;
    AttentionDecoder m_decoder1;
    SequenceEncoder m_encoder2;
    AttentionDecoder m_decoder2;
    SequenceRegressor m_regressor;
};

}
