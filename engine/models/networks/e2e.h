#pragma once

#include "engine/models/layers/cls_encoder.h"
#include "engine/models/layers/logit_fusion.h"
#include "engine/models/layers/nested_attention.h"
#include "engine/models/layers/sparse_trunk.h"
#include "engine/models/layers/text_encoder.h"
#include "engine/models/layers/text_tokens.h"
#include "engine/models/networks/albert.h"
#include "engine/models/networks/item_memory.h"
#include "engine/models/staged_model.h"

namespace engine {

/// The sizes of an end-to-end network; in brackets their names in JSON.
struct E2eOptions {
    bool isFv2es = false; ///< (variant) `mme2e` or `fv2es`
    bool isSingle = false; ///< (form) `multi` or `single`: FV2ES's trunk of one branch
    std::int64_t outputs = 1; ///< (n, or out_dim) O, one per label
    TextEncoderOptions text; ///< (text, d_t, d_l)
    std::int64_t faceSide = 48; ///< (face) pixels
    std::array<std::int64_t, 2> piece{}; ///< (spec) height and width of what the sound's net sees of a piece
    std::vector<std::int64_t> channels; ///< (ch) of the picture's trunk: 4
    std::vector<std::int64_t> soundChannels; ///< (a_ch) of the sound's trunk, MME2E alone: 4
    std::vector<NestedLevel> nested; ///< (nest: dims, heads, depths) of the sound's attention, FV2ES alone
    std::int64_t hidden = 1024; ///< (hid) between a map and its vector
    ClsEncoderSettings encoder; ///< (d, layers, heads, ff, dropout) over faces and over pieces
    bool standardises = false; ///< (standardise) each band of the pieces, by what is measured of the training
    double sparse = 0.0; ///< (sparse) MME2E alone: which mass of attention is kept; 0: everything
    std::string modalities = "tva"; ///< (modalities) letters, in this order

    /// @throws FormatError (code `bad_hyper_parameter`).
    static E2eOptions fromJson(const nlohmann::json& config);

    /// The words of the training segments, or the pieces of a SentencePiece model, put into `text`.
    static void settle(nlohmann::json& config, const TrainingFacts& facts);

    /// As published for CMU-MOSEI.
    static nlohmann::json mme2e();
    static nlohmann::json fv2es();
};

/// From faces, pieces of a spectrogram and text to logits: a net per modality, and the weighted sum of their
/// logits. Dai et al., Multimodal End-to-End Sparse Model for Emotion Recognition, NAACL 2021 (MME2E, MESM);
/// Wei et al., FV2ES, 2022.
///
/// run() takes, of the chosen modalities, `faces` ΣV × 3 × S × S with `v_lens` B (how many of each segment),
/// `specs` ΣA × channels × H × W with `a_lens`, and what its TextEncoder takes. Outputs: `logits_t`,
/// `logits_v`, `logits_a` B × O, `v_cls`, `a_cls` B × D; for displays `modality_logits` B × M × O,
/// `spec_attention_last` (FV2ES), `position_attention_M_L`, `kept_M_L` (ΣV or ΣA × H × W) and `kept_share_M`
/// 3 (with `sparse`).
class E2e final : public FusionModel, public StagedModel {
public:
    using Options = E2eOptions;

    explicit E2e(const E2eOptions& options);

    const E2eOptions& options() const { return m_options; }

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    /// `media` of the batch, and its text where rows of features are looked at; a modality that is not there
    /// has nothing in any segment.
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    /// The task's loss. @throws FormatError (code `bad_config`) for a fused network, which is not trained.
    torch::Tensor objective(const TrainingStep& step) override;
    std::vector<DisplayCard> displays() const override;
    bool rememberItems(std::size_t most) override;

    /// One stage, `joint`; before it the bands of the training segments' pieces are measured.
    std::vector<StageOffer> stages() const override { return {{"joint"}}; }
    std::vector<std::string> usualStages() const override { return {"joint"}; }
    void begin(const EachBatch& training, std::uint64_t seed) override;
    torch::Tensor stageLoss(const std::string& /*stage*/, const TrainingStep& step) override
    {
        return objective(step);
    }
    double stageFigure(const std::string& /*stage*/, const EachBatch& /*validation*/) override { return 0.0; }
    std::vector<ModelFigure> figures(const EachBatch& /*fold*/) override { return {}; }

    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;
    /// `ids` and `lengths` of words or pieces.
    NamedTensors extrasOf(const std::vector<std::string>& transcripts) const override;

    /// Segments without faces, sound and words.
    NamedTensors emptyInputs(std::int64_t rows) const;

    /// The picture's trunk alone. @param faces  N × 3 × S × S. @return N × channels × S / 16 × S / 16
    torch::Tensor pictureMaps(const torch::Tensor& faces);

    /// The parameters of the picture's trunk in its single form, `V.0.reparam.weight` …; empty unless it is
    /// FV2ES with branches.
    NamedTensors foldedTrunkParameters() const;

private:
    bool has(char letter) const { return m_options.modalities.find(letter) != std::string::npos; }
    torch::Tensor maps(char letter, const torch::Tensor& pictures, const torch::Tensor& text,
                       const torch::Tensor& lengths, NamedTensors& outputs, Displays displays);
    torch::Tensor vectors(char letter, const torch::Tensor& pictures, const torch::Tensor& text,
                          const torch::Tensor& lengths, NamedTensors& outputs, Displays displays);
    torch::Tensor logitsOf(char letter, const NamedTensors& inputs, const torch::Tensor& text,
                           FusionOutput& output, Displays displays);

    struct Net { ///< of vision or sound
        torch::nn::Sequential trunk{nullptr};
        SparseTrunk sparse{nullptr};
        NestedAttention nested{nullptr};
        torch::nn::Sequential flatten{nullptr};
        ClsEncoder encoder{nullptr};
        torch::nn::Linear out{nullptr};
        std::optional<ItemMemory> memory{}; ///< of `flatten`'s vectors
    };
    Net& netOf(char letter) { return letter == 'v' ? m_vision : m_sound; }
    void makeNet(char letter, std::int64_t mapSize);

    E2eOptions m_options;
    TextEncoder m_text{nullptr};
    std::shared_ptr<Albert> m_albert; ///< in the place of m_text
    std::optional<TextTokens> m_tokens;
    torch::nn::Linear m_textOut{nullptr};
    Net m_vision, m_sound;
    LogitFusion m_fusion;
    torch::Tensor m_bandMean, m_bandDeviation; ///< of each band; undefined unless it standardises
};

/// An FV2ES with branches, in evaluation mode, as one with a single branch: the same outputs up to rounding.
///
/// @param architecture  of `branched`; it becomes that of the result.
/// @throws FormatError (code `not_fusible`) for any other network, one that is fused included.
std::shared_ptr<FusionModel> fusedNetwork(const FusionModel& branched, nlohmann::json& architecture);

}
