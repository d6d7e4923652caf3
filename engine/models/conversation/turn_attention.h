#pragma once

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

namespace engine {

/// How a score of a memory for a turn is made; names as configurations have them.
///
/// `general` m · W x, `general2` the same with a bias, `simple` w · m, `concat` v · tanh(W [m; x]).
inline const std::vector<std::string> kTurnAttentionKinds{"general", "general2", "simple", "concat"};

/// The size of TurnAttention.
struct TurnAttentionSizes {
    std::int64_t memory = 0; ///< D_m
    std::int64_t query = 0; ///< D_q
    std::int64_t inner = 0; ///< of `concat`
};

/// Attention of turns over memories of other turns. Majumder et al., DialogueRNN, AAAI 2019.
///
/// Modules: `transform`, `scalar`, `vector_prod`, of which a kind has one or two.
class TurnAttentionImpl : public torch::nn::Module {
public:
    TurnAttentionImpl(const std::string& kind, const TurnAttentionSizes& sizes);

    /// Scores of memories B × I × D_m for a query B × D_q: B × I.
    torch::Tensor scores(const torch::Tensor& memories, const torch::Tensor& query);

    /// Every turn of H B × T × D looks at all valid turns; of `general2`, whose memories are the queries.
    ///
    /// @param valid  B × T, bool: turns that are no padding
    /// @return       what each turn sees B × T × D, and weights B × T × T, both 0 at padding.
    std::pair<torch::Tensor, torch::Tensor> overTurns(const torch::Tensor& h, const torch::Tensor& valid);

private:
    std::string m_kind;
    torch::nn::Linear m_transform{nullptr}, m_scalar{nullptr}, m_vectorProduct{nullptr};
};
TORCH_MODULE(TurnAttention);

}
