#pragma once

#include "engine/models/staged_model.h"
#include "engine/parts/text/valence_model.h"

#include <memory>
#include <optional>

namespace engine {

/// What the parts that learnt from people say, put together by a few numbers that learnt from nothing: there
/// are no recordings of real people with labels of all that they show. Each output is the weighed mean of
/// what the parts say of it, over the parts that a segment has something for; one that is switched off says
/// *neutral*. So the map of what modalities do together has no term but those of single ones.
///
/// Outputs (kOutputs): sentiment −3…3 by words and face, arousal −1…1 by the voice, and shares of raters for
/// six emotions by the face, moved by words and voice.
///
/// run() takes `looks` ΣF × 9 (found, seven chances, valence) with `v_lens` B, `voice` B × 3 (arousal,
/// seconds with a voice, known), `words` B × 3 (extrasOf()) and `on` B × 3, 0 where a modality is off. For
/// displays `seen_by_frame` ΣF × 7. Buffers: `sentiment_weights` 2 (words, face), `emotion_weights` 3 (words,
/// voice, face), `by_valence` and `by_arousal` 3 × 6: shares of the emotions at the lower end, the middle,
/// the upper end of either; `scale` 8 and `offset` 8 bring each output to a person's own labels.
class Ready final : public FusionModel, public StagedModel {
public:
    static constexpr std::size_t kEmotions = 6;
    static constexpr std::size_t kOutputs = 2 + kEmotions;

    /// Its words are rated by the part `valence`, where that is installed. @throws as openPart().
    explicit Ready(const Installation& installation);

    FusionOutput run(const NamedTensors& inputs, Displays displays) override;
    bool takesUnaligned() const override { return true; }
    NamedTensors inputsFrom(const ModalityBatch& batch) const override;
    std::vector<DisplayCard> displays() const override;

    /// `words`: the valence of each text, how many of its words are rated, 1 where it is English, which no
    /// empty one is.
    NamedTensors extrasOf(const std::vector<std::string>& transcripts) const override;

    // It is not trained.
    std::vector<StageOffer> stages() const override { return {}; }
    std::vector<std::string> usualStages() const override { return {}; }
    /// @throws FormatError (code `bad_config`).
    torch::Tensor objective(const TrainingStep& step) override;
    torch::Tensor stageLoss(const std::string& /*stage*/, const TrainingStep& step) override
    {
        return objective(step);
    }
    double stageFigure(const std::string& /*stage*/, const EachBatch& /*validation*/) override { return 0.0; }
    std::vector<ModelFigure> figures(const EachBatch& /*fold*/) override { return {}; }

private:
    std::optional<ValenceModel> m_valence;
    torch::Tensor m_sentimentWeights, m_emotionWeights, m_byValence, m_byArousal, m_scale, m_offset;
};

}
