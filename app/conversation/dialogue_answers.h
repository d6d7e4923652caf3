#pragma once

#include "app/conversation/conversation_data.h"
#include "app/conversation/dialogue_models.h"
#include "engine/core/interval.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// What a model of conversations says of a conversation's turns, as `polylogue-models predict` tells it.
struct DialogueAnswers {
    struct Answer {
        std::string turn; ///< the id of the turn: `morning@ada[0]`
        std::string participant; ///< who speaks, or listens
        bool listens = false;
        bool isLearntFromSpeakers = false; ///< of a listener: nobody told the model what listeners feel
        engine::Interval span; ///< of the turn, in the time of the conversation
        std::vector<double> values; ///< one per label of the model; NaN where it says none
        std::vector<std::optional<double>> labels; ///< of a person, in the same order
        std::vector<std::pair<std::string, double>> attends; ///< turns by id, and how much each counts
    };
    std::vector<Answer> answers;

    /// The answer about who speaks in this turn: of the same person, that overlaps it most. Null: none.
    /// @param turn  in the time of the conversation
    const Answer* speaking(const engine::SpeakingTurn& turn, const std::string& participant) const;
    /// The answers about those who listen in a turn of the model.
    std::vector<const Answer*> listening(const std::string& turn) const;
};

/// @param context  turns before each turn that count; absent: all turns
/// @return the question to `polylogue-models`, without model and dataset
std::vector<std::string> dialogueQuestion(const DialogueModel& model, const std::string& conversation,
                                          std::optional<std::size_t> context);

/// @param answer  what the program prints
/// @throws FormatError (`bad_answer`) where it is not legible.
DialogueAnswers dialogueAnswersFrom(const std::string& answer, const DialogueModel& model);

/// To which turns of the conversation the model attends in one of them, by their numbers, and how much. What
/// the model counts as a turn may be a part of one: then weights are summed.
std::map<std::size_t, double> attendedTurnsOf(const DialogueAnswers& answers, std::size_t turn,
                                              const ConversationData& data);

}
