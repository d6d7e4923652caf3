#pragma once

#include "app/training/run_folders.h"
#include "app/training/training_pace.h"
#include "app/training/training_wish.h"
#include "engine/core/run_context.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace app {

// Trainings as processes of their own, which go on when the window is closed or crashes. All of these are for
// tasks: they wait for a disk or for a program.

/// What `polylogue-models` can train. @param programs  the folder with the programs
/// @throws IoError (`io`) when the program does not answer; FormatError as modelClassesFrom().
std::vector<ModelClass> readModelClasses(const std::filesystem::path& programs,
                                         const engine::RunContext& run = {});

/// Writes the configuration, and the dataset list that it names, into the run's folder and starts the run.
/// @throws IoError (`run_exists`) for a folder with a run in it; (`io`) when something cannot be written or
/// started.
void startTraining(const std::filesystem::path& programs, const TrainingWish& wish,
                   const engine::DatasetList& dataset);

/// Writes the same files, and starts nothing. @return what a person gives to a shell to start the run: the
/// very command that startTraining() starts. @throws as startTraining()
QString preparedTraining(const TrainingWish& wish, const engine::DatasetList& dataset);

/// Trains for a few epochs in a folder that does not stay, to see how long they take.
/// @throws IoError (`io`) with the program's sentence; Cancelled.
TrainingPace measuredPace(const std::filesystem::path& programs, TrainingWish wish,
                          const engine::DatasetList& dataset, const engine::RunContext& run);

/// Goes on with a run that was stopped or broke. @throws IoError (`io`).
void goOnTraining(const std::filesystem::path& programs, const std::filesystem::path& folder);

/// Asks a run to write its checkpoint and end; the folder tells when it has. Does not wait.
void stopTraining(const RunFolderState& run);
/// Ends a run that does not do so when it is asked to; what it learnt up to its last epoch stays.
void killTraining(const RunFolderState& run);

/// Runs a run again by its record. @return what came of it, in words
/// @throws IoError (`io`) with the program's sentence when it fails; Cancelled.
QString reproduceTraining(const std::filesystem::path& programs, const std::filesystem::path& folder,
                          const engine::RunContext& run);

}
