#pragma once

#include "app/project/open_project.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"
#include "engine/worker/probe.h"

#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// A person's wish to open something.
struct OpeningWish {
    std::vector<std::filesystem::path> paths; ///< a project, or the files and folders of a dataset
    /// The new place of the project's dataset when it moved; else empty.
    std::vector<std::filesystem::path> dataset = {};
    bool takeOver = false; ///< open it although a program on another machine holds the project's lock
    bool isKept = true; ///< edits go into the project's file; otherwise nothing is written
    std::filesystem::path open = {}; ///< the project that is being edited, …
    std::vector<std::filesystem::path> openPaths = {}; ///< … and its dataset
};

/// A project of which nothing can be read.
struct Unreadable {
    std::filesystem::path project;
    QString reason; ///< a sentence that names the file
    std::vector<engine::Snapshot> versions; ///< earlier states, the newest first
    std::vector<std::filesystem::path> paths; ///< what the person wished to open
};

/// What a task found out about the wish.
struct Opening {
    std::vector<std::filesystem::path> paths; ///< of the dataset
    /// Absent: it is the project that is already open, or none can be opened.
    std::optional<OpenedProject> project;
    engine::DatasetList list;
    QString problem; ///< why the dataset's own project cannot be opened
    std::optional<std::filesystem::path> missing; ///< a path of the dataset that does not exist
    std::optional<Unreadable> unreadable; ///< the reason is `problem` or `failure`
    std::exception_ptr failure; ///< why nothing was opened
};

/// Opens the project and looks for its dataset. No project is created for a dataset that cannot be opened.
/// The function waits for the disk, so it must run in a task. A folder's sequences begin to be examined.
/// @throws Cancelled; every other exception is the result's `failure`.
std::shared_ptr<Opening> lookAt(const OpeningWish& wish, engine::Prober& prober,
                                const engine::RunContext& run);

}
