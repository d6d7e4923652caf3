#pragma once

#include "engine/model_files/model_card.h"
#include "engine/sequences/dataset_list.h"
#include "engine/training/data/feature_data.h"

#include <filesystem>

namespace engine {

struct FeatureSource;
class Scorer;

/// The folds of a dataset or file as the scorer's model takes them: those that it learnt with, or the data's
/// own.
/// @throws FormatError, IoError as readFeatures() and withKnownFolds() do.
FeatureData foldsFor(const Scorer& scorer, const FeatureSource& source, bool ownFolds);

/// A dataset's list, of which the sequences that the model takes were probed. @throws as readDatasetList()
/// and cli::checkSequences().
DatasetList probedList(const std::filesystem::path& dataset, const Scorer& scorer);

}
