#pragma once

#include "engine/training/data/feature_data.h"
#include "engine/training/run/additive_search.h"

namespace engine {

struct AdditiveOptions {
    AdditiveWish wish;
    bool json = false;
    RunContext run;
};

/// Prints how far the model's predictions are a sum of one function per modality.
/// @throws as additiveShareOf()
void printAdditiveShare(const Scorer& scorer, const FeatureData& data, const AdditiveOptions& options);

}
