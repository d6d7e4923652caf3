#pragma once

#include "engine/models/conversation/turn_attention.h"

#include <string>
#include <vector>

namespace engine {

/// The sizes of one direction of a DialogueRNN.
struct DialogueSizes {
    std::int64_t turn = 0; ///< D_m, of a turn's vector
    std::int64_t global = 0; ///< D_g
    std::int64_t party = 0; ///< D_p
    std::int64_t emotion = 0; ///< D_e
    std::string listener = "none"; ///< `none`, `state`, `vision`
    std::int64_t seen = 0; ///< D_n, of what is seen of each participant
    std::string attention = "general"; ///< one of kTurnAttentionKinds
    std::int64_t inner = 0; ///< of the attention `concat`
};

/// The cells of one direction: `g_cell`, `p_cell`, `e_cell`, `l_cell` where listeners change, `attention`.
struct DialogueCellImpl : torch::nn::Module {
    explicit DialogueCellImpl(const DialogueSizes& sizes);

    DialogueSizes sizes;
    torch::nn::GRUCell global{nullptr}, party{nullptr}, emotion{nullptr}, listener{nullptr};
    TurnAttention attention{nullptr};
};
TORCH_MODULE(DialogueCell);

/// One turn of B conversations.
struct DialogueTurn {
    torch::Tensor vector; ///< B × D_m
    torch::Tensor speaker; ///< B × P: 1 for who speaks, else 0
    torch::Tensor seen; ///< B × P × D_n, of the listener `vision`; else undefined
};

/// The states of B conversations after the turns so far, from zeros on.
class DialogueStates {
public:
    /// @param everyone  each participant has an emotion state of their own; else only who speaks
    DialogueStates(DialogueCell cell, std::int64_t rows, std::int64_t parties, bool everyone,
                   const torch::TensorOptions& options);

    void advance(const DialogueTurn& turn);

    const torch::Tensor& emotions() const { return m_emotions; } ///< B × (P or 1) × D_e
    const torch::Tensor& parties() const { return m_parties; } ///< B × P × D_p
    /// B × (turns before this one): how much each counts; undefined of the first.
    const torch::Tensor& context() const { return m_context; }

private:
    torch::Tensor contextOf(const torch::Tensor& turn);

    DialogueCell m_cell;
    bool m_everyone;
    torch::Tensor m_global, m_parties, m_emotions, m_context;
    std::vector<torch::Tensor> m_globals; ///< after each turn
};

/// All turns in one direction.
struct DialogueCourse {
    torch::Tensor emotions; ///< B × T × (P or 1) × D_e
    torch::Tensor context; ///< B × T × T: row t has the weights of the turns before t
    torch::Tensor parties; ///< B × T × P × D_p
};

/// One direction of a DialogueRNN, whose cells are called `dialogue_cell`.
class DialogueDirectionImpl : public torch::nn::Module {
public:
    explicit DialogueDirectionImpl(const DialogueSizes& sizes);

    /// @param turns    B × T × D_m
    /// @param speaker  B × T × P, 1 for who speaks
    /// @param seen     B × T × P × D_n, or undefined
    DialogueCourse run(const torch::Tensor& turns, const torch::Tensor& speaker, const torch::Tensor& seen,
                       bool everyone);

    const DialogueCell& cell() const { return m_cell; }

private:
    DialogueCell m_cell{nullptr};
};
TORCH_MODULE(DialogueDirection);

}
