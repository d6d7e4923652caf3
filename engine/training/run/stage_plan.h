#pragma once

#include "engine/models/staged_model.h"
#include "engine/training/run/train_config.h"

namespace engine {

/// A stage of a run as the configuration and the model have it together.
struct PlannedStage {
    StageSettings settings;
    StageOffer offer; ///< with the parameters that the configuration names instead, if it does

    /// What decides how it goes, without what may change from place to place.
    nlohmann::json described() const;
};

/// The stages of a run, in order; none for a model that knows none where the configuration names none: it is
/// then trained by its objective, without any stage.
/// @throws FormatError (code `bad_config`) for a stage that the model does not offer, with those that it
/// does.
std::vector<PlannedStage> planOf(const TrainConfig& config);

/// Whether any of these stages, or a run without them, needs labels.
bool needsLabels(const std::vector<PlannedStage>& stages);

/// From now on only the parameters whose names begin so learn; none named: all do.
/// @throws FormatError (code `bad_config`) for a beginning that no parameter has.
void letLearn(FusionModel& model, const std::vector<std::string>& beginnings);

}
