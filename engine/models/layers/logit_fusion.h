#pragma once

#include "engine/models/fusion_model.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

/// Sums the logits of the chosen modalities, one weight each. With a single modality there is nothing to
/// weigh: then there is no parameter.
///
/// Modalities are letters in the order t (text), v (vision), a (sound), as the published weights have them.
struct LogitFusionImpl : torch::nn::Module {
    explicit LogitFusionImpl(std::size_t modalities);

    /// @param logits  B × O of each modality. @return B × O
    torch::Tensor forward(const std::vector<torch::Tensor>& logits);

    torch::nn::Linear weights; ///< null with one modality
};
TORCH_MODULE(LogitFusion);

/// `tav` or ["text", "acoustic", "visual"] in any order → letters in the order t, v, a; all three when null.
/// @throws FormatError (code `bad_hyper_parameter`) for anything else, and for none.
std::string modalityLetters(const nlohmann::json& modalities);

/// Two linear layers for each modality's vector to its logits, and their weighted sum.
class LateFusion : public FusionModel {
public:
    std::vector<DisplayCard> displays() const override;
    torch::Tensor caseLoss(const std::string& kind, const NamedTensors& inputs,
                           const FusionOutput& output) override;
    bool takesUnaligned() const override { return true; }

protected:
    /// @param letters  of the modalities, in the order t, v, a
    /// @param widths   of their vectors, in the same order
    LateFusion(std::string letters, const std::vector<std::int64_t>& widths, std::int64_t outputs);

    const std::string& letters() const { return m_letters; }

    /// @param vectors  B × width each. @return with outputs `logits_t`, …; for displays `modality_logits` B ×
    /// modalities × O
    FusionOutput fused(const std::vector<torch::Tensor>& vectors, Displays displays);

private:
    std::string m_letters;
    std::vector<torch::nn::Sequential> m_affines;
    LogitFusion m_fusion;
};

/// Which of `allModalities` a letter stands for.
Modality modalityOf(char letter);

/// Mean over batch and outputs of the logistic loss with `labels` (1: yes) and `pos_weight` of `inputs`.
torch::Tensor labelledLogisticLoss(const torch::Tensor& logits, const NamedTensors& inputs);

/// The card of `modality_logits`.
DisplayCard modalityLogitsCard(const std::string& letters);

}
