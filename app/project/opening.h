#pragma once

#include "app/project/open_project.h"
#include "engine/core/run_context.h"
#include "engine/sequences/dataset_list.h"

#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// What a person wants to open.
struct OpeningWish {
    std::vector<std::filesystem::path> paths; ///< a project, or what a dataset consists of
    std::vector<std::filesystem::path> dataset = {}; ///< of the project, where it moved; else empty
    bool takeOver = false; ///< although a program on another machine holds the project's lock
    bool isKept = true; ///< edits go into the project's file; otherwise opening leaves no trace
    std::filesystem::path open = {}; ///< the project that is being edited, …
    std::vector<std::filesystem::path> openPaths = {}; ///< … and its dataset
};

/// What a job found out about it.
struct Opening {
    std::vector<std::filesystem::path> paths; ///< of the dataset
    std::optional<OpenedProject> project; ///< absent: the one that is open already, or none can be opened
    engine::DatasetList list;
    QString problem; ///< why the dataset's own project cannot be opened
    std::optional<std::filesystem::path> missing; ///< a path of the dataset that is not there
    std::exception_ptr failure; ///< why nothing was opened
};

/// Opens the project and looks for its dataset. What cannot be opened gets no project. For a job: it waits
/// for the disk.
/// @throws Cancelled; every other exception is the result's `failure`.
std::shared_ptr<Opening> lookAt(const OpeningWish& wish, const engine::RunContext& run);

}
