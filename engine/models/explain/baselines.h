#pragma once

#include "engine/explain/absent_kind.h"
#include "engine/models/serving/model_file.h"

#include <array>
#include <vector>

namespace engine {

/// One segment without padding: normalised features of each modality, T × D.
using SegmentFeatures = std::array<torch::Tensor, allModalities.size()>;

/// What stands where something of a batch is absent: normalised features of its own shape, as many sets as
/// there are draws. What is asked of a model is averaged over them.
struct Baselines {
    AbsentKind kind = AbsentKind::Mean;
    /// Each B × T × D per modality; one, but for AbsentKind::Marginal. Of AbsentKind::Mask the means, which no
    /// other modality attends to.
    std::vector<SegmentFeatures> draws;
};

/// Baselines for the segments of a batch.
///
/// @param donors  segments of the training fold, for AbsentKind::Marginal: of each, the modality that is
///                absent is taken, its steps resampled to those of the segment
/// @throws FormatError (code `no_mask`) for AbsentKind::Mask, when the model cannot hide a modality;
///         (code `no_donors`) for AbsentKind::Marginal without donors.
Baselines baselinesFor(const TrainedModel& trained, const ModalityBatch& batch, AbsentKind kind,
                       const std::vector<SegmentFeatures>& donors = {});

/// @throws FormatError (code `no_mask`) for AbsentKind::Mask, which hides modalities as a whole.
void requireSteps(const Baselines& baselines);

}
