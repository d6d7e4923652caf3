#pragma once

#include "app/project/project_lock.h"
#include "engine/annotation/project/project_file.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace app {

/// A project that was opened, with the lock that keeps others from writing it.
struct OpenedProject {
    std::filesystem::path path;
    std::shared_ptr<ProjectLock> lock; ///< null: the project is read-only
    std::optional<engine::ProjectFile> file;
    engine::Annotation annotation;
    engine::History history; ///< none of a project that is read-only
    QString whyReadOnly; ///< a sentence; empty: it may be edited
    QStringList lost; ///< sentences that tell what cannot be read
    bool isDamaged = false; ///< an earlier state can replace it
    bool wasCutOff = false; ///< the program that edited it last crashed or was killed
    bool lockedElsewhere = false; ///< a program on another machine, which may no longer run, holds the lock

    bool isReadOnly() const { return !whyReadOnly.isEmpty(); }
};

/// How all projects are written that are opened from now on: `local`, `network`; empty: as their folders
/// demand.
void chooseProjectFolders(const QString& kind);

/// Opens a project, or creates it when there is none. It is opened read-only, with the reason, when another
/// window edits it, a newer Polylogue wrote it, it is damaged, or it may not be written. In a folder that
/// several machines see, what is opened read-only is a copy of the moment, and who is editing is asked before
/// each write whether the lock is still its own.
/// @param takeOver  opens it for editing even though another machine holds its lock
/// @throws IoError, FormatError when nothing of it can be read.
OpenedProject openProject(const std::filesystem::path& path, bool takeOver = false);

/// Opens a project read-only, without a lock and without writing anything.
OpenedProject lookAtProject(const std::filesystem::path& path);

/// The project for the paths that a person opens: a project among them, the only project in a folder, else a
/// project in the user's data folder that is named after the dataset and is always the same for the same
/// paths; a list `dataset.json` and its folder are the same.
std::filesystem::path projectOf(const std::vector<std::filesystem::path>& paths);

/// Whether a project lies in the user's data folder, where the program itself names it.
bool isOwnProject(const std::filesystem::path& project);
/// Where files made of a project are proposed: the folder that it lies in; of one that the program keeps
/// itself, the person's documents.
QString folderFor(const std::filesystem::path& project);

/// A project in the user's data folder is named after the place of its dataset. When the dataset was moved,
/// this function renames the project, so that it is found for the new place; but not while a program has it
/// open.
/// @return its name now
std::filesystem::path followDataset(const std::filesystem::path& project,
                                    const std::vector<std::filesystem::path>& dataset);

}
