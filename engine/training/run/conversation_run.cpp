#include "engine/training/run/conversation_run.h"

#include "engine/core/error.h"
#include "engine/models/conversation/turn_loss.h"
#include "engine/models/fusion/registry.h"
#include "engine/training/run/conversation_tensors.h"
#include "engine/training/run/losses.h"
#include "engine/training/run/watched_figure.h"

#include <algorithm>

namespace engine {

bool isOfConversations(const TrainConfig& config)
{
    return isOfConversations(config.model.value("class", std::string()));
}

void refuseWhatIsOfSegments(const TrainConfig& config, bool isFollowed)
{
    const auto refuseIf = [](bool isAsked, const char* field) {
        if (isAsked)
            throw FormatError("bad_config", field, "is for models of segments, not of whole conversations");
    };
    refuseIf(config.writesResults, "results");
    refuseIf(isFollowed, "dynamics");
    refuseIf(!config.stages.empty(), "stages");
    refuseIf(config.input.media.has_value(), "media");
    refuseIf(config.input.window > 0, "window");
    refuseIf(config.input.steps > 0, "steps");
}

std::string lossEnding(const TrainConfig& config)
{
    if (!isOfConversations(config))
        return {};
    const bool isHierarchical = config.model.value("fusion", nlohmann::json()) == "hierarchical";
    return kLossOfTurns + std::string(isHierarchical ? "_hierarchical" : "");
}

std::int64_t peopleTogether(const FoldData& fold)
{
    std::size_t most = 0;
    if (!fold.turns.empty()) {
        for (const ConversationPiece& piece : conversationPieces(fold, fold.size() + kOverlappingTurns))
            most = std::max(most, piece.people);
    }
    return static_cast<std::int64_t>(most);
}

void trainOnConversations(TrainedModel& trained, const FeatureData& data, const ConversationRun& how,
                          const TrainingHooks& hooks, const RunContext& run)
{
    const ModelCard& card = trained.card;
    const TrainingSettings& settings = how.config.training;
    const auto laidOut = [&](const FoldData& fold) {
        return prepareConversations(*asConversationModel(*trained.model), fold, card, how.enabled,
                                    how.device);
    };
    const ConversationTensors training = laidOut(data.training()), validation = laidOut(data.validation());
    const torch::Tensor &learnt = training.tensors.targets, &measured = validation.tensors.targets;
    const Task task = taskFromName(card.task);
    if (validation.truths.rows == 0)
        throw FormatError("no_labels", data.source, "no turn of the fold valid has labels");
    TrainingTask turns{lossOfLabelledTurns(taskLoss(settings, task, labelledRows(learnt, learnt),
                                                    classesAmong(card.labels, task))),
                       watchedFigure(card, settings, how.config.presenceThreshold, validation.truths),
                       !settings.watchesLess()};
    if (turns.watched)
        turns.watched = [figure = std::move(turns.watched), &measured](const torch::Tensor& outputs) {
            return figure(labelledRows(outputs, measured));
        };
    train(*trained.model, training.tensors, validation.tensors, turns, settings, hooks, run);
}

}
