#include "engine/training/run/attended_turns.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engine {

namespace {

constexpr std::array<std::string_view, 2> kContextAttention{"context_attention_f", "context_attention_r"};
constexpr const char* kAttention = "attention";

/// Adds row `step` of weights T × T. The turn itself is none that it goes back to.
void addAttended(std::vector<AttendedTurn>& turns, const Tensor& weights, const ConversationPiece& piece,
                 std::size_t step)
{
    if (weights.shape.size() != 2 || step >= static_cast<std::size_t>(weights.shape[0]))
        return;
    const auto width = static_cast<std::size_t>(weights.shape[1]);
    for (std::size_t seen = 0; seen < std::min(width, piece.turns.size()); ++seen) {
        const float weight = weights.values[step * width + seen];
        if (seen != step && weight > 0.0F)
            turns.push_back({piece.turns[seen], static_cast<double>(weight)});
    }
}

}

std::vector<std::vector<AttendedTurn>> attendedTurns(const Scorer& scorer, const FoldData& fold,
                                                     EnabledModalities enabled,
                                                     std::optional<std::size_t> context)
{
    std::vector<std::vector<AttendedTurn>> attended(fold.size());
    const auto add = [&](const ConversationPiece& piece, const std::map<std::string, Tensor>& displays) {
        const bool hasContext = displays.contains(std::string(kContextAttention.front()));
        for (const auto& [name, weights] : displays) {
            const bool counts = hasContext
                ? std::ranges::find(kContextAttention, name) != kContextAttention.end()
                : name == kAttention;
            for (std::size_t step = piece.context; counts && step < piece.turns.size(); ++step)
                addAttended(attended[piece.turns[step]], weights, piece, step);
        }
    };
    if (fold.size() > 0)
        scorer.conversationDisplays(fold, enabled, add, context);
    return attended;
}

}
