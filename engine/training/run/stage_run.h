#pragma once

#include "engine/models/serving/model_file.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/run/stage_plan.h"
#include "engine/training/run/trainer.h"

namespace engine {

/// The data of a stage: those of the run, or its own.
struct StageData {
    const FeatureData& features;
    const ModelCard& card; ///< with the labels' columns in these data
};

/// What stages need of the run that they belong to.
struct StageRun {
    const std::vector<PlannedStage>& stages;
    StageData own; ///< of the run
    /// The features of a fold as the model takes them. @param labels  whether they are needed
    std::function<SegmentTensors(const StageData& data, const FoldData& fold, bool labels)> prepared;
    /// The loss and the figure of a stage that needs labels.
    std::function<TrainingTask(const StageData& data, const TrainingSettings& settings,
                               const SegmentTensors& training)>
        task;
    /// Reports and checkpoints; stage and identity are filled in here.
    TrainingHooks hooks;
    /// What a checkpoint must agree in besides the stages up to its own.
    nlohmann::json identity;
    RunContext run;
};

/// Goes through the stages: each begins with the best weights of the one before it. With
/// TrainingHooks::resume it goes on in the stage of the checkpoint, and ends with the same bytes.
/// @throws as train(), beginWith(), letLearn() and readFeatures() do.
void trainInStages(TrainedModel& trained, const TrainConfig& config, const StageRun& run);

}
