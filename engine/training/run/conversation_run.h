#pragma once

#include "engine/core/run_context.h"
#include "engine/models/conversation/conversation_model.h"
#include "engine/training/run/train_config.h"
#include "engine/training/run/trainer.h"

namespace engine {

/// Whether the model to be trained sees whole conversations.
bool isOfConversations(const TrainConfig& config);

/// Refuses what a model of conversations does not have. @param isFollowed  TrainingPlaces::dynamics is wanted
/// @throws FormatError (`bad_config`) naming the field.
void refuseWhatIsOfSegments(const TrainConfig& config, bool isFollowed);

/// What the loss of such a model has behind its name; empty of other models.
std::string lossEnding(const TrainConfig& config);

/// Slots that are taken in the conversation that has most of them; 0 without conversations.
std::int64_t peopleTogether(const FoldData& fold);

/// How a model of conversations is trained.
struct ConversationRun {
    const TrainConfig& config;
    EnabledModalities enabled;
    std::string device;
};

/// Trains on whole conversations: batches are of them, the loss and what is watched are of labelled turns.
/// @throws as prepareConversations(), taskLoss(), watchedFigure() and train().
void trainOnConversations(TrainedModel& trained, const FeatureData& data, const ConversationRun& how,
                          const TrainingHooks& hooks, const RunContext& run);

}
