#include "engine/models/conversation/dialogue_direction.h"

namespace engine {

DialogueCellImpl::DialogueCellImpl(const DialogueSizes& sizes) : sizes(sizes)
{
    const auto cell = [&](const char* name, std::int64_t inputs, std::int64_t states) {
        return register_module(name, torch::nn::GRUCell(inputs, states));
    };
    global = cell("g_cell", sizes.turn + sizes.party, sizes.global);
    party = cell("p_cell", sizes.turn + sizes.global, sizes.party);
    emotion = cell("e_cell", sizes.party, sizes.emotion);
    if (sizes.listener != "none")
        listener
            = cell("l_cell", sizes.listener == "state" ? sizes.turn + sizes.party : sizes.seen + sizes.global,
                   sizes.party);
    attention = register_module(
        "attention",
        TurnAttention(sizes.attention, TurnAttentionSizes{sizes.global, sizes.turn, sizes.inner}));
}

DialogueStates::DialogueStates(DialogueCell cell, std::int64_t rows, std::int64_t parties, bool everyone,
                               const torch::TensorOptions& options)
    : m_cell(std::move(cell))
    , m_everyone(everyone)
    , m_global(torch::zeros({rows, m_cell->sizes.global}, options))
    , m_parties(torch::zeros({rows, parties, m_cell->sizes.party}, options))
    , m_emotions(torch::zeros({rows, everyone ? parties : 1, m_cell->sizes.emotion}, options))
{
}

/// What the turns before say to this one: B × D_g, zeros at the first.
torch::Tensor DialogueStates::contextOf(const torch::Tensor& turn)
{
    if (m_globals.empty()) {
        m_context = torch::Tensor();
        return torch::zeros_like(m_global);
    }
    const torch::Tensor memories = torch::stack(m_globals, 1);
    m_context = torch::softmax(m_cell->attention->scores(memories, turn), 1);
    return torch::bmm(m_context.unsqueeze(1), memories).squeeze(1);
}

void DialogueStates::advance(const DialogueTurn& turn)
{
    const std::int64_t rows = m_parties.size(0), parties = m_parties.size(1), width = m_parties.size(2);
    const torch::Tensor speaks = turn.speaker.unsqueeze(2); // B × P × 1
    const torch::Tensor own = (m_parties * speaks).sum(1);
    m_global = m_cell->global(torch::cat({turn.vector, own}, 1), m_global);
    const torch::Tensor context = contextOf(turn.vector);
    m_globals.push_back(m_global);
    const torch::Tensor spoken = m_cell->party(torch::cat({turn.vector, context}, 1), own);
    torch::Tensor others = m_parties;
    if (m_cell->listener) {
        const auto toAll = [&](const torch::Tensor& one) {
            return one.unsqueeze(1).expand({-1, parties, -1});
        };
        const torch::Tensor heard = turn.seen.defined() ? torch::cat({turn.seen, toAll(context)}, 2)
                                                        : toAll(torch::cat({turn.vector, spoken}, 1));
        others
            = m_cell
                  ->listener(heard.reshape({rows * parties, -1}), m_parties.reshape({rows * parties, width}))
                  .view({rows, parties, width});
    }
    m_parties = others * (1 - speaks) + spoken.unsqueeze(1) * speaks;
    const torch::Tensor felt = m_everyone ? m_parties : (m_parties * speaks).sum(1, /*keepdim=*/true);
    m_emotions
        = m_cell->emotion(felt.reshape({-1, felt.size(2)}), m_emotions.reshape({-1, m_emotions.size(2)}))
              .view(m_emotions.sizes());
}

DialogueDirectionImpl::DialogueDirectionImpl(const DialogueSizes& sizes)
{
    m_cell = register_module("dialogue_cell", DialogueCell(sizes));
}

DialogueCourse DialogueDirectionImpl::run(const torch::Tensor& turns, const torch::Tensor& speaker,
                                          const torch::Tensor& seen, bool everyone)
{
    const std::int64_t steps = turns.size(1);
    DialogueStates states(m_cell, turns.size(0), speaker.size(2), everyone, turns.options());
    std::vector<torch::Tensor> emotions, context, parties;
    for (std::int64_t step = 0; step < steps; ++step) {
        states.advance({turns.select(1, step), speaker.select(1, step),
                        seen.defined() ? seen.select(1, step) : torch::Tensor()});
        emotions.push_back(states.emotions());
        parties.push_back(states.parties());
        context.push_back(step == 0 ? torch::zeros({turns.size(0), steps}, turns.options())
                                    : torch::constant_pad_nd(states.context(), {0, steps - step}));
    }
    return {torch::stack(emotions, 1), torch::stack(context, 1), torch::stack(parties, 1)};
}

}
