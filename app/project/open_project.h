#pragma once

#include "engine/annotation/project/project_file.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// A project that was opened, with the lock that keeps others from writing it.
struct OpenedProject {
    std::filesystem::path path;
    std::unique_ptr<QLockFile> lock; ///< null: the project is read-only
    std::optional<engine::ProjectFile> file;
    engine::Annotation annotation;
    QString whyReadOnly; ///< a sentence; empty: it may be edited
    QStringList lost; ///< what cannot be read, in sentences
    bool isDamaged = false; ///< an earlier state can take its place
    bool wasCutOff = false; ///< the program that edited it last crashed or was killed
    bool lockedElsewhere = false; ///< a program on another machine, which may be gone, holds the lock

    bool isReadOnly() const { return !whyReadOnly.isEmpty(); }
};

/// Opens a project, or makes it where there is none. It is opened read-only, with the reason, when another
/// window edits it, a newer Polylogue wrote it, it is damaged, or it may not be written.
/// @param takeOver  even though it is locked by another machine
/// @throws IoError, FormatError when nothing of it can be read.
OpenedProject openProject(const std::filesystem::path& path, bool takeOver = false);

/// Opens a project read-only, without a lock and without leaving a trace.
OpenedProject lookAtProject(const std::filesystem::path& path);

/// The project of what the user opens: itself, the only one in a folder, else one of our own in the user's
/// data folder, named after the dataset, always the same for the same paths.
std::filesystem::path projectOf(const std::vector<std::filesystem::path>& paths);

/// A project in the user's data folder is named after the place of its dataset. Where that moved, the project
/// is renamed, so that it is found from there; not while somebody has it open.
/// @return its name now
std::filesystem::path followDataset(const std::filesystem::path& project,
                                    const std::vector<std::filesystem::path>& dataset);

/// The item that says which dataset a project is about. Paths are relative to the project's folder; where it
/// lay last is noted beside.
engine::Item datasetItem(const std::vector<std::filesystem::path>& paths,
                         const std::filesystem::path& project);
/// The paths of that item as they are now, relative ones first; a path that is nowhere is returned as it was
/// last. Empty when the project knows none.
std::vector<std::filesystem::path> datasetPaths(const engine::Annotation& annotation,
                                                const std::filesystem::path& project);

}
