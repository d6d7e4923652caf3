#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/additive_share.h"
#include "engine/training/data/feature_data.h"
#include "engine/training/run/scorer.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace engine {

struct AdditiveWish {
    std::size_t output = 0;
    std::string fold; ///< only this one; empty: all
    std::size_t sample = kAdditiveSample; ///< segments at most, 2 at least
    std::uint64_t seed = 1;
};

/// Asks a model about a sample of N segments with each other's modalities: at most 4 N² answers. A modality
/// of another segment is resampled to the steps of the one that is asked about, as AbsentKind::Marginal does.
/// This header needs no LibTorch header.
/// @throws FormatError (`no_segments`) for fewer than two segments, (`not_rows`) for models of recordings; as
/// Scorer::requireTakes(); Cancelled.
AdditiveShare additiveShareOf(const Scorer& scorer, const FeatureData& data, const AdditiveWish& wish,
                              const RunContext& run = {});

}
