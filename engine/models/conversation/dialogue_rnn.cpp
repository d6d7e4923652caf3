#include "engine/models/conversation/dialogue_rnn.h"

#include "engine/core/error.h"
#include "engine/models/layers/padding.h"
#include "engine/models/staged_model.h"

#include <fmt/format.h>

namespace engine {

DialogueRnnOptions DialogueRnnOptions::fromJson(const nlohmann::json& config)
{
    HyperParameters parameters(config);
    DialogueRnnOptions options;
    options.widths = turnSizes(parameters);
    options.sizes.turn = total(options.widths);
    options.sizes.global = parameters.size("d_g");
    options.sizes.party = parameters.size("d_p");
    options.sizes.emotion = parameters.size("d_e");
    options.sizes.attention = parameters.choice("attention", kTurnAttentionKinds);
    options.sizes.inner
        = options.sizes.attention == "concat" ? parameters.size("d_att") : parameters.size("d_att", 0);
    options.sizes.listener = parameters.choice("listener", {"none", "state", "vision"});
    constexpr double largest = 1e6;
    options.sizes.seen = options.sizes.listener == "vision"
        ? parameters.size("d_n")
        : static_cast<std::int64_t>(parameters.number("d_n", 0.0, largest, 0.0));
    options.dense = parameters.size("d_h");
    options.outputs = parameters.size("out_dim", 1);
    options.parties = parameters.size("parties", 2);
    options.isBidirectional = parameters.flag("bidirectional", true);
    options.hasGlobalAttention = parameters.flag("global_attention", true);
    options.predictsEveryone = parameters.choice("predict", {"speaker", "all"}) == "all";
    options.reversesSpeakers = parameters.flag("reverse_speakers", true);
    options.dropout = parameters.dropout("drop");
    parameters.rejectUnknown();
    return options;
}

nlohmann::json DialogueRnnOptions::defaults()
{
    return {{"model", {{"d_g", 500}, {"d_p", 500}, {"d_e", 300}, {"d_h", 300}, {"drop", 0.1}}},
            {"training",
             {{"lr", 1e-4}, {"weight_decay", 1e-5}, {"batch", 30}, {"epochs", 60}, {"patience", 60}}}};
}

void DialogueRnnOptions::settle(nlohmann::json& config, const TrainingFacts& facts)
{
    if (!config.contains("parties"))
        config["parties"] = std::max<std::int64_t>(2, facts.people);
    if (config.value("listener", nlohmann::json()) != "vision" || config.contains("d_n"))
        return;
    if (facts.seenNumbers == 0)
        throw FormatError("bad_hyper_parameter", "hyper-parameter \"listener\"",
                          "is vision, but the data do not say what is seen of listeners (vision_listening)");
    config["d_n"] = facts.seenNumbers;
}

/// Who speaks, and who is there.
struct DialogueRnn::Slots {
    torch::Tensor speaker; ///< B × T × P, 1 for who speaks
    torch::Tensor taken; ///< B × P, bool
    torch::Tensor seen; ///< B × T × P × D_n; undefined where the model takes nothing of that
};

namespace {

[[noreturn]] void refuseInput(const std::string& name, const std::string& what)
{
    throw ShapeError("bad_inputs", "inputs/" + name + ": " + what);
}

/// Turns in the opposite order, padding behind as before. @param x  B × T × …
torch::Tensor reversed(const torch::Tensor& x, const torch::Tensor& lengths)
{
    if (!x.defined())
        return x;
    if (!lengths.defined())
        return x.flip(1);
    const torch::Tensor places = torch::arange(x.size(1), lengths.options()).unsqueeze(0);
    const torch::Tensor ends = lengths.unsqueeze(1);
    torch::Tensor index = torch::where(places < ends, ends - 1 - places, places);
    for (std::int64_t axis = 2; axis < x.dim(); ++axis)
        index = index.unsqueeze(-1);
    return x.gather(1, index.expand(x.sizes()));
}

/// As many axes as `like` has, for a product with it.
torch::Tensor widened(torch::Tensor mask, const torch::Tensor& like)
{
    while (mask.dim() < like.dim())
        mask = mask.unsqueeze(-1);
    return mask.to(like.dtype());
}

}

DialogueRnn::DialogueRnn(const DialogueRnnOptions& options) : m_options(options)
{
    m_forwards = register_module("dialog_rnn_f", DialogueDirection(options.sizes));
    if (options.isBidirectional)
        m_backwards = register_module("dialog_rnn_r", DialogueDirection(options.sizes));
    const std::int64_t states = options.sizes.emotion * (options.isBidirectional ? 2 : 1);
    if (options.hasGlobalAttention)
        m_attention
            = register_module("matchatt", TurnAttention("general2", TurnAttentionSizes{states, states, 0}));
    m_linear = register_module("linear", torch::nn::Linear(states, options.dense));
    m_last = register_module("smax_fc", torch::nn::Linear(options.dense, options.outputs));
}

std::int64_t DialogueRnn::seenNumbers() const
{
    return m_options.sizes.listener == "vision" ? m_options.sizes.seen : 0;
}

/// @param turns  T
DialogueRnn::Slots DialogueRnn::slotsOf(const NamedTensors& inputs, std::int64_t turns) const
{
    const torch::Tensor speaker = requiredInput(inputs, "speaker").to(torch::kInt64);
    if (speaker.dim() != 2 || speaker.size(1) != turns || (speaker < 0).any().item<bool>())
        refuseInput("speaker",
                    fmt::format("expected the slot of who speaks, from 0, for each of {} turns.", turns));
    Slots slots;
    std::int64_t parties = std::max(m_options.parties, speaker.max().item<std::int64_t>() + 1);
    const torch::Tensor present = optionalInput(inputs, "present");
    if (present.defined())
        parties = std::max(parties, present.max().item<std::int64_t>());
    if (seenNumbers() > 0) {
        slots.seen = requiredInput(inputs, "x_n");
        if (slots.seen.dim() != 4 || slots.seen.size(1) != turns || slots.seen.size(3) != seenNumbers())
            refuseInput(
                "x_n",
                fmt::format("expected {} numbers of each slot in each of {} turns.", seenNumbers(), turns));
        if (slots.seen.size(2) < parties)
            slots.seen = torch::constant_pad_nd(slots.seen, {0, 0, 0, parties - slots.seen.size(2)});
        parties = slots.seen.size(2);
    }
    slots.speaker = torch::one_hot(speaker, parties).to(torch::kFloat32);
    const torch::Tensor places = torch::arange(parties, speaker.options()).unsqueeze(0);
    slots.taken = present.defined()
        ? places < present.to(torch::kInt64).unsqueeze(1)
        : torch::ones_like(places, torch::kBool).expand({speaker.size(0), parties});
    return slots;
}

FusionOutput DialogueRnn::run(const NamedTensors& inputs, Displays displays)
{
    const torch::Tensor x = joinedTurns(inputs, m_options.widths);
    const torch::Tensor lengths = lengthsOf(inputs, x);
    const torch::Tensor valid = validTurns(x, lengths);
    const Slots slots = slotsOf(inputs, x.size(1));
    const bool everyone = m_options.predictsEveryone;
    FusionOutput output;
    const auto show = [&](const char* name, const torch::Tensor& shown) {
        if (displays == Displays::Yes)
            output.outputs.emplace(name, shown);
    };
    const DialogueCourse ahead = m_forwards->run(x, slots.speaker, slots.seen, everyone);
    torch::Tensor emotions = ahead.emotions;
    const torch::Tensor both = (valid.unsqueeze(1) & valid.unsqueeze(2)).to(x.dtype());
    show("context_attention_f", ahead.context * both);
    show("party_state", ahead.parties * widened(valid, ahead.parties));
    if (m_backwards) {
        const torch::Tensor speaker
            = m_options.reversesSpeakers ? reversed(slots.speaker, lengths) : slots.speaker;
        const DialogueCourse back
            = m_backwards->run(reversed(x, lengths), speaker, reversed(slots.seen, lengths), everyone);
        emotions = torch::cat({emotions, reversed(back.emotions, lengths)}, 3);
        if (displays == Displays::Yes) {
            const torch::Tensor rows = reversed(back.context, lengths).transpose(1, 2).contiguous();
            show("context_attention_r", reversed(rows, lengths).transpose(1, 2) * both);
        }
    }
    const torch::Tensor taken
        = everyone ? valid.unsqueeze(2) & slots.taken.unsqueeze(1) : valid.unsqueeze(2); // B × T × (P or 1)
    emotions = emotions * widened(taken, emotions);
    show("e_seq", everyone ? emotions : emotions.select(2, 0));
    if (m_attention) {
        std::vector<torch::Tensor> seen, weights;
        for (const torch::Tensor& one : emotions.unbind(2)) {
            const auto attended = m_attention->overTurns(one, valid);
            seen.push_back(attended.first);
            weights.push_back(attended.second);
        }
        emotions = torch::stack(seen, 2);
        show("attention", everyone ? torch::stack(weights, 1) : weights.front());
    }
    const torch::Tensor scores = predict(emotions);
    const torch::Tensor kept = scores * widened(taken, scores);
    output.prediction = everyone ? kept : kept.select(2, 0);
    return output;
}

torch::Tensor DialogueRnn::predict(const torch::Tensor& emotions)
{
    return m_last(torch::dropout(torch::relu(m_linear(emotions)), m_options.dropout, is_training()));
}

/// Turn by turn, in one direction.
class DialogueRnn::Live final : public LiveRun {
public:
    explicit Live(DialogueRnn& model) : m_model(model) { }

