#pragma once

#include "app/snapshot/project_moment.h"
#include "app/training/experiment.h"
#include "app/training/run_folders.h"
#include "engine/core/run_context.h"
#include "widgets/training/difference_table.h"

#include <array>
#include <optional>
#include <vector>

namespace app {

/// What came of both sides.
struct ExperimentResult {
    /// One output of the model, or all of them together.
    struct Output {
        QString name; ///< `sentiment`
        std::vector<widgets::FigureDifference> figures;
        friend bool operator==(const Output&, const Output&) = default;
    };
    std::size_t segments = 0; ///< of the test fold, that both sides have
    std::size_t videos = 0;
    std::vector<Output> outputs; ///< one at least
    friend bool operator==(const ExperimentResult&, const ExperimentResult&) = default;
};

/// What the folder of an experiment says of it.
struct ExperimentState {
    enum class State {
        Running, ///< a training is at work
        Waiting, ///< none is, and the next pair can begin
        Halted, ///< a training was stopped or broke off
        Trained, ///< all are done, but not compared
        Done
    };

    QString folder;
    QString name;
    QString model; ///< class of the model
    std::array<QString, 2> sides; ///< in words: how they differ
    std::vector<std::uint64_t> seeds;
    std::vector<std::array<std::optional<RunFolderState>, 2>> runs; ///< by seed; absent: not begun
    std::optional<ExperimentResult> result;
    QString problem; ///< of the folder itself; it has no runs then

    State state() const;
    /// The place among the seeds of the pair that is at work, or comes next; absent: all are done.
    std::optional<std::size_t> seedInTurn() const;
    std::vector<RunFolderState> running() const;

    friend bool operator==(const ExperimentState&, const ExperimentState&) = default;
};

// All of these are for tasks: they wait for a disk or for a program.

/// The experiments of a folder, the newest first. @param known  what was read before: what is done is not
/// read again
std::vector<ExperimentState> readExperiments(const std::filesystem::path& folder,
                                             const std::vector<ExperimentState>& known);

/// Writes the experiment and the list of its dataset into its folder.
/// @param before  the dataset of A, where labels differ
/// @throws IoError (`run_exists`) for a folder with one in it; (`io`).
void writeExperiment(const Experiment& experiment, const engine::DatasetList& dataset,
                     const std::optional<engine::DatasetList>& before = {});

/// Writes an experiment about a run that is done: what it learnt, with the labels as they are now beside the
/// labels that it learnt, for its seed and two further ones. The run itself is A of the first.
/// @return the experiment's folder, beside the run
/// @throws FormatError (`no_dataset`) for a run that learnt from a file; Error (`nothing_changed`) where no
/// label has changed, (`no_test`) where the run had no test; as datasetToLearn() and labelChange().
std::filesystem::path writeExperimentAgain(const std::filesystem::path& run, const ProjectMoment& moment,
                                           const engine::RunContext& context);

/// Starts both trainings of the seed that is in turn, or goes on with them; nothing where all are done.
/// @return the folders of what runs now
/// @throws IoError (`io`) and as readExperiment() and startTraining().
std::vector<QString> startPair(const std::filesystem::path& programs, const std::filesystem::path& folder);

/// Compares the sides by `polylogue-models compare` and keeps what it says in the folder.
/// @throws IoError (`io`) with the program's sentence; Cancelled.
void compareSides(const std::filesystem::path& programs, const std::filesystem::path& folder,
                  const engine::RunContext& run);

}
