#pragma once

#include "engine/models/fusion/translation_model.h"
#include "engine/models/layers/beam_search.h"
#include "engine/models/layers/sequence_regressor.h"
#include "engine/models/layers/token_vocabulary.h"

namespace engine {

/// What a translation's steps are.
enum class TargetKind {
    Continuous, ///< features, by mean square error
    Tokens, ///< the words of the transcripts, by cross entropy
    Codes ///< features, each step as the number of its nearest among k, by cross entropy
};

/// The sizes of a Seq2Seq; in brackets their names in JSON.
struct Seq2SeqOptions : TranslationOptions {
    std::int64_t hidden = 32; ///< (h) H of encoder and decoder
    bool readsFinalState = false; ///< (representation: `sequence`, `final`) what the regressor reads
    TargetKind kind = TargetKind::Continuous; ///< (target_kind: `continuous`, `tokens`, `codes`)
    std::int64_t vocabulary = 0; ///< (vocab) ids there are; 0: it writes features
    std::int64_t embedding = 32; ///< (emb) of an id
    bool padsIds = false; ///< whether id 3 stands for padding
    std::vector<std::string> words; ///< (vocabulary) what the ids mean
    BeamSettings beam; ///< (beam, max_steps, length_penalty)

    /// @throws FormatError (code `bad_hyper_parameter`).
    static Seq2SeqOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
    /// Vocabulary, number of codes and longest target, where the training segments decide them.
    static void settle(nlohmann::json& config, const TrainingFacts& facts);
};

/// Translates one or several modalities into others, and scores from what it encoded. Pham et al.,
/// Seq2Seq2Sentiment, Challenge-HML 2018.
///
/// run() takes `x`, `lengths` and, for the displays, `teacher` (the true target, B × T × D_y or ids B × T) or
/// `steps`, a number. Outputs: `translation` B × T × D_y (of ids: logits), `attention` B × T × S,
/// `regression_attention` B × S, `joint` B × S × H, `joint_final` B × H. Stages: `translate`, `regress`,
/// `joint`.
class Seq2Seq final : public TranslationModel {
public:
    using Options = Seq2SeqOptions;

    explicit Seq2Seq(const Seq2SeqOptions& options);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;
    torch::Tensor objective(const TrainingStep& step) override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;
    NamedTensors caseOutputs(const NamedTensors& inputs, const FusionOutput& output) override;

    std::vector<StageOffer> stages() const override;
    std::vector<std::string> usualStages() const override { return {"translate", "regress"}; }
    void begin(const EachBatch& training, std::uint64_t seed) override;
    std::vector<ModelFigure> figures(const EachBatch& fold) override;
    NamedTensors extrasOf(const std::vector<std::string>& transcripts) const override;

protected:
    torch::Tensor translationLoss(const std::string& stage, const NamedTensors& lesson,
                                  double share) override;
    std::vector<Written> write(const NamedTensors& lesson) override;

private:
    bool writesWords() const;
    bool writesIds() const { return m_options.vocabulary > 0; }
    std::int64_t pad() const { return m_options.padsIds ? TokenVocabulary::padding : -1; }
    Encoded encode(const NamedTensors& inputs);
    /// What it should write: features, or ids B × T.
    torch::Tensor truthOf(const NamedTensors& lesson) const;
    /// Logits → the features of the likeliest codes.
    torch::Tensor featuresOf(const torch::Tensor& logits) const;
    std::vector<ModelFigure> tokenFigures(const EachBatch& fold);
    void addHypotheses(NamedTensors& outputs, const Encoded& encoded);
    void addBeams(NamedTensors& outputs, const Encoded& encoded);

    const Seq2SeqOptions m_options;
    SequenceEncoder m_encoder;
    AttentionDecoder m_decoder;
    SequenceRegressor m_regressor;
    torch::Tensor m_codebook; ///< K × D_y, of codes
};

}