    /// @param turn  `x_l`, `x_a`, `x_v` B × D, `speaker` B, with the listener `vision` `x_n` B × P × D_n, and
    /// `present` where not all slots are taken. As many slots as the first turn has.
    FusionOutput next(const NamedTensors& turn, Displays displays) override
    {
        NamedTensors alone = turn;
        for (const char* const name : {"speaker", "x_n"}) {
            if (alone.contains(name))
                alone[name] = alone[name].unsqueeze(1);
        }
        const torch::Tensor x = joinedTurns(turn, m_model.m_options.widths);
        const Slots slots = m_model.slotsOf(alone, 1);
        const bool everyone = m_model.predictsEveryone();
        if (!m_states)
            m_states.emplace(m_model.m_forwards->cell(), x.size(0), slots.speaker.size(2), everyone,
                             x.options());
        else if (m_states->parties().size(1) != slots.speaker.size(2))
            refuseInput("speaker", "is a participant more than the conversation began with.");
        m_states->advance({x, slots.speaker.select(1, 0),
                           slots.seen.defined() ? slots.seen.select(1, 0) : torch::Tensor()});
        torch::Tensor emotions = m_states->emotions();
        if (everyone)
            emotions = emotions * slots.taken.unsqueeze(2).to(emotions.dtype());
        if (m_model.m_attention)
            emotions = attended(emotions);
        const torch::Tensor scores = m_model.predict(emotions);
        FusionOutput output;
        output.prediction
            = everyone ? scores * slots.taken.unsqueeze(2).to(scores.dtype()) : scores.select(1, 0);
        if (displays == Displays::Yes)
            output.outputs.emplace("party_state", m_states->parties());
        return output;
    }

private:
    /// What the last turn sees of all so far. @param emotions  B × (P or 1) × D
    torch::Tensor attended(const torch::Tensor& emotions)
    {
        m_emotions.push_back(emotions);
        const torch::Tensor all = torch::stack(m_emotions, 1); // B × T × (P or 1) × D
        const torch::Tensor valid
            = torch::ones({all.size(0), all.size(1)}, all.options().dtype(torch::kBool));
        std::vector<torch::Tensor> seen;
        for (const torch::Tensor& one : all.unbind(2))
            seen.push_back(m_model.m_attention->overTurns(one, valid).first.select(1, all.size(1) - 1));
        return torch::stack(seen, 1);
    }

