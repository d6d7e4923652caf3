#pragma once

#include "engine/training/data/feature_data.h"

namespace engine {

struct FeatureSource;
class Scorer;

/// The folds of a dataset or file as the scorer's model takes them: those that it learnt with, or the data's
/// own.
/// @throws FormatError, IoError as readFeatures() and withKnownFolds() do.
FeatureData foldsFor(const Scorer& scorer, const FeatureSource& source, bool ownFolds);

}
