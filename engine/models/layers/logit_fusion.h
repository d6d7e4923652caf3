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

/// Which of `allModalities` a letter stands for.
Modality modalityOf(char letter);

/// Mean over batch and outputs of the logistic loss with `labels` (1: yes) and `pos_weight` of `inputs`.
torch::Tensor labelledLogisticLoss(const torch::Tensor& logits, const NamedTensors& inputs);

/// The card of `modality_logits`.
DisplayCard modalityLogitsCard(const std::string& letters);

}