    DialogueRnn& m_model;
    std::optional<DialogueStates> m_states;
    std::vector<torch::Tensor> m_emotions; ///< after each turn
};

std::unique_ptr<LiveRun> DialogueRnn::live()
{
    return m_options.isBidirectional ? nullptr : std::make_unique<Live>(*this);
}

std::vector<DisplayCard> DialogueRnn::displays() const
{
    std::vector<DisplayCard> cards{{"context_attention_f",
                                    "Attention over the turns before",
                                    {"turn", "seen turn"},
                                    {{}, {}},
                                    DisplayScale::Share}};
    if (m_backwards)
        cards.push_back({"context_attention_r",
                         "Attention over the turns behind",
                         {"turn", "seen turn"},
                         {{}, {}},
                         DisplayScale::Share});
    if (m_attention && m_options.predictsEveryone)
        cards.push_back({"attention",
                         "Attention of a turn over the turns, by participant",
                         {"participant", "turn", "seen turn"},
                         {{}, {}, {}},
                         DisplayScale::Share});
    else if (m_attention)
        cards.push_back({"attention",
                         "Attention of a turn over the turns",
                         {"turn", "seen turn"},
                         {{}, {}},
                         DisplayScale::Share});
    cards.push_back({"party_state",
                     "State of each participant",
                     {"turn", "participant", "unit"},
                     {{}, {}, {}},
                     DisplayScale::Signed});
    return cards;
}

}
