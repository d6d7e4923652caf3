#pragma once

#include "engine/agreement/translation_scores.h"
#include "engine/models/layers/attention_decoder.h"
#include "engine/models/layers/translation_sides.h"
#include "engine/models/staged_model.h"

namespace engine {

/// How a translation is learnt; in brackets the names in JSON.
struct TranslationLearning {
    /// (teacher_forcing) the share of steps that see the true step before them; below 0: from 1 to 0, evenly
    /// over the epochs of the stage.
    double teacherForcing = -1.0;
    double weight = 1.0; ///< (translation_weight) of the translation's loss beside the task's
    bool finetune = false; ///< (finetune) the encoder goes on learning in the stage `regress`

    static TranslationLearning fromJson(HyperParameters& parameters, double usualWeight);
    /// In this epoch.
    double shareOf(const TrainingStep& step) const;
};

/// The sizes that models of translation have in common; in brackets their names in JSON.
struct TranslationOptions {
    TranslationSide source; ///< (d_x), or (source) and d_l, d_a, d_v
    TranslationSide target; ///< (d_y), or (target)
    std::int64_t regression = 32; ///< (reg) of the regressor's LSTM
    std::int64_t outputs = 1; ///< (out_dim) O, one per label
    std::int64_t layers = 1; ///< (layers) of each encoder
    bool bidirectional = true; ///< (bidirectional) directions are summed
    CellKind cell = CellKind::Lstm; ///< (cell: `lstm`, `gru`)
    bool attention = true; ///< (attention)
    TranslationLearning learning;

    void read(HyperParameters& parameters, const TranslationSides& sides);
};

/// A translation of a batch that was written without a teacher, beside the truth.
struct Written {
    std::string figures; ///< what the names of its figures begin with: `translation`
    torch::Tensor output, truth; ///< B × T × D; undefined where it is of ids
    torch::Tensor lengths; ///< B, int64, the true steps; 0 where the segment lacks the target
    torch::Tensor attention, sourceLengths; ///< B × T × S and B; undefined without attention
};

/// What models of translation have in common: they read some modalities and learn to write others, so that
/// what they encode holds both; a regressor then scores from that. Pham et al., Seq2Seq2Sentiment,
/// Challenge-HML 2018; Found in Translation, AAAI 2019.
///
/// Inputs of run(): `x` B × S × D_x and `lengths`; `target` B × T × D_y and `target_lengths`, where the truth
/// is known.
class TranslationModel : public FusionModel, public StagedModel {
public:
    bool takesUnaligned() const override;
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;

    void showInUnits(NamedTensors& outputs, const Normalisation& scales) const override;

    /// @throws FormatError (code `no_source`) when no segment has what is to be read.
    void begin(const EachBatch& training, std::uint64_t seed) override;
    torch::Tensor stageLoss(const std::string& stage, const TrainingStep& step) override;
    double stageFigure(const std::string& stage, const EachBatch& validation) override;
    std::vector<ModelFigure> figures(const EachBatch& fold) override;

protected:
    TranslationModel(TranslationSide source, TranslationSide target, TranslationSide then,
                     const TranslationLearning& learning);

    /// inputsOf(), but with lengths of 0 for targets that segments lack.
    NamedTensors lessonOf(const ModalityBatch& batch) const;
    /// The steps that a decoder writes of `target`: as many as the input `steps` says or the target has, else
    /// those of the source.
    static std::int64_t stepsOf(const NamedTensors& inputs, const std::string& target);

    /// The loss of a translation that the stage learns. @param stage  `translate`, `translate2`
    virtual torch::Tensor translationLoss(const std::string& stage, const NamedTensors& lesson, double share)
        = 0;
    /// All translations of a batch, without a teacher.
    virtual std::vector<Written> write(const NamedTensors& lesson) = 0;

    const TranslationSide m_source, m_target, m_then; ///< the last is empty unless there are two targets
    const TranslationLearning m_learning;
};

/// The outputs in which true and written features lie side by side: B × D × 2 × T.
inline constexpr const char* kTranslated = "translated";
inline constexpr const char* kTranslated2 = "translated2";

/// Adds such an output, where the truth is known.
/// @param written  B × T × D; @param truth  the name of its input
void addTranslated(NamedTensors& outputs, const std::string& name, const torch::Tensor& written,
                   const NamedTensors& inputs, const std::string& truth);

/// The cards of attention over the source, of the score's attention, and of a translation beside the truth.
DisplayCard translationAttentionCard(const std::string& output, const std::string& title);
DisplayCard regressionAttentionCard();
DisplayCard translatedCard(const std::string& output, const std::string& title);

}
