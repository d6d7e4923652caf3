#pragma once

#include "engine/models/conversation/conversation_model.h"
#include "engine/training/data/conversation_pieces.h"
#include "engine/training/run/segment_tensors.h"
#include "engine/training/run/turn_scores.h"

namespace engine {

/// Conversations as tensors: C pieces of at most T turns, whose steps are turns.
struct ConversationTensors {
    /// `inputs` C × T × D, with the extras `speaker`, `present` and `x_n`; `targets` C × T × O, or
    /// C × T × P × O for a model that predicts everyone: NaN where nobody labelled a turn, and where it
    /// counts in another piece. `ids` are those of the pieces.
    SegmentTensors tensors;
    std::vector<ConversationPiece> pieces;
    FeatureMatrix truths; ///< M × O: what labelledRows() takes of the targets, in the file's units
};

/// One vector per turn and modality, the mean of the normalised rows; 0 where a turn lacks the modality.
///
/// @param fold  has turns (withTurns()), in steps or without
/// @param context  turns before a turn that the model sees (piecesWithContext()); absent: whole conversations
/// @throws as prepare(), conversationPieces() and truthsOf().
ConversationTensors prepareConversations(const ConversationModel& model, const FoldData& fold,
                                         const ModelCard& card, EnabledModalities enabled,
                                         const std::string& device = "cpu",
                                         std::optional<std::size_t> context = {});

/// @param outputs  of the pieces (outputsOf()): C × T × O, or C × T × P × O
/// @param turns    N
TurnScores scoresOfTurns(const torch::Tensor& outputs, const std::vector<ConversationPiece>& pieces,
                         std::size_t turns, const ModelCard& card);

/// The true values of turns, N × O; NaN where nobody labelled one. @throws as truthsOf().
FeatureMatrix truthsOfTurns(const FoldData& fold, const std::vector<LabelCard>& labels, Task task);

/// The true values of listeners, L × O; NaN where nobody said anything. @throws as truthsOf().
FeatureMatrix truthsOfListeners(const FoldData& fold, const std::vector<Listener>& listeners,
                                const std::vector<ConversationPiece>& pieces,
                                const std::vector<LabelCard>& labels, Task task);

}
