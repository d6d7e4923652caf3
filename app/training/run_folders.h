#pragma once

#include "widgets/training/curve_plot.h"
#include "widgets/training/dynamics_plot.h"

#include <QString>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace app {

/// What a folder of a training says of it: whoever started it, and whether it goes on or not.
struct RunFolderState {
    enum class State {
        Prepared, ///< nothing has begun: its command is for somebody to give
        Running, ///< the process is at work
        Done,
        Stopped, ///< on request; it can go on
        Broken ///< the run failed, was killed, or found no memory
    };

    QString folder; ///< absolute
    QString name; ///< of the folder
    QString model; ///< class of the model
    State state = State::Broken;
    qint64 process = 0; ///< of a running one
    int silentMinutes
        = 0; ///< for which a running one has written nothing, far longer than usual; 0: it goes on
    std::size_t epoch = 0; ///< of the run's own model, in all stages
    std::size_t epochs = 0; ///< at most
    QString alone; ///< the modality that is being trained alone; empty: none
    widgets::TrainingCurve curve; ///< without colour
    std::map<std::string, double> figures; ///< of the held-out fold, once it is done
    /// The label that `figures` are of: `sentiment` where the model predicts that among others, as elsewhere
    /// in the window, or the only one, where a window noted it; empty: not known, or of all together.
    QString figuresOf;
    bool areOfAll = false; ///< `figures` are of several labels together
    bool hadTest = true; ///< false: it is done, and no video was left to judge it by; then it has no figures
    QString problem; ///< why it is broken
    QString modelFile; ///< finished, or the best epoch so far; empty: there is none
    bool hasDynamics = false; ///< readDynamics() finds some
    bool hasRecord = false; ///< the run can be reproduced
    bool canGoOn = false; ///< there is a checkpoint
    bool isOfDataset = false; ///< a window began it on the labels of a dataset, not on a file of features

    friend bool operator==(const RunFolderState&, const RunFolderState&) = default;
};

/// Its files, as a window makes them beside those of the run.
inline constexpr const char* kRunConfiguration = "train.json";
inline constexpr const char* kRunLog = "train.log";
inline constexpr const char* kRunProcess = "train.pid"; ///< the number of the process that was started
/// In its place until the process has a number, followed by the number of the process that starts it.
inline constexpr const char* kRunStarts = "starting ";

/// The run of a folder. @return a broken one without model when there is none
RunFolderState readRunFolder(const std::filesystem::path& folder);

/// What `dynamics.csv` of a run says of each segment that was learnt from; none where there is no such file.
/// For a task.
std::vector<widgets::SegmentDynamics> readDynamics(const std::filesystem::path& folder);

/// All runs in a folder, the newest first; folders that are none are left out. For a task.
std::vector<RunFolderState> readRuns(const std::filesystem::path& folder);

}
