#pragma once

#include "engine/training/data/feature_data.h"
#include "engine/training/figures/report.h"

namespace engine {

struct TrainedModel;

/// What a model measures of itself on a fold (StagedModel::figures()): of a VAT, retrieval and matching; none
/// for models that learn in no stages. @throws as prepareFor() does.
std::vector<Metric> ownFigures(TrainedModel& trained, const FoldData& fold, bool isUtteranceLevel);

}
